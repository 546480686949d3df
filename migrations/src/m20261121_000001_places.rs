//! The divisions of the country, with the years they were in force.

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
        manager.create_table(division()).await?;
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("division").take()).await
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[("division", &["parent_code"])];

fn division() -> TableCreateStatement {
    Table::create()
        .table("division")
        .col(uuid("id").primary_key())
        .col(text("code"))
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text_null("parent_code"))
        .col(small_integer("level").check(Expr::col("level").is_in([1, 2, 3, 4, 5])))
        .col(small_integer_null("from_year"))
        .col(small_integer_null("to_year"))
        .index(Index::create().unique().col("code").col("from_year"))
        .take()
}
