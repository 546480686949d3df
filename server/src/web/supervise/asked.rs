//! What an address asks for, and the names of what it narrows to. What does not read is left out.

use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::address::{CasesQuery, Query};
use app::pages::supervise::column::Column;
use app::pages::supervise::cut::Cut;
use app::pages::supervise::heads::{By, Heads, Level};
use app::pages::supervise::measure::Measure;
use app::pages::supervise::period::{Period, Preset};
use backend::Services;
use backend::supervision::{self, CompletionQuery};
use chrono::NaiveDate;
use domain::division::DivisionLevel;
use domain::indicator::Area;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The key of "without a window" in addresses; in counters it is empty.
pub(super) const NO_WINDOW: &str = "none";

/// The parts of an address by name.
pub(super) struct Parts(BTreeMap<String, String>);

impl Parts {
    pub(super) fn of(raw: Option<&str>) -> Self {
        let pairs = form_urlencoded::parse(raw.unwrap_or_default().as_bytes());
        Self(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map(String::as_str).unwrap_or_default()
    }

    fn day(&self, name: &str) -> Option<NaiveDate> {
        self.get(name).parse().ok()
    }

    /// The department alone.
    pub(super) fn department(&self) -> Option<Uuid> {
        self.get(By::Department.as_str()).parse().ok()
    }

    fn heads(&self) -> Heads {
        By::ALL.into_iter().fold(Heads::default(), |heads, by| heads.with(by, Some(self.get(by.as_str()))))
    }

    /// Figures: the month so far where no days are given.
    pub(super) fn figures(&self, today: NaiveDate) -> Query {
        let period = match (self.day("from"), self.day("to")) {
            (Some(from), Some(to)) => Period::new(from, to),
            (Some(day), None) | (None, Some(day)) => Period::new(day, today),
            (None, None) => Preset::Month.period(today),
        };
        let (by, heads) = (By::parse(self.get("by")).unwrap_or_default(), self.heads());
        let level = Level::parse(self.get("level")).unwrap_or_else(|| level_below(&heads));
        Query {
            period,
            by,
            level: Some(level).filter(|_| by == By::Division),
            heads,
            sort: Column::parse(self.get("sort")).unwrap_or_default(),
            ascending: self.get("order") == "asc",
        }
    }

    /// The keys of two groups to compare.
    pub(super) fn pair(&self) -> [Option<String>; 2] {
        ["a", "b"].map(|name| Some(self.get(name).to_owned()).filter(|key| !key.is_empty()))
    }

    /// A list of cases.
    pub(super) fn cases(&self) -> CasesQuery {
        let period = self.day("from").zip(self.day("to")).map(|(from, to)| Period::new(from, to));
        CasesQuery {
            measure: Measure::parse(self.get("measure")),
            period,
            heads: self.heads(),
            cut: Cut::NAMES.into_iter().find_map(|name| Cut::parse(name, self.get(name))),
            page: self.get("page").parse().unwrap_or(1).max(1),
        }
    }
}

fn level(level: Level) -> DivisionLevel {
    match level {
        Level::County => DivisionLevel::County,
        Level::Street => DivisionLevel::Street,
        Level::Village => DivisionLevel::Village,
    }
}

/// One level below the division looked at.
fn level_below(heads: &Heads) -> Level {
    let area = heads.get(By::Division).and_then(Area::parse);
    match area.map(|area| area.code().level()) {
        None | Some(DivisionLevel::Province | DivisionLevel::Prefecture) => Level::County,
        Some(DivisionLevel::County) => Level::Street,
        Some(DivisionLevel::Street | DivisionLevel::Village) => Level::Village,
    }
}

/// The figures of a period under the heads of a query, divisions one below the one looked at.
pub(super) fn completion(period: Period, by: By, heads: &Heads) -> CompletionQuery {
    CompletionQuery {
        heads: narrowed(heads),
        level: level(level_below(heads)),
        ..CompletionQuery::of(period.from, period.to, by)
    }
}

/// The figures that an address asks for.
pub(super) fn wished(query: &Query) -> CompletionQuery {
    let wanted = completion(query.period, query.by, &query.heads);
    CompletionQuery { level: query.level.map_or(wanted.level, level), ..wanted }
}

/// The heads as figures and lists know them; a key that is none does not narrow.
pub(super) fn narrowed(heads: &Heads) -> supervision::Heads {
    heads.given().fold(supervision::Heads::default(), |narrowed, (by, key)| {
        narrowed.clone().with(by, key).unwrap_or(narrowed)
    })
}

/// The names of what a query narrows to.
pub(super) async fn names(
    services: &Services,
    lang: Lang,
    heads: &Heads,
) -> Result<Vec<(By, String)>, PageError> {
    let mut names = Vec::new();
    for (by, key) in heads.given() {
        let (name, name_en) = supervision::named(services, by, key).await?;
        names.push((by, lang.pick(&name, &name_en).to_owned()));
    }
    Ok(names)
}
