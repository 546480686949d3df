//! One number: certificates, materials kept, extracts of registries, organisations, delegations,
//! consents, and who looked at what.

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
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        for table in [
            legal_entity(),
            delegation(),
            extract(),
            certificate(),
            certificate_event(),
            certificate_copy(),
            presentation(),
            holding(),
            consent(),
            access(),
        ] {
            manager.create_table(table).await?;
        }
        for (table, columns) in INDEXES {
            manager.create_index(index(table, columns)).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in INDEXES.iter().filter(|(table, _)| ALTERED.contains(table)) {
            let name = format!("ix_{table}_{}", columns.join("_"));
            manager.drop_index(Index::drop().table(*table).name(name).to_owned()).await?;
        }
        for table in [
            "access",
            "consent",
            "holding",
            "presentation",
            "certificate_copy",
            "certificate_event",
            "certificate",
            "extract",
            "delegation",
            "legal_entity",
        ] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        for (table, column) in columns() {
            let name = column.get_column_name();
            manager.alter_table(Table::alter().table(table).drop_column(name).take()).await?;
        }
        Ok(())
    }
}

/// Tables of earlier steps that get an index here.
const ALTERED: &[&str] = &["case_file", "case_material", "draft"];

/// What is added to tables that were there before. They refer without a foreign key: SQLite adds
/// none to a table that exists.
fn columns() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("person", date_null("died_on").take()),
        ("person", integer("index_version").default(1).take()),
        ("certificate_type", text_null("type_code").take()),
        ("certificate_type", text("holder").default("person").take()),
        ("certificate_type", integer_null("valid_months").take()),
        ("certificate_type", text_null("department_key").take()),
        ("certificate_type", json_binary("fields").default("[]").take()),
        ("material", json_binary_null("needed_if").take()),
        ("case_material", uuid_null("certificate_id").take()),
        ("case_material", uuid_null("holding_id").take()),
        ("case_material", text_null("source").take()),
        ("case_file", uuid_null("entity_id").take()),
        ("draft", uuid_null("entity_id").take()),
        ("draft", json_binary("prefilled").default("{}").take()),
        ("session", uuid_null("client_entity_id").take()),
    ]
}

/// Each foreign key and each column that lists filter by.
const INDEXES: &[(&str, &[&str])] = &[
    ("case_file", &["entity_id"]),
    ("case_material", &["certificate_id"]),
    ("case_material", &["holding_id"]),
    ("draft", &["entity_id"]),
    ("legal_entity", &["legal_person_id"]),
    ("legal_entity", &["administrator_id"]),
    ("legal_entity", &["name"]),
    ("delegation", &["person_id"]),
    ("delegation", &["entity_id"]),
    ("delegation", &["agent_id"]),
    ("delegation", &["created_by"]),
    ("delegation", &["valid_until"]),
    ("extract", &["person_id"]),
    ("extract", &["entity_id"]),
    ("certificate", &["person_id", "code"]),
    ("certificate", &["entity_id", "code"]),
    ("certificate", &["code", "status"]),
    ("certificate", &["department_id"]),
    ("certificate", &["case_id"]),
    ("certificate", &["valid_until"]),
    ("certificate", &["serial"]),
    ("certificate_event", &["certificate_id", "at"]),
    ("certificate_event", &["account_id"]),
    ("certificate_event", &["case_id"]),
    ("certificate_copy", &["certificate_id"]),
    ("certificate_copy", &["account_id"]),
    ("presentation", &["certificate_id"]),
    ("presentation", &["expires_at"]),
    ("holding", &["person_id"]),
    ("holding", &["entity_id"]),
    ("holding", &["upload_id"]),
    ("holding", &["case_id"]),
    ("holding", &["verified_by"]),
    ("consent", &["person_id"]),
    ("consent", &["case_id"]),
    ("consent", &["given_by"]),
    ("access", &["person_id", "at"]),
    ("access", &["entity_id", "at"]),
    ("access", &["account_id"]),
    ("access", &["department_id"]),
    ("access", &["certificate_id", "at"]),
    ("access", &["holding_id"]),
    ("access", &["case_id"]),
];

fn legal_entity() -> TableCreateStatement {
    Table::create()
        .table("legal_entity")
        .col(uuid("id").primary_key())
        .col(text("code").unique_key())
        .col(text("name"))
        .col(text("kind"))
        .col(text("status").check(Expr::col("status").is_in(["active", "cancelled", "revoked"])))
        .col(date_null("established_on"))
        .col(text_null("division"))
        .col(text_null("address"))
        .col(uuid_null("legal_person_id"))
        .col(uuid_null("administrator_id"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("legal_entity", "legal_person_id", "person", "id"))
        .foreign_key(&mut refers("legal_entity", "administrator_id", "person", "id"))
        .take()
}

fn delegation() -> TableCreateStatement {
    Table::create()
        .table("delegation")
        .col(uuid("id").primary_key())
        .col(uuid_null("person_id"))
        .col(uuid_null("entity_id"))
        .col(uuid("agent_id"))
        .col(json_binary("items"))
        .col(date("valid_from"))
        .col(date("valid_until"))
        .col(timestamp_with_time_zone("given_at"))
        .col(timestamp_with_time_zone_null("accepted_at"))
        .col(timestamp_with_time_zone_null("revoked_at"))
        .col(uuid_null("created_by"))
        .foreign_key(&mut refers("delegation", "person_id", "person", "id"))
        .foreign_key(&mut refers("delegation", "entity_id", "legal_entity", "id"))
        .foreign_key(&mut refers("delegation", "agent_id", "person", "id"))
        .foreign_key(&mut refers("delegation", "created_by", "account", "id"))
        .take()
}

fn extract() -> TableCreateStatement {
    Table::create()
        .table("extract")
        .col(uuid("id").primary_key())
        .col(uuid_null("person_id"))
        .col(uuid_null("entity_id"))
        .col(text("source"))
        .col(text("facts_cipher"))
        .col(date("as_of"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("extract", "person_id", "person", "id"))
        .foreign_key(&mut refers("extract", "entity_id", "legal_entity", "id"))
        .take()
}

fn certificate() -> TableCreateStatement {
    Table::create()
        .table("certificate")
        .col(uuid("id").primary_key())
        .col(text("code"))
        .col(text("identifier").unique_key())
        .col(text("serial"))
        .col(integer("version"))
        .col(text_null("number_cipher"))
        .col(uuid_null("person_id"))
        .col(uuid_null("entity_id"))
        .col(text("issuer_name"))
        .col(text("issuer_code"))
        .col(uuid_null("department_id"))
        .col(date("issued_on"))
        .col(date("valid_from"))
        .col(date_null("valid_until"))
        .col(text("status").check(Expr::col("status").is_in([
            "valid",
            "suspended",
            "withdrawn",
            "cancelled",
            "lapsed",
            "transferred",
            "revoked",
            "other",
        ])))
        .col(timestamp_with_time_zone("status_at"))
        .col(text_null("status_reason"))
        .col(boolean("superseded").default(false))
        .col(uuid_null("case_id"))
        .col(text_null("data_cipher"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("certificate", "code", "certificate_type", "code"))
        .foreign_key(&mut refers("certificate", "person_id", "person", "id"))
        .foreign_key(&mut refers("certificate", "entity_id", "legal_entity", "id"))
        .foreign_key(&mut refers("certificate", "department_id", "department", "id"))
        .foreign_key(&mut refers("certificate", "case_id", "case_file", "id"))
        .take()
}

fn certificate_event() -> TableCreateStatement {
    Table::create()
        .table("certificate_event")
        .col(uuid("id").primary_key())
        .col(uuid("certificate_id"))
        .col(text("act"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("account_id"))
        .col(text("actor_name"))
        .col(text_null("reason"))
        .col(uuid_null("case_id"))
        .foreign_key(&mut belongs("certificate_event", "certificate_id", "certificate", "id"))
        .foreign_key(&mut refers("certificate_event", "account_id", "account", "id"))
        .foreign_key(&mut refers("certificate_event", "case_id", "case_file", "id"))
        .take()
}

fn certificate_copy() -> TableCreateStatement {
    Table::create()
        .table("certificate_copy")
        .col(uuid("id").primary_key())
        .col(uuid("certificate_id"))
        .col(text("purpose"))
        .col(date("expires_on"))
        .col(text("code").unique_key())
        .col(uuid("account_id"))
        .col(timestamp_with_time_zone("made_at"))
        .foreign_key(&mut belongs("certificate_copy", "certificate_id", "certificate", "id"))
        .foreign_key(&mut refers("certificate_copy", "account_id", "account", "id"))
        .take()
}

fn presentation() -> TableCreateStatement {
    Table::create()
        .table("presentation")
        .col(text("token_hash").primary_key())
        .col(uuid("certificate_id"))
        .col(timestamp_with_time_zone("made_at"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(timestamp_with_time_zone_null("seen_at"))
        .foreign_key(&mut belongs("presentation", "certificate_id", "certificate", "id"))
        .take()
}

fn holding() -> TableCreateStatement {
    Table::create()
        .table("holding")
        .col(uuid("id").primary_key())
        .col(uuid_null("person_id"))
        .col(uuid_null("entity_id"))
        .col(text("name"))
        .col(text_null("certificate_code"))
        .col(uuid_null("upload_id"))
        .col(text("grade").check(Expr::col("grade").is_in(["A", "B", "C", "D"])))
        .col(uuid_null("case_id"))
        .col(date_null("valid_until"))
        .col(uuid_null("verified_by"))
        .col(timestamp_with_time_zone_null("verified_at"))
        .col(timestamp_with_time_zone_null("removed_at"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut refers("holding", "person_id", "person", "id"))
        .foreign_key(&mut refers("holding", "entity_id", "legal_entity", "id"))
        .foreign_key(&mut refers("holding", "upload_id", "upload", "id"))
        .foreign_key(&mut refers("holding", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("holding", "verified_by", "account", "id"))
        .take()
}

fn consent() -> TableCreateStatement {
    Table::create()
        .table("consent")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(text("purpose"))
        .col(uuid_null("case_id"))
        .col(json_binary("scope"))
        .col(text("manner").check(Expr::col("manner").is_in(["online", "counter"])))
        .col(timestamp_with_time_zone("given_at"))
        .col(uuid_null("given_by"))
        .col(timestamp_with_time_zone_null("withdrawn_at"))
        .foreign_key(&mut refers("consent", "person_id", "person", "id"))
        .foreign_key(&mut refers("consent", "case_id", "case_file", "id"))
        .foreign_key(&mut refers("consent", "given_by", "account", "id"))
        .take()
}

fn access() -> TableCreateStatement {
    Table::create()
        .table("access")
        .col(uuid("id").primary_key())
        .col(uuid_null("person_id"))
        .col(uuid_null("entity_id"))
        .col(timestamp_with_time_zone("at"))
        .col(uuid_null("account_id"))
        .col(text("actor_name"))
        .col(text("actor_role"))
        .col(uuid_null("department_id"))
        .col(text("act"))
        .col(text("what"))
        .col(uuid_null("certificate_id"))
        .col(uuid_null("holding_id"))
        .col(uuid_null("case_id"))
        .col(text_null("item_id"))
        .col(text("reason"))
        .col(text_null("once_key").unique_key())
        .foreign_key(&mut refers("access", "person_id", "person", "id"))
        .foreign_key(&mut refers("access", "entity_id", "legal_entity", "id"))
        .foreign_key(&mut refers("access", "account_id", "account", "id"))
        .foreign_key(&mut refers("access", "department_id", "department", "id"))
        .foreign_key(&mut refers("access", "certificate_id", "certificate", "id"))
        .foreign_key(&mut refers("access", "holding_id", "holding", "id"))
        .foreign_key(&mut refers("access", "case_id", "case_file", "id"))
        .take()
}
