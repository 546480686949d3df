//! The working calendar.

use super::administrator::{Administrator, Answer};
use super::import::{faults, nothing_chosen, status};
use super::upload::texts;
use app::lang::Lang;
use app::pages::admin::calendar::{CalendarPage, Covered, calendar as view};
use app::pages::admin::import::Outcome;
use axum::extract::{Multipart, RawQuery};
use backend::places::{self, CalendarSummary};
use chrono::Datelike as _;

pub(super) async fn page(admin: Administrator, RawQuery(raw): RawQuery) -> Answer {
    let asked = form_urlencoded::parse(raw.as_deref().unwrap_or_default().as_bytes());
    let year = asked.filter(|(name, _)| name == "year").find_map(|(_, value)| value.parse().ok());
    let year = year.filter(|year| (1949..=2200).contains(year));
    shown(&admin, year, None).await
}

pub(super) async fn take(admin: Administrator, form: Multipart) -> Answer {
    let lang = admin.lang();
    let files = texts(form).await?;
    let Some(json) = files.get("calendar") else {
        return shown(&admin, None, Some(nothing_chosen(lang))).await;
    };
    match places::import_calendar(admin.services(), &admin.actor, json).await {
        Ok(summary) => {
            admin.services().reference.reload(admin.db()).await?;
            let done = Outcome::Done(lines(lang, &summary));
            shown(&admin, Some(summary.to.year()), Some(done)).await
        }
        Err(error) => shown(&admin, None, Some(faults(lang, error)?)).await,
    }
}

fn lines(lang: Lang, summary: &CalendarSummary) -> Vec<String> {
    let (from, to) = (lang.date(summary.from), lang.date(summary.to));
    let (off, on) = (summary.holidays, summary.workdays);
    vec![
        lang.t(format!("已公布 {from}至{to}"), format!("Announced from {from} to {to}")),
        lang.t(format!("放假 {off} 天，调休上班 {on} 天"), format!("{off} days off, {on} make-up days")),
    ]
}

async fn shown(admin: &Administrator, year: Option<i32>, outcome: Option<Outcome>) -> Answer {
    let (lang, db) = (admin.lang(), admin.db());
    let today = admin.services().clock.today();
    let year = year.unwrap_or_else(|| today.year());
    let covered = places::coverage(db).await?.map(|covered| Covered {
        from: covered.from,
        to: covered.to,
        source: covered.source,
        imported: lang.moment(covered.imported_at),
    });
    let status = status(outcome.as_ref());
    let page = CalendarPage { lang, today, covered, year, days: places::days(db, year).await?, outcome };
    Ok(admin.answer(status, lang.t("工作日历", "Working calendar"), move || view(page)))
}
