//! The divisions as tiles: those right below the one looked at, each with those within it.

use crate::web::error::PageError;
use crate::web::supervise::asked::{completion, narrowed};
use app::lang::Lang;
use app::pages::supervise::address::Query;
use app::pages::supervise::heads::By;
use app::pages::supervise::measure::Measure;
use app::ui::plot::tiles::{Block, Tile, TileMap};
use backend::places::Place;
use backend::supervision::{self, CompletionQuery};
use backend::{Result as Answer, Services};
use domain::division::DivisionLevel;
use domain::indicator::{Area, Figures, Ratio};
use domain::permission::Actor;
use std::collections::BTreeMap;

type Found = BTreeMap<String, Figures>;

pub(super) async fn map(
    services: &Services,
    actor: &Actor,
    lang: Lang,
    query: &Query,
) -> Result<TileMap, PageError> {
    let area = narrowed(&query.heads).area;
    let within = area.map(Area::code).or_else(|| services.reference.city());
    let wholes = services.reference.children(within);
    let level = wholes.first().map_or(DivisionLevel::County, |place| place.level);
    let found = [at(services, actor, query, level).await?, at(services, actor, query, below(level)).await?];
    // Looked at from a street or a village there is nothing below.
    let own = matches!(area, Some(Area::Own(_)));
    let wholes = if own { Vec::new() } else { wholes };
    let caption = lang.t(
        "哪里超期：各辖区的超期率（示意图，每块一个辖区）",
        "Where it is late: overdue rate by division (schematic, a tile each)",
    );
    let parts = Parts { services, lang, query, found: &found };
    let mut blocks: Vec<Block> = wholes.iter().map(|place| parts.block(place)).collect();
    blocks.extend(within.filter(|_| !own).and_then(|code| parts.own(Area::Own(code))));
    Ok(TileMap { id: "places", caption: caption.to_owned(), over: lang.t("超期", "Overdue"), blocks })
}

/// The figures of divisions down to a level, by key.
async fn at(services: &Services, actor: &Actor, query: &Query, level: DivisionLevel) -> Answer<Found> {
    let wanted = CompletionQuery { level, ..completion(query.period, By::Division, &query.heads) };
    let found = supervision::completion(services, actor, &wanted).await?;
    Ok(found.groups.into_iter().map(|group| (group.key, group.figures)).collect())
}

fn below(level: DivisionLevel) -> DivisionLevel {
    match level {
        DivisionLevel::Province => DivisionLevel::Prefecture,
        DivisionLevel::Prefecture => DivisionLevel::County,
        DivisionLevel::County => DivisionLevel::Street,
        DivisionLevel::Street | DivisionLevel::Village => DivisionLevel::Village,
    }
}

struct Parts<'a> {
    services: &'a Services,
    lang: Lang,
    query: &'a Query,
    /// Of the level right below, and of the one below that.
    found: &'a [Found; 2],
}

impl Parts<'_> {
    fn block(&self, place: &Place) -> Block {
        let [wholes, parts] = self.found;
        let below = self.services.reference.children(Some(place.code));
        let own = self.tile(parts, &Area::Own(place.code), self.lang.t("本级", "own bodies"));
        let parts = below.iter().map(|one| self.tile(parts, &Area::Whole(one.code), self.name(one)));
        let query = Query { by: By::Division, level: None, ..self.query.clone() };
        Block {
            whole: self.tile(wholes, &Area::Whole(place.code), self.name(place)),
            href: place.has_below.then(|| query.within(&place.code.to_string()).at("/supervise/patterns")),
            parts: parts.chain(Some(own).filter(|own| own.rate.denominator > 0)).collect(),
        }
    }

    /// What belongs to the division itself and to none below it.
    fn own(&self, area: Area) -> Option<Block> {
        let [wholes, _] = self.found;
        let whole = self.tile(wholes, &area, self.lang.t("本级机关", "Own bodies"));
        (whole.rate.denominator > 0).then(|| Block { whole, href: None, parts: Vec::new() })
    }

    fn name<'p>(&self, place: &'p Place) -> &'p str {
        self.lang.pick(&place.name, &place.name_en)
    }

    fn tile(&self, found: &Found, area: &Area, name: &str) -> Tile {
        let key = area.to_string();
        let figures = found.get(&key);
        let query = Query { by: By::Division, ..self.query.clone() };
        Tile {
            name: name.to_owned(),
            href: figures.map(|figures| query.cases(most_telling(figures), Some(&key))),
            rate: figures.map_or(Ratio { numerator: 0, denominator: 0 }, rate),
        }
    }
}

/// The overdue rate; of days gone by, that of what was closed late.
fn rate(figures: &Figures) -> Ratio {
    if figures.past { figures.late_rate() } else { figures.overdue_rate() }
}

/// What is overdue now, if anything is; else what was closed late, else what was received.
fn most_telling(figures: &Figures) -> Measure {
    if figures.overdue_open > 0 && !figures.past {
        Measure::OverdueOpen
    } else if figures.overdue > 0 {
        Measure::Late
    } else {
        Measure::Received
    }
}
