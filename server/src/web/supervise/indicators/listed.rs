//! What one side of an indicator counts.

use super::{Asked, department};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::supervise::cases;
use app::lang::Lang;
use app::pages::supervise::indicators::{CaseLine, ListedPage, Rows, SideName, listed as view};
use app::shell::Area;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use backend::indicators::{self, Listed, PER_PAGE, Wanted};
use backend::{Error, Services};
use domain::indicator::catalogue::{Base, Indicator, Side, find};
use domain::permission::Role;

pub(in crate::web::supervise) async fn listed(
    context: Context,
    State(state): State<AppState>,
    Path((key, side)): Path<(String, String)>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let indicator = find(&key).ok_or_else(Error::not_found)?;
    let name = SideName::parse(&side).ok_or_else(Error::not_found)?;
    let (counted, base) = chosen(indicator, name);
    let asked = Asked::of(services, raw.as_deref());
    let wanted = Wanted { side: counted, span: asked.span(), department: asked.department, page: asked.page };
    let (found, lines, sum) = indicators::list_of(services, &actor, &wanted).await?;
    let page = ListedPage {
        lang,
        department: department(services, lang, &asked).await?,
        indicator,
        side: match name {
            SideName::Numerator => lang.t("分子", "numerator"),
            SideName::Denominator => lang.t("分母", "denominator"),
        },
        address: format!("{}&page=", asked.query.side(indicator.key, name)),
        base,
        page: asked.page,
        pages: lines.div_ceil(PER_PAGE),
        lines,
        sum,
        rows: rows(services, lang, found),
        query: asked.query,
    };
    let (zh, en) = indicator.name;
    Ok(context.page(Area::Supervise, lang.t(zh, en), Width::Full, move || view(page)))
}

fn chosen(indicator: &Indicator, name: SideName) -> (Side, Base) {
    let (over, under) = indicator.sides();
    match name {
        SideName::Numerator => (over, indicator.base),
        SideName::Denominator => (under, indicator.below.unwrap_or(indicator.base)),
    }
}

fn rows(services: &Services, lang: Lang, found: Listed) -> Rows {
    match found {
        Listed::Cases(lines) => Rows::Cases(
            lines
                .into_iter()
                .map(|(row, part)| CaseLine { case: cases::line(services, lang, row), part })
                .collect(),
        ),
        Listed::Items(lines) => Rows::Items(
            lines
                .into_iter()
                .map(|one| (one.id, lang.pick(&one.name, &one.name_en).to_owned(), one.part))
                .collect(),
        ),
        Listed::Windows(lines) => Rows::Windows(
            lines
                .into_iter()
                .map(|one| (lang.pick(&one.hall, &one.hall_en).to_owned(), one.number, one.name, one.general))
                .collect(),
        ),
        Listed::People => Rows::People,
    }
}
