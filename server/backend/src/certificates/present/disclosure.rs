//! The least that tells whether a certificate is good: 最小必要.

use chrono::NaiveDate;
use domain::certificate::Standing;
use domain::permission::{Actor, Role};
use entity::{certificate_type, legal_entity, person};
use sea_orm::{ConnectionTrait, EntityTrait as _};

use crate::certificates::Certificate;
use crate::persons::mask_name;
use crate::{Error, Holder, Result};

/// What a stranger may learn of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Its type: `EC_IDCARD`.
    pub code: String,
    /// The type's name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// 颁发机构.
    pub issuer: String,
    /// 颁发日期.
    pub issued_on: NaiveDate,
    /// The holder: a person's name masked, an organisation's in full.
    pub holder: String,
    /// 证照编号, masked.
    pub number: Option<String>,
    /// What decides whether it may be relied on.
    pub standing: Standing,
}

/// First and last character: a certificate's number may be the ID number of its holder.
pub fn mask(number: &str) -> String {
    let last = number.chars().count().saturating_sub(1);
    number.chars().enumerate().map(|(at, c)| if at == 0 || at == last { c } else { '*' }).collect()
}

/// What its own holder is shown at first: four characters at each end of a long number.
pub fn mask_own(number: &str) -> String {
    let length = number.chars().count();
    if length < 12 {
        return mask(number);
    }
    number.chars().enumerate().map(|(at, c)| if at < 4 || at + 4 >= length { c } else { '*' }).collect()
}

pub(in crate::certificates) async fn disclosed(
    db: &impl ConnectionTrait,
    certificate: &Certificate,
) -> Result<Disclosure> {
    let kind = certificate_type::Entity::find_by_id(&certificate.code).one(db).await?;
    let kind = kind.ok_or_else(|| Error::internal("a certificate without a type"))?;
    Ok(Disclosure {
        code: kind.code,
        name: kind.name,
        name_en: kind.name_en,
        issuer: certificate.issuer.clone(),
        issued_on: certificate.issued_on,
        holder: holder(db, certificate.holder).await?,
        number: certificate.number.as_deref().map(mask),
        standing: certificate.standing,
    })
}

async fn holder(db: &impl ConnectionTrait, holder: Holder) -> Result<String> {
    let name = match holder {
        Holder::Person(id) => {
            person::Entity::find_by_id(id).one(db).await?.map(|person| mask_name(&person.name))
        }
        Holder::Entity(id) => legal_entity::Entity::find_by_id(id).one(db).await?.map(|entity| entity.name),
    };
    name.ok_or_else(|| Error::internal("a certificate of nobody"))
}

/// As whom the ledger names who looked: staff by themselves, anybody else as the public.
pub(in crate::certificates) fn looker(viewer: Option<&Actor>, public: &str) -> Actor {
    match viewer.filter(|actor| actor.role.is_some_and(Role::is_staff)) {
        Some(staff) => staff.clone(),
        None => Actor { name: public.to_owned(), ..Actor::portal() },
    }
}
