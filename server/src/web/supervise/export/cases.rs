//! Every case behind a figure, and nobody's name: a page of them at a time.

use crate::export::{Batches, Cell, Column, Format, Kind, Row, Table};
use crate::web::desk::rows::lamp;
use crate::web::supervise::wanted::wanted;
use app::lang::Lang;
use app::pages::supervise::address::CasesQuery;
use app::pages::supervise::cases::title;
use app::ui::light::words;
use app::ui::status::{channel_name, status_name};
use backend::cases::{self, CaseQuery, ExportRow};
use backend::{Result, Services};
use domain::case::Outcome;
use domain::division::DivisionCode;
use domain::item::CaseKind;
use domain::permission::Actor;
use futures::StreamExt as _;
use futures::stream::try_unfold;
use serde_json::json;
use uuid::Uuid;

/// Cases read at once.
const PAGE: u64 = 500;

pub(super) async fn table(
    services: &Services,
    actor: Actor,
    lang: Lang,
    query: &CasesQuery,
    format: Format,
) -> Result<(Table, Batches)> {
    let name = title(lang, query).to_owned();
    let days = query.period.map(|days| format!("_{}_{}", days.from, days.to)).unwrap_or_default();
    let table = Table { file: format!("{name}{days}"), sheet: name, columns: columns(lang) };
    let asked = json!({ "list": query.address(), "format": format.as_str() });
    let wanted = wanted(query);
    cases::begin_export(services, &actor, &wanted, asked).await?;
    let reading = Reading { services: services.clone(), actor, lang, wanted, next: Some(None) };
    Ok((table, try_unfold(reading, Reading::page).boxed()))
}

/// Where the reading stands. It holds no statement open: a slow reader holds up nobody.
struct Reading {
    services: Services,
    actor: Actor,
    lang: Lang,
    wanted: CaseQuery,
    /// The key to go on with, at first none; nothing at the end.
    next: Option<Option<Uuid>>,
}

impl Reading {
    async fn page(mut self) -> Result<Option<(Vec<Row>, Self)>> {
        let Some(after) = self.next else { return Ok(None) };
        let (found, next) =
            cases::export_page(&self.services, &self.actor, &self.wanted, after, PAGE).await?;
        self.next = next.map(Some);
        let rows = found.iter().map(|case| row(&self.services, self.lang, case)).collect();
        Ok(Some((rows, self)))
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (lang.t("办件编号", "Case number"), Kind::Text),
        (lang.t("事项编码", "Service code"), Kind::Text),
        (lang.t("事项", "Service"), Kind::Text),
        (lang.t("部门", "Department"), Kind::Text),
        (lang.t("区划代码", "Division code"), Kind::Text),
        (lang.t("辖区", "Division"), Kind::Text),
        (lang.t("渠道", "Channel"), Kind::Text),
        (lang.t("办件类型", "Kind"), Kind::Text),
        (lang.t("状态", "Status"), Kind::Text),
        (lang.t("结果", "Result"), Kind::Text),
        (lang.t("提交时间", "Submitted"), Kind::Moment),
        (lang.t("受理日", "Accepted"), Kind::Date),
        (lang.t("承诺期限", "Promised by"), Kind::Date),
        (lang.t("法定期限", "Statutory date"), Kind::Date),
        (lang.t("决定日", "Decided"), Kind::Date),
        (lang.t("办结日", "Closed"), Kind::Date),
        (lang.t("办理用时（工作日）", "Working days"), Kind::Whole),
        (lang.t("补正次数", "Corrections"), Kind::Whole),
        (lang.t("时效", "Clock"), Kind::Text),
    ]
    .map(|(name, kind)| Column::new(name, kind))
    .into()
}

fn row(services: &Services, lang: Lang, case: &ExportRow) -> Row {
    let division = DivisionCode::parse(&case.division).ok().map(|code| services.reference.path(code));
    vec![
        Cell::text(&case.case_no),
        Cell::text(&case.item_id),
        Cell::text(lang.pick(&case.item_name, &case.item_name_en)),
        Cell::text(lang.pick(&case.department, &case.department_en)),
        Cell::text(&case.division),
        Cell::text(division.unwrap_or_default()),
        Cell::text(channel_name(lang, case.channel)),
        Cell::text(kind(lang, case.kind)),
        Cell::text(status_name(lang, case.status)),
        Cell::text(case.outcome.map(|outcome| result(lang, outcome)).unwrap_or_default()),
        Cell::Moment(case.submitted_at),
        Cell::date(case.accepted_on),
        Cell::date(case.promised_due),
        Cell::date(case.statutory_due),
        Cell::date(case.decided_on),
        Cell::date(case.closed_on),
        Cell::whole(case.handling_days),
        Cell::Whole(case.corrections.into()),
        Cell::text(clock(services, lang, case)),
    ]
}

fn kind(lang: Lang, kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Instant => lang.t("即办件", "immediate"),
        CaseKind::Promise => lang.t("承诺件", "promised"),
    }
}

fn result(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Granted => lang.t("准予", "granted"),
        Outcome::Refused => lang.t("不予许可", "refused"),
    }
}

/// The light of an open case; once decided, whether it was in time.
fn clock(services: &Services, lang: Lang, case: &ExportRow) -> String {
    let due = case.promised_due.or(case.statutory_due);
    match due.zip(case.decided_on) {
        Some((due, on)) if on > due => lang.t("晚于期限", "decided late").to_owned(),
        Some(_) => lang.t("按时", "in time").to_owned(),
        None if case.status.is_open() => {
            words(lang, lamp(services, case.light, case.days_left, case.promised_due, case.statutory_due))
        }
        None => String::new(),
    }
}
