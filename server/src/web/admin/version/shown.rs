//! A version as its page shows it.

use super::super::administrator::{Administrator, Answer};
use super::stage;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::values::Values;
use app::pages::admin::version::{DrawnStep, PreviewLine, Stage, VersionPage, edit, read};
use backend::catalogue::version::{self, VersionForm, VersionLine};
use backend::catalogue::{GuideQuery, certificate_types};
use backend::organisation::{self, Department};
use chrono::NaiveDate;
use domain::deadline::{Limit, Unit, due};
use domain::field_error::FieldError;
use domain::process::{Difference, Handling, Place, Process};
use domain::rule::{self, Rule};
use http::StatusCode;

/// Working days within which it must be said whether a case is accepted (行政许可法 art. 32).
const RECEIPT: Limit = Limit::workdays(5);

/// What was typed into a draft, and what came of it.
#[derive(Default)]
pub(super) struct Draft {
    pub typed: Option<VersionForm>,
    pub from: String,
    pub errors: Vec<FieldError>,
    pub tried: bool,
    pub stale: bool,
}

pub(super) async fn shown(admin: &Administrator, line: VersionLine, draft: Draft) -> Answer {
    let lang = admin.lang();
    let id = line.content.item_id.clone();
    let path = format!("/admin/items/{id}/versions/{}", line.content.version);
    let status = match (draft.stale, !draft.errors.is_empty() || draft.tried) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, false) => StatusCode::OK,
    };
    let page = page(admin, line, draft).await?;
    let n = page.version;
    let title = lang.t(format!("第 {n} 版"), format!("Version {n}"));
    let view = if page.stage == Stage::Draft { edit } else { read };
    Ok(admin.form(status, &title, path, move || view(page)))
}

async fn page(admin: &Administrator, line: VersionLine, draft: Draft) -> Result<VersionPage, PageError> {
    let (lang, services) = (admin.lang(), admin.services());
    let id = line.content.item_id.clone();
    let all = version::history(services, &admin.actor, &id).await?;
    let guide = services.catalogue.guide(&id, &GuideQuery::default()).await?;
    let departments = organisation::departments(&services.db).await?;
    let rule = version::rule(services, &admin.actor, &id, line.content.version).await?;
    let process = &line.content.process;
    let form = draft.typed.unwrap_or_else(|| VersionForm::of(&line.content));
    let mut typed = form.values();
    typed.insert("valid_from".to_owned(), draft.from);
    let is_draft = line.stage == version::Stage::Draft;
    let faults = if is_draft { version::faults(process, line.content.limits) } else { Vec::new() };
    let waiting = all.iter().find(|one| one.stage == version::Stage::Scheduled);
    let promised = line.content.limits.promised.or(line.content.limits.statutory);
    let promised = promised.filter(|limit| limit.unit == Unit::Workday).map(|limit| u32::from(limit.value));
    Ok(VersionPage {
        lang,
        name: lang.pick(&guide.card.name, &guide.card.name_en).to_owned(),
        version: line.content.version,
        stage: stage(line.stage),
        valid: (line.content.valid_from, line.ends),
        stamp: line.stamp,
        values: Values { typed, errors: draft.errors },
        steps: form.steps.len(),
        faults,
        tried: draft.tried,
        departments: offered(lang, &departments, process),
        rule: rule_words(services, lang, rule.as_ref()).await?,
        order: order(lang, process, &departments),
        longest: (process.longest_way(), promised),
        compared: compared(&line, &all),
        preview: preview(admin, &line),
        today: services.clock.today(),
        waiting: waiting.and_then(|one| Some((one.content.version, one.content.valid_from?))),
        stale: draft.stale,
        item: id,
    })
}

/// Departments in use, and those chosen already.
fn offered(lang: Lang, departments: &[Department], process: &Process) -> Vec<(String, String)> {
    let chosen =
        |one: &Department| process.steps.iter().any(|step| step.places.contains(&Place::Department(one.id)));
    let competent = lang.t("主管部门", "The department in charge").to_owned();
    let others = departments.iter().filter(|one| one.active || chosen(one));
    let named = |one: &Department| (one.id.to_string(), lang.pick(&one.name, &one.name_en).to_owned());
    std::iter::once(("competent".to_owned(), competent)).chain(others.map(named)).collect()
}

fn order(lang: Lang, process: &Process, departments: &[Department]) -> Vec<Vec<DrawnStep>> {
    let name = |place: &Place| match place {
        Place::Competent => lang.t("主管部门", "The department in charge").to_owned(),
        Place::Department(id) => {
            let found = departments.iter().find(|one| one.id == *id);
            found.map(|one| lang.pick(&one.name, &one.name_en).to_owned()).unwrap_or_default()
        }
    };
    let drawn = |step: &&domain::process::StepSpec| DrawnStep {
        name: lang.pick(&step.name, &step.name_en).to_owned(),
        kind: step.kind,
        departments: step.places.iter().map(name).collect(),
        limit: step.limit,
    };
    process.rows().iter().map(|row| row.iter().map(drawn).collect()).collect()
}

async fn rule_words(
    services: &backend::Services,
    lang: Lang,
    rule: Option<&Rule>,
) -> Result<Option<Vec<String>>, PageError> {
    let Some(rule) = rule else { return Ok(None) };
    let types = certificate_types(&services.db).await?;
    let name = |code: &str| {
        let known = types.iter().find(|one| one.code == code)?;
        Some((known.name.clone(), known.name_en.clone().unwrap_or_else(|| known.name.clone())))
    };
    let words = |part: &&Rule| {
        let (zh, en) = rule::words(part, &name);
        lang.t(zh, en)
    };
    Ok(Some(rule.parts().iter().map(words).collect()))
}

/// A draft and what waits against what is in force; what is or was in force against the one before.
fn compared(line: &VersionLine, all: &[VersionLine]) -> Option<(i32, Vec<Difference>)> {
    let is_now =
        |one: &&VersionLine| matches!(one.stage, version::Stage::InForce | version::Stage::Suspended);
    let own = line.content.version;
    let before = match line.stage {
        version::Stage::Draft | version::Stage::Scheduled => all.iter().find(is_now),
        version::Stage::InForce
        | version::Stage::Suspended
        | version::Stage::Cancelled
        | version::Stage::Ended => {
            let earlier =
                all.iter().filter(|one| one.content.version < own && one.stage == version::Stage::Ended);
            earlier.max_by_key(|one| one.content.version)
        }
    }?;
    let handling = |line: &VersionLine| {
        let content = &line.content;
        (content.kind, content.limits, std::sync::Arc::clone(&content.process))
    };
    let ((kind, limits, process), (now_kind, now_limits, now)) = (handling(before), handling(line));
    let then = Handling { kind, limits, process: &process };
    let found = then.differences(Handling { kind: now_kind, limits: now_limits, process: &now });
    Some((before.content.version, found))
}

/// The dates of a case filed and accepted today.
fn preview(admin: &Administrator, line: &VersionLine) -> Vec<PreviewLine> {
    let (lang, services) = (admin.lang(), admin.services());
    let (today, calendar) = (services.clock.today(), services.reference.calendar());
    let until = |limit: Limit| due(&calendar, today, limit, &[]).map(|end| end.due);
    let whole = |name: &str, limit: Option<Limit>| {
        let until: Option<NaiveDate> = limit.and_then(until);
        until.map(|day| PreviewLine { name: name.to_owned(), from: None, until: Some(day) })
    };
    let receipt = whole(lang.t("最晚受理", "Accepted at the latest"), Some(RECEIPT));
    let steps = line.content.process.expected(&calendar, today);
    let step = |one: domain::process::Expected<'_>| PreviewLine {
        name: lang.pick(&one.step.name, &one.step.name_en).to_owned(),
        from: Some(one.begins),
        until: one.ends,
    };
    let limits = line.content.limits;
    let steps: Vec<PreviewLine> = steps.into_iter().map(step).collect();
    receipt
        .into_iter()
        .chain(steps)
        .chain(whole(lang.t("承诺办结", "Promised"), limits.promised))
        .chain(whole(lang.t("法定办结", "By statute"), limits.statutory))
        .collect()
}
