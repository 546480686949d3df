//! The rules, changed one at a time; a change may be tried before it is saved.

use super::lines;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::admin::typed::{Posted, refused, typed};
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::pages::admin::values::Values;
use app::pages::watch::rules::{RuleLine, RulePage, WouldFind, rule as one_view, rules as view, title};
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::Error;
use backend::watch::{self, Change, RuleRow};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::{Actor, Role};
use domain::watch::{Card, Rule};
use http::StatusCode;
use std::collections::BTreeMap;

pub(super) async fn list(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let lang = context.lang;
    let rows: Vec<RuleLine> = watch::rules(&state.services, &actor).await?.into_iter().map(line).collect();
    answer::page(&context, Area::Supervise, StatusCode::OK, title(lang), move || view(lang, &rows)).await
}

fn line(row: RuleRow) -> RuleLine {
    RuleLine {
        changed: row.updated_by.map(|who| (who, row.updated_at)),
        rule: row.rule,
        settled: row.settled,
        revision: row.revision,
    }
}

async fn found(state: &AppState, actor: &Actor, key: &str) -> Result<RuleLine, PageError> {
    let rows = watch::rules(&state.services, actor).await?;
    rows.into_iter().find(|row| row.rule.key == key).map(line).ok_or_else(PageError::not_found)
}

pub(super) async fn one(
    context: Context,
    State(state): State<AppState>,
    At(key): At<String>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let line = found(&state, &actor, &key).await?;
    let values = Values { typed: stored(&line), errors: Vec::new() };
    shown(&context, line, values, None, StatusCode::OK).await
}

fn stored(line: &RuleLine) -> BTreeMap<String, String> {
    let Rule { on, usual, card, reply, .. } = &line.rule;
    let pairs = [
        ("revision", line.revision.to_string()),
        ("on", if *on { "on" } else { "" }.to_owned()),
        ("threshold", line.rule.limit().to_string()),
        ("usual", usual.map(|days| days.to_string()).unwrap_or_default()),
        ("card", card.as_str().to_owned()),
        ("reply", reply.to_string()),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

async fn shown(
    context: &Context,
    line: RuleLine,
    values: Values,
    would: Option<WouldFind>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let name = lang.t(line.rule.name.clone(), line.rule.name_en.clone());
    let page = RulePage { lang, line, values, would, stale: status == StatusCode::CONFLICT };
    answer::page(context, Area::Supervise, status, name, move || one_view(&page)).await
}

pub(super) async fn save(
    context: Context,
    State(state): State<AppState>,
    At(key): At<String>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let line = found(&state, &actor, &key).await?;
    let typed = typed(posted);
    let trial = typed.get("do").is_some_and(|what| what == "try");
    let done = match read(&line.rule, &typed) {
        Err(error) => Err(error),
        Ok(change) if trial => match watch::what_if(&state.services, &actor, &key, change).await {
            Ok(would) => {
                let values = Values { typed, errors: Vec::new() };
                let would = Some((would.days, would.cases, would.now));
                return shown(&context, line, values, would, StatusCode::OK).await;
            }
            Err(error) => Err(error),
        },
        Ok(change) => {
            let revision = typed.get("revision").and_then(|text| text.parse().ok()).unwrap_or_default();
            watch::save(&state.services, &actor, &key, revision, change).await
        }
    };
    match done {
        Ok(()) => {
            let flash = Flash::done(
                "规则已保存，正在按新规则回看所有办件。",
                "The rule was saved; every case is looked at once more.",
            );
            context.redirect_with(flash, "/supervise/rules").await
        }
        Err(error) if lines::is_stale(&error) => {
            let values = Values { typed: stored(&line), errors: Vec::new() };
            shown(&context, line, values, None, StatusCode::CONFLICT).await
        }
        Err(error) => {
            let values = refused(typed, error)?;
            shown(&context, line, values, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// What was typed; what is no number is told at its field.
fn read(rule: &Rule, typed: &BTreeMap<String, String>) -> Result<Change, Error> {
    let text = |name: &str| typed.get(name).map(|text| text.trim()).unwrap_or_default();
    let mut errors = Vec::new();
    let mut number = |name: &str, wanted: bool| {
        let read = text(name).parse::<u16>().ok();
        if wanted && read.is_none() {
            errors.push(FieldError::new(name, FieldCode::Number));
        }
        read.filter(|_| wanted)
    };
    let threshold = number("threshold", rule.kind.threshold().is_some());
    let usual = number("usual", rule.usual.is_some());
    let reply = number("reply", true).unwrap_or_default();
    let card = Card::parse(text("card"));
    if card.is_none() {
        errors.push(FieldError::new("card", FieldCode::Choice));
    }
    match card.filter(|_| errors.is_empty()) {
        Some(card) => Ok(Change { on: text("on") == "on", threshold, usual, card, reply }),
        None => Err(Error::invalid(errors)),
    }
}
