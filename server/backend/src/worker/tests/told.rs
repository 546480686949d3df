//! Which alarms are to have been told by a day, found by looking at a case each day anew.

use super::days::Days;
use super::watch::{Phase, Watch};
use chrono::NaiveDate;
use domain::alarm::{AlarmKind, Rank};
use uuid::Uuid;

/// What makes two alarms the same: kind, rank, the day it rests on, step, department.
pub(super) type Told = (AlarmKind, Rank, NaiveDate, String, Uuid);

/// A case on one day.
pub(super) struct Look<'a> {
    pub days: &'a Days,
    pub today: NaiveDate,
    pub watch: &'a Watch,
}

impl Look<'_> {
    pub fn told(&self) -> Vec<Told> {
        let mut told = Vec::new();
        let watch = self.watch;
        let mut tell = |when: bool, kind: AlarmKind, rank: Rank, basis: NaiveDate| {
            if when {
                told.push((kind, rank, basis, String::new(), watch.department));
            }
        };
        for (kind, day) in
            [(AlarmKind::Deemed, watch.deemed), (AlarmKind::CorrectionRepeated, watch.repeated)]
        {
            for rank in [Rank::Head, Rank::Supervisor] {
                day.into_iter().for_each(|day| tell(self.today >= day, kind, rank, day));
            }
        }
        if let (Phase::Sent, Some(due)) = (watch.phase, watch.answer_by(self.days)) {
            tell(self.today >= due, AlarmKind::ReceiptNear, Rank::Holder, due);
        }
        if let (Phase::Stopped, Some(over)) = (watch.phase, watch.expected) {
            tell(self.today > over, AlarmKind::SpecialLong, Rank::Holder, over);
            tell(self.today > over, AlarmKind::SpecialLong, Rank::Head, over);
            tell(self.worked_since(over) >= 3, AlarmKind::SpecialLong, Rank::Supervisor, over);
        }
        if watch.phase == Phase::Handled {
            self.handled(&mut tell);
        }
        if let (Phase::Decided, Some(decided)) = (watch.phase, watch.decided) {
            let due = self.days.nth(decided, 10, &[]).unwrap();
            tell(self.today > due, AlarmKind::DeliveryLate, Rank::Holder, due);
            tell(self.today > due, AlarmKind::DeliveryLate, Rank::Head, due);
        }
        self.verification(&mut tell);
        told.extend(self.steps());
        told
    }

    fn worked_since(&self, day: NaiveDate) -> usize {
        self.days.between(day, self.today)
    }

    fn handled(&self, tell: &mut impl FnMut(bool, AlarmKind, Rank, NaiveDate)) {
        let Self { days, today, watch } = *self;
        if let Some(asked) = watch.request {
            tell(today >= asked, AlarmKind::ExtensionWaiting, Rank::Head, asked);
            tell(self.worked_since(asked) >= 2, AlarmKind::ExtensionWaiting, Rank::Supervisor, asked);
        }
        let [promised, statutory] =
            [watch.limits.promised, watch.limits.statutory].map(|limit| watch.last(days, limit));
        if let (Some(due), Some(accepted)) = (promised.or(statutory), watch.accepted) {
            let fifth = days.counted(accepted, due, &watch.stops) / 5;
            let near = today >= accepted && days.between(today, due) <= fifth.max(2);
            tell(near, AlarmKind::Yellow, Rank::Holder, due);
            tell(today >= due, AlarmKind::Yellow, Rank::Head, due);
        }
        if let Some(due) = promised {
            tell(today > due, AlarmKind::Red, Rank::Holder, due);
            tell(today > due, AlarmKind::Red, Rank::Head, due);
            tell(self.worked_since(due) >= 3, AlarmKind::Red, Rank::Supervisor, due);
        }
        if let Some(due) = statutory {
            Rank::ALL.into_iter().for_each(|rank| tell(today > due, AlarmKind::Black, rank, due));
        }
    }

    fn verification(&self, tell: &mut impl FnMut(bool, AlarmKind, Rank, NaiveDate)) {
        let Self { days, today, watch } = *self;
        let open = watch.to_verify && matches!(watch.phase, Phase::Decided | Phase::HandedOver);
        let (Some(decided), Some(limit), true) = (watch.decided, watch.process.commitment, open) else {
            return;
        };
        let due = days.nth(decided, limit, &[]).unwrap();
        tell(today >= due, AlarmKind::Unverified, Rank::Holder, due);
        tell(today > due, AlarmKind::Unverified, Rank::Head, due);
    }

    fn steps(&self) -> Vec<Told> {
        let Self { days, today, watch } = *self;
        let open = watch.parts.iter().filter(|part| part.open && watch.phase == Phase::Handled);
        let late = open.filter_map(|part| {
            let due = watch.part_by(days, part).filter(|due| today > *due)?;
            Some(
                [Rank::Holder, Rank::Head]
                    .map(|rank| (AlarmKind::StepLate, rank, due, part.step.clone(), part.department)),
            )
        });
        late.flatten().collect()
    }
}
