//! The table: one line a group, every number a way down to its cases.

use super::address::Query;
use super::column::Column;
use super::figures::{CompletionPage, Group};
use super::heads::{By, Head as _, Level};
use super::live;
use super::measure::{Measure, Told as _};
use super::rate::Rate;
use crate::lang::Lang;
use crate::ui::ratio::{grouped, half, percent};
use crate::ui::table::{Caption, DENSE, scrolling};
use domain::indicator::Figures;
use leptos::prelude::*;

/// Sorts as asked.
fn sorted(mut groups: Vec<Group>, column: Column, ascending: bool) -> Vec<Group> {
    // What has no value comes last when the largest comes first.
    let weight = |group: &Group| column.weight(&group.figures).unwrap_or(-1.0);
    groups.sort_by(|a, b| {
        let order =
            if column == Column::Name { b.name.cmp(&a.name) } else { weight(a).total_cmp(&weight(b)) };
        let order = if ascending { order } else { order.reverse() };
        // Among equals those with late cases first, then the larger ones.
        let rank = |group: &Group| (group.figures.overdue, group.figures.received);
        order.then_with(|| rank(b).cmp(&rank(a)))
    });
    groups
}

pub(super) fn table(page: &CompletionPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let groups = sorted(page.groups.clone(), query.sort, query.ascending);
    let heads = Column::ALL.map(|column| head(lang, query, column)).collect_view();
    let rows = groups.iter().map(|group| row(lang, query, group)).collect_view();
    let caption = lang.t(
        format!("按{}：每个数字都可以点开看办件，每行都可以再分下去", query.by.name(lang)),
        format!(
            "By {}: every number opens its cases, every line goes further down",
            query.by.name(lang).to_lowercase()
        ),
    );
    let overlaps = lang.t(
        "一个办件可能属于几个“一件事”，所以各行加起来多于合计。",
        "A case may belong to several life events, so the lines add up to more than the total.",
    );
    let parts = view! {
        <thead><tr>{heads}</tr></thead>
        <tbody>{rows}</tbody>
        <tfoot>{total(lang, query, &page.total)}</tfoot>
    };
    view! {
        {levels(lang, query)}
        {scrolling(Caption::shown("groups", caption), DENSE, parts)}
        {query.by.overlaps().then(|| view! { <p class="meta">{overlaps}</p> })}
    }
    .into_any()
}

/// How deep divisions are told apart.
fn levels(lang: Lang, query: &Query) -> Option<AnyView> {
    (query.by == By::Division).then_some(())?;
    let links = Level::ALL.map(|level| {
        let href = Query { level: Some(level), ..query.clone() }.address();
        let current = (query.level == Some(level)).then_some("true");
        view! { <li><a href=href aria-current=current>{level.name(lang)}</a></li> }
    });
    let label = lang.t("辖区分到哪一级", "Level of divisions");
    Some(
        view! { <nav class="tabs no-print" aria-label=label><ul>{links.collect_view()}</ul></nav> }
            .into_any(),
    )
}

/// The first click sorts the largest first; the second the other way round.
fn head(lang: Lang, query: &Query, column: Column) -> AnyView {
    let current = query.sort == column;
    let ascending = current && !query.ascending;
    let href = Query { sort: column, ascending, ..query.clone() }.address();
    let sorted = current.then_some(if query.ascending { "ascending" } else { "descending" });
    let class = (column != Column::Name).then_some("num");
    let name = column.short_name(lang, query.by);
    view! { <th scope="col" class=class aria-sort=sorted><a href=href>{name}</a></th> }.into_any()
}

fn row(lang: Lang, query: &Query, group: &Group) -> AnyView {
    let figures = &group.figures;
    let name = lang.pick(&group.name, &group.name_en).to_owned();
    // One step further down: a department by its items, a hall by its windows.
    let href = Query { by: query.by.below(), level: None, ..query.within(&group.key) }.address();
    let key = Some(group.key.as_str());
    view! {
        <tr class:late=(figures.overdue_open > 0)>
            <th scope="row"><a href=href>{name}</a></th>
            {cells(lang, query, key, figures)}
        </tr>
    }
    .into_any()
}

fn total(lang: Lang, query: &Query, figures: &Figures) -> AnyView {
    view! { <tr><th scope="row">{lang.t("合计", "Total")}</th>{cells(lang, query, None, figures)}</tr> }
        .into_any()
}

fn cells(lang: Lang, query: &Query, key: Option<&str>, figures: &Figures) -> AnyView {
    Column::ALL.map(|column| cell(lang, query, key, column, figures)).collect_view().into_any()
}

/// What stands below a column; the row's name is its head.
fn cell(lang: Lang, query: &Query, key: Option<&str>, column: Column, figures: &Figures) -> Option<AnyView> {
    let shown = match column {
        Column::Name => return None,
        Column::Cases(measure) => link(lang, query, key, measure, measure.of(figures)),
        Column::Share(rate) => share(key, rate, figures),
        Column::Median => {
            let days = figures.median_working_days().map_or_else(|| "—".to_owned(), half);
            live::place(live::MEDIAN, key, days)
        }
    };
    let bad = matches!(column, Column::Cases(Measure::OverdueOpen)) && figures.overdue_open > 0;
    Some(view! { <td class="num" class:bad=bad>{shown}</td> }.into_any())
}

/// A rate with its two sides below it.
fn share(key: Option<&str>, rate: Rate, figures: &Figures) -> AnyView {
    let ratio = rate.of(figures);
    let Some(value) = percent(ratio) else { return live::place(rate.as_str(), key, "—".to_owned()) };
    let of = live::place(live::sides_key(rate), key, live::sides(ratio));
    view! {
        <span class="nowrap">{live::place(rate.as_str(), key, value)}"%"</span>
        <span class="of">{of}</span>
    }
    .into_any()
}

/// A number with its way down; zero leads nowhere.
fn link(lang: Lang, query: &Query, key: Option<&str>, measure: Measure, n: i64) -> AnyView {
    if n == 0 {
        return live::place(measure.as_str(), key, "0".to_owned());
    }
    let (said, number) = (measure.name(lang), live::place(measure.as_str(), key, grouped(n)));
    view! {
        <a href=query.cases(measure, key)><span class="visually-hidden">{said}" "</span>{number}</a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(key: &str, closed: i64, accepted: i64) -> Group {
        let figures = Figures { closed, accepted, ..Figures::default() };
        Group { key: key.into(), name: key.into(), name_en: None, figures }
    }

    #[test]
    fn a_group_without_a_rate_comes_after_those_with_one() {
        let groups = vec![group("none", 0, 0), group("half", 1, 2), group("all", 2, 2)];
        let keys: Vec<String> = sorted(groups, Column::Share(Rate::Completion), false)
            .into_iter()
            .map(|group| group.key)
            .collect();
        assert_eq!(keys, ["all", "half", "none"]);
    }
}
