//! People, known by an encrypted number and its blind index.

use sea_orm_migration::{prelude::*, schema::*};

use crate::keys::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(person()).await?;
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("person").take()).await
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[("person", &["hukou_division"]), ("person", &["residence_division"])];

fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(uuid("id").primary_key())
        .col(text("id_cipher"))
        .col(text("id_index").unique_key())
        .col(text("kind"))
        .col(text("name"))
        .col(date_null("birth_date"))
        .col(text_null("sex"))
        .col(text_null("phone_cipher"))
        .col(text_null("hukou_division"))
        .col(text_null("residence_division"))
        .col(text_null("address_cipher"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("created_by"))
        .take()
}
