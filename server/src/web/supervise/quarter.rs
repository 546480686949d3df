//! 季报 as page, PDF and workbook, all of one [`Report`].

mod address;
mod cases;
mod departments;
mod indicators;
mod pdf;
mod reports;
mod watched;
mod words;
mod xlsx;

pub(super) use pdf::download as pdf;
pub(super) use xlsx::download as xlsx;

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::quarter::{QuarterPage, Report, name, quarter as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::Services;
use backend::quarter::{self, Found, Quarter};
use domain::assessment::{Period, PeriodKind};
use domain::permission::{Actor, Role};
use http::StatusCode;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let asked = address::asked(services, raw.as_deref()).await?;
    let told = told(services, &actor, lang, &asked).await?;
    let status = if told.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = told.as_ref().map_or_else(|_| name(lang, asked.period), |report| report.title.clone());
    let page = QuarterPage { lang, period: asked.period, choices: choices(services, asked.first), told };
    let frame = context.frame(Area::Supervise, title, Width::Full);
    Ok(Context::html(status, frame, move || view(page)))
}

/// The report, or why there is none.
async fn told(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    asked: &address::Asked,
) -> Result<Result<Report, String>, PageError> {
    if let Some(wrong) = asked.wrong {
        return Ok(Err(wrong.said(lang).to_owned()));
    }
    Ok(match quarter::quarter(services, actor, asked.period).await? {
        Found::Report(found) => Ok(report(services, lang, &found)),
        Found::Future => Err(words::future(lang, asked.period)),
        Found::Before(first) => Err(words::before(lang, asked.period, first)),
    })
}

fn report(services: &Services, lang: Lang, found: &Quarter) -> Report {
    Report {
        title: words::title(lang, found),
        made: words::made(lang, found, services.clock.today()),
        place: place(services, lang),
        sentences: words::sentences(lang, found),
        sections: vec![
            cases::section(lang, found),
            departments::section(lang, found),
            indicators::section(lang, found),
            watched::section(lang, found),
            reports::section(lang, found),
        ],
    }
}

fn place(services: &Services, lang: Lang) -> String {
    let city = services.reference.city();
    let name = city
        .and_then(|code| services.reference.place(code))
        .map(|place| lang.pick(&place.name, &place.name_en).to_owned());
    let portal = lang.t("一号政务服务", "Yihao citizen services");
    name.map_or_else(
        || portal.to_owned(),
        |name| lang.t(format!("{name}{portal}"), format!("{name} · {portal}")),
    )
}

/// Quarters from the first case until today, the newest first.
fn choices(services: &Services, first: Option<Period>) -> Vec<Period> {
    let last = Period::of(services.clock.today(), PeriodKind::Quarter);
    let Some(first) = first else { return vec![last] };
    let back = std::iter::successors(Some(last), |one| Some(one.previous()));
    back.take_while(|one| *one >= first).collect()
}

#[cfg(test)]
mod tests;
