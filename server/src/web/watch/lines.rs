//! Rows of the backend as lines of pages.

use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::watch::alerts::AlertLine;
use app::pages::watch::history::Happened;
use app::pages::watch::notes::NoteLine;
use app::pages::watch::orders::OrderLine;
use app::ui::watch::seen;
use backend::watch::{self, Alert, Note, OrderEvent, OrderRow, Subject};
use backend::{Kind, Services, organisation};
use domain::deadline::{Limit, due};
use domain::permission::Actor;
use domain::watch::REPLY_MAX;

/// An alert.
pub(super) fn alert(lang: Lang, row: Alert) -> AlertLine {
    AlertLine {
        id: row.id.to_string(),
        rule: lang.t(row.rule_name, row.rule_name_en),
        card: row.card,
        state: row.state,
        item: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
        number: row.case_no,
        seq: row.seq,
        status: row.status,
        department: lang.pick(&row.department, &row.department_en).to_owned(),
        on: row.happened_on,
        seen: seen(lang, row.kind, &row.step, &row.evidence),
        order: row.order.map(|(id, year, serial)| (id.to_string(), watch::number(year, serial))),
        reason: row.reason,
    }
}

/// An order in a list.
pub(super) fn order(lang: Lang, row: OrderRow) -> OrderLine {
    OrderLine {
        id: row.id.to_string(),
        number: watch::number(row.year, row.serial),
        department: lang.pick(&row.department, &row.department_en).to_owned(),
        card: row.card,
        state: row.state,
        reply_by: row.reply_by,
        late: row.late,
        alerts: row.alerts,
        at: row.issued_at,
    }
}

/// Something that happened to an order.
pub(super) fn happened(event: OrderEvent) -> Happened {
    let file = |file: backend::uploads::Upload| {
        (format!("/uploads/{}", file.id), file.file_name, crate::web::desk::intake::size(file.size))
    };
    Happened {
        kind: event.kind,
        at: event.at,
        who: event.role.map(|_| event.who).unwrap_or_default(),
        reply_by: event.reply_by,
        words: event.words,
        files: event.files.into_iter().map(file).collect(),
    }
}

fn note(note: Note) -> NoteLine {
    NoteLine { words: note.words, author: note.author, at: note.at }
}

/// The notes on something.
pub(super) async fn notes(
    services: &Services,
    actor: &Actor,
    on: Subject,
) -> Result<Vec<NoteLine>, PageError> {
    Ok(watch::notes(services, actor, on).await?.into_iter().map(note).collect())
}

/// Working days to choose from, each with the day on which it ends.
pub(super) fn limits(services: &Services, lang: Lang) -> Vec<(String, String)> {
    let (today, calendar) = (services.clock.today(), services.reference.calendar());
    let limit = |days: u16| {
        let day = lang.date(due(&calendar, today, Limit::workdays(days), &[])?.due);
        let words = lang.t(format!("{days} 个工作日，到 {day}"), format!("{days} working days, until {day}"));
        Some((days.to_string(), words))
    };
    (1..=REPLY_MAX).filter_map(limit).collect()
}

/// Departments to choose from.
pub(super) async fn departments(services: &Services, lang: Lang) -> Result<Vec<(String, String)>, PageError> {
    let all = organisation::departments(&services.db).await?;
    Ok(all.iter().map(|one| (one.id.to_string(), lang.pick(&one.name, &one.name_en).to_owned())).collect())
}

/// Whether an error says that somebody was faster.
pub(super) fn is_stale(error: &backend::Error) -> bool {
    matches!(error.kind(), Kind::Stale { .. } | Kind::Conflict)
}
