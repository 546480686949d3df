//! The list, with one case beside it.

use super::pane::pane;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::desk::rows::row;
use crate::web::error::PageError;
use app::pages::review::{Counts, ListQuery, Options, ReviewPage, Stale, Typed, Whose, review};
use app::shell::Area;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::cases::{self, AssigneeFilter, CaseQuery, CaseRow, ListedItem};
use domain::case::Status;
use domain::field_error::FieldError;
use domain::permission::{Actor, Role};
use serde::Deserialize;
use std::borrow::Cow;

/// Cases on a page.
const PER_PAGE: u64 = 50;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    whose: String,
    status: String,
    item: String,
    overdue: String,
    page: String,
    case: String,
}

impl Wanted {
    /// With one more part of an address.
    pub(super) fn with(mut self, (name, value): (Cow<'_, str>, Cow<'_, str>)) -> Self {
        let part = match name.as_ref() {
            "whose" => &mut self.whose,
            "status" => &mut self.status,
            "item" => &mut self.item,
            "overdue" => &mut self.overdue,
            "page" => &mut self.page,
            _ => return self,
        };
        *part = value.into_owned();
        self
    }

    /// Takes from an address only what it can mean; what remains needs no escaping.
    pub(super) fn query(&self) -> ListQuery {
        let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
        ListQuery {
            whose: Whose::parse(&self.whose).unwrap_or_default(),
            status: Status::parse(&self.status),
            item: self.item.chars().filter(plain).collect(),
            overdue: !self.overdue.is_empty(),
            page: self.page.parse().unwrap_or(1).max(1),
        }
    }
}

pub(super) async fn list(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    context.require(Role::Reviewer)?;
    let case = Some(wanted.case.as_str()).filter(|case| !case.is_empty());
    show(&context, &state, &wanted.query(), Opened { case, ..Opened::default() }).await
}

/// One case by its own address: the usual list beside it.
pub(super) async fn one(
    context: Context,
    State(state): State<AppState>,
    Path(case_no): Path<String>,
) -> Result<Response, PageError> {
    context.require(Role::Reviewer)?;
    let query = Wanted::default().query();
    show(&context, &state, &query, Opened { case: Some(&case_no), ..Opened::default() }).await
}

/// What stands beside the list.
#[derive(Default)]
pub(super) struct Opened<'a> {
    /// The case.
    pub case: Option<&'a str>,
    /// What was typed, when it was not taken.
    pub typed: Typed,
    /// What is wrong with it.
    pub errors: Vec<FieldError>,
    /// Why it came too late, or is not possible.
    pub stale: Option<Stale>,
    /// The status of the answer, where it is not one of the others.
    pub status: Option<StatusCode>,
}

pub(super) async fn show(
    context: &Context,
    state: &AppState,
    query: &ListQuery,
    opened: Opened<'_>,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Reviewer)?.actor();
    let found = cases::list(services, &actor, &case_query(&actor, query)).await?;
    let status = status(&opened);
    let next = opened.case.and_then(|case| next(&found.rows, case));
    let case = match opened.case {
        Some(number) => Some(pane(context, state, number, next, opened.typed, opened.errors).await?),
        None => None,
    };
    let page = ReviewPage {
        lang,
        query: query.clone(),
        options: options(context, state, &actor).await?,
        counts: counts(state, &actor).await?,
        rows: found
            .rows
            .iter()
            .map(|case| row(services, lang, case, query.address(Some(&case.case_no))))
            .collect(),
        pages: found.total.div_ceil(PER_PAGE),
        case,
        stale: opened.stale,
    };
    let title = lang.t("待办", "Work list");
    answer::page(context, Area::Review, status, title, move || review(page)).await
}

fn status(opened: &Opened<'_>) -> StatusCode {
    if let Some(status) = opened.status {
        status
    } else if opened.stale.is_some() {
        StatusCode::CONFLICT
    } else if opened.errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// The case after this one; at the end of the list, the one before it.
fn next(rows: &[CaseRow], case: &str) -> Option<String> {
    let at = rows.iter().position(|row| row.case_no == case);
    let row = match at {
        Some(at) => {
            rows.get(at.saturating_add(1)).or_else(|| at.checked_sub(1).and_then(|before| rows.get(before)))
        }
        None => rows.first(),
    };
    row.map(|row| row.case_no.clone())
}

/// What a department has to do something about.
fn open() -> Vec<Status> {
    Status::ALL.into_iter().filter(|status| status.is_open()).collect()
}

fn case_query(actor: &Actor, query: &ListQuery) -> CaseQuery {
    CaseQuery {
        status: query.status.map_or_else(open, |status| vec![status]),
        item_id: Some(query.item.clone()).filter(|item| !item.is_empty()),
        overdue: query.overdue,
        page: query.page,
        per_page: PER_PAGE,
        ..of(actor, query.whose)
    }
}

/// What others decide stands in its own list only, unless it is in one's own hands.
fn of(actor: &Actor, whose: Whose) -> CaseQuery {
    let all = CaseQuery { status: open(), ..CaseQuery::default() };
    let own = CaseQuery { department_id: actor.department, ..all.clone() };
    match whose {
        Whose::Mine => CaseQuery { assignee: AssigneeFilter::Mine, ..all },
        Whose::Unassigned => CaseQuery { assignee: AssigneeFilter::Nobody, ..own },
        Whose::All => own,
        Whose::Consulted => CaseQuery { consulted: true, ..all },
        Whose::Extensions => CaseQuery { extension: true, ..own },
    }
}

async fn counts(state: &AppState, actor: &Actor) -> Result<Counts, PageError> {
    let mut counts = Counts::default();
    let seen = |whose: &Whose| *whose != Whose::Extensions || actor.head;
    for whose in Whose::ALL.into_iter().filter(seen) {
        let total = cases::count(&state.services, actor, &of(actor, whose)).await?;
        match whose {
            Whose::Mine => counts.mine = total,
            Whose::Unassigned => counts.unassigned = total,
            Whose::All => counts.all = total,
            Whose::Consulted => counts.consulted = total,
            Whose::Extensions => counts.extensions = Some(total),
        }
    }
    Ok(counts)
}

/// The items of which there is something to do.
async fn options(context: &Context, state: &AppState, actor: &Actor) -> Result<Options, PageError> {
    let items = cases::items(&state.services, actor, &of(actor, Whose::All)).await?;
    let named = |item: ListedItem| {
        let name = context.lang.pick(&item.name, &item.name_en).to_owned();
        (item.id, name)
    };
    Ok(Options { items: items.into_iter().map(named).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_means_only_what_it_can() {
        let wanted =
            Wanted { whose: "x".into(), item: "RS-001&case=".into(), page: "0".into(), ..Wanted::default() };
        let query = wanted.query();
        assert_eq!((query.whose, query.item.as_str(), query.page), (Whose::All, "RS-001case", 1));
    }
}
