//! 基础数: the plain numbers that indicators are made of. Each is the number of a set that can be
//! listed, or a sum over such a set.

mod known;
mod set;

pub use known::Facts;
pub use set::Set;

use serde::{Deserialize, Serialize};

/// Writes the list of facts once: the type, its order, its text and its set.
macro_rules! facts {
    ($($(#[$doc:meta])* $fact:ident $text:literal $set:ident,)*) => {
        /// A plain number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Fact {
            $($(#[$doc])* $fact,)*
        }

        impl Fact {
            /// Every fact.
            pub const ALL: &[Self] = &[$(Self::$fact,)*];

            /// The name in addresses.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$fact => $text,)*
                }
            }

            /// Of what it is a number.
            pub const fn set(self) -> Set {
                match self {
                    $(Self::$fact => Set::$set,)*
                }
            }

            /// Reads the name back.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|fact| fact.as_str() == text)
            }
        }
    };
}

facts! {
    /// 收件.
    Received "received" Received,
    /// Received otherwise than at a window.
    ReceivedElsewhere "received_elsewhere" Received,
    /// 行政许可 applied for.
    LicencesReceived "licences_received" Received,
    /// 行政许可 applied for online (PC or phone).
    LicencesOnline "licences_online" Received,
    /// Received, and corrections were asked for at least once.
    Corrected "corrected" Received,
    /// Received, and corrections were asked for exactly once (一次告知).
    CorrectedOnce "corrected_once" Received,
    /// Received, and not accepted (退件).
    TurnedAway "turned_away" Received,
    /// Received for an item that another province may handle.
    CrossProvinceReceived "cross_province_received" Received,
    /// Received, and at least one certificate was called up for them.
    WithCertificate "with_certificate" Received,
    /// Required materials of the cases received.
    MaterialsRequired "materials_required" Received,
    /// Those of them that came from certificates, registries or what was kept.
    MaterialsSpared "materials_spared" Received,
    /// 受理.
    Accepted "accepted" Accepted,
    /// Accepted, and submitted through the portal: PC, phone or kiosk.
    AcceptedByPortal "accepted_by_portal" Accepted,
    /// 容缺受理.
    Deferred "deferred" Accepted,
    /// Accepted on a promise (告知承诺).
    Committed "committed" Accepted,
    /// Accepted at a general window.
    OneWindowAccepted "one_window_accepted" Accepted,
    /// Accepted for an item that another province may handle.
    CrossProvinceAccepted "cross_province_accepted" Accepted,
    /// 办结.
    Closed "closed" Closed,
    /// Closed and decided on or before the date given.
    ClosedOnTime "closed_on_time" Closed,
    /// Closed and decided before the date given.
    ClosedEarly "closed_early" Closed,
    /// Closed and decided after the date given.
    ClosedLate "closed_late" Closed,
    /// Closed after having been opened again.
    ClosedAgain "closed_again" Closed,
    /// 秒批: closed as decided by rule.
    ClosedByRule "closed_by_rule" Closed,
    /// Closed without a visit: submitted online, no paper shown, the result not fetched at a window.
    ClosedWithoutVisit "closed_without_visit" Closed,
    /// Closed with the number as the only credential: every required material was fetched.
    ClosedByNumber "closed_by_number" Closed,
    /// Closed, and taken in at a general window.
    OneWindowClosed "one_window_closed" Closed,
    /// Closed for an item that another province may handle.
    CrossProvinceClosed "cross_province_closed" Closed,
    /// Closed, with known working days from acceptance to decision.
    Timed "timed" Closed,
    /// Their working days, without suspended ones.
    TimedDays "timed_days" Closed,
    /// Closed and timed, with a statutory limit in working days.
    Limited "limited" Closed,
    /// Their working days.
    LimitedDays "limited_days" Closed,
    /// Their statutory working days.
    StatutoryDays "statutory_days" Closed,
    /// Closed and timed, taken in at a general window.
    OneWindowTimed "one_window_timed" Closed,
    /// Their working days.
    OneWindowDays "one_window_days" Closed,
    /// 在办: not finished today.
    Open "open" Standing,
    /// Clock running today, and the date given has passed.
    PastDue "past_due" Standing,
    /// 电子证照调用: certificates used in cases, by the ledger.
    Calls "calls" Called,
    /// 依申请事项 in force.
    Items "items" Items,
    /// 网上可办.
    ItemsOnline "items_online" Items,
    /// 全程网办 (depth Ⅳ).
    ItemsFullyOnline "items_fully_online" Items,
    /// At most one visit.
    ItemsOneVisit "items_one_visit" Items,
    /// No visit.
    ItemsNoVisit "items_no_visit" Items,
    /// 即办件.
    ItemsInstant "items_instant" Items,
    /// Both limits in working days, the statutory one above 0.
    ItemsLimited "items_limited" Items,
    /// Their promised working days.
    ItemsPromised "items_promised" Items,
    /// Their statutory working days.
    ItemsStatutory "items_statutory" Items,
    /// Stationed in a hall.
    ItemsInHall "items_in_hall" Items,
    /// Stationed in a hall, and taken in at general windows.
    ItemsAtGeneralWindow "items_at_general_window" Items,
    /// Every required material can be fetched: the number will do.
    ItemsByNumber "items_by_number" Items,
    /// Required materials of the catalogue.
    ItemMaterials "item_materials" Items,
    /// Those of them that a certificate or shared data can stand in for.
    ItemMaterialsFetched "item_materials_fetched" Items,
    /// 就近办理.
    ItemsNearby "items_nearby" Items,
    /// 同城通办.
    ItemsSameCity "items_same_city" Items,
    /// 跨省通办.
    ItemsCrossProvince "items_cross_province" Items,
    /// 秒批.
    ItemsByRule "items_by_rule" Items,
    /// 免申即享.
    ItemsWithoutApplication "items_without_application" Items,
    /// 行政许可.
    Licences "licences" Items,
    /// 行政许可 that can be applied for online.
    LicenceItemsOnline "licence_items_online" Items,
    /// 公共服务.
    PublicServices "public_services" Items,
    /// 公共服务 that can be applied for online.
    PublicServicesOnline "public_services_online" Items,
    /// Items of the theme 社会保障.
    SocialItems "social_items" Items,
    /// Those of them that can be done nearby.
    SocialNearby "social_nearby" Items,
    /// Those of them that can be done online.
    SocialOnline "social_online" Items,
    /// Windows open.
    Windows "windows" Windows,
    /// 综合窗口 among them.
    GeneralWindows "general_windows" Windows,
    /// People with an account under their own name.
    Users "users" People,
}

impl Fact {
    /// For a sum: the set that it is a sum over. Its list has as many lines, each with its part.
    pub fn summed_over(self) -> Option<Self> {
        SUMS.iter().find(|(sum, _)| *sum == self).map(|(_, set)| *set)
    }
}

/// Each sum, and what it is a sum over.
const SUMS: &[(Fact, Fact)] = &[
    (Fact::TimedDays, Fact::Timed),
    (Fact::LimitedDays, Fact::Limited),
    (Fact::StatutoryDays, Fact::Limited),
    (Fact::OneWindowDays, Fact::OneWindowTimed),
    (Fact::MaterialsRequired, Fact::Received),
    (Fact::MaterialsSpared, Fact::Received),
    (Fact::Calls, Fact::Calls),
    (Fact::ItemsPromised, Fact::ItemsLimited),
    (Fact::ItemsStatutory, Fact::ItemsLimited),
    (Fact::ItemMaterials, Fact::Items),
    (Fact::ItemMaterialsFetched, Fact::Items),
];
