//! Which quarter an address asks for.

use crate::web::error::PageError;
use app::lang::Lang;
use backend::Services;
use backend::quarter;
use domain::assessment::{Period, PeriodKind};
use std::collections::BTreeMap;

/// What is asked for.
pub(super) struct Asked {
    /// The quarter; where the address is wrong, the one that is told without it.
    pub(super) period: Period,
    /// What is wrong with the address.
    pub(super) wrong: Option<Wrong>,
    /// The quarter of the first case.
    pub(super) first: Option<Period>,
}

/// What is wrong with an address.
#[derive(Clone, Copy)]
pub(super) enum Wrong {
    /// Not a year and a quarter from 1 to 4.
    NoQuarter,
}

impl Wrong {
    pub(super) fn said(self, lang: Lang) -> &'static str {
        match self {
            Self::NoQuarter => lang.t(
                "没有这个季度。年份请写四位数字，季度请写 1 到 4。",
                "There is no such quarter. Give the year in four digits and a quarter from 1 to 4.",
            ),
        }
    }
}

/// The quarter asked for; without one, the last that is over, or else the one that runs.
pub(super) async fn asked(services: &Services, raw: Option<&str>) -> Result<Asked, PageError> {
    let parts: BTreeMap<_, _> = form_urlencoded::parse(raw.unwrap_or_default().as_bytes()).collect();
    let get = |name: &str| parts.get(name).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let first = quarter::first(services).await?;
    let running = Period::of(services.clock.today(), PeriodKind::Quarter);
    let over = running.previous();
    let usual = if first.is_some_and(|first| first <= over) { over } else { running };
    let read = |year: Option<String>, part: Option<String>| {
        let year = year.map_or(Some(usual.year()), |text| text.parse().ok())?;
        let part = part.map_or(Some(usual.part()), |text| text.parse().ok())?;
        Period::new(year, PeriodKind::Quarter, part)
    };
    let found = read(get("year"), get("quarter"));
    let wrong = found.is_none().then_some(Wrong::NoQuarter);
    Ok(Asked { period: found.unwrap_or(usual), wrong, first })
}
