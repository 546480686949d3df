//! The figures of supervision.

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
        for table in [counter(), counter_delta()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["counter_delta", "counter"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[("counter", &["metric", "day"])];

pub(crate) fn counter() -> TableCreateStatement {
    Table::create()
        .table("counter")
        .col(date("day"))
        .col(uuid("department_id"))
        .col(text("item_id"))
        .col(text("division_code"))
        .col(text("window_key"))
        .col(text("channel"))
        .col(text("metric"))
        .col(integer("bucket"))
        .col(integer("n"))
        .primary_key(
            Index::create()
                .col("day")
                .col("department_id")
                .col("item_id")
                .col("division_code")
                .col("window_key")
                .col("channel")
                .col("metric")
                .col("bucket"),
        )
        .take()
}

pub(crate) fn counter_delta() -> TableCreateStatement {
    Table::create()
        .table("counter_delta")
        .col(big_pk_auto("id"))
        .col(date("day"))
        .col(uuid("department_id"))
        .col(text("item_id"))
        .col(text("division_code"))
        .col(text("window_key"))
        .col(text("channel"))
        .col(text("metric"))
        .col(integer("bucket"))
        .col(integer("n"))
        .take()
}
