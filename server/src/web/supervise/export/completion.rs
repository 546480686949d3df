//! The figures of a period, a line for each group and one for all of them.

use crate::export::{Batches, Cell, Column, Kind, Row, Table, at_once};
use crate::web::supervise::asked::wished;
use app::lang::Lang;
use app::pages::supervise::address::Query;
use app::pages::supervise::column::Column as Shown;
use app::pages::supervise::measure::Measure;
use app::pages::supervise::rate::Rate;
use backend::{Result, Services, supervision};
use domain::indicator::Figures;
use domain::permission::Actor;

pub(super) async fn table(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: &Query,
) -> Result<(Table, Batches)> {
    let found = supervision::completion(services, actor, &wished(query)).await?;
    let groups = found.groups.iter();
    let mut rows: Vec<Row> =
        groups.map(|group| row(lang.pick(&group.name, &group.name_en), &group.figures)).collect();
    rows.push(row(lang.t("合计", "Total"), &found.total));
    let name = lang.t("办结情况", "completion");
    let table = Table {
        file: format!("{name}_{}_{}", query.period.from, query.period.to),
        sheet: name.to_owned(),
        columns: columns()
            .map(|column| Column::new(column.whole_name(lang, query.by), kind(column)))
            .collect(),
    };
    Ok((table, at_once(rows)))
}

/// More than the page has room for: both sides of every rate stand in the same file.
fn columns() -> impl Iterator<Item = Shown> {
    let counts = Measure::ALL.into_iter().map(Shown::Cases);
    let rates = Rate::ALL.into_iter().map(Shown::Share);
    [Shown::Name].into_iter().chain(counts).chain(rates).chain([Shown::Median])
}

fn kind(column: Shown) -> Kind {
    match column {
        Shown::Name => Kind::Text,
        Shown::Cases(_) => Kind::Whole,
        Shown::Share(_) => Kind::Rate,
        Shown::Median => Kind::Decimal,
    }
}

fn row(name: &str, figures: &Figures) -> Row {
    columns()
        .map(|column| match column {
            Shown::Name => Cell::text(name),
            Shown::Cases(measure) => Cell::Whole(measure.of(figures)),
            Shown::Share(rate) => Cell::Rate(rate.of(figures)),
            Shown::Median => figures.median_working_days().map_or(Cell::Empty, Cell::Decimal),
        })
        .collect()
}
