//! The figures as a file for a spreadsheet.

use super::asked::{Parts, completion};
use super::figures::group;
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::Group;
use app::pages::supervise::address::Query;
use app::pages::supervise::column::Column;
use app::pages::supervise::heads::By;
use app::ui::ratio::{half, percent};
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse as _, Response};
use backend::{Error, supervision};
use bytes::Bytes;
use domain::permission::Role;
use futures::stream;
use http::{HeaderValue, header};

/// Spreadsheets read UTF-8 only where this stands first.
const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) async fn download(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let query = Parts::of(raw.as_deref()).figures(state.services.clock.today());
    let wanted = completion(query.period, query.by, &query.heads);
    let found = supervision::completion(&state.services, &actor, &wanted).await?;
    let lang = context.lang;
    let total = Group {
        key: String::new(),
        name: lang.t("合计", "Total").to_owned(),
        name_en: None,
        figures: found.total,
    };
    let lines = found.groups.into_iter().map(group).chain([total]);
    let lines = lines.map(move |one| record(&cells(lang, &one)));
    let head = record(&heads(lang, query.by)).map(|line| [BYTE_ORDER_MARK.as_bytes(), &line].concat().into());
    let mut response = Body::from_stream(stream::iter(std::iter::once(head).chain(lines))).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, disposition(lang, &query)?);
    Ok(response)
}

fn disposition(lang: Lang, query: &Query) -> Result<HeaderValue, PageError> {
    let name = format!("{}_{}_{}.csv", lang.t("办结情况", "completion"), query.period.from, query.period.to);
    let encoded = app::pages::public::search::encoded(&name);
    let value = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}"));
    value.map_err(|error| Error::internal(error).into())
}

fn heads(lang: Lang, by: By) -> Vec<String> {
    Column::ALL.map(|column| column.whole_name(lang, by).to_owned()).to_vec()
}

fn cells(lang: Lang, group: &Group) -> Vec<String> {
    Column::ALL.map(|column| cell(lang, group, column)).to_vec()
}

/// Plain numbers, for the spreadsheet to calculate with; empty where there is nothing to divide by.
fn cell(lang: Lang, group: &Group, column: Column) -> String {
    let figures = &group.figures;
    match column {
        Column::Name => lang.pick(&group.name, &group.name_en).to_owned(),
        Column::Cases(measure) => measure.of(figures).to_string(),
        Column::CompletionRate => percent(figures.completion_rate()).unwrap_or_default(),
        Column::OnTimeRate => percent(figures.on_time_rate()).unwrap_or_default(),
        Column::Median => figures.median_working_days().map(half).unwrap_or_default(),
    }
}

fn record(cells: &[String]) -> Result<Bytes, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells.iter().map(|cell| harmless(cell)))?;
    Ok(writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?.into())
}

/// A cell that a spreadsheet would read as a formula is told to be text (OWASP, CSV injection).
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(harmless("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(harmless("民政局"), "民政局");
    }

    #[test]
    fn a_name_with_a_comma_stays_one_cell() {
        let line = record(&["市, 区".to_owned(), "1".to_owned()]).unwrap();
        assert_eq!(line, "\"市, 区\",1\n");
    }
}
