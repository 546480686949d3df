//! The audit trail and the settings.

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
        for table in [audit(), setting()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["setting", "audit"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] =
    &[("audit", &["at"]), ("audit", &["actor_account_id"]), ("audit", &["action"]), ("audit", &["subject"])];

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(uuid("id").primary_key())
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("actor_account_id"))
        .col(text("actor_role"))
        .col(text("action"))
        .col(text("subject"))
        .col(json_binary("detail"))
        .col(big_integer_null("seq").unique_key())
        .col(text_null("prev_hash"))
        .col(text_null("hash"))
        .take()
}

fn setting() -> TableCreateStatement {
    Table::create().table("setting").col(text("key").primary_key()).col(json_binary("value")).take()
}
