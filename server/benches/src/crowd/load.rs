//! A crowd of people who do not exist, written straight into the tables.

use anyhow::{Context as _, Result};
use backend::Db;
use backend::crypto::{CipherSuite, Field, Keys};
use chrono::{Days, NaiveDate, Utc};
use domain::resident_id::ResidentId;
use entity::{case_file, certificate, person};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
};
use uuid::Uuid;

use crate::portal::Place;

/// A county that no one was ever registered in, and numbers that differ from those of the
/// demonstration: nobody there was born in these years on so many days.
const COUNTY: &str = "229921";
const FIRST_BIRTH: (i32, u32, u32) = (1940, 1, 1);
/// People born on one day.
const A_DAY: u32 = 1_000;
/// People written in one transaction.
const PART: u32 = 500;
const TYPES: [&str; 3] = ["EC_IDCARD", "EC_HUKOU", "EC_SSCARD"];

/// The number of the `n`-th of the crowd.
pub fn number(n: u32) -> Result<ResidentId> {
    let (year, month, day) = FIRST_BIRTH;
    let first = NaiveDate::from_ymd_opt(year, month, day).context("a day")?;
    let birth = first.checked_add_days(Days::new((n / A_DAY).into())).context("a day")?;
    ResidentId::compose(COUNTY, birth, u16::try_from(n % A_DAY)?).context("no such number")
}

/// The crowd in a database, while no portal serves it.
pub struct Crowd {
    db: Db,
    keys: Keys,
    /// A case of the demonstration, which all others are copies of.
    case: case_file::Model,
    people: u32,
}

impl Crowd {
    /// Opens the database of a portal that was loaded with the demonstration.
    pub async fn open(place: &Place, database: &str) -> Result<Self> {
        let db = Db::connect(database).await?;
        let keys = Keys::open_or_create(&place.data.join("keys.json"), CipherSuite::default())?;
        let case = case_file::Entity::find().one(&db.read).await?.context("no case to copy")?;
        Ok(Self { db, keys, case, people: 0 })
    }

    /// Adds people until there are so many of them.
    pub async fn grow(&mut self, people: u32) -> Result<()> {
        while self.people < people {
            self.part(PART.min(people - self.people)).await?;
            if self.people.is_multiple_of(people / 10) {
                eprintln!("  {} of {people} people written", self.people);
            }
        }
        let count = person::Entity::find().count(&self.db.read).await?;
        anyhow::ensure!(count >= people.into(), "{count} people, not {people}");
        Ok(())
    }

    async fn part(&mut self, people: u32) -> Result<()> {
        let tx = self.db.begin().await?;
        let (mut persons, mut certificates, mut cases) = (Vec::new(), Vec::new(), Vec::new());
        for n in self.people..self.people + people {
            let id = Uuid::now_v7();
            persons.push(self.person(id, n)?);
            certificates.extend(TYPES.iter().map(|code| paper(id, n, code)));
            cases.push(self.case(id, n));
        }
        person::Entity::insert_many(persons).exec_without_returning(&tx).await?;
        certificate::Entity::insert_many(certificates).exec_without_returning(&tx).await?;
        case_file::Entity::insert_many(cases).exec_without_returning(&tx).await?;
        tx.commit().await?;
        self.people += people;
        Ok(())
    }

    fn person(&self, id: Uuid, n: u32) -> Result<person::ActiveModel> {
        let number = number(n)?;
        Ok(person::ActiveModel {
            id: Set(id),
            id_cipher: Set(self.keys.seal(Field::PERSON_NUMBER.of(id), number.reveal())?),
            id_index: Set(self.keys.index(Field::PERSON_NUMBER, number.reveal())?),
            index_version: Set(1),
            kind: Set("resident".to_owned()),
            name: Set(format!("示例{n}")),
            birth_date: Set(Some(number.birth_date())),
            sex: Set(Some("male".to_owned())),
            phone_cipher: Set(Some(self.keys.seal(Field::PERSON_PHONE.of(id), "13800005678")?)),
            hukou_division: Set(Some("229921001001".to_owned())),
            residence_division: Set(Some("229921001001".to_owned())),
            address_cipher: Set(None),
            died_on: Set(None),
            created_at: Set(Utc::now()),
            created_by: Set(None),
        })
    }

    fn case(&self, person: Uuid, n: u32) -> case_file::ActiveModel {
        let id = Uuid::now_v7();
        case_file::ActiveModel {
            id: Set(id),
            // No number that the portal gives: those begin with the year.
            case_no: Set(format!("99{n:013}")),
            person_id: Set(person),
            ..self.case.clone().into_active_model().reset_all()
        }
    }

    /// Lets go of the database, so that a portal can have it.
    pub async fn close(self) -> Result<()> {
        Ok(self.db.close().await?)
    }
}

fn paper(person: Uuid, n: u32, code: &str) -> certificate::ActiveModel {
    let today = Utc::now().date_naive();
    certificate::ActiveModel {
        id: Set(Uuid::now_v7()),
        code: Set(code.to_owned()),
        identifier: Set(format!("crowd.{code}.{n}")),
        serial: Set(n.to_string()),
        version: Set(1),
        person_id: Set(Some(person)),
        issuer_name: Set("示范市".to_owned()),
        issuer_code: Set("11229900MB9000015W".to_owned()),
        issued_on: Set(today),
        valid_from: Set(today),
        valid_until: Set(None),
        status: Set("valid".to_owned()),
        status_at: Set(Utc::now()),
        superseded: Set(false),
        created_at: Set(Utc::now()),
        ..Default::default()
    }
}
