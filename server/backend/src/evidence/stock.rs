//! What there is of an applicant, read without opening anything.

use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::{Standing, Status};
use domain::evidence::{Found, Grade, Need, Offer, find};
use entity::{case_file, certificate, extract, holding};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::catalogue::Material;
use crate::holder::Holder;
use crate::{Error, Result};

/// Materials kept that are looked through: the newest.
const MOST: u64 = 200;

/// 居民身份证.
const ID_CARD: &str = "EC_IDCARD";

/// A certificate, without anything that is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// Key.
    pub id: Uuid,
    /// Its type.
    pub code: String,
    /// 颁发机构.
    pub issuer: String,
    /// 颁发日期.
    pub issued_on: NaiveDate,
    /// Whose.
    pub holder: Holder,
    /// What decides whether it may be relied on.
    pub standing: Standing,
}

/// A material kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Key.
    pub id: Uuid,
    /// Name of the material.
    pub name: String,
    /// The type of certificate it is a copy of.
    pub certificate_code: Option<String>,
    /// How far it may be trusted.
    pub grade: Grade,
    /// The file.
    pub upload_id: Option<Uuid>,
    /// Whose.
    pub holder: Holder,
    /// Last day on which it may be used.
    pub valid_until: Option<NaiveDate>,
    /// The item it was given for, where it came with a case.
    pub item_id: Option<String>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
}

/// What there is of an applicant for the materials of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// Certificates of the types that are asked for, every version.
    pub certificates: Vec<Certified>,
    /// Materials kept.
    pub holdings: Vec<Stored>,
    /// Registries asked before, with the day of what they said.
    pub extracts: Vec<(String, NaiveDate)>,
}

impl Stock {
    /// Reads what there is of these holders for these materials.
    ///
    /// # Errors
    /// Storage errors.
    pub async fn read(db: &impl ConnectionTrait, holders: &[Holder], materials: &[Material]) -> Result<Self> {
        if holders.is_empty() || materials.is_empty() {
            return Ok(Self::default());
        }
        let codes: Vec<&str> = materials.iter().filter_map(|one| one.certificate_code.as_deref()).collect();
        let shares: Vec<&str> = materials.iter().filter_map(|one| one.data_share.as_deref()).collect();
        Ok(Self {
            certificates: certificates(db, holders, &codes).await?,
            holdings: holdings(db, holders).await?,
            extracts: extracts(db, holders, &shares).await?,
        })
    }

    /// What satisfies a material on a day.
    pub fn find(&self, material: &Material, today: NaiveDate) -> Found {
        find(need(material), &self.offers(material), today)
    }

    /// What is on offer for a material; a registry answers for what the catalogue says it replaces.
    pub fn offers(&self, material: &Material) -> Vec<Offer> {
        let certificates = self.certificates.iter().map(|one| Offer::Certificate {
            id: one.id,
            code: one.code.clone(),
            own: true,
            standing: one.standing,
        });
        let holdings = self.holdings.iter().map(|one| Offer::Holding {
            id: one.id,
            name: one.name.clone(),
            certificate: one.certificate_code.clone(),
            grade: one.grade,
            valid_until: one.valid_until,
        });
        let day = |source: &str| self.extracts.iter().filter(|one| one.0 == source).map(|one| one.1).max();
        let share = material.data_share.as_ref();
        let share = share.map(|source| Offer::Share { source: source.clone(), as_of: day(source) });
        certificates.chain(holdings).chain(share).collect()
    }

    /// An organisation applies: of whoever acts for it only the ID card counts.
    pub(crate) fn for_organisation(&mut self) {
        let own = |holder: Holder| holder.entity().is_some();
        self.certificates.retain(|one| own(one.holder) || one.code == ID_CARD);
        self.holdings.retain(|one| own(one.holder) || one.certificate_code.as_deref() == Some(ID_CARD));
    }

    /// A certificate of the stock.
    pub fn certificate(&self, id: Uuid) -> Option<&Certified> {
        self.certificates.iter().find(|one| one.id == id)
    }

    /// A material kept with all its files: they came together, under one name and in one case.
    pub fn with_its_pages(&self, one: &Stored) -> Vec<Stored> {
        let together = |other: &&Stored| {
            other.id != one.id
                && (other.created_at, other.holder, other.name.as_str(), other.grade)
                    == (one.created_at, one.holder, one.name.as_str(), one.grade)
        };
        let mut all = vec![one.clone()];
        all.extend(self.holdings.iter().filter(together).cloned());
        all.sort_by_key(|page| page.id);
        all
    }

    /// A material of the stock.
    pub fn holding(&self, id: Uuid) -> Option<&Stored> {
        self.holdings.iter().find(|one| one.id == id)
    }
}

/// What a material asks for.
pub(crate) fn need(material: &Material) -> Need<'_> {
    Need {
        name: &material.name,
        certificate: material.certificate_code.as_deref(),
        share: material.data_share.as_deref(),
    }
}

#[derive(FromQueryResult)]
struct Brief {
    id: Uuid,
    code: String,
    issuer_name: String,
    issued_on: NaiveDate,
    person_id: Option<Uuid>,
    entity_id: Option<Uuid>,
    status: String,
    superseded: bool,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
}

async fn certificates(
    db: &impl ConnectionTrait,
    holders: &[Holder],
    codes: &[&str],
) -> Result<Vec<Certified>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    use certificate::Column;
    let rows = certificate::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Code,
            Column::IssuerName,
            Column::IssuedOn,
            Column::PersonId,
            Column::EntityId,
            Column::Status,
            Column::Superseded,
            Column::ValidFrom,
            Column::ValidUntil,
        ])
        .filter(of(holders, Column::PersonId, Column::EntityId))
        .filter(Column::Code.is_in(codes.iter().copied()))
        .order_by_desc(Column::IssuedOn)
        .into_model::<Brief>()
        .all(db)
        .await?;
    rows.into_iter().map(certified).collect()
}

fn certified(row: Brief) -> Result<Certified> {
    Ok(Certified {
        holder: holder(row.person_id, row.entity_id)?,
        standing: Standing {
            status: Status::parse(&row.status).ok_or_else(|| Error::internal("unknown status"))?,
            superseded: row.superseded,
            valid_from: row.valid_from,
            valid_until: row.valid_until,
        },
        id: row.id,
        code: row.code,
        issuer: row.issuer_name,
        issued_on: row.issued_on,
    })
}

/// Rows of any of these holders.
pub(super) fn of<C: sea_orm::ColumnTrait>(holders: &[Holder], person: C, entity: C) -> Condition {
    let people: Vec<Uuid> = holders.iter().filter_map(|holder| holder.person()).collect();
    let entities: Vec<Uuid> = holders.iter().filter_map(|holder| holder.entity()).collect();
    let mut any = Condition::any();
    if !people.is_empty() {
        any = any.add(person.is_in(people));
    }
    if !entities.is_empty() {
        any = any.add(entity.is_in(entities));
    }
    any
}

pub(super) fn holder(person: Option<Uuid>, entity: Option<Uuid>) -> Result<Holder> {
    let holder = person.map(Holder::Person).or(entity.map(Holder::Entity));
    holder.ok_or_else(|| Error::internal("nobody holds it"))
}

async fn holdings(db: &impl ConnectionTrait, holders: &[Holder]) -> Result<Vec<Stored>> {
    use holding::Column;
    let rows = holding::Entity::find()
        .filter(of(holders, Column::PersonId, Column::EntityId))
        .filter(Column::RemovedAt.is_null())
        .order_by_desc(Column::Id)
        .limit(MOST)
        .find_also_related(case_file::Entity)
        .all(db)
        .await?;
    rows.into_iter().map(stored).collect()
}

fn stored((row, case): (holding::Model, Option<case_file::Model>)) -> Result<Stored> {
    Ok(Stored {
        holder: holder(row.person_id, row.entity_id)?,
        grade: Grade::parse(&row.grade).ok_or_else(|| Error::internal("unknown grade"))?,
        id: row.id,
        name: row.name,
        certificate_code: row.certificate_code,
        upload_id: row.upload_id,
        valid_until: row.valid_until,
        item_id: case.map(|case| case.item_id),
        created_at: row.created_at,
    })
}

async fn extracts(
    db: &impl ConnectionTrait,
    holders: &[Holder],
    sources: &[&str],
) -> Result<Vec<(String, NaiveDate)>> {
    if sources.is_empty() {
        return Ok(Vec::new());
    }
    use extract::Column;
    let rows = extract::Entity::find()
        .select_only()
        .columns([Column::Source, Column::AsOf])
        .filter(of(holders, Column::PersonId, Column::EntityId))
        .filter(Column::Source.is_in(sources.iter().copied()))
        .into_tuple::<(String, NaiveDate)>();
    Ok(rows.all(db).await?)
}
