//! Drafts, cases, their events, files and materials.

use sea_orm_migration::{prelude::*, schema::*};

use crate::keys::{forgets, index, refers};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [draft(), case_file(), case_event(), upload(), case_material(), idempotency()] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["idempotency", "case_material", "upload", "case_event", "case_file", "draft"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("draft", &["account_id"]),
    ("draft", &["person_id"]),
    ("draft", &["item_id"]),
    ("draft", &["updated_at"]),
    ("case_file", &["item_id"]),
    ("case_file", &["implementation_code"]),
    ("case_file", &["division_code"]),
    ("case_file", &["agent_person_id"]),
    ("case_file", &["channel"]),
    ("case_file", &["hall_id"]),
    ("case_file", &["window_id"]),
    ("case_file", &["clerk_id"]),
    ("case_file", &["submitted_at"]),
    ("case_file", &["closed_at"]),
    ("case_file", &["person_id", "submitted_at"]),
    ("case_file", &["department_id", "status", "next_due"]),
    ("case_file", &["assignee_id", "status"]),
    ("case_file", &["status", "next_due"]),
    ("case_event", &["actor_account_id"]),
    ("case_event", &["at"]),
    ("upload", &["owner_account_id"]),
    ("upload", &["draft_id"]),
    ("upload", &["case_id"]),
    ("upload", &["created_at"]),
    ("case_material", &["case_id"]),
    ("case_material", &["material_id"]),
    ("case_material", &["upload_id"]),
    ("idempotency", &["account_id"]),
    ("idempotency", &["case_id"]),
    ("idempotency", &["created_at"]),
];

fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(uuid("id").primary_key())
        .col(uuid("account_id"))
        .col(uuid_null("person_id"))
        .col(text("item_id"))
        .col(text_null("situation"))
        .col(text("channel"))
        .col(text("answers_cipher"))
        .col(json_binary("materials"))
        .col(text("step"))
        .col(integer("version").default(1))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refers("draft", "account_id", "account", "id"))
        .foreign_key(&mut refers("draft", "person_id", "person", "id"))
        .foreign_key(&mut refers("draft", "item_id", "item", "id"))
        .take()
}

fn case_file() -> TableCreateStatement {
    Table::create()
        .table("case_file")
        .col(uuid("id").primary_key())
        .col(text("case_no").unique_key())
        .col(text("query_code_cipher"))
        .col(text("query_code_hash"))
        .col(text("item_id"))
        .col(text("implementation_code"))
        .col(uuid("department_id"))
        .col(text("division_code"))
        .col(text("route_reason"))
        .col(uuid("person_id"))
        .col(uuid_null("agent_person_id"))
        .col(text("kind"))
        .col(json_binary("limits"))
        .col(text("status"))
        .col(text_null("outcome").check(Expr::col("outcome").is_in(["granted", "refused"])))
        .col(integer("version").default(1))
        .col(text("channel"))
        .col(uuid_null("hall_id"))
        .col(uuid_null("window_id"))
        .col(uuid_null("clerk_id"))
        .col(uuid_null("assignee_id"))
        .col(text("form_cipher"))
        .col(timestamp_with_time_zone("submitted_at"))
        .col(date_null("receipt_date"))
        .col(date_null("accepted_on"))
        .col(date_null("promised_due"))
        .col(date_null("statutory_due"))
        .col(date_null("next_due"))
        .col(integer("corrections").default(0))
        .col(date_null("closed_on"))
        .col(date_null("receipt_due"))
        .col(date_null("decided_on"))
        .col(timestamp_with_time_zone_null("closed_at"))
        .col(integer_null("handling_days"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut refers("case_file", "item_id", "item", "id"))
        .foreign_key(&mut refers("case_file", "implementation_code", "implementation", "code"))
        .foreign_key(&mut refers("case_file", "department_id", "department", "id"))
        .foreign_key(&mut refers("case_file", "person_id", "person", "id"))
        .foreign_key(&mut refers("case_file", "agent_person_id", "person", "id"))
        .foreign_key(&mut refers("case_file", "hall_id", "hall", "id"))
        .foreign_key(&mut refers("case_file", "window_id", "window", "id"))
        .foreign_key(&mut refers("case_file", "clerk_id", "account", "id"))
        .foreign_key(&mut refers("case_file", "assignee_id", "account", "id"))
        .take()
}

fn case_event() -> TableCreateStatement {
    Table::create()
        .table("case_event")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(integer("seq"))
        .col(text("kind"))
        .col(json_binary("payload"))
        .col(uuid_null("actor_account_id"))
        .col(text("actor_name"))
        .col(text("actor_role"))
        .col(timestamp_with_time_zone("at"))
        .col(text_null("opinion"))
        .index(Index::create().unique().col("case_id").col("seq"))
        .foreign_key(&mut refers("case_event", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("case_event", "actor_account_id", "account", "id"))
        .take()
}

fn upload() -> TableCreateStatement {
    Table::create()
        .table("upload")
        .col(uuid("id").primary_key())
        .col(uuid("owner_account_id"))
        .col(uuid_null("draft_id"))
        .col(uuid_null("case_id"))
        .col(text("file_name"))
        .col(text("content_type"))
        .col(big_integer("size"))
        .col(text("sha256"))
        .col(text("storage_key").unique_key())
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("upload", "owner_account_id", "account", "id"))
        .foreign_key(&mut forgets("upload", "draft_id", "draft", "id"))
        .foreign_key(&mut refers("upload", "case_id", "case_file", "id"))
        .take()
}

fn case_material() -> TableCreateStatement {
    Table::create()
        .table("case_material")
        .col(uuid("id").primary_key())
        .col(uuid("case_id"))
        .col(uuid_null("material_id"))
        .col(text("name"))
        .col(text("manner").check(Expr::col("manner").is_in([
            "paper",
            "upload",
            "certificate",
            "share",
            "commitment",
            "missing",
        ])))
        .col(text_null("grade").check(Expr::col("grade").is_in(["A", "B", "C", "D"])))
        .col(uuid_null("upload_id"))
        .col(boolean("required"))
        .col(text_null("note"))
        .foreign_key(&mut refers("case_material", "case_id", "case_file", "id"))
        .foreign_key(&mut forgets("case_material", "material_id", "material", "id"))
        .foreign_key(&mut refers("case_material", "upload_id", "upload", "id"))
        .take()
}

fn idempotency() -> TableCreateStatement {
    Table::create()
        .table("idempotency")
        .col(text("key"))
        .col(uuid("account_id"))
        .col(text("request_hash"))
        .col(uuid_null("case_id"))
        .col(json_binary("response"))
        .col(timestamp_with_time_zone("created_at"))
        .primary_key(Index::create().col("key").col("account_id"))
        .foreign_key(&mut refers("idempotency", "account_id", "account", "id"))
        .foreign_key(&mut refers("idempotency", "case_id", "case_file", "id"))
        .take()
}
