//! The working calendar.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [calendar_day(), calendar_coverage()] {
            manager.create_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["calendar_coverage", "calendar_day"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn calendar_day() -> TableCreateStatement {
    Table::create()
        .table("calendar_day")
        .col(date("date").primary_key())
        .col(text("kind").check(Expr::col("kind").is_in(["holiday", "workday"])))
        .col(text("name"))
        .col(text_null("name_en"))
        .take()
}

fn calendar_coverage() -> TableCreateStatement {
    Table::create()
        .table("calendar_coverage")
        .col(small_integer("id").primary_key().check(Expr::col("id").is_in([1])))
        .col(date("from_date"))
        .col(date("to_date"))
        .col(text("source"))
        .col(timestamp_with_time_zone("imported_at"))
        .take()
}
