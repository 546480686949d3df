//! The catalogue of service items.

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
        for table in [
            item(),
            item_subject(),
            item_event(),
            material(),
            implementation(),
            certificate_type(),
            bundle(),
            bundle_item(),
        ] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "bundle_item",
            "bundle",
            "certificate_type",
            "implementation",
            "material",
            "item_event",
            "item_subject",
            "item",
        ] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("item", &["base_code"]),
    ("item", &["department_id"]),
    ("item", &["theme"]),
    ("item", &["state"]),
    ("item_subject", &["subject"]),
    ("item_event", &["event"]),
    ("material", &["item_id"]),
    ("material", &["certificate_code"]),
    ("implementation", &["department_id"]),
    ("implementation", &["division_code"]),
    ("implementation", &["hall_id"]),
    ("implementation", &["item_id", "division_code"]),
    ("bundle", &["event"]),
    ("bundle_item", &["item_id"]),
];

fn item() -> TableCreateStatement {
    Table::create()
        .table("item")
        .col(text("id").primary_key())
        .col(text("base_code"))
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text("type_code"))
        .col(uuid("department_id"))
        .col(text("level_code"))
        .col(text("theme"))
        .col(text("case_kind").check(Expr::col("case_kind").is_in(["instant", "promise"])))
        .col(integer_null("legal_value"))
        .col(text_null("legal_unit"))
        .col(integer_null("promise_value"))
        .col(text_null("promise_unit"))
        .col(boolean("charged"))
        .col(text("fee_text"))
        .col(big_integer_null("fee_fen"))
        .col(small_integer("visits"))
        .col(boolean("online"))
        .col(boolean("fully_online"))
        .col(boolean("same_city"))
        .col(boolean("nearby"))
        .col(boolean("cross_province"))
        .col(boolean("one_window"))
        .col(boolean("instant_approval"))
        .col(boolean("no_application"))
        .col(boolean("mobile"))
        .col(boolean("kiosk"))
        .col(boolean("postal"))
        .col(boolean("agent"))
        .col(boolean("deferrable"))
        .col(boolean("commitment"))
        .col(boolean("appointment"))
        .col(text("state").check(Expr::col("state").is_in(["active", "suspended", "withdrawn"])))
        .col(integer("version").default(1))
        .col(json_binary("guide"))
        .col(json_binary("form"))
        .col(text("search_text"))
        .col(text("pinyin"))
        .col(text("initials"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refers("item", "department_id", "department", "id"))
        .take()
}

fn item_subject() -> TableCreateStatement {
    Table::create()
        .table("item_subject")
        .col(text("item_id"))
        .col(text("subject"))
        .primary_key(Index::create().col("item_id").col("subject"))
        .foreign_key(&mut belongs("item_subject", "item_id", "item", "id"))
        .take()
}

fn item_event() -> TableCreateStatement {
    Table::create()
        .table("item_event")
        .col(text("item_id"))
        .col(text("event"))
        .primary_key(Index::create().col("item_id").col("event"))
        .foreign_key(&mut belongs("item_event", "item_id", "item", "id"))
        .take()
}

fn material() -> TableCreateStatement {
    Table::create()
        .table("material")
        .col(uuid("id").primary_key())
        .col(text("item_id"))
        .col(integer("sort"))
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text_null("certificate_code"))
        .col(text_null("data_share"))
        .col(boolean("required"))
        .col(boolean("deferrable"))
        .col(text("format"))
        .col(text("source"))
        .foreign_key(&mut belongs("material", "item_id", "item", "id"))
        .take()
}

fn implementation() -> TableCreateStatement {
    Table::create()
        .table("implementation")
        .col(text("code").primary_key())
        .col(text("item_id"))
        .col(text_null("situation_code"))
        .col(text_null("situation_name"))
        .col(uuid("department_id"))
        .col(text("division_code"))
        .col(text("body_name"))
        .col(text("body_uscc"))
        .col(text("level_code"))
        .col(uuid_null("hall_id"))
        .col(boolean("active").default(true))
        .foreign_key(&mut refers("implementation", "item_id", "item", "id"))
        .foreign_key(&mut refers("implementation", "department_id", "department", "id"))
        .foreign_key(&mut refers("implementation", "hall_id", "hall", "id"))
        .take()
}

fn certificate_type() -> TableCreateStatement {
    Table::create()
        .table("certificate_type")
        .col(text("code").primary_key())
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text("issuer"))
        .take()
}

fn bundle() -> TableCreateStatement {
    Table::create()
        .table("bundle")
        .col(text("id").primary_key())
        .col(text("name"))
        .col(text_null("name_en"))
        .col(text_null("event"))
        .take()
}

fn bundle_item() -> TableCreateStatement {
    Table::create()
        .table("bundle_item")
        .col(text("bundle_id"))
        .col(text("item_id"))
        .col(integer("sort"))
        .primary_key(Index::create().col("bundle_id").col("item_id"))
        .foreign_key(&mut belongs("bundle_item", "bundle_id", "bundle", "id"))
        .foreign_key(&mut belongs("bundle_item", "item_id", "item", "id"))
        .take()
}
