//! Places as tiles: a schematic map. No geometry of the divisions is free, so each place is a tile
//! of the same size, in the order of its code, within the place it belongs to.

use super::behind;
use crate::lang::Lang;
use crate::ui::ratio::{grouped, percent_or_dash};
use domain::indicator::Ratio;
use leptos::prelude::*;

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Its name.
    pub name: String,
    /// Its cases; none where there are none.
    pub href: Option<String>,
    /// What it is marked by, such as its overdue rate.
    pub rate: Ratio,
}

/// A place with those within it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The place itself.
    pub whole: Tile,
    /// One step deeper.
    pub href: Option<String>,
    /// The places within it.
    pub parts: Vec<Tile>,
}

/// A map of tiles.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMap {
    /// Its id on the page.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// The name of the rate's numerator: 超期.
    pub over: &'static str,
    /// The blocks, in the order of their codes.
    pub blocks: Vec<Block>,
}

/// How bad a rate is: nothing to divide by, none, under 2 %, under 5 %, under 10 %, more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Nothing,
    Zero,
    Low,
    Middle,
    High,
    Highest,
}

impl Step {
    const ALL: [Self; 6] = [Self::Nothing, Self::Zero, Self::Low, Self::Middle, Self::High, Self::Highest];

    fn of(rate: Ratio) -> Self {
        let under = |percent: i64| rate.numerator * 100 < rate.denominator * percent;
        match rate {
            Ratio { denominator: ..=0, .. } => Self::Nothing,
            Ratio { numerator: ..=0, .. } => Self::Zero,
            _ if under(2) => Self::Low,
            _ if under(5) => Self::Middle,
            _ if under(10) => Self::High,
            _ => Self::Highest,
        }
    }

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Nothing => lang.t("没有办件", "no cases"),
            Self::Zero => lang.t("没有超期", "none overdue"),
            Self::Low => lang.t("不到 2 %", "under 2 %"),
            Self::Middle => lang.t("2 % 到 5 %", "2 % to 5 %"),
            Self::High => lang.t("5 % 到 10 %", "5 % to 10 %"),
            Self::Highest => lang.t("10 % 以上", "10 % and more"),
        }
    }

    /// The ground of the mark, and the pattern on it.
    fn mark(self) -> AnyView {
        let (ground, pattern) = match self {
            Self::Nothing => ("step-none", None),
            Self::Zero => ("step-0", None),
            Self::Low => ("ground", Some("url(#plot-dots)")),
            Self::Middle => ("ground", Some("url(#plot-lines)")),
            Self::High => ("ground", Some("url(#plot-cross)")),
            Self::Highest => ("ink", None),
        };
        let pattern = pattern.map(|fill| view! { <rect width="100%" height="100%" fill=fill/> });
        view! { <rect class=ground width="100%" height="100%"/>{pattern} }.into_any()
    }
}

/// The patterns that the marks of a page use: told apart in print and without colour.
fn patterns() -> AnyView {
    view! {
        <svg class="plot-patterns" aria-hidden="true"><defs>
            <pattern id="plot-dots" width="8" height="8" patternUnits="userSpaceOnUse">
                <circle class="ink" cx="4" cy="4" r="1.4"/>
            </pattern>
            <pattern id="plot-lines" width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="ink" y="3" width="8" height="2.4"/>
            </pattern>
            <pattern id="plot-cross" width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="ink" y="2" width="8" height="3"/><rect class="ink" x="2" width="3" height="8"/>
            </pattern>
        </defs></svg>
    }
    .into_any()
}

/// The map.
pub fn tile_map(lang: Lang, map: &TileMap) -> AnyView {
    let blocks = map.blocks.iter().map(|block| block_view(lang, map.over, block)).collect_view();
    view! {
        <figure class="chart">
            <figcaption>{map.caption.clone()}</figcaption>
            {patterns()}
            {key(lang)}
            <ul class="tile-map">{blocks}</ul>
            {table(lang, map)}
        </figure>
    }
    .into_any()
}

fn key(lang: Lang) -> AnyView {
    let lines = Step::ALL.map(|step| {
        view! { <li><svg width="16" height="16" aria-hidden="true">{step.mark()}</svg>{step.name(lang)}</li> }
    });
    view! { <ul class="tile-key" aria-label=lang.t("图例", "Key")>{lines.collect_view()}</ul> }.into_any()
}

fn block_view(lang: Lang, over: &'static str, block: &Block) -> AnyView {
    let parts = block.parts.iter().map(|part| view! { <li>{tile(lang, over, part, "tile")}</li> });
    let parts = parts.collect_view();
    let deeper = block.href.clone().map(|href| {
        let heard = block.whole.name.clone();
        let text = lang.t("分到下一级", "One level down");
        view! { <a class="meta" href=href>{text}<span class="visually-hidden">" "{heard}</span></a> }
    });
    view! { <li>{tile(lang, over, &block.whole, "tile large")}<ul class="tiles">{parts}</ul>{deeper}</li> }
        .into_any()
}

fn tile(lang: Lang, over: &'static str, tile: &Tile, class: &'static str) -> AnyView {
    let step = Step::of(tile.rate);
    let class = if step == Step::Highest { format!("{class} hurts") } else { class.to_owned() };
    let inner = view! {
        <svg width="16" height="100%" aria-hidden="true">{step.mark()}</svg>
        <span class="name">{tile.name.clone()}</span>" "
        <span class="rate">{percent_or_dash(tile.rate)}</span>" "
        <span class="of">{of(lang, over, tile.rate)}</span>
    };
    match tile.href.clone() {
        Some(href) => view! { <a class=class href=href>{inner}</a> }.into_any(),
        None => view! { <div class=class>{inner}</div> }.into_any(),
    }
}

fn of(lang: Lang, over: &str, Ratio { numerator, denominator }: Ratio) -> String {
    if denominator == 0 {
        return lang.t("没有办件", "no cases").to_owned();
    }
    let (numerator, denominator) = (grouped(numerator), grouped(denominator));
    lang.t(format!("{over} {numerator} / {denominator} 件"), format!("{over} {numerator} of {denominator}"))
}

fn table(lang: Lang, map: &TileMap) -> AnyView {
    let rows = map.blocks.iter().flat_map(|block| {
        std::iter::once(row(&block.whole, String::new()))
            .chain(block.parts.iter().map(|part| row(part, format!("{} · ", block.whole.name))))
    });
    let rows = rows.collect_view();
    let parts = view! {
        <thead><tr>
            <th scope="col">{lang.t("辖区", "Division")}</th>
            <th scope="col" class="num">{map.over}</th>
            <th scope="col" class="num">{lang.t("办结与在办", "Closed and open")}</th>
            <th scope="col" class="num">{lang.t("超期率", "Overdue rate")}</th>
        </tr></thead>
        <tbody>{rows}</tbody>
    };
    behind(lang, &format!("{}-table", map.id), map.caption.clone(), parts)
}

fn row(tile: &Tile, within: String) -> AnyView {
    let name = format!("{within}{}", tile.name);
    let name = match tile.href.clone() {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="num">{grouped(tile.rate.numerator)}</td>
            <td class="num">{grouped(tile.rate.denominator)}</td>
            <td class="num">{percent_or_dash(tile.rate)}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(numerator: i64, denominator: i64) -> Step {
        Step::of(Ratio { numerator, denominator })
    }

    #[test]
    fn a_place_without_cases_is_neither_good_nor_bad() {
        assert_eq!((step(0, 0), step(0, 9)), (Step::Nothing, Step::Zero));
    }

    #[test]
    fn steps_begin_at_their_percentage() {
        assert_eq!((step(1, 51), step(1, 50)), (Step::Low, Step::Middle));
        assert_eq!((step(49, 1000), step(5, 100)), (Step::Middle, Step::High));
        assert_eq!((step(99, 1000), step(1, 10)), (Step::High, Step::Highest));
    }
}
