//! The supervisor's pages: figures, and the cases behind each of them.

pub(in crate::web) mod alarms;
mod asked;
mod case;
mod cases;
mod compare;
pub(crate) mod export;
mod figures;
mod forecast;
mod indicators;
pub(crate) mod live;
mod materials;
mod patterns;
mod quarter;
mod schemes;
mod wanted;

use crate::export::Format;
use crate::state::AppState;
use axum::Router;
use axum::routing::{get, post};
use export::{What, file};

/// The addresses of this area.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/supervise", get(figures::page))
        .route("/supervise/completion.csv", file(What::Completion, Format::Csv))
        .route("/supervise/completion.xlsx", file(What::Completion, Format::Xlsx))
        .route("/supervise/cases.csv", file(What::Cases, Format::Csv))
        .route("/supervise/cases.xlsx", file(What::Cases, Format::Xlsx))
        .route("/supervise/indicators.csv", file(What::Indicators, Format::Csv))
        .route("/supervise/indicators.xlsx", file(What::Indicators, Format::Xlsx))
        .route("/supervise/live", get(live::follow))
        .route("/supervise/forecast", get(forecast::page))
        .route("/supervise/quarter", get(quarter::page))
        .route("/supervise/quarter.pdf", get(quarter::pdf))
        .route("/supervise/quarter.xlsx", get(quarter::xlsx))
        .route("/supervise/indicators", get(indicators::page))
        .route("/supervise/indicators/{key}", get(indicators::one))
        .route("/supervise/indicators/{key}/{side}", get(indicators::listed))
        .route("/supervise/materials", get(materials::page))
        .route("/supervise/compare", get(compare::page))
        .route("/supervise/patterns", get(patterns::page))
        .route("/supervise/cases", get(cases::list))
        .route("/supervise/cases/{case_no}", get(case::page))
        .route("/supervise/find", post(cases::find))
        .merge(schemes::routes())
        .route("/supervise/alarms", get(alarms::list))
        .route("/supervise/alarms/{id}/note", post(alarms::note))
}
