//! Departments, halls and their windows.

use sea_orm_migration::{prelude::*, schema::*};

use crate::keys::{index, refers};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [department(), hall(), window()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["window", "hall", "department"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[("hall", &["division_code"])];

fn department() -> TableCreateStatement {
    Table::create()
        .table("department")
        .col(uuid("id").primary_key())
        .col(text("key").unique_key())
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text("uscc").unique_key())
        .col(text("central_code"))
        .col(text_null("phone"))
        .col(integer("sort").default(0))
        .col(boolean("active").default(true))
        .take()
}

fn hall() -> TableCreateStatement {
    Table::create()
        .table("hall")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text("division_code"))
        .col(text("address"))
        .col(text_null("address_en"))
        .col(text("hours"))
        .col(text_null("hours_en"))
        .col(text("phone"))
        .col(text_null("directions"))
        .col(boolean("active").default(true))
        .take()
}

fn window() -> TableCreateStatement {
    Table::create()
        .table("window")
        .col(uuid("id").primary_key())
        .col(uuid("hall_id"))
        .col(text("number"))
        .col(text("name"))
        .col(text("kind").check(Expr::col("kind").is_in(["general", "special"])))
        .col(boolean("active").default(true))
        .index(Index::create().unique().col("hall_id").col("number"))
        .foreign_key(&mut refers("window", "hall_id", "hall", "id"))
        .take()
}
