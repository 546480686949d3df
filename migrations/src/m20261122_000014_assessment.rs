//! Assessment: schemes taken in, their entries, what assessing units put in, and scores settled.

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
        for table in [scheme(), scheme_entry(), score_input(), score()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in UNIQUE {
            manager.create_index(index(table, columns).unique().take()).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["score", "score_input", "scheme_entry", "scheme"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

const UNIQUE: &[(&str, &[&str])] =
    &[("scheme", &["key", "version"]), ("scheme_entry", &["scheme_id", "key"])];

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("scheme", &["imported_by"]),
    ("scheme_entry", &["indicator"]),
    ("score_input", &["scheme_id", "subject", "period"]),
    ("score_input", &["entered_by"]),
    ("score", &["scheme_id", "subject", "period"]),
    ("score", &["settled_by"]),
];

fn scheme() -> TableCreateStatement {
    Table::create()
        .table("scheme")
        .col(uuid("id").primary_key())
        .col(text("key"))
        .col(integer("version"))
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text("city"))
        .col(text_null("city_en"))
        .col(text("document"))
        .col(boolean("active"))
        .col(json_binary("file"))
        .col(timestamp_with_time_zone("imported_at"))
        .col(uuid_null("imported_by"))
        .foreign_key(&mut refers("scheme", "imported_by", "account", "id"))
        .take()
}

fn scheme_entry() -> TableCreateStatement {
    Table::create()
        .table("scheme_entry")
        .col(uuid("id").primary_key())
        .col(uuid("scheme_id"))
        .col(text("key"))
        .col(integer("sort"))
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text("description"))
        .col(text_null("description_en"))
        .col(text_null("target"))
        .col(text_null("target_en"))
        .col(text("lead"))
        .col(text("class"))
        .col(text("period"))
        .col(json_binary("evidence"))
        .col(text_null("indicator"))
        .col(boolean("reported"))
        .foreign_key(&mut belongs("scheme_entry", "scheme_id", "scheme", "id"))
        .take()
}

fn score_input() -> TableCreateStatement {
    Table::create()
        .table("score_input")
        .col(uuid("id").primary_key())
        .col(uuid("scheme_id"))
        .col(text("input"))
        .col(text("subject"))
        .col(text("period"))
        .col(big_integer_null("value"))
        .col(text("note"))
        .col(timestamp_with_time_zone("entered_at"))
        .col(uuid_null("entered_by"))
        .col(text("entered_name"))
        .foreign_key(&mut belongs("score_input", "scheme_id", "scheme", "id"))
        .foreign_key(&mut refers("score_input", "entered_by", "account", "id"))
        .take()
}

fn score() -> TableCreateStatement {
    Table::create()
        .table("score")
        .col(uuid("id").primary_key())
        .col(uuid("scheme_id"))
        .col(text("subject"))
        .col(text("period"))
        .col(text("value"))
        .col(json_binary("lines"))
        .col(timestamp_with_time_zone("settled_at"))
        .col(uuid_null("settled_by"))
        .col(text("settled_name"))
        .foreign_key(&mut belongs("score", "scheme_id", "scheme", "id"))
        .foreign_key(&mut refers("score", "settled_by", "account", "id"))
        .take()
}
