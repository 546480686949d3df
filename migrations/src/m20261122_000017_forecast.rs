//! Decisions by day, for the pace of a department.

use sea_orm_migration::prelude::*;

use crate::keys::index;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// What the index is on.
const COLUMNS: &[&str] = &["decided_on", "department_id"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("case_file", COLUMNS)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let name = format!("ix_case_file_{}", COLUMNS.join("_"));
        manager.drop_index(Index::drop().table("case_file").name(name).to_owned()).await
    }
}
