//! A report as both pages show it.

use super::{departments, name_of};
use crate::state::AppState;
use crate::web::desk::intake::size;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::reports::words::circled;
use app::pages::reports::{EvidenceFile, Happening, Point, Report};
use backend::assessment::reports::{self, Detail};
use domain::assessment::EvidencePoint;

/// The view of it.
pub(super) async fn shown(state: &AppState, lang: Lang, detail: &Detail) -> Result<Report, PageError> {
    let names = departments(state, lang).await?;
    let row = &detail.entry.row;
    let text = |zh: &str, en: &Option<String>| lang.pick(zh, en).to_owned();
    let report = detail.report.as_ref();
    Ok(Report {
        key: row.key.clone(),
        name: text(&row.name, &row.name_en),
        scheme: text(&detail.entry.scheme_name, &detail.entry.scheme_name_en),
        description: text(&row.description, &row.description_en),
        target: row.target.as_ref().map(|target| text(target, &row.target_en)).unwrap_or_default(),
        department: name_of(&names, detail.department),
        period: detail.period,
        state: report.map(|report| report.state),
        overdue: detail.overdue,
        due: detail.due,
        figure: report.map(|report| report.figure.clone()).unwrap_or_default(),
        points: points(lang, detail),
        history: detail.history.iter().map(|one| happening(detail, one)).collect(),
    })
}

/// The numbered points with their files, and last what belongs to none of them.
fn points(lang: Lang, detail: &Detail) -> Vec<Point> {
    let files = |number: u32| {
        let here = detail.files.iter().filter(move |file| file.point == number && !file.removed);
        here.map(file).collect::<Vec<_>>()
    };
    let point = |point: &EvidencePoint| Point {
        number: point.number,
        text: lang.pick(&point.text, &point.text_en).to_owned(),
        indicator: point.indicator.clone(),
        files: files(point.number),
    };
    let other = Point { number: 0, text: String::new(), indicator: None, files: files(0) };
    detail.entry.evidence.iter().map(point).chain([other]).collect()
}

fn file(file: &reports::EvidenceFile) -> EvidenceFile {
    EvidenceFile { id: file.id.to_string(), name: file.name.clone(), size: size(file.size) }
}

fn happening(detail: &Detail, one: &reports::Happening) -> Happening {
    let file = detail.files.iter().find(|file| Some(file.id) == one.file);
    let named = |file: &reports::EvidenceFile| {
        let point = if file.point == 0 { String::new() } else { circled(file.point) };
        (file.id.to_string(), format!("{point}{}", file.name))
    };
    Happening {
        at: one.at,
        who: one.who.clone(),
        deed: one.deed,
        reason: one.reason.clone(),
        figure: one.figure.clone(),
        file: file.map(named),
    }
}
