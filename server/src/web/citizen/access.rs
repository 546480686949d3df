//! 谁看过我的信息.

mod words;

pub(in crate::web) use words::{act_name, line};

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::access::{AccessFilter, AccessPage, Span, access as view};
use app::shell::Area;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::access::{self, Act, Cursor, LedgerQuery};
use backend::{Holder, Services, own_data};
use chrono::Days;
use domain::permission::Role;
use serde::Deserialize;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    span: String,
    act: String,
    after: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let actor = context.require(Role::Citizen)?.actor();
    let holder = Holder::Person(own_data::owner(&actor)?);
    let page = build(&state.services, lang, holder, &wanted).await?;
    let title = lang.t("谁看过我的信息", "Who looked at my data");
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}

async fn build(
    services: &Services,
    lang: Lang,
    holder: Holder,
    wanted: &Wanted,
) -> Result<AccessPage, PageError> {
    let span = Span::parse(&wanted.span).unwrap_or_default();
    let act = Act::parse(&wanted.act);
    let after = Cursor::parse(&wanted.after);
    let from = span.days().and_then(|days| services.clock.today().checked_sub_days(Days::new(days)));
    let query = LedgerQuery { act, from, after, ..LedgerQuery::default() };
    let found = access::of_holder(services, holder, &query).await?;
    let kinds = access::counts(services, holder, &query).await?;
    let kind = |(act, times): (Act, u64)| (act.as_str().to_owned(), act_name(lang, act).to_owned(), times);
    Ok(AccessPage {
        lang,
        filter: AccessFilter { span, act: act.map(Act::as_str).unwrap_or_default().to_owned() },
        kinds: kinds.into_iter().map(kind).collect(),
        lines: found.lines.into_iter().map(|one| line(services, lang, one)).collect(),
        next: found.next.map(|next| next.to_string()),
        paged: after.is_some(),
    })
}
