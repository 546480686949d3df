//! The figures of supervision by clerk and by part. Counters are made anew from the events by whoever
//! opens the database next.

use sea_orm_migration::sea_orm::{ConnectionTrait as _, DbErr};
use sea_orm_migration::{prelude::*, schema::*};
use serde_json::json;

use crate::keys::index;
use crate::m20261121_000008_counters as before;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The setting that asks for counters to be made anew.
const WANTED: &str = "counters_wanted";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["counter_delta", "counter"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        for table in [counter(), counter_delta()] {
            manager.create_table(table).await?;
        }
        manager.create_index(index("counter", &["metric", "day"])).await?;
        ask(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["counter_delta", "counter"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        for table in [before::counter(), before::counter_delta()] {
            manager.create_table(table).await?;
        }
        manager.create_index(index("counter", &["metric", "day"])).await?;
        let asked = Query::delete().from_table("setting").and_where(Expr::col("key").eq(WANTED)).to_owned();
        manager.execute(asked).await
    }
}

/// A new database has nothing to count.
async fn ask(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let any = Query::select().column("id").from("case_file").limit(1).to_owned();
    if manager.get_connection().query_one(&any).await?.is_none() {
        return Ok(());
    }
    let asked = Query::insert()
        .into_table("setting")
        .columns(["key", "value"])
        .values_panic([WANTED.into(), json!(true).into()])
        .to_owned();
    manager.execute(asked).await
}

fn heads(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(date("day"))
        .col(uuid("department_id"))
        .col(text("item_id"))
        .col(text("division_code"))
        .col(text("window_key"))
        .col(text("clerk_key"))
        .col(text("channel"))
        .col(text("metric"))
        .col(text("part"))
        .col(integer("bucket"))
        .col(integer("n"))
        .take()
}

fn counter() -> TableCreateStatement {
    let key = [
        "day",
        "department_id",
        "item_id",
        "division_code",
        "window_key",
        "clerk_key",
        "channel",
        "metric",
        "part",
        "bucket",
    ];
    let mut primary = Index::create();
    key.into_iter().for_each(|column| {
        primary.col(column);
    });
    heads("counter").primary_key(&mut primary).take()
}

fn counter_delta() -> TableCreateStatement {
    heads("counter_delta").col(big_pk_auto("id")).take()
}
