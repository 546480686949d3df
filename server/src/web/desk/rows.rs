//! From the lists of cases to rows of tables.

use app::lang::Lang;
use app::ui::case_table::CaseRow;
use app::ui::light::Lamp;
use backend::persons::mask_name;
use backend::{Services, cases};
use chrono::NaiveDate;
use domain::case::Status;
use domain::deadline::{Light, days_left};

/// A row that opens at `href`. Names are masked: a screen at a counter has many readers.
pub fn row(services: &Services, lang: Lang, case: &cases::CaseRow, href: String) -> CaseRow {
    CaseRow {
        number: case.case_no.clone(),
        href,
        item: lang.pick(&case.item_name, &case.item_name_en).to_owned(),
        applicant: mask_name(&case.applicant_name),
        status: case.status,
        outcome: case.outcome,
        lamp: lamp(services, case.light, case.days_left, case.promised_due, case.statutory_due)
            .stopped(case.status == Status::Suspended),
        due: case.next_due.filter(|_| case.status.is_open()),
        channel: Some(case.channel),
        holder: case.assignee.clone().unwrap_or_default(),
        at: at(services, case),
    }
}

/// The hour for what came today, else the day.
fn at(services: &Services, case: &cases::CaseRow) -> String {
    let local = case.submitted_at.with_timezone(&domain::calendar::CITY_OFFSET);
    if local.date_naive() == services.clock.today() {
        return local.format("%H:%M").to_string();
    }
    local.format("%Y-%m-%d").to_string()
}

/// A light with its days: left while in time, late once past.
pub fn lamp(
    services: &Services,
    light: Option<Light>,
    left: Option<u32>,
    promised: Option<NaiveDate>,
    statutory: Option<NaiveDate>,
) -> Lamp {
    let missed = match light {
        Some(Light::Red) => promised,
        Some(Light::Black) => statutory,
        Some(Light::Green | Light::Yellow) | None => None,
    };
    let late = |due| days_left(&services.reference.calendar(), due, services.clock.today());
    Lamp { light, days: missed.map_or(left.unwrap_or_default(), late), stopped: false }
}
