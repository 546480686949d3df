//! Charts drawn by the server as SVG: zero baseline, labels at the marks, the table behind them.
//! Lengths are percentages, so that text keeps its size at any width.

use super::ratio::grouped;
use super::table::{Caption, DENSE, scrolling};
use crate::lang::Lang;
use leptos::prelude::*;

/// A part of each bar: the class that colours it, and its name.
#[derive(Clone, Debug)]
pub struct Kind {
    /// `early`, `on-time`, `late`, `open`, `past`.
    pub class: &'static str,
    /// What it counts.
    pub name: String,
}

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// The number of each kind, in the order of the kinds.
    pub parts: Vec<i64>,
    /// What stands at its end.
    pub said: String,
    /// The cases of each kind, for the table.
    pub links: Vec<String>,
}

/// A chart of bars.
#[derive(Clone, Debug)]
pub struct BarChart {
    /// Its id on the page.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// The head of the first column of its table.
    pub head: String,
    /// The parts of each bar.
    pub kinds: Vec<Kind>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// Pixels a bar takes with its label.
const STEP: usize = 44;

/// Horizontal bars, one a group.
pub fn bar_chart(lang: Lang, chart: BarChart) -> AnyView {
    let largest = chart.bars.iter().map(|bar| bar.parts.iter().sum::<i64>()).max().unwrap_or(0);
    let bars = chart.bars.iter().enumerate().map(|(at, bar)| bar_row(&chart.kinds, at, bar, largest));
    let height = (STEP * chart.bars.len()).to_string();
    view! {
        <figure class="chart">
            <figcaption>{chart.caption.clone()}</figcaption>
            {key(&chart.kinds)}
            <svg class="bar-chart" width="100%" height=height role="img" aria-label=said(lang, &chart)>
                {bars.collect_view()}
            </svg>
            {table_behind(lang, &chart)}
        </figure>
    }
    .into_any()
}

fn bar_row(kinds: &[Kind], at: usize, bar: &Bar, largest: i64) -> AnyView {
    let (text, top) = ((STEP * at + 14).to_string(), (STEP * at + 20).to_string());
    let mut before = 0;
    let parts = kinds.iter().zip(&bar.parts).map(|(kind, &n)| {
        let x = share(before, largest);
        before += n;
        let (class, y) = (format!("bar {}", kind.class), top.clone());
        view! { <rect class=class x=x y=y width=share(n, largest) height="14"/> }
    });
    view! {
        <g>
            <text class="label" x="0" y=text.clone()>{bar.label.clone()}</text>
            <text class="value" x="100%" y=text>{bar.said.clone()}</text>
            <rect class="track" y=top.clone() width="100%" height="14"/>
            {parts.collect_view()}
        </g>
    }
    .into_any()
}

/// Height of the tallest column and where the baseline lies, in pixels.
const TALL: i64 = 130;
const BASE: i64 = 170;

/// Columns over time, one a month; the last one is the current month.
pub fn column_chart(lang: Lang, chart: BarChart) -> AnyView {
    let largest = chart.bars.iter().map(|bar| bar.parts.iter().sum::<i64>()).max().unwrap_or(0);
    let count = chart.bars.len();
    let columns =
        chart.bars.iter().enumerate().map(|(at, bar)| column(&chart.kinds, at, count, bar, largest));
    view! {
        <figure class="chart">
            <figcaption>{chart.caption.clone()}</figcaption>
            {key(&chart.kinds)}
            <svg class="column-chart" width="100%" height="200" role="img" aria-label=said(lang, &chart)>
                {columns.collect_view()}
                <line class="axis" x1="0" x2="100%" y1="170" y2="170"/>
            </svg>
            {table_behind(lang, &chart)}
        </figure>
    }
    .into_any()
}

fn column(kinds: &[Kind], at: usize, count: usize, bar: &Bar, largest: i64) -> AnyView {
    let place = |tenths: usize| {
        let at = i64::try_from(at * 10 + tenths).unwrap_or_default();
        share(at, i64::try_from(count * 10).unwrap_or(1))
    };
    let (left, middle, width) = (place(2), place(5), share(6, i64::try_from(count * 10).unwrap_or(1)));
    let mut top = BASE;
    let parts = kinds.iter().zip(&bar.parts).map(|(kind, &n)| {
        let height = pixels(n, largest);
        top -= height;
        let (class, x, width) = (format!("bar {}", kind.class), left.clone(), width.clone());
        view! { <rect class=class x=x width=width y=top.to_string() height=height.to_string()/> }
    });
    let parts = parts.collect_view();
    // On a phone every second name is left out; the last month always stays.
    let alternate = (count - at).is_multiple_of(2);
    let class =
        move |base: &str| if alternate { format!("{base} middle alt") } else { format!("{base} middle") };
    view! {
        {parts}
        <text class=class("value") x=middle.clone() y=(top - 6).to_string()>{bar.said.clone()}</text>
        <text class=class("label") x=middle y="188">{bar.label.clone()}</text>
    }
    .into_any()
}

fn pixels(n: i64, largest: i64) -> i64 {
    if largest <= 0 || n <= 0 { 0 } else { (n * TALL / largest).max(1) }
}

/// `n` of `largest` as a percentage, for an attribute.
pub fn share(n: i64, largest: i64) -> String {
    if largest <= 0 {
        return "0%".to_owned();
    }
    let hundredths = n.max(0) * 10_000 / largest;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Names of the parts, where a bar has several.
fn key(kinds: &[Kind]) -> Option<AnyView> {
    let lines = kinds.iter().map(|kind| {
        let class = format!("bar {}", kind.class);
        view! {
            <li><svg class="bar-chart" width="12" height="12" aria-hidden="true"><rect class=class width="12" height="12"/></svg>{kind.name.clone()}</li>
        }
    });
    (kinds.len() > 1).then(|| view! { <ul class="chart-key">{lines.collect_view()}</ul> }.into_any())
}

/// The whole chart in one sentence, for those who do not see it.
fn said(lang: Lang, chart: &BarChart) -> String {
    let bars: Vec<String> = chart.bars.iter().map(|bar| format!("{} {}", bar.label, bar.said)).collect();
    format!("{}{}{}", chart.caption, lang.t("：", ": "), bars.join(lang.t("；", "; ")))
}

fn table_behind(lang: Lang, chart: &BarChart) -> AnyView {
    let heads = chart.kinds.iter().map(|kind| view! { <th scope="col" class="num">{kind.name.clone()}</th> });
    let rows = chart.bars.iter().map(|bar| {
        let cells = bar.parts.iter().enumerate().map(|(at, n)| match bar.links.get(at) {
            Some(href) => view! { <td class="num"><a href=href.clone()>{grouped(*n)}</a></td> }.into_any(),
            None => view! { <td class="num">{grouped(*n)}</td> }.into_any(),
        });
        view! { <tr><th scope="row">{bar.label.clone()}</th>{cells.collect_view()}</tr> }
    });
    let parts = view! {
        <thead><tr><th scope="col">{chart.head.clone()}</th>{heads.collect_view()}</tr></thead>
        <tbody>{rows.collect_view()}</tbody>
    };
    let caption = Caption::shown(&format!("{}-table", chart.id), chart.caption.clone());
    view! {
        <details class="table-behind">
            <summary>{lang.t("看数据表", "Show the table")}</summary>
            {scrolling(caption, DENSE, parts)}
        </details>
    }
    .into_any()
}

/// A bar in a table's cell; what it shows stands beside it as a number.
pub fn mini_bar(class: &'static str, n: i64, largest: i64) -> AnyView {
    let class = format!("bar {class}");
    view! {
        <svg class="mini-bar" width="100%" height="10" aria-hidden="true">
            <rect class="track" width="100%" height="10"/>
            <rect class=class width=share(n.min(largest), largest) height="10"/>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_the_largest() {
        assert_eq!(share(1, 3), "33.33%");
        assert_eq!(share(5, 0), "0%");
    }

    #[test]
    fn the_smallest_column_can_be_seen() {
        assert_eq!((pixels(1, 10_000), pixels(0, 10_000)), (1, 0));
    }
}
