//! `GET /api/v1/items` and `GET /api/v1/items/{code}`
#![expect(unused_qualifications, reason = "the macro of the document writes out paths")]

pub(super) mod guidance;
mod guide;

use super::page::{Page, Span};
use super::problem::{ApiError, Problem};
use crate::state::AppState;
use axum::Json;
use axum::extract::{Path, Query as Asked, State};
use backend::catalogue::{GuideQuery, ItemCard, Query as Wanted};
use backend::codes;
use domain::deadline::Limit;
use domain::division::DivisionCode;
use domain::field_error::FieldCode;
use guide::GuideBody;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A limit of time. A value of 0 is 即办, on the spot.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LimitBody {
    value: u16,
    /// workday, day or month.
    unit: &'static str,
}

impl From<Limit> for LimitBody {
    fn from(limit: Limit) -> Self {
        Self { value: limit.value, unit: limit.unit.as_str() }
    }
}

/// An item in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ItemBody {
    /// `RS-001`: our own id, good wherever a code is asked for.
    code: String,
    name: String,
    name_en: Option<String>,
    /// Key of the department.
    department: String,
    department_name: String,
    department_name_en: Option<String>,
    theme: String,
    /// Life events, by key.
    events: Vec<String>,
    /// instant (即办件) or promise (承诺件).
    kind: &'static str,
    promised_limit: Option<LimitBody>,
    statutory_limit: Option<LimitBody>,
    /// person, company, institution, association, authority, other.
    subjects: Vec<&'static str>,
    /// How it can be handled.
    channels: Channels,
    /// Visits at most.
    visits: u16,
    charged: bool,
    fee: String,
    /// active, suspended or withdrawn.
    state: &'static str,
}

/// How an item can be handled.
#[derive(Debug, Serialize, ToSchema)]
struct Channels {
    online: bool,
    fully_online: bool,
    mobile: bool,
    kiosk: bool,
    post: bool,
    same_city: bool,
    nearby: bool,
    cross_province: bool,
    one_window: bool,
    instant_approval: bool,
    no_application: bool,
    agent: bool,
    appointment: bool,
}

impl From<ItemCard> for ItemBody {
    fn from(card: ItemCard) -> Self {
        let flags = card.flags;
        Self {
            code: card.id,
            name: card.name,
            name_en: card.name_en,
            department: card.department_key,
            department_name: card.department,
            department_name_en: card.department_en,
            theme: card.theme,
            events: card.events,
            kind: card.kind.as_str(),
            promised_limit: card.limits.promised.map(LimitBody::from),
            statutory_limit: card.limits.statutory.map(LimitBody::from),
            subjects: card.subjects.into_iter().map(|subject| subject.as_str()).collect(),
            channels: Channels {
                online: flags.online,
                fully_online: flags.fully_online,
                mobile: flags.mobile,
                kiosk: flags.kiosk,
                post: flags.postal,
                same_city: flags.same_city,
                nearby: flags.nearby,
                cross_province: flags.cross_province,
                one_window: flags.one_window,
                instant_approval: flags.instant_approval,
                no_application: flags.no_application,
                agent: flags.agent,
                appointment: flags.appointment,
            },
            visits: card.visits,
            charged: card.charged,
            fee: card.fee_text,
            state: card.state.as_str(),
        }
    }
}

/// Which items. What is left empty does not narrow.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct ItemQuery {
    /// Chinese, pinyin, initials or everyday words; typing mistakes are forgiven.
    q: Option<String>,
    /// Theme, by its Chinese name.
    theme: Option<String>,
    /// Department, by key: `RS`.
    department: Option<String>,
    /// Life event, by key: `birth`.
    event: Option<String>,
    /// A division that must be served; also same_city, nearby or cross_province.
    division: Option<String>,
    /// online, mobile, window, kiosk, phone or post.
    channel: Option<String>,
    /// person, company, institution, association, authority or other.
    subject: Option<String>,
    /// From `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 100; 20 when not given.
    limit: Option<String>,
}

/// Searches the catalogue.
#[utoipa::path(
    get, path = "/items", tag = "items", params(ItemQuery),
    responses(
        (status = 200, description = "Items, best first", body = Page<ItemBody>),
        (status = 422, description = "A wrong cursor or limit", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<AppState>,
    Asked(query): Asked<ItemQuery>,
) -> Result<Json<Page<ItemBody>>, ApiError> {
    let span = Span::read(query.cursor.as_deref(), query.limit.as_deref())?;
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let size = |n: u64| usize::try_from(n).map_err(backend::Error::internal);
    let wanted = Wanted {
        text: query.q.unwrap_or_default(),
        theme: given(query.theme),
        department: given(query.department),
        event: given(query.event),
        channel: given(query.channel),
        area: given(query.division),
        subject: given(query.subject),
        offset: size(span.offset())?,
        limit: size(span.limit)?,
    };
    let found = app.services.catalogue.search(&wanted);
    let total = u64::try_from(found.total).map_err(backend::Error::internal)?;
    Ok(Json(span.page(found.items.into_iter().map(ItemBody::from).collect(), total)))
}

/// For whom and where.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct GuideParams {
    /// Where the person lives: `office` is then the competent one.
    division: Option<String>,
    /// 情形, by its two digits.
    situation: Option<String>,
}

/// Reads the whole guide of an item.
#[utoipa::path(
    get, path = "/items/{code}", tag = "items",
    params(
        ("code" = String, Path, description = "`RS-001`, or a code of 12, 31 or 33 characters"),
        GuideParams,
    ),
    responses(
        (status = 200, description = "The guide, and the form to fill in", body = GuideBody),
        (status = 404, description = "No such item", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn guide(
    State(app): State<AppState>,
    Path(code): Path<String>,
    Asked(params): Asked<GuideParams>,
) -> Result<Json<GuideBody>, ApiError> {
    let named = codes::item(&app.services, &code).await?;
    let division = params.division.as_deref().filter(|text| !text.is_empty()).map(DivisionCode::parse);
    let division = division.transpose().map_err(|_| ApiError::invalid("division", FieldCode::Unknown))?;
    let query = GuideQuery { division, situation: params.situation.or(named.situation) };
    let guide = app.services.catalogue.guide(&named.item_id, &query).await?;
    let intake = app.services.catalogue.intake_item(&named.item_id, query.situation.as_deref()).await?;
    Ok(Json(GuideBody::new(guide, intake.form)))
}
