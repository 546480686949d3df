//! 电子监察: rules, what was found, orders to departments, notes.

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
        for table in [rule(), order(), order_event(), order_file(), alert(), note()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in
            ["watch_note", "watch_alert", "watch_file", "watch_order_event", "watch_order", "watch_rule"]
        {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("watch_rule", &["updated_by"]),
    ("watch_alert", &["case_id"]),
    ("watch_alert", &["department_id", "state"]),
    ("watch_alert", &["state", "card"]),
    ("watch_alert", &["happened_on"]),
    ("watch_alert", &["order_id"]),
    ("watch_alert", &["settled_by"]),
    ("watch_order", &["department_id", "state"]),
    ("watch_order", &["state", "reply_by"]),
    ("watch_order", &["issued_by"]),
    ("watch_order_event", &["actor_account_id"]),
    ("watch_file", &["order_id"]),
    ("watch_note", &["subject", "subject_id"]),
    ("watch_note", &["author_id"]),
];

fn card() -> ColumnDef {
    text("card").check(Expr::col("card").is_in(["yellow", "red"])).take()
}

fn rule() -> TableCreateStatement {
    Table::create()
        .table("watch_rule")
        .col(text("key").primary_key())
        .col(integer("sort"))
        .col(json_binary("rule"))
        // A rule that was changed looks back once more: up to this revision it has.
        .col(integer("revision"))
        .col(integer("scanned").default(0))
        .col(timestamp_with_time_zone("updated_at"))
        .col(uuid_null("updated_by"))
        .foreign_key(&mut refers("watch_rule", "updated_by", "account", "id"))
        .take()
}

fn alert() -> TableCreateStatement {
    let states = ["open", "ordered", "settled", "dismissed"];
    Table::create()
        .table("watch_alert")
        .col(uuid("id").primary_key())
        .col(text("rule"))
        .col(uuid("case_id"))
        .col(uuid("department_id"))
        .col(date("basis"))
        .col(text("step"))
        .col(card())
        .col(text("state").check(Expr::col("state").is_in(states)))
        .col(integer("seq"))
        .col(date("happened_on"))
        .col(timestamp_with_time_zone("found_at"))
        .col(json_binary("evidence"))
        .col(uuid_null("order_id"))
        .col(uuid_null("settled_by"))
        .col(timestamp_with_time_zone_null("settled_at"))
        .col(text_null("reason_cipher"))
        // Found twice it is one.
        .index(
            Index::create().unique().col("rule").col("case_id").col("basis").col("step").col("department_id"),
        )
        .foreign_key(&mut refers("watch_alert", "rule", "watch_rule", "key"))
        .foreign_key(&mut refers("watch_alert", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("watch_alert", "department_id", "department", "id"))
        .foreign_key(&mut refers("watch_alert", "order_id", "watch_order", "id"))
        .foreign_key(&mut refers("watch_alert", "settled_by", "account", "id"))
        .take()
}

/// 督办单: 督〔year〕serial 号.
fn order() -> TableCreateStatement {
    let states = ["issued", "answered", "returned", "accepted", "closed"];
    Table::create()
        .table("watch_order")
        .col(uuid("id").primary_key())
        .col(integer("year"))
        .col(integer("serial"))
        .col(uuid("department_id"))
        .col(card())
        .col(text("state").check(Expr::col("state").is_in(states)))
        .col(date("reply_by"))
        .col(integer("escalations"))
        .col(date_null("reminded_for"))
        .col(date_null("lapsed_for"))
        .col(text("words_cipher"))
        .col(integer("version"))
        .col(uuid_null("issued_by"))
        .col(timestamp_with_time_zone("issued_at"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .index(Index::create().unique().col("year").col("serial"))
        .foreign_key(&mut refers("watch_order", "department_id", "department", "id"))
        .foreign_key(&mut refers("watch_order", "issued_by", "account", "id"))
        .take()
}

fn order_event() -> TableCreateStatement {
    Table::create()
        .table("watch_order_event")
        .col(uuid("id").primary_key())
        .col(uuid("order_id"))
        .col(integer("seq"))
        .col(text("kind"))
        .col(date_null("reply_by"))
        .col(text_null("words_cipher"))
        .col(uuid_null("actor_account_id"))
        .col(text("actor_name"))
        .col(text("actor_role"))
        .col(timestamp_with_time_zone("at"))
        .index(Index::create().unique().col("order_id").col("seq"))
        .foreign_key(&mut refers("watch_order_event", "order_id", "watch_order", "id"))
        .foreign_key(&mut refers("watch_order_event", "actor_account_id", "account", "id"))
        .take()
}

/// Files of a reply.
fn order_file() -> TableCreateStatement {
    Table::create()
        .table("watch_file")
        .col(uuid("upload_id").primary_key())
        .col(uuid("order_id"))
        .col(integer("seq"))
        .foreign_key(&mut refers("watch_file", "upload_id", "upload", "id"))
        .foreign_key(&mut refers("watch_file", "order_id", "watch_order", "id"))
        .take()
}

/// A supervisor's note on a case, an alert or an order.
fn note() -> TableCreateStatement {
    Table::create()
        .table("watch_note")
        .col(uuid("id").primary_key())
        .col(text("subject").check(Expr::col("subject").is_in(["case", "alert", "order"])))
        .col(uuid("subject_id"))
        .col(text("words_cipher"))
        .col(uuid("author_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(&mut refers("watch_note", "author_id", "account", "id"))
        .take()
}
