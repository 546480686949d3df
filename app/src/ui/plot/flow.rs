//! The flow from channel to result: bands as thick as the cases they carry, named at both ends.

mod table;

use crate::lang::Lang;
use crate::ui::ratio::grouped;
use leptos::prelude::*;
use table::table;

/// One end of a band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// Its key, which also colours its bands: `refused`, `open`.
    pub key: &'static str,
    /// Its name.
    pub name: String,
}

/// Cases that came one way and have come to one result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The place of its channel among the left ends.
    pub from: usize,
    /// The place of its result among the right ends.
    pub to: usize,
    /// How many.
    pub n: i64,
    /// These cases.
    pub href: String,
}

/// The plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Its id on the page.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// What stands at the left: channels.
    pub left: Vec<End>,
    /// What stands at the right: results.
    pub right: Vec<End>,
    /// The bands.
    pub bands: Vec<Band>,
}

/// Pixels of all cases together, of the room a name needs, and between two ends.
const ALL: i64 = 240;
const NAME: i64 = 36;
const GAP: i64 = 8;

/// Where an end stands, and how far its bands have filled it.
#[derive(Clone, Copy, Debug)]
struct Place {
    top: i64,
    high: i64,
    filled: i64,
    n: i64,
}

impl Flow {
    fn total(&self) -> i64 {
        self.bands.iter().map(|band| band.n).sum()
    }

    fn of(&self, end: impl Fn(&Band) -> bool) -> i64 {
        self.bands.iter().filter(|band| end(band)).map(|band| band.n).sum()
    }

    fn pixels(&self, n: i64) -> i64 {
        if n == 0 { 0 } else { (n * ALL / self.total().max(1)).max(1) }
    }

    fn places(&self, ends: usize, end: impl Fn(&Band, usize) -> bool) -> Vec<Place> {
        let mut top = 0;
        let place = |at| {
            let n = self.of(|band| end(band, at));
            let high = self.bands.iter().filter(|band| end(band, at)).map(|band| self.pixels(band.n)).sum();
            let place = Place { top, high, filled: top, n };
            top += Ord::max(high, NAME) + GAP;
            place
        };
        (0..ends).map(place).collect()
    }
}

/// The plot with its table.
pub fn flow(lang: Lang, flow: &Flow) -> AnyView {
    let mut left = flow.places(flow.left.len(), |band, at| band.from == at);
    let mut right = flow.places(flow.right.len(), |band, at| band.to == at);
    let bottom = |places: &[Place]| places.last().map_or(0, |last| last.top + last.high.max(NAME));
    let height = bottom(&left).max(bottom(&right)) + GAP;
    let ends = view! { {names(&flow.left, &left, true)}{names(&flow.right, &right, false)} };
    let bands = flow.bands.iter().map(|band| ribbon(flow, band, &mut left, &mut right)).collect_view();
    view! {
        <figure class="chart">
            <figcaption>{flow.caption.clone()}</figcaption>
            <svg class="flow-plot" width="100%" height=height.to_string() role="img" aria-label=said(lang, flow)>
                <svg x="26%" width="48%" height=height.to_string() viewBox=format!("0 0 100 {height}") preserveAspectRatio="none">
                    {bands}
                </svg>
                {ends}
            </svg>
            {table(lang, flow)}
        </figure>
    }
    .into_any()
}

fn names(ends: &[End], places: &[Place], left: bool) -> AnyView {
    let (bar, text, class) = if left { ("25%", "24%", "end") } else { ("74%", "76%", "start") };
    let each = ends.iter().zip(places).map(|(end, place)| {
        let middle = place.top + place.high.max(NAME) / 2;
        let label = format!("label {class}");
        let strong = format!("strong {class}");
        view! {
            <rect class="node" x=bar width="1%" y=place.top.to_string() height=place.high.to_string()/>
            <text class=label x=text y=(middle - 3).to_string()>{end.name.clone()}</text>
            <text class=strong x=text y=(middle + 14).to_string()>{grouped(place.n)}</text>
        }
    });
    each.collect_view().into_any()
}

/// A band from its place on the left to its place on the right.
fn ribbon(flow: &Flow, band: &Band, left: &mut [Place], right: &mut [Place]) -> Option<AnyView> {
    let high = flow.pixels(band.n);
    let (from, to) = (left.get_mut(band.from)?, right.get_mut(band.to)?);
    let (a, b) = (from.filled, to.filled);
    from.filled += high;
    to.filled += high;
    let (a_end, b_end) = (a + high, b + high);
    let path = format!("M0 {a}C50 {a} 50 {b} 100 {b}L100 {b_end}C50 {b_end} 50 {a_end} 0 {a_end}Z");
    let class = format!("ribbon {}", flow.right.get(band.to)?.key);
    Some(view! { <path class=class d=path/> }.into_any())
}

/// The thickest bands in words.
fn said(lang: Lang, flow: &Flow) -> String {
    let mut bands: Vec<&Band> = flow.bands.iter().collect();
    bands.sort_by_key(|band| std::cmp::Reverse(band.n));
    let most = bands.iter().take(3).filter_map(|band| {
        let (from, to) = (&flow.left.get(band.from)?.name, &flow.right.get(band.to)?.name);
        Some(format!("{from} → {to} {}", grouped(band.n)))
    });
    let most: Vec<String> = most.collect();
    format!("{}{}{}", flow.caption, lang.t("：", ": "), most.join(lang.t("；", "; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(bands: &[(usize, usize, i64)]) -> Flow {
        let end = |key| End { key, name: key.to_owned() };
        let band = |&(from, to, n)| Band { from, to, n, href: String::new() };
        Flow {
            id: "flow",
            caption: String::new(),
            left: vec![end("window"), end("online")],
            right: vec![end("granted"), end("refused")],
            bands: bands.iter().map(band).collect(),
        }
    }

    #[test]
    fn ends_do_not_touch_even_where_little_flows() {
        let places = plot(&[(0, 0, 999), (1, 1, 1)]).places(2, |band, at| band.from == at);
        let tops: Vec<i64> = places.iter().map(|place| place.top).collect();
        assert!(matches!(tops[..], [0, second] if second >= NAME + GAP), "{tops:?}");
    }

    #[test]
    fn the_smallest_band_can_be_seen() {
        assert_eq!(plot(&[(0, 0, 100_000), (1, 1, 1)]).pixels(1), 1);
    }
}
