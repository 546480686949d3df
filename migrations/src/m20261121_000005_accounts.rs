//! Accounts and their sessions.

use sea_orm_migration::{prelude::*, schema::*};

use crate::keys::{belongs, index, refers};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [account(), session()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["session", "account"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("account", &["role"]),
    ("account", &["department_id"]),
    ("account", &["hall_id"]),
    ("account", &["window_id"]),
    ("session", &["account_id"]),
    ("session", &["expires_at"]),
    ("session", &["client_person_id"]),
];

fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(text_null("username").unique_key())
        .col(uuid_null("person_id").unique_key())
        .col(text("role"))
        .col(text("name"))
        .col(text("password_hash"))
        .col(uuid_null("department_id"))
        .col(uuid_null("hall_id"))
        .col(uuid_null("window_id"))
        .col(boolean("active").default(true))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone_null("last_sign_in_at"))
        .foreign_key(&mut refers("account", "person_id", "person", "id"))
        .foreign_key(&mut refers("account", "department_id", "department", "id"))
        .foreign_key(&mut refers("account", "hall_id", "hall", "id"))
        .foreign_key(&mut refers("account", "window_id", "window", "id"))
        .take()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(uuid("id").primary_key())
        .col(text("token_hash").unique_key())
        .col(uuid("account_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("last_seen_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(uuid_null("client_person_id"))
        .col(json_binary_null("flash"))
        .foreign_key(&mut belongs("session", "account_id", "account", "id"))
        .foreign_key(&mut refers("session", "client_person_id", "person", "id"))
        .take()
}
