//! 办件 behind each number, in plain SQL: one condition for the number and for its list.

use domain::indicator::catalogue::Fact;

/// The day by which a case belongs to a period; the statement says of which table.
pub(super) const RECEIVED: &str = "case_file.submitted_at";
pub(super) const ACCEPTED: &str = "case_file.accepted_on";
pub(super) const CLOSED: &str = "case_file.closed_on";

/// Nothing more happens in these.
const FINISHED: &str = "('closed', 'not_accepted', 'withdrawn', 'abandoned', 'terminated', 'void')";

const DATE_GIVEN: &str = "COALESCE(case_file.promised_due, case_file.statutory_due)";
const GENERAL: &str = "case_file.window_id IN (SELECT w.id FROM \"window\" w WHERE w.kind = 'general')";
const CROSS_PROVINCE: &str = "case_file.item_id IN (SELECT i.id FROM item i WHERE i.cross_province)";
const LICENCE: &str = "case_file.item_id IN (SELECT i.id FROM item i WHERE i.type_code = '01')";
const TIMED: &str = "case_file.handling_days IS NOT NULL";
const STATUTORY_WORKDAYS: &str =
    "case_file.handling_days IS NOT NULL AND (case_file.limits -> 'statutory' ->> 'unit') = 'workday'";

/// Submitted online, no original shown on paper, the result not fetched at a window.
const WITHOUT_VISIT: &str = "case_file.channel IN ('online', 'mobile') AND NOT EXISTS (SELECT 1 \
    FROM case_material m WHERE m.case_id = case_file.id AND m.manner = 'paper') AND NOT EXISTS (SELECT 1 \
    FROM case_event e WHERE e.case_id = case_file.id AND e.kind = 'delivered' \
    AND (e.payload ->> 'delivery') = 'window')";

/// A case to which such an event happened.
fn event(kind: &str) -> String {
    format!("EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = case_file.id AND e.kind = '{kind}')")
}

/// True where the work of the case says so: JSON is text on one database and binary on the other.
fn work(field: &str) -> String {
    format!("CAST(case_file.work ->> '{field}' AS TEXT) IN ('true', '1')")
}

/// Fetched, and still there: what a correction replaced or a withdrawn consent took away has a note.
const FETCHED: &str = "m.note IS NULL AND \
    (m.certificate_id IS NOT NULL OR m.source IS NOT NULL OR m.holding_id IS NOT NULL)";

/// Which cases a number counts, beside its day; `today` as a literal of the database.
pub(super) fn condition(fact: Fact, today: &str) -> String {
    match fact {
        Fact::Received | Fact::Accepted | Fact::Closed | Fact::MaterialsRequired | Fact::MaterialsSpared => {
            "1 = 1".to_owned()
        }
        Fact::ReceivedElsewhere => "case_file.channel <> 'window'".to_owned(),
        Fact::LicencesReceived => LICENCE.to_owned(),
        Fact::LicencesOnline => format!("{LICENCE} AND case_file.channel IN ('online', 'mobile')"),
        Fact::Corrected => "case_file.corrections > 0".to_owned(),
        Fact::CorrectedOnce => "case_file.corrections = 1".to_owned(),
        Fact::TurnedAway => "case_file.status = 'not_accepted'".to_owned(),
        Fact::CrossProvinceReceived | Fact::CrossProvinceAccepted | Fact::CrossProvinceClosed => {
            CROSS_PROVINCE.to_owned()
        }
        Fact::WithCertificate => {
            "EXISTS (SELECT 1 FROM access a WHERE a.case_id = case_file.id AND a.act = 'certificate_used')"
                .to_owned()
        }
        Fact::AcceptedByPortal => "case_file.channel IN ('online', 'mobile', 'kiosk')".to_owned(),
        Fact::Deferred => event("deferred_accepted"),
        Fact::Committed => work("committed"),
        Fact::OneWindowAccepted | Fact::OneWindowClosed => GENERAL.to_owned(),
        Fact::ClosedOnTime => format!("({DATE_GIVEN} IS NULL OR case_file.decided_on <= {DATE_GIVEN})"),
        Fact::ClosedEarly => format!("case_file.decided_on < {DATE_GIVEN}"),
        Fact::ClosedLate => format!("case_file.decided_on > {DATE_GIVEN}"),
        Fact::ClosedAgain => event("person_asked"),
        Fact::ClosedByRule => work("automatic"),
        Fact::ClosedWithoutVisit => WITHOUT_VISIT.to_owned(),
        Fact::ClosedByNumber => format!(
            "NOT EXISTS (SELECT 1 FROM case_material m WHERE m.case_id = case_file.id AND m.required \
             AND NOT ({FETCHED}))"
        ),
        Fact::Timed | Fact::TimedDays => TIMED.to_owned(),
        Fact::Limited | Fact::LimitedDays | Fact::StatutoryDays => STATUTORY_WORKDAYS.to_owned(),
        Fact::OneWindowTimed | Fact::OneWindowDays => format!("{TIMED} AND {GENERAL}"),
        Fact::Open => format!("case_file.status NOT IN {FINISHED}"),
        Fact::PastDue => format!("case_file.status IN ('accepted', 'review') AND {DATE_GIVEN} < {today}"),
        Fact::Calls => "1 = 1".to_owned(),
        Fact::Items
        | Fact::ItemsOnline
        | Fact::ItemsFullyOnline
        | Fact::ItemsOneVisit
        | Fact::ItemsNoVisit
        | Fact::ItemsInstant
        | Fact::ItemsLimited
        | Fact::ItemsPromised
        | Fact::ItemsStatutory
        | Fact::ItemsInHall
        | Fact::ItemsAtGeneralWindow
        | Fact::ItemsByNumber
        | Fact::ItemMaterials
        | Fact::ItemMaterialsFetched
        | Fact::ItemsNearby
        | Fact::ItemsSameCity
        | Fact::ItemsCrossProvince
        | Fact::ItemsByRule
        | Fact::ItemsWithoutApplication
        | Fact::Licences
        | Fact::LicenceItemsOnline
        | Fact::PublicServices
        | Fact::PublicServicesOnline
        | Fact::SocialItems
        | Fact::SocialNearby
        | Fact::SocialOnline
        | Fact::Windows
        | Fact::GeneralWindows
        | Fact::Users => super::items::condition(fact).to_owned(),
    }
}

/// What each adds to a sum; 1 to a number.
pub(super) fn amount(fact: Fact) -> String {
    if matches!(fact, Fact::TimedDays | Fact::LimitedDays | Fact::OneWindowDays) {
        "case_file.handling_days".to_owned()
    } else if fact == Fact::StatutoryDays {
        "CAST(case_file.limits -> 'statutory' ->> 'value' AS BIGINT)".to_owned()
    } else if fact == Fact::MaterialsRequired {
        materials("1 = 1")
    } else if fact == Fact::MaterialsSpared {
        materials(FETCHED)
    } else {
        super::items::amount(fact).to_owned()
    }
}

/// A material counts once however many files it has.
fn materials(which: &str) -> String {
    format!(
        "(SELECT COUNT(DISTINCT m.material_id) FROM case_material m WHERE m.case_id = case_file.id \
         AND m.required AND m.material_id IS NOT NULL AND {which})"
    )
}
