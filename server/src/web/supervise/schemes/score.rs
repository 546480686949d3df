//! Scores of a period: shown, put in, settled.

use super::score_view::{Typed, score_page};
use super::words;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::schemes::{Row, ScoresPage, score as view, scores as list};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use backend::assessment::{self, Given, Subject};
use backend::{Kind, Services};
use domain::assessment::{Period, PeriodKind, Scheme};
use domain::permission::{Actor, Role};
use http::StatusCode;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Years to choose from, this one included.
const YEARS: i32 = 3;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    period: String,
    subject: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let services = &state.services;
    if wanted.subject.is_empty() {
        return overview(&context, services, &actor, &key, &wanted.period).await;
    }
    let (subject, period) = read(&wanted.subject, &wanted.period)?;
    let found = assessment::score(services, &actor, &key, &subject, period).await?;
    let page = score_page(context.lang, &found, period, None);
    let title = page.of.clone();
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}

fn read(subject: &str, period: &str) -> Result<(Subject, Period), PageError> {
    let subject = Subject::parse(subject).ok_or_else(PageError::not_found)?;
    Ok((subject, Period::parse(period).ok_or_else(PageError::not_found)?))
}

async fn overview(
    context: &Context,
    services: &Services,
    actor: &Actor,
    key: &str,
    period: &str,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let book = assessment::scheme(services, actor, key, None).await?;
    let periods = periods(services, &book.scheme);
    let asked = Period::parse(period).filter(|one| book.scheme.scores.contains_key(&one.kind()));
    let period = asked.or_else(|| periods.first().copied());
    let mut rows = Vec::new();
    if let Some(period) = period {
        for (of, worked) in assessment::scores(services, actor, key, period).await? {
            rows.push(Row {
                subject: of.subject.to_string(),
                name: lang.pick(&of.name, &of.name_en).to_owned(),
                value: worked.as_ref().and_then(|worked| worked.value).map(|value| value.rounded(2)),
                lacking: worked.map(|worked| worked.gaps.len()).filter(|gaps| *gaps > 0),
            });
        }
    }
    let named = |one: Period| (one.to_string(), lang.t(one.chinese(), one.english()));
    let page = ScoresPage {
        lang,
        key: book.card.key.clone(),
        name: words(lang, &book.card.name),
        period: period.map(|period| period.to_string()).unwrap_or_default(),
        scored: !book.scheme.scores.is_empty(),
        periods: periods.into_iter().map(named).collect(),
        rows,
    };
    let title = lang.t("得分", "Scores");
    Ok(context.page(Area::Supervise, title, Width::Full, move || list(page)))
}

/// Periods that the scheme scores and that have begun, the newest first.
fn periods(services: &Services, scheme: &Scheme) -> Vec<Period> {
    let today = services.clock.today();
    let mut all: Vec<Period> = Vec::new();
    for kind in PeriodKind::ALL.into_iter().filter(|kind| scheme.scores.contains_key(kind)) {
        let now = Period::of(today, kind);
        let back = std::iter::successors(Some(now), |one| Some(one.previous()));
        all.extend(back.take_while(|one| one.year() > now.year() - YEARS));
    }
    all.sort_by_key(|one| (std::cmp::Reverse(one.from()), one.kind()));
    all
}

pub(super) async fn enter(
    context: Context,
    State(state): State<AppState>,
    Path(key): Path<String>,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let services = &state.services;
    let field = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    let (subject, period) = read(field("subject"), field("period"))?;
    let values =
        form.iter().filter_map(|(name, value)| Some((name.strip_prefix("in-")?.to_owned(), value.clone())));
    let given =
        Given { values: values.collect(), note: field("note").to_owned(), seen: field("seen").parse().ok() };
    let error = match assessment::enter(services, &actor, &key, &subject, period, &given).await {
        Ok(changed) => return context.redirect_with(saved(changed), &address(&key, &subject, period)).await,
        Err(error) => error,
    };
    let (status, wrong) = match error.kind() {
        Kind::Invalid(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors.clone()),
        Kind::Stale { .. } => (StatusCode::CONFLICT, Vec::new()),
        _ => return Err(error.into()),
    };
    let found = assessment::score(services, &actor, &key, &subject, period).await?;
    let page = score_page(context.lang, &found, period, Some(Typed { given: &given, wrong: &wrong }));
    let mut frame = context.frame(Area::Supervise, page.of.clone(), Width::Full);
    frame.path = address(&key, &subject, period);
    Ok(Context::html(status, frame, move || view(page)))
}

fn saved(changed: usize) -> Flash {
    match changed {
        0 => Flash::done("没有改动。", "Nothing was changed."),
        n => Flash::done(
            format!("保存了 {n} 项，得分已重算。"),
            format!("{n} values saved; the score was worked out anew."),
        ),
    }
}

fn address(key: &str, subject: &Subject, period: Period) -> String {
    app::pages::supervise::schemes::score_address(key, &period.to_string(), &subject.to_string())
}

/// The score that was shown, to be settled.
#[derive(Deserialize)]
pub(super) struct Settle {
    subject: String,
    period: String,
    shown: String,
}

pub(super) async fn settle(
    context: Context,
    State(state): State<AppState>,
    Path(key): Path<String>,
    Form(form): Form<Settle>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (subject, period) = read(&form.subject, &form.period)?;
    let shown = form.shown.parse().map_err(|_| PageError::not_found())?;
    let flash = match assessment::settle(&state.services, &actor, &key, &subject, period, shown).await {
        Ok(()) => Flash::done("得分已定稿。", "The score is settled."),
        Err(error) if matches!(error.kind(), Kind::Conflict) => Flash::refused(
            "没有定稿：填报的数值刚刚变了，请看过新的得分再定。",
            "Not settled: what was put in has just changed. Look at the new score first.",
        ),
        Err(error) => return Err(error.into()),
    };
    context.redirect_with(flash, &address(&key, &subject, period)).await
}

/// A sentence for a field, with the maximum that the component has.
pub(super) fn wrong_words(lang: Lang, name: &str, max: &str, code: domain::field_error::FieldCode) -> String {
    let sentence = if matches!(code, domain::field_error::FieldCode::Range { .. }) {
        lang.t(format!("应在 0 至 {max} 之间"), format!("must lie between 0 and {max}"))
    } else {
        lang.t("请填数字，最多四位小数".to_owned(), "give a number of at most four decimals".to_owned())
    };
    lang.t(format!("{name}：{sentence}"), format!("{name}: {sentence}"))
}
