//! The boxes to tick: a box that is not ticked is not sent.

use entity::item;

use super::super::super::file::Flags;
use super::ItemForm;

/// What a ticked box sends.
const TICKED: &str = "on";

pub(super) fn box_of(ticked: bool) -> String {
    if ticked { TICKED.to_owned() } else { String::new() }
}

pub(super) fn ticked(typed: &str) -> bool {
    !typed.trim().is_empty()
}

impl ItemForm {
    pub(super) fn with_flags(self, flags: Flags) -> Self {
        Self {
            online: box_of(flags.online),
            fully_online: box_of(flags.fully_online),
            same_city: box_of(flags.same_city),
            nearby: box_of(flags.nearby),
            cross_province: box_of(flags.cross_province),
            one_window: box_of(flags.one_window),
            instant_approval: box_of(flags.instant_approval),
            no_application: box_of(flags.no_application),
            mobile: box_of(flags.mobile),
            kiosk: box_of(flags.kiosk),
            postal: box_of(flags.postal),
            agent: box_of(flags.agent),
            deferrable: box_of(flags.deferrable),
            commitment: box_of(flags.commitment),
            appointment: box_of(flags.appointment),
            ..self
        }
    }

    /// The item with the boxes as they are ticked.
    pub(super) fn flagged(&self, old: item::Model) -> item::Model {
        item::Model {
            online: ticked(&self.online),
            fully_online: ticked(&self.fully_online),
            same_city: ticked(&self.same_city),
            nearby: ticked(&self.nearby),
            cross_province: ticked(&self.cross_province),
            one_window: ticked(&self.one_window),
            instant_approval: ticked(&self.instant_approval),
            no_application: ticked(&self.no_application),
            mobile: ticked(&self.mobile),
            kiosk: ticked(&self.kiosk),
            postal: ticked(&self.postal),
            agent: ticked(&self.agent),
            deferrable: ticked(&self.deferrable),
            commitment: ticked(&self.commitment),
            appointment: ticked(&self.appointment),
            ..old
        }
    }
}
