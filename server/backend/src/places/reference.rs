//! What every request asks for: the calendar and the divisions, read once and kept.

use std::sync::{Arc, PoisonError, RwLock};

use domain::calendar::Calendar;
use domain::division::{Division, DivisionCode, DivisionLevel, DivisionTree};

use super::city::{City, city_in};
use crate::edition::{self, Mark, Volume};
use crate::repo::{calendar as calendar_rows, division as division_rows};
use crate::{Db, Error, Result};
use sea_orm::ConnectionTrait;
use tokio::sync::Mutex;

/// The calendar, the divisions and the city, in memory. Cheap to clone; all clones reload together.
#[derive(Clone, Debug)]
pub struct Reference {
    known: Arc<RwLock<Arc<Known>>>,
    /// One reads at a time: who began earlier must not end later and put back what is older.
    reading: Arc<Mutex<()>>,
}

#[derive(Debug, Default)]
struct Known {
    edition: Mark,
    calendar: Arc<Calendar>,
    divisions: Arc<DivisionTree>,
    city: Option<City>,
}

/// A division to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: DivisionCode,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// How far down it lies.
    pub level: DivisionLevel,
    /// Whether there are divisions below it.
    pub has_below: bool,
}

impl Reference {
    /// Reads everything once.
    ///
    /// # Errors
    /// When the database cannot be read, or holds a calendar that does not fit together.
    pub async fn load(db: &Db) -> Result<Self> {
        let known = Arc::new(RwLock::new(Arc::new(Known::read(db).await?)));
        Ok(Self { known, reading: Arc::default() })
    }

    /// Reads everything again, after an import.
    ///
    /// # Errors
    /// As [`Reference::load`]; what was known stays.
    pub async fn reload(&self, db: &Db) -> Result<()> {
        let _alone = self.reading.lock().await;
        let known = Arc::new(Known::read(db).await?);
        *self.known.write().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(())
    }

    /// Reads everything again if another server has changed it: one short statement where not.
    pub(crate) async fn refresh(&self, db: &Db) -> Result<()> {
        let same = edition::current(&db.read, Volume::Places).await? == self.known().edition;
        if same { Ok(()) } else { self.reload(db).await }
    }

    fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The working calendar.
    pub fn calendar(&self) -> Arc<Calendar> {
        Arc::clone(&self.known().calendar)
    }

    /// Every division known.
    pub fn divisions(&self) -> Arc<DivisionTree> {
        Arc::clone(&self.known().divisions)
    }

    /// The division of the city that is served.
    pub fn city(&self) -> Option<DivisionCode> {
        self.known().city.as_ref().map(|city| city.code)
    }

    /// The city that is served, with its names.
    pub fn served(&self) -> Option<City> {
        self.known().city.clone()
    }

    /// One division.
    pub fn place(&self, code: DivisionCode) -> Option<Place> {
        let known = self.known();
        known.divisions.get(code).map(|division| known.place(division))
    }

    /// The living divisions right below one; below the city when none is named.
    pub fn children(&self, code: Option<DivisionCode>) -> Vec<Place> {
        let known = self.known();
        let living = |division: &&Division| division.to_year.is_none();
        match code.or(known.city.as_ref().map(|city| city.code)) {
            Some(code) => known.divisions.children(code).filter(living).map(|d| known.place(d)).collect(),
            None => known.divisions.roots().filter(living).map(|d| known.place(d)).collect(),
        }
    }

    /// The names from above down, as in an address.
    pub fn path(&self, code: DivisionCode) -> String {
        self.known().divisions.path_name(code)
    }
}

async fn calendar<C: ConnectionTrait>(db: &C) -> Result<Calendar> {
    match calendar_rows::coverage(db).await? {
        None => Ok(Calendar::plain()),
        Some(span) => {
            let days = calendar_rows::days(db, None).await?;
            Calendar::new(span.from, span.to, days).map_err(Error::internal)
        }
    }
}

impl Known {
    async fn read(db: &Db) -> Result<Self> {
        let moment = db.snapshot().await?;
        let known = Self {
            edition: edition::current(&moment, Volume::Places).await?,
            calendar: Arc::new(calendar(&moment).await?),
            divisions: Arc::new(DivisionTree::new(division_rows::all(&moment).await?)),
            city: city_in(&moment).await?,
        };
        moment.commit().await?;
        Ok(known)
    }

    fn place(&self, division: &Division) -> Place {
        Place {
            code: division.code,
            name: division.name.clone(),
            name_en: division.name_en.clone(),
            level: division.level,
            has_below: self.divisions.children(division.code).next().is_some(),
        }
    }
}
