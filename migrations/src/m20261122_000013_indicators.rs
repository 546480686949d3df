//! Targets, and what the indicators of today read day by day.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(target()).await?;
        manager.create_table(snapshot()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["indicator_snapshot", "target"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn target() -> TableCreateStatement {
    Table::create()
        .table("target")
        .col(text("key").primary_key())
        .col(integer("sort"))
        .col(text("figure"))
        .col(text("meaning"))
        .col(text("meaning_en"))
        .col(text("source"))
        .col(text_null("due"))
        .col(text_null("indicator"))
        .col(text_null("relation"))
        .col(big_integer_null("over"))
        .col(big_integer_null("under"))
        .take()
}

fn snapshot() -> TableCreateStatement {
    Table::create()
        .table("indicator_snapshot")
        .col(date("day"))
        .col(text("indicator"))
        .col(big_integer("numerator"))
        .col(big_integer_null("denominator"))
        .primary_key(Index::create().col("day").col("indicator"))
        .take()
}
