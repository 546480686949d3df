//! What is told of the procedure beyond the status: clocks that stood still, what is asked and owed,
//! what rules found.

use app::lang::Lang;
use app::pages::review::{Course, Extending, Owed, Promise, Stop};
use backend::Services;
use backend::cases::{CaseView, EventView};
use chrono::NaiveDate;
use domain::case::{Case, Event, Outcome, RuleResult, Special, Status};
use domain::deadline::{self, Extension, Limit};
use uuid::Uuid;

pub(super) fn course(services: &Services, lang: Lang, view: &CaseView) -> Course {
    let case = &view.case;
    let (work, today) = (&case.work, services.clock.today());
    Course {
        deemed: case.accepted_on.zip(work.deemed_on),
        past: case.status.clock_runs() && case.due().is_some_and(|due| due < today),
        stops: work.specials.iter().enumerate().map(|(at, one)| stop(view, at, one, today)).collect(),
        extending: extending(services, view),
        extended: work.extension.map(|given| (given.workdays, given.on)),
        owed: owed(lang, view),
        promise: promise(services, case),
        repeated_on: work.repeated_on,
        barred: view.barred && case.status.is_open(),
        person_wanted: work.person_wanted && case.process.automatic.is_some() && case.decided_on.is_none(),
        automatic: work.automatic,
        rules: rules(&view.events),
        pre_reviewed: work.pre_reviewed && case.status == Status::Submitted,
        certificate: work.certificate.clone().unwrap_or_default(),
        delivered_on: work.delivered_on,
    }
}

/// The n-th time that the clock stood still, with the reason that was written then.
fn stop(view: &CaseView, at: usize, special: &Special, today: NaiveDate) -> Stop {
    let reasons = view.events.iter().filter_map(|one| match &one.event {
        Event::Suspended { reason, .. } => Some(reason.as_str()),
        _ => None,
    });
    Stop {
        procedure: special.procedure,
        from: special.from,
        expected: special.expected,
        until: special.until,
        reason: reasons.into_iter().nth(at).unwrap_or_default().to_owned(),
        late: special.until.is_none() && special.expected < today,
    }
}

/// 延期 as asked for, with the date that it would make.
fn extending(services: &Services, view: &CaseView) -> Option<Extending> {
    let asked = view.case.work.extension_request.as_ref()?;
    let by = view.events.iter().rev().find(|one| matches!(one.event, Event::ExtensionAsked { .. }));
    Some(Extending {
        by: by.map(|one| one.actor_name.clone()).unwrap_or_default(),
        on: asked.day,
        workdays: asked.workdays,
        reason: asked.reason.clone(),
        before: view.case.due(),
        after: extended(services, &view.case, asked.workdays),
    })
}

/// The date given if so many days are added today; none while the clock stands still.
fn extended(services: &Services, case: &Case, workdays: u16) -> Option<NaiveDate> {
    let mut longer = case.clone();
    longer.work.extension = Some(Extension { on: services.clock.today(), workdays });
    let (promised, statutory) = longer.deadlines(&services.reference.calendar());
    promised.or(statutory).filter(|_| case.status.clock_runs()).map(|deadline| deadline.due)
}

fn owed(lang: Lang, view: &CaseView) -> Option<Owed> {
    let deferral = view.case.work.deferral.as_ref()?;
    let name = |id: &Uuid| {
        let known = view.materials.iter().find(|one| one.material_id == Some(*id));
        known.map_or_else(|| lang.t("材料", "a material").to_owned(), |one| one.name.clone())
    };
    Some(Owed {
        materials: deferral.materials.iter().map(name).collect(),
        due: deferral.due,
        supplied: deferral.supplied,
    })
}

fn promise(services: &Services, case: &Case) -> Option<Promise> {
    let work = &case.work;
    if !work.committed {
        return None;
    }
    match (work.kept, work.revoked_on, case.outcome) {
        (_, Some(day), _) => Some(Promise::Broken(day)),
        (Some(_), None, _) => Some(Promise::Kept),
        (None, None, Some(Outcome::Granted)) => Some(Promise::ToVerify(verify_by(services, case))),
        (None, None, Some(Outcome::Refused)) => None,
        (None, None, None) => Some(Promise::Given),
    }
}

fn verify_by(services: &Services, case: &Case) -> Option<NaiveDate> {
    let (day, days) = case.decided_on.zip(case.process.commitment)?;
    let due = deadline::due(&services.reference.calendar(), day, Limit::workdays(days), &[]);
    due.map(|deadline| deadline.due)
}

/// The rules as they were last applied.
fn rules(events: &[EventView]) -> Vec<RuleResult> {
    let applied = events.iter().rev().find_map(|one| match &one.event {
        Event::RulesApplied { rules } => Some(rules.clone()),
        _ => None,
    });
    applied.unwrap_or_default()
}
