//! Work lists are counted and ordered from one index, without reading a case.

use sea_orm_migration::prelude::*;

use crate::keys::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// PostgreSQL cuts names after 63 bytes; the columns together have more.
const NAME: &str = "ix_case_file_work_list";

/// What finds, then what orders, then what is counted by.
const COLUMNS: &[&str] =
    &["department_id", "status", "next_due", "submitted_at", "id", "assignee_id", "item_id"];

/// Its first columns, which were an index of their own.
const BEFORE: &[&str] = &["department_id", "status", "next_due"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("case_file", COLUMNS).name(NAME).take()).await?;
        let before = format!("ix_case_file_{}", BEFORE.join("_"));
        manager.drop_index(Index::drop().table("case_file").name(before).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("case_file", BEFORE)).await?;
        manager.drop_index(Index::drop().table("case_file").name(NAME).to_owned()).await
    }
}
