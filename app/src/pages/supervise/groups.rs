//! The table: one line a group, every number a way down to its cases.

use super::address::{By, Measure, Query};
use super::completion::{CompletionPage, Group};
use crate::lang::Lang;
use crate::ui::chart::mini_bar;
use crate::ui::ratio::{grouped, half, percent_or_dash};
use domain::indicator::{Figures, Ratio};
use leptos::prelude::*;

/// The columns, by any of which the table can be sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the figures")]
pub enum Column {
    Name,
    Received,
    Accepted,
    Closed,
    OnTime,
    Early,
    Overdue,
    Open,
    #[default]
    OverdueOpen,
    CompletionRate,
    OnTimeRate,
    Median,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Received,
        Self::Accepted,
        Self::Closed,
        Self::OnTime,
        Self::Early,
        Self::Overdue,
        Self::Open,
        Self::OverdueOpen,
        Self::CompletionRate,
        Self::OnTimeRate,
        Self::Median,
    ];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
            Self::OnTime => "on_time",
            Self::Early => "early",
            Self::Overdue => "overdue",
            Self::Open => "open",
            Self::OverdueOpen => "overdue_open",
            Self::CompletionRate => "completion_rate",
            Self::OnTimeRate => "on_time_rate",
            Self::Median => "median",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.as_str() == text)
    }

    fn head(self, lang: Lang, by: By) -> &'static str {
        match self {
            Self::Name => by.name(lang),
            Self::Received => lang.t("收件", "Received"),
            Self::Accepted => lang.t("受理", "Accepted"),
            Self::Closed => lang.t("办结", "Closed"),
            Self::OnTime => lang.t("按时", "On time"),
            Self::Early => lang.t("其中提前", "of it early"),
            Self::Overdue => lang.t("超期办结", "Late"),
            Self::Open => lang.t("在办", "Open"),
            Self::OverdueOpen => lang.t("现在超期", "Overdue now"),
            Self::CompletionRate => lang.t("办结率", "Completion"),
            Self::OnTimeRate => lang.t("按时率", "On-time rate"),
            Self::Median => lang.t("中位（工作日）", "Median (wd)"),
        }
    }

    /// What it is sorted by; what has no value comes last when the largest comes first.
    fn weight(self, figures: &Figures) -> Option<f64> {
        let whole = |n: i64| Ratio { numerator: n, denominator: 1 }.value();
        match self {
            Self::Name => None,
            Self::Received => whole(figures.received),
            Self::Accepted => whole(figures.accepted),
            Self::Closed => whole(figures.closed),
            Self::OnTime => whole(figures.on_time),
            Self::Early => whole(figures.early),
            Self::Overdue => whole(figures.overdue),
            Self::Open => whole(figures.open),
            Self::OverdueOpen => whole(figures.overdue_open),
            Self::CompletionRate => figures.completion_rate().value(),
            Self::OnTimeRate => figures.on_time_rate().value(),
            Self::Median => figures.median_working_days(),
        }
    }
}

/// Sorts as asked.
pub(super) fn sorted(mut groups: Vec<Group>, column: Column, ascending: bool) -> Vec<Group> {
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
        format!("按{}：每个数字都可以点开看办件", query.by.name(lang)),
        format!("By {}: every number opens its cases", query.by.name(lang).to_lowercase()),
    );
    view! {
        <div class="table-scroll" role="region" aria-labelledby="groups" tabindex="0">
            <table class="data-table dense">
                <caption id="groups">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot>{total(lang, query, &page.total)}</tfoot>
            </table>
        </div>
    }
    .into_any()
}

/// The first click sorts the largest first; the second the other way round.
fn head(lang: Lang, query: &Query, column: Column) -> AnyView {
    let current = query.sort == column;
    let ascending = current && !query.ascending;
    let href = Query { sort: column, ascending, ..query.clone() }.address();
    let sorted = current.then_some(if query.ascending { "ascending" } else { "descending" });
    let class = (column != Column::Name).then_some("num");
    let head = view! {
        <th scope="col" class=class aria-sort=sorted><a href=href>{column.head(lang, query.by)}</a></th>
    };
    let bar = (column == Column::CompletionRate).then(|| view! { <th scope="col" class="no-print"><span class="visually-hidden">{lang.t("办结率图", "Completion as a bar")}</span></th> });
    view! { {head}{bar} }.into_any()
}

fn row(lang: Lang, query: &Query, group: &Group) -> AnyView {
    let figures = &group.figures;
    let name = lang.pick(&group.name, &group.name_en).to_owned();
    let href = match query.by {
        // One department by its items: one step further down.
        By::Department => {
            let heads = query.heads.clone().with(By::Department, Some(&group.key));
            Query { by: By::Item, heads, ..query.clone() }.address()
        }
        By::Item | By::Division | By::Window | By::Channel => query.cases(Measure::Open, Some(&group.key)),
    };
    let key = Some(group.key.as_str());
    view! {
        <tr class:late=(figures.overdue_open > 0)>
            <th scope="row"><a href=href>{name}</a></th>
            {numbers(lang, query, key, figures)}
        </tr>
    }
    .into_any()
}

fn total(lang: Lang, query: &Query, figures: &Figures) -> AnyView {
    view! { <tr><th scope="row">{lang.t("合计", "Total")}</th>{numbers(lang, query, None, figures)}</tr> }
        .into_any()
}

fn numbers(lang: Lang, query: &Query, key: Option<&str>, figures: &Figures) -> AnyView {
    let cell = |measure: Measure, n: i64| view! { <td class="num">{link(lang, query, key, measure, n)}</td> };
    let (rate, on_time) = (figures.completion_rate(), figures.on_time_rate());
    let median = figures.median_working_days().map_or_else(|| "—".to_owned(), half);
    view! {
        {cell(Measure::Received, figures.received)}
        {cell(Measure::Accepted, figures.accepted)}
        {cell(Measure::Closed, figures.closed)}
        {cell(Measure::OnTime, figures.on_time)}
        {cell(Measure::Early, figures.early)}
        {cell(Measure::Late, figures.overdue)}
        {cell(Measure::Open, figures.open)}
        {cell(Measure::OverdueOpen, figures.overdue_open)}
        <td class="num">{percent_or_dash(rate)}</td>
        <td class="bar-cell no-print">{mini_bar("on-time", rate.numerator, rate.denominator)}</td>
        <td class="num">{percent_or_dash(on_time)}</td>
        <td class="num">{median}</td>
    }
    .into_any()
}

/// A number with its way down; zero leads nowhere.
fn link(lang: Lang, query: &Query, key: Option<&str>, measure: Measure, n: i64) -> AnyView {
    if n == 0 {
        return view! { "0" }.into_any();
    }
    let said = measure.name(lang);
    view! {
        <a href=query.cases(measure, key)><span class="visually-hidden">{said}" "</span>{grouped(n)}</a>
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
        let keys: Vec<String> =
            sorted(groups, Column::CompletionRate, false).into_iter().map(|group| group.key).collect();
        assert_eq!(keys, ["all", "half", "none"]);
    }
}
