//! 填报: what departments report of the entries of schemes, with evidence and history.

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
        for table in [report_duty(), report(), report_file(), report_event()] {
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
        for table in ["report_event", "report_file", "report", "report_duty"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// An entry has one report a quarter, under whatever version of its scheme; a file belongs to one
/// report.
const UNIQUE: &[(&str, &[&str])] = &[
    ("report_duty", &["scheme_key", "entry_key"]),
    ("report", &["scheme_key", "entry_key", "period"]),
    ("report_file", &["upload_id"]),
];

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("report_duty", &["department_id"]),
    ("report_duty", &["assigned_by"]),
    ("report", &["entry_id"]),
    ("report", &["department_id", "period"]),
    ("report", &["state", "period"]),
    ("report", &["changed_by"]),
    ("report_file", &["report_id"]),
    ("report_file", &["added_by"]),
    ("report_event", &["report_id", "at"]),
    ("report_event", &["account_id"]),
    ("report_event", &["file_id"]),
];

fn report_duty() -> TableCreateStatement {
    Table::create()
        .table("report_duty")
        .col(uuid("id").primary_key())
        .col(text("scheme_key"))
        .col(text("entry_key"))
        .col(uuid("department_id"))
        .col(timestamp_with_time_zone("assigned_at"))
        .col(uuid_null("assigned_by"))
        .foreign_key(&mut refers("report_duty", "department_id", "department", "id"))
        .foreign_key(&mut refers("report_duty", "assigned_by", "account", "id"))
        .take()
}

fn report() -> TableCreateStatement {
    let states = ["draft", "submitted", "returned", "signed_off", "reopened"];
    Table::create()
        .table("report")
        .col(uuid("id").primary_key())
        .col(uuid("entry_id"))
        .col(text("scheme_key"))
        .col(text("entry_key"))
        .col(text("period"))
        .col(uuid("department_id"))
        .col(text("state").check(Expr::col("state").is_in(states)))
        .col(big_integer_null("numerator"))
        .col(big_integer_null("denominator"))
        .col(text("text"))
        .col(integer("version"))
        .col(date_null("mend_by"))
        .col(timestamp_with_time_zone_null("submitted_at"))
        .col(timestamp_with_time_zone_null("signed_at"))
        .col(text_null("signed_name"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(uuid_null("changed_by"))
        .col(text("changed_name"))
        .foreign_key(&mut refers("report", "entry_id", "scheme_entry", "id"))
        .foreign_key(&mut refers("report", "department_id", "department", "id"))
        .foreign_key(&mut refers("report", "changed_by", "account", "id"))
        .take()
}

fn report_file() -> TableCreateStatement {
    Table::create()
        .table("report_file")
        .col(uuid("id").primary_key())
        .col(uuid("report_id"))
        .col(integer("point"))
        .col(uuid("upload_id"))
        .col(timestamp_with_time_zone("added_at"))
        .col(uuid_null("added_by"))
        .col(timestamp_with_time_zone_null("removed_at"))
        .foreign_key(&mut belongs("report_file", "report_id", "report", "id"))
        .foreign_key(&mut refers("report_file", "upload_id", "upload", "id"))
        .foreign_key(&mut refers("report_file", "added_by", "account", "id"))
        .take()
}

fn report_event() -> TableCreateStatement {
    Table::create()
        .table("report_event")
        .col(uuid("id").primary_key())
        .col(uuid("report_id"))
        .col(timestamp_with_time_zone("at"))
        .col(text("deed"))
        .col(uuid_null("account_id"))
        .col(text("actor_name"))
        .col(text_null("reason"))
        .col(big_integer_null("numerator"))
        .col(big_integer_null("denominator"))
        .col(text("text"))
        .col(uuid_null("file_id"))
        .foreign_key(&mut belongs("report_event", "report_id", "report", "id"))
        .foreign_key(&mut refers("report_event", "account_id", "account", "id"))
        .foreign_key(&mut refers("report_event", "file_id", "report_file", "id"))
        .take()
}
