//! The supervisor's figures and lists as files for a spreadsheet.

mod cases;
mod completion;
mod indicators;

use super::asked::Parts;
use crate::export::{Batches, Format, Table, answer};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use axum::routing::{MethodRouter, get};
use backend::{Result, Services};
use domain::indicator::Span;
use domain::permission::{Actor, Role};

/// What can be had as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// The figures of a period, by group.
    Completion,
    /// The cases behind a figure.
    Cases,
    /// Every indicator of a period.
    Indicators,
}

impl What {
    /// Reads the API's name.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "completion" => Some(Self::Completion),
            "cases" => Some(Self::Cases),
            "indicators" => Some(Self::Indicators),
            _ => None,
        }
    }
}

/// Who wants it, in which language, and what the address says.
pub(crate) struct Wish<'a> {
    pub actor: Actor,
    pub lang: Lang,
    pub raw: Option<&'a str>,
}

/// The address of a file.
pub(super) fn file(what: What, format: Format) -> MethodRouter<AppState> {
    get(move |context: Context, State(state): State<AppState>, RawQuery(raw): RawQuery| async move {
        let actor = context.require(Role::Supervisor)?.actor();
        let wish = Wish { actor, lang: context.lang, raw: raw.as_deref() };
        Ok::<_, PageError>(given(&state, what, format, wish).await?)
    })
}

/// The file, for pages and for the API. What is not asked for rightly is left out, as on the page.
///
/// # Errors
/// [`backend::Kind::Unavailable`] when too many are written already; [`backend::Kind::Denied`] to
/// everybody but supervisors; storage errors.
pub(crate) async fn given(state: &AppState, what: What, format: Format, wish: Wish<'_>) -> Result<Response> {
    let place = state.exports.enter()?;
    let (table, rows) = read(&state.services, what, format, wish).await?;
    answer(place, table, rows, format).await
}

async fn read(services: &Services, what: What, format: Format, wish: Wish<'_>) -> Result<(Table, Batches)> {
    let Wish { actor, lang, raw } = wish;
    let parts = Parts::of(raw);
    match what {
        What::Completion => {
            let query = parts.figures(services.clock.today());
            completion::table(services, &actor, lang, &query).await
        }
        What::Cases => cases::table(services, actor, lang, &parts.cases(), format).await,
        What::Indicators => {
            let period = parts.figures(services.clock.today()).period;
            let span = Span::new(period.from, period.to);
            indicators::table(services, &actor, lang, span, parts.department()).await
        }
    }
}
