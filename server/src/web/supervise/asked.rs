//! What an address asks for, and the names of what it narrows to. What does not read is left out.

use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::address::{CasesQuery, Query};
use app::pages::supervise::column::Column;
use app::pages::supervise::heads::{By, Heads};
use app::pages::supervise::measure::Measure;
use app::pages::supervise::period::{Period, Preset};
use app::ui::status::channel_name;
use backend::supervision::{CompletionQuery, GroupBy};
use backend::{Services, organisation};
use chrono::NaiveDate;
use domain::division::DivisionCode;
use domain::item::Channel;
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
        Query {
            period,
            by: By::parse(self.get("by")).unwrap_or_default(),
            heads: self.heads(),
            sort: Column::parse(self.get("sort")).unwrap_or_default(),
            ascending: self.get("order") == "asc",
        }
    }

    /// A list of cases.
    pub(super) fn cases(&self) -> CasesQuery {
        let period = self.day("from").zip(self.day("to")).map(|(from, to)| Period::new(from, to));
        CasesQuery {
            measure: Measure::parse(self.get("measure")),
            period,
            heads: self.heads(),
            page: self.get("page").parse().unwrap_or(1).max(1),
        }
    }
}

/// The grouping as the figures know it.
pub(super) fn group_by(by: By) -> GroupBy {
    match by {
        By::Department => GroupBy::Department,
        By::Item => GroupBy::Item,
        By::Division => GroupBy::Division,
        By::Window => GroupBy::Window,
        By::Channel => GroupBy::Channel,
    }
}

/// The figures of a period under the heads of a query.
pub(super) fn completion(period: Period, by: By, heads: &Heads) -> CompletionQuery {
    let text = |by| heads.get(by).map(str::to_owned);
    CompletionQuery {
        department_id: heads.get(By::Department).and_then(|id| id.parse().ok()),
        item_id: text(By::Item),
        division: text(By::Division),
        channel: text(By::Channel),
        ..CompletionQuery::of(period.from, period.to, group_by(by))
    }
}

/// The names of what a query narrows to.
pub(super) async fn names(
    services: &Services,
    lang: Lang,
    heads: &Heads,
) -> Result<Vec<(By, String)>, PageError> {
    let mut names = Vec::new();
    for (by, key) in heads.given() {
        names.push((by, name(services, lang, by, key).await?));
    }
    Ok(names)
}

async fn name(services: &Services, lang: Lang, by: By, key: &str) -> Result<String, PageError> {
    let name = match by {
        By::Department => department(services, lang, key).await?,
        By::Item => services.catalogue.card(key).map(|card| lang.pick(&card.name, &card.name_en).to_owned()),
        By::Division => DivisionCode::parse(key).ok().map(|code| services.reference.path(code)),
        By::Window if key == NO_WINDOW => Some(lang.t("不经窗口", "Without a window").to_owned()),
        By::Window => window(services, lang, key).await?,
        By::Channel => Channel::parse(key).map(|channel| channel_name(lang, channel).to_owned()),
    };
    Ok(name.filter(|name| !name.is_empty()).unwrap_or_else(|| key.to_owned()))
}

async fn department(services: &Services, lang: Lang, key: &str) -> Result<Option<String>, PageError> {
    let Ok(id) = key.parse::<Uuid>() else { return Ok(None) };
    let found = organisation::departments(&services.db).await?.into_iter().find(|one| one.id == id);
    Ok(found.map(|one| lang.pick(&one.name, &one.name_en).to_owned()))
}

async fn window(services: &Services, lang: Lang, key: &str) -> Result<Option<String>, PageError> {
    let Ok(id) = key.parse::<Uuid>() else { return Ok(None) };
    let Ok(window) = organisation::window(&services.db, id).await else { return Ok(None) };
    let hall = organisation::hall(&services.db, window.hall_id).await?;
    Ok(Some(format!("{} {}", lang.pick(&hall.name, &hall.name_en), window.number)))
}
