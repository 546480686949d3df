//! A natural person who applies or is applied for.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
/// A natural person who applies or is applied for.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Identity number, encrypted.
    #[sea_orm(column_type = "Text")]
    pub id_cipher: String,
    /// Blind index of the identity number.
    #[sea_orm(column_type = "Text", unique)]
    pub id_index: String,
    /// Kind of number: resident, permit, foreigner.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// Name as on the card.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// Birth date read from the number.
    pub birth_date: Option<Date>,
    /// `male` or `female`, read from the number.
    #[sea_orm(column_type = "Text", nullable)]
    pub sex: Option<String>,
    /// Phone number, encrypted.
    #[sea_orm(column_type = "Text", nullable)]
    pub phone_cipher: Option<String>,
    /// Division of the household register.
    #[sea_orm(column_type = "Text", nullable)]
    pub hukou_division: Option<String>,
    /// Division the person lives in.
    #[sea_orm(column_type = "Text", nullable)]
    pub residence_division: Option<String>,
    /// Address, encrypted.
    #[sea_orm(column_type = "Text", nullable)]
    pub address_cipher: Option<String>,
    /// When first recorded.
    pub created_at: DateTimeUtc,
    /// Account that recorded it; none when registered online. No foreign key, accounts refer to persons.
    pub created_by: Option<Uuid>,
    /// When they died, if they did.
    pub died_on: Option<Date>,
    /// Version of the key of `id_index`.
    pub index_version: i32,
}

impl ActiveModelBehavior for ActiveModel {}
