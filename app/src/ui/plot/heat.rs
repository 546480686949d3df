//! Weekdays by hours: a row a weekday, a bar an hour, all on the same scale.

mod table;

use crate::lang::Lang;
use crate::ui::chart::share;
use crate::ui::ratio::grouped;
use leptos::prelude::*;
use table::table;

/// One hour of one weekday.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// 0 is Monday.
    pub weekday: u32,
    /// From 0 to 23, in the city.
    pub hour: u32,
    /// How many cases.
    pub n: i64,
    /// These cases.
    pub href: String,
}

/// The plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// Its id on the page.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// Hours with cases; those left out have none.
    pub cells: Vec<HeatCell>,
}

/// Pixels of a row, of its tallest bar, and hours shown even when nothing came.
const ROW: u32 = 44;
const TALL: i64 = 26;
const OPEN: (u32, u32) = (8, 18);
/// Of a thousand, what the names of the weekdays take.
const NAMES: u32 = 80;

impl Heat {
    fn at(&self, weekday: u32, hour: u32) -> Option<&HeatCell> {
        self.cells.iter().find(|cell| cell.weekday == weekday && cell.hour == hour)
    }

    fn n(&self, weekday: u32, hour: u32) -> i64 {
        self.at(weekday, hour).map_or(0, |cell| cell.n)
    }

    /// First and last hour shown.
    fn hours(&self) -> std::ops::RangeInclusive<u32> {
        let hours = || self.cells.iter().filter(|cell| cell.n > 0).map(|cell| cell.hour);
        let (first, last) = (hours().min().unwrap_or(OPEN.0), hours().max().unwrap_or(OPEN.1));
        first.min(OPEN.0)..=last.max(OPEN.1)
    }
}

/// The name of a weekday, Monday first.
pub fn weekday_name(lang: Lang, weekday: u32) -> &'static str {
    match weekday {
        0 => lang.t("周一", "Mon"),
        1 => lang.t("周二", "Tue"),
        2 => lang.t("周三", "Wed"),
        3 => lang.t("周四", "Thu"),
        4 => lang.t("周五", "Fri"),
        5 => lang.t("周六", "Sat"),
        _ => lang.t("周日", "Sun"),
    }
}

/// The plot with its table.
pub fn heat(lang: Lang, heat: &Heat) -> AnyView {
    let most = heat.cells.iter().map(|cell| cell.n).max().unwrap_or(0);
    let rows = (0..7).map(|weekday| row(lang, heat, weekday, most)).collect_view();
    let height = (ROW * 7 + 22).to_string();
    view! {
        <figure class="chart">
            <figcaption>{heat.caption.clone()}</figcaption>
            <svg class="heat" width="100%" height=height role="img" aria-label=said(lang, heat)>
                {rows}
                {hours(heat)}
            </svg>
            {table(lang, heat)}
        </figure>
    }
    .into_any()
}

/// Where an hour begins, in thousandths of the width, and how wide it is.
fn place(heat: &Heat, hour: u32) -> (u32, u32) {
    let shown = heat.hours();
    let count = shown.end() - shown.start() + 1;
    (NAMES + (1000 - NAMES) * (hour - shown.start()) / count, (1000 - NAMES) / count)
}

fn thousandths(n: u32) -> String {
    share(i64::from(n), 1000)
}

fn row(lang: Lang, heat: &Heat, weekday: u32, most: i64) -> AnyView {
    let base = ROW * (weekday + 1);
    let bars = heat.hours().map(|hour| bar(heat, weekday, hour, base, most)).collect_view();
    view! {
        <text class="label" x="0" y=(base - 6).to_string()>{weekday_name(lang, weekday)}</text>
        {bars}
        <line class="line" x1=thousandths(NAMES) x2="100%" y1=base.to_string() y2=base.to_string()/>
    }
    .into_any()
}

fn bar(heat: &Heat, weekday: u32, hour: u32, base: u32, most: i64) -> Option<AnyView> {
    let n = heat.n(weekday, hour);
    (n > 0 && most > 0).then_some(())?;
    let height = (n * TALL / most).max(2);
    let top = i64::from(base) - height;
    let (x, width) = place(heat, hour);
    let middle = thousandths(x + width / 2);
    Some(
        view! {
            <rect class="bar" x=thousandths(x + width / 8) width=thousandths(width * 3 / 4) y=top.to_string() height=height.to_string()/>
            <text class="n" x=middle y=(top - 3).to_string()>{grouped(n)}</text>
        }
        .into_any(),
    )
}

/// The hours below; on a phone every second one.
fn hours(heat: &Heat) -> AnyView {
    let y = (ROW * 7 + 17).to_string();
    let names = heat.hours().map(|hour| {
        let (x, width) = place(heat, hour);
        let class = if hour % 2 == 1 { "label middle alt" } else { "label middle" };
        view! { <text class=class x=thousandths(x + width / 2) y=y.clone()>{hour}</text> }
    });
    names.collect_view().into_any()
}

/// The busiest hours in words.
fn said(lang: Lang, heat: &Heat) -> String {
    let mut cells: Vec<&HeatCell> = heat.cells.iter().collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.n));
    let most = cells.iter().take(3).map(|cell| {
        let (day, hour, n) = (weekday_name(lang, cell.weekday), cell.hour, grouped(cell.n));
        lang.t(format!("{day} {hour} 时 {n} 件"), format!("{day} {hour}:00 {n} cases"))
    });
    let most: Vec<String> = most.collect();
    let joint = lang.t("；", "; ");
    lang.t(
        format!("{}，最多的是：{}", heat.caption, most.join(joint)),
        format!("{}. Most: {}", heat.caption, most.join(joint)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(hours: &[u32]) -> Heat {
        let cell = |&hour: &u32| HeatCell { weekday: 0, hour, n: 1, href: String::new() };
        Heat { id: "heat", caption: String::new(), cells: hours.iter().map(cell).collect() }
    }

    #[test]
    fn opening_hours_are_always_shown_and_others_where_something_came() {
        assert_eq!(plot(&[]).hours(), 8..=18);
        assert_eq!(plot(&[9, 23, 6]).hours(), 6..=23);
    }

    #[test]
    fn the_last_hour_ends_within_the_width() {
        let (x, width) = place(&plot(&[0, 23]), 23);
        assert!(x + width <= 1000, "{x} {width}");
    }
}
