//! 证照类型: what a type of certificate is, beside its name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entity::certificate_type;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde::{Deserialize, Serialize};

use crate::{Error, Result};

const FILE: &str = include_str!("../../../data/certificates.json");

/// 持证主体类别: who can hold a certificate of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolderKind {
    /// 自然人.
    Person,
    /// 法人或其他组织.
    Entity,
    /// Either.
    Either,
}

/// 证照编号: what a certificate of a type is numbered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Numbering {
    /// The ID number of its holder, as on the ID card itself.
    Holder,
    /// The credit code of the organisation, as on a business licence.
    CreditCode,
    /// A number of its own: the serial.
    Own,
}

/// What granting one to who holds one already makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Again {
    /// Nobody holds two at a time: a new version.
    One,
    /// 变更, 延续 and 补证 make a new version, 新办 another certificate.
    BySituation,
    /// Another certificate, always.
    Another,
}

/// One of the particulars that a type of certificate has of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnField {
    /// The key; the same as that of the question a form asks for it.
    pub key: String,
    /// In Chinese.
    pub label: String,
    /// In English.
    pub label_en: String,
    /// The values it can have, where it is one of a few.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OwnOption>,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnOption {
    /// As stored.
    pub value: String,
    /// In Chinese.
    pub label: String,
    /// In English.
    pub label_en: String,
}

/// A type of certificate (GB/T 36902).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateKind {
    /// `EC_IDCARD`.
    pub code: String,
    /// 证照类型名称.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// Who issues it, in general words.
    pub issuer: String,
    /// 证照类型代码, 21 characters; none for a type that no certificate can be issued of here.
    pub type_code: Option<String>,
    /// 持证主体类别.
    pub holder: HolderKind,
    /// 有效期限, in months; none for one that does not lapse.
    pub valid_months: Option<u32>,
    /// Key of the department that issues it here.
    pub department_key: Option<String>,
    /// Its own particulars.
    pub fields: Vec<OwnField>,
}

impl OwnField {
    /// A value of it as people read it.
    pub fn shown(&self, value: &str, english: bool) -> String {
        let option = self.options.iter().find(|option| option.value == value);
        let words = |option: &OwnOption| if english { &option.label_en } else { &option.label }.clone();
        option.map_or_else(|| value.to_owned(), words)
    }
}

impl HolderKind {
    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Entity => "entity",
            Self::Either => "either",
        }
    }

    fn parse(text: &str) -> Self {
        match text {
            "entity" => Self::Entity,
            "either" => Self::Either,
            _ => Self::Person,
        }
    }
}

/// What the program knows of a type by its code.
#[derive(Debug, Deserialize)]
pub(crate) struct Known {
    code: String,
    type_code: String,
    department: String,
    holder: HolderKind,
    valid_months: Option<i32>,
    pub number: Numbering,
    pub again: Again,
    /// The particular that repeats the last day of its term.
    pub until_key: Option<String>,
    fields: Vec<OwnField>,
}

#[derive(Default, Deserialize)]
struct File {
    certificates: Vec<Known>,
}

static KNOWN: LazyLock<BTreeMap<String, Known>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(FILE).unwrap_or_default();
    file.certificates.into_iter().map(|known| (known.code.clone(), known)).collect()
});

/// What the program knows of a type.
pub(crate) fn known(code: &str) -> Option<&'static Known> {
    KNOWN.get(code)
}

/// The columns of a type beside its names; of one that is not known, that it is a person's.
pub(crate) fn row(code: &str) -> Result<certificate_type::ActiveModel> {
    let known = known(code);
    let fields = known.map(|known| known.fields.as_slice()).unwrap_or_default();
    Ok(certificate_type::ActiveModel {
        type_code: Set(known.map(|known| known.type_code.clone())),
        holder: Set(known.map_or(HolderKind::Person, |known| known.holder).as_str().to_owned()),
        valid_months: Set(known.and_then(|known| known.valid_months)),
        department_key: Set(known.map(|known| known.department.clone())),
        fields: Set(serde_json::to_value(fields)?),
        ..Default::default()
    })
}

/// A type of certificate.
///
/// # Errors
/// [`crate::Kind::NotFound`] when there is none of this code.
pub async fn kind(db: &impl ConnectionTrait, code: &str) -> Result<CertificateKind> {
    let row = certificate_type::Entity::find_by_id(code).one(db).await?;
    read(row.ok_or_else(Error::not_found)?)
}

/// Every type of certificate, by code.
///
/// # Errors
/// Storage errors.
pub async fn kinds(db: &impl ConnectionTrait) -> Result<Vec<CertificateKind>> {
    let rows = certificate_type::Entity::find().order_by_asc(certificate_type::Column::Code).all(db).await?;
    rows.into_iter().map(read).collect()
}

fn read(row: certificate_type::Model) -> Result<CertificateKind> {
    Ok(CertificateKind {
        holder: HolderKind::parse(&row.holder),
        valid_months: row.valid_months.and_then(|months| u32::try_from(months).ok()),
        fields: serde_json::from_value(row.fields)?,
        code: row.code,
        name: row.name,
        name_en: row.name_en,
        issuer: row.issuer,
        type_code: row.type_code,
        department_key: row.department_key,
    })
}

/// Gives types that came in before the program knew more than their names what it knows now.
///
/// # Errors
/// Storage errors.
pub(crate) async fn complete(db: &impl ConnectionTrait) -> Result<()> {
    let bare = certificate_type::Entity::find().filter(certificate_type::COLUMN.type_code.is_null());
    let known = bare.all(db).await?.into_iter().filter(|row| known(&row.code).is_some());
    for certificate_type::Model { code, .. } in known {
        certificate_type::Entity::update_many()
            .set(row(&code)?)
            .filter(certificate_type::COLUMN.code.eq(code))
            .exec(db)
            .await?;
    }
    Ok(())
}
