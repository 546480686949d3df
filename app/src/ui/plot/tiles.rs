//! Places as tiles: a schematic map. No geometry of the divisions is free, so each place is a tile
//! of the same size, in the order of its code, within the place it belongs to.

mod step;

use super::behind;
use crate::lang::Lang;
use crate::ui::ratio::{grouped, percent_or_dash};
use domain::indicator::Ratio;
use leptos::prelude::*;
use step::{Step, patterns};

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
