//! Every indicator of a period with both sides of its formula, its source and its targets.

use crate::export::{Batches, Cell, Column, Kind, Row, Table, at_once};
use crate::web::supervise::indicators::settled;
use app::lang::Lang;
use backend::indicators::{self, Origin, Reported, Told};
use backend::{Result, Services};
use domain::indicator::Span;
use domain::indicator::catalogue::{Direction, Indicator, Unit, Words};
use domain::permission::Actor;
use uuid::Uuid;

pub(super) async fn table(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    span: Span,
    department: Option<Uuid>,
) -> Result<(Table, Batches)> {
    let told = indicators::list(services, actor, span, department).await?;
    let name = lang.t("指标", "indicators");
    let table = Table {
        file: format!("{name}_{}_{}", span.from, span.to),
        sheet: name.to_owned(),
        columns: columns(lang),
    };
    Ok((table, at_once(told.iter().map(|one| row(lang, one)).collect())))
}

fn columns(lang: Lang) -> Vec<Column> {
    [
        (lang.t("类别", "Heading"), Kind::Text),
        (lang.t("指标", "Indicator"), Kind::Text),
        (lang.t("数值", "Value"), Kind::Decimal),
        (lang.t("单位", "Unit"), Kind::Text),
        (lang.t("分子", "Numerator"), Kind::Whole),
        (lang.t("分子计", "counted in"), Kind::Text),
        (lang.t("分母", "Denominator"), Kind::Whole),
        (lang.t("分母计", "counted in "), Kind::Text),
        (lang.t("公式", "Formula"), Kind::Text),
        (lang.t("越大越好或越小越好", "Which way is good"), Kind::Text),
        (lang.t("目标", "Targets"), Kind::Text),
        (lang.t("是否达标", "Met"), Kind::Text),
        (lang.t("数据来源", "Data from"), Kind::Text),
        (lang.t("依据", "Asked for in"), Kind::Text),
    ]
    .map(|(name, kind)| Column::new(name, kind))
    .into()
}

fn row(lang: Lang, told: &Told) -> Row {
    let (one, reading) = (told.indicator, &told.reading);
    let targets: Vec<&str> = told.targets.iter().map(|target| target.figure.as_str()).collect();
    vec![
        Cell::text(said(lang, one.group.name())),
        Cell::text(said(lang, one.name)),
        value(told),
        Cell::text(unit(lang, one)),
        Cell::whole(reading.numerator),
        Cell::text(said(lang, one.base.name())),
        Cell::whole(reading.denominator),
        Cell::text(one.below.map(|below| said(lang, below.name())).unwrap_or_default()),
        Cell::text(said(lang, one.formula)),
        Cell::text(direction(lang, one.direction)),
        Cell::text(targets.join(lang.t("；", "; "))),
        Cell::text(met(lang, told)),
        Cell::text(origin(lang, &told.origin)),
        Cell::text(one.source),
    ]
}

fn said(lang: Lang, (zh, en): Words) -> &'static str {
    lang.t(zh, en)
}

/// The number that the page shows; nothing where there is nothing to divide by.
fn value(told: &Told) -> Cell {
    let text = told.reading.value.map(|value| value.text(told.indicator.unit));
    let plain = text.map(|text| text.replace(',', "").replace('−', "-"));
    plain.and_then(|text| text.parse().ok()).map_or(Cell::Empty, Cell::Decimal)
}

fn unit(lang: Lang, one: &Indicator) -> &'static str {
    match one.unit {
        Unit::Percent => "%",
        Unit::Workdays => lang.t("个工作日", "working days"),
        Unit::Number => said(lang, one.base.name()),
        Unit::Points => lang.t("分", "points"),
        Unit::Hours => lang.t("小时", "hours"),
    }
}

fn direction(lang: Lang, direction: Direction) -> &'static str {
    match direction {
        Direction::Up => lang.t("越大越好", "more"),
        Direction::Down => lang.t("越小越好", "less"),
        Direction::Neutral => "",
    }
}

/// In the order of the targets; a target that cannot be compared says nothing.
fn met(lang: Lang, told: &Told) -> String {
    let each = told.targets.iter().map(|target| match target.met(&told.reading) {
        Some(true) => lang.t("达标", "met"),
        Some(false) => lang.t("未达标", "not met"),
        None => "—",
    });
    each.collect::<Vec<_>>().join(lang.t("；", "; "))
}

fn origin(lang: Lang, origin: &Origin) -> String {
    match origin {
        Origin::Computed => lang.t("系统计算", "computed").to_owned(),
        Origin::Reported(one) => reported(lang, one),
        Origin::Settled { period, subjects } => settled(lang, *period, *subjects),
        Origin::Missing => lang.t("尚未填报", "not reported yet").to_owned(),
    }
}

fn reported(lang: Lang, one: &Reported) -> String {
    let (name, period) =
        (lang.pick(&one.name, &one.name_en), lang.t(one.period.chinese(), one.period.english()));
    lang.t(format!("{name}填报（{period}）"), format!("reported by {name} ({period})"))
}
