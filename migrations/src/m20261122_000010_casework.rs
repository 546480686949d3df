//! Casework by law: versions of an item's process, steps, alarms, absences, broken promises.

use sea_orm_migration::sea_orm::prelude::{DateTimeUtc, Uuid};
use sea_orm_migration::sea_orm::{ConnectionTrait as _, QueryResult};
use sea_orm_migration::{prelude::*, schema::*};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

use crate::keys::{belongs, index, refers};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        for table in [item_version(), case_task(), case_change(), alarm(), absence(), credit_mark()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        first_versions(manager.get_connection()).await?;
        remembered(manager.get_connection()).await?;
        manager.execute(woken()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in INDEXES.iter().filter(|(table, _)| *table == "case_file") {
            let name = format!("ix_{table}_{}", columns.join("_"));
            manager.drop_index(Index::drop().table(*table).name(name).to_owned()).await?;
        }
        for table in ["credit_mark", "absence", "alarm", "case_change", "case_task", "item_version"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        for (table, column) in columns() {
            let name = column.get_column_name();
            manager.alter_table(Table::alter().table(table).drop_column(name).take()).await?;
        }
        Ok(())
    }
}

/// What is added to tables that were there before.
fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("account", boolean("head").default(false).take()),
        ("draft", boolean("person_wanted").default(false).take()),
        ("item", integer("process_version").default(1).take()),
        ("case_file", integer("item_version").default(1).take()),
        ("case_file", json_binary("work").default("{}").take()),
        ("case_file", date_null("wake_on").take()),
        ("case_file", date_null("alarm_on").take()),
        ("case_event", json_binary_null("attachments").take()),
    ]
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("case_file", &["wake_on"]),
    ("case_file", &["alarm_on"]),
    ("item_version", &["state"]),
    ("item_version", &["created_by"]),
    ("case_task", &["department_id", "done", "due"]),
    ("case_task", &["holder_id"]),
    ("case_change", &["case_id", "seq"]),
    ("alarm", &["department_id", "rank", "seen_at"]),
    ("alarm", &["rank", "seen_at"]),
    ("alarm", &["raised_at"]),
    ("alarm", &["seen_by"]),
    ("absence", &["account_id"]),
    ("absence", &["deputy_id"]),
    ("absence", &["until"]),
    ("credit_mark", &["person_id"]),
    ("credit_mark", &["case_id"]),
    ("credit_mark", &["lifted_by"]),
];

fn item_version() -> TableCreateStatement {
    Table::create()
        .table("item_version")
        .col(text("item_id"))
        .col(integer("version"))
        .col(text("state").check(Expr::col("state").is_in(["draft", "in_force", "suspended", "cancelled"])))
        .col(date_null("valid_from"))
        .col(date_null("valid_to"))
        .col(text("kind").check(Expr::col("kind").is_in(["instant", "promise"])))
        .col(json_binary("limits"))
        .col(json_binary("process"))
        .col(json_binary("form"))
        .col(text("note"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .primary_key(Index::create().col("item_id").col("version"))
        .foreign_key(&mut belongs("item_version", "item_id", "item", "id"))
        .foreign_key(&mut refers("item_version", "created_by", "account", "id"))
        .take()
}

fn case_task() -> TableCreateStatement {
    Table::create()
        .table("case_task")
        .col(uuid("case_id"))
        .col(text("step"))
        .col(uuid("department_id"))
        .col(uuid_null("holder_id"))
        .col(date("opened_on"))
        .col(date_null("due"))
        .col(boolean("done"))
        .primary_key(Index::create().col("case_id").col("step").col("department_id"))
        .foreign_key(&mut refers("case_task", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("case_task", "department_id", "department", "id"))
        .foreign_key(&mut refers("case_task", "holder_id", "account", "id"))
        .take()
}

/// What an answer to corrections changed: both sides, sealed.
fn case_change() -> TableCreateStatement {
    Table::create()
        .table("case_change")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(integer("seq"))
        .col(json_binary("target"))
        .col(text("before_cipher"))
        .col(text("after_cipher"))
        .foreign_key(&mut refers("case_change", "case_id", "case_file", "id"))
        .take()
}

fn alarm() -> TableCreateStatement {
    Table::create()
        .table("alarm")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(uuid("department_id"))
        .col(text("kind"))
        .col(text("rank").check(Expr::col("rank").is_in(["holder", "head", "supervisor"])))
        .col(date("basis"))
        .col(text("step"))
        .col(date("due_on"))
        .col(timestamp_with_time_zone("raised_at"))
        .col(uuid_null("seen_by"))
        .col(timestamp_with_time_zone_null("seen_at"))
        .index(
            Index::create()
                .unique()
                .col("case_id")
                .col("kind")
                .col("rank")
                .col("basis")
                .col("step")
                .col("department_id"),
        )
        .foreign_key(&mut refers("alarm", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("alarm", "department_id", "department", "id"))
        .foreign_key(&mut refers("alarm", "seen_by", "account", "id"))
        .take()
}

fn absence() -> TableCreateStatement {
    Table::create()
        .table("absence")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(uuid("deputy_id"))
        .col(date("since"))
        .col(date("until"))
        .col(text("reason"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut belongs("absence", "account_id", "account", "id"))
        .foreign_key(&mut belongs("absence", "deputy_id", "account", "id"))
        .take()
}

/// 失信: a broken promise, until it is mended.
fn credit_mark() -> TableCreateStatement {
    Table::create()
        .table("credit_mark")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(uuid("case_id"))
        .col(text("kind").check(Expr::col("kind").is_in(["supplement", "commitment"])))
        .col(timestamp_with_time_zone("marked_at"))
        .col(timestamp_with_time_zone_null("lifted_at"))
        .col(uuid_null("lifted_by"))
        .col(text_null("lifted_why"))
        .foreign_key(&mut refers("credit_mark", "person_id", "person", "id"))
        .foreign_key(&mut refers("credit_mark", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("credit_mark", "lifted_by", "account", "id"))
        .take()
}

/// Cases that wait for something since before the clock watched: it looks at each once.
fn woken() -> UpdateStatement {
    let open = ["submitted", "received", "correction", "accepted", "review", "decided", "certificate"];
    Query::update()
        .table("case_file")
        .value("wake_on", Expr::col("receipt_date"))
        .value("alarm_on", Expr::col("receipt_date"))
        .and_where(Expr::col("status").is_in(open))
        .take()
}

/// What a case had to remember of corrections before it remembered anything: the last day to answer
/// while they are asked for, and the day of the last answer.
async fn remembered(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let told = Query::select()
        .columns(["case_id", "kind", "payload"])
        .from("case_event")
        .and_where(Expr::col("kind").is_in(["correction_asked", "correction_answered"]))
        .order_by("case_id", Order::Asc)
        .order_by("seq", Order::Asc)
        .take();
    let mut works: BTreeMap<Uuid, Map<String, Value>> = BTreeMap::new();
    for event in db.query_all(&told).await? {
        let (id, kind): (Uuid, String) = (event.try_get("", "case_id")?, event.try_get("", "kind")?);
        let payload: Value = event.try_get("", "payload")?;
        let day = |name: &str| payload.get(name).cloned().unwrap_or_default();
        let work = works.entry(id).or_default();
        if kind == "correction_asked" {
            work.insert("reply_by".to_owned(), day("reply_by"));
        } else {
            work.remove("reply_by");
            work.insert("answered_on".to_owned(), day("receipt_day"));
        }
    }
    for (id, work) in works {
        let mut update = Query::update();
        update.table("case_file").value("work", Value::Object(work)).and_where(Expr::col("id").eq(id));
        db.execute(&update).await?;
    }
    Ok(())
}

/// Every item has a first version: what it was until now.
async fn first_versions(db: &SchemaManagerConnection<'_>) -> Result<(), DbErr> {
    let items = Query::select()
        .columns(["id", "case_kind", "legal_value", "legal_unit", "promise_value", "promise_unit", "form"])
        .column("updated_at")
        .from("item")
        .take();
    for item in db.query_all(&items).await? {
        db.execute(&first_version(&item)?).await?;
    }
    Ok(())
}

fn first_version(item: &QueryResult) -> Result<InsertStatement, DbErr> {
    let limit = |value: &str, unit: &str| -> Result<Value, DbErr> {
        let (value, unit): (Option<i32>, Option<String>) =
            (item.try_get("", value)?, item.try_get("", unit)?);
        Ok(value.zip(unit).map_or(Value::Null, |(value, unit)| json!({ "value": value, "unit": unit })))
    };
    let limits = json!({
        "statutory": limit("legal_value", "legal_unit")?,
        "promised": limit("promise_value", "promise_unit")?,
    });
    let (id, kind): (String, String) = (item.try_get("", "id")?, item.try_get("", "case_kind")?);
    let (form, at): (Value, DateTimeUtc) = (item.try_get("", "form")?, item.try_get("", "updated_at")?);
    let columns = [
        "item_id",
        "version",
        "state",
        "kind",
        "limits",
        "process",
        "form",
        "note",
        "created_at",
        "updated_at",
    ];
    let mut insert = Query::insert();
    insert.into_table("item_version").columns(columns).values_panic([
        id.into(),
        1.into(),
        "in_force".into(),
        kind.into(),
        limits.into(),
        json!({}).into(),
        form.into(),
        "".into(),
        at.into(),
        at.into(),
    ]);
    Ok(insert)
}
