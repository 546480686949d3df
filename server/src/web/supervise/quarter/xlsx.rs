//! The report as a workbook: the sentences, then a sheet for each table.

use super::{address, pdf, told};
use crate::export::{Cell, Column, Kind, Row, Table, sent, workbook};
use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::quarter::{Cell as Shown, Grid, Report, Value};
use axum::extract::{RawQuery, State};
use axum::response::Response;
use domain::indicator::Ratio;
use domain::permission::Role;
use http::StatusCode;

pub(in crate::web::supervise) async fn download(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let asked = address::asked(services, raw.as_deref()).await?;
    let report = match told(services, &actor, lang, &asked).await? {
        Ok(report) => report,
        Err(sentence) => {
            return Ok(pdf::refused(&context, &asked, StatusCode::UNPROCESSABLE_ENTITY, sentence));
        }
    };
    let place = state.exports.enter()?;
    let file = workbook(sheets(lang, &report)).await?;
    Ok(sent(place, file, &report.title).await?)
}

/// The sentences first, then each table.
pub(super) fn sheets(lang: Lang, report: &Report) -> Vec<(Table, Vec<Row>)> {
    let grids = report.sections.iter().flat_map(|section| &section.grids);
    std::iter::once(words(lang, report)).chain(grids.map(|one| sheet(lang, report, one))).collect()
}

fn words(lang: Lang, report: &Report) -> (Table, Vec<Row>) {
    let lines = std::iter::once(&report.made).chain(&report.sentences);
    let notes = report.sections.iter().flat_map(|section| &section.notes);
    let table = Table {
        file: report.title.clone(),
        sheet: lang.t("摘要", "Summary").to_owned(),
        columns: vec![Column::new(report.title.clone(), Kind::Text)],
    };
    (table, lines.chain(notes).map(|text| vec![Cell::text(text.clone())]).collect())
}

/// A rate of a column of rates is followed by both its sides, to calculate with.
fn sheet(lang: Lang, report: &Report, grid: &Grid) -> (Table, Vec<Row>) {
    let columns = grid.heads.iter().enumerate().flat_map(|(at, head)| {
        let first = grid.lines.first().and_then(|line| line.cells.get(at)).and_then(|cell| cell.value);
        let side = |name: &str| Column::new(format!("{} {name}", head.name), Kind::Whole);
        let sides = [side(lang.t("分子", "numerator")), side(lang.t("分母", "denominator"))];
        let whole = Column::new(head.name.clone(), kind(first));
        std::iter::once(whole).chain(sides.into_iter().filter(|_| head.sides))
    });
    let table = Table { file: report.title.clone(), sheet: grid.sheet.clone(), columns: columns.collect() };
    let row = |line: &app::pages::supervise::quarter::Line| {
        let cells = line.cells.iter().zip(&grid.heads);
        cells.flat_map(|(cell, head)| cells_of(cell, head.sides)).collect()
    };
    (table, grid.lines.iter().map(row).collect())
}

fn kind(value: Option<Value>) -> Kind {
    match value {
        None => Kind::Text,
        Some(Value::Whole(_)) => Kind::Whole,
        Some(Value::Rate(_)) => Kind::Rate,
        Some(Value::Decimal(_)) => Kind::Decimal,
    }
}

fn cells_of(cell: &Shown, sides: bool) -> Vec<Cell> {
    let whole = match cell.value {
        None => Cell::text(cell.text.clone()),
        Some(Value::Whole(n)) => Cell::Whole(n),
        Some(Value::Rate(ratio)) => Cell::Rate(ratio),
        Some(Value::Decimal(days)) => Cell::Decimal(days),
    };
    match cell.value {
        Some(Value::Rate(Ratio { numerator, denominator })) if sides => {
            vec![whole, Cell::Whole(numerator), Cell::Whole(denominator)]
        }
        _ if sides => vec![whole, Cell::Empty, Cell::Empty],
        _ => vec![whole],
    }
}
