//! What the planner of SQLite takes the portal's large tables for.
//!
//! Without statistics it takes every index for a good one and reads, say, all open cases of a city to find
//! those in one person's hands. `ANALYZE` would tell it better, but only those connections that open
//! afterwards, and of a portal that opens empty it would tell nothing. Fixed figures give the same plans from
//! the first day to the last (SQLite, "The Next-Generation Query Planner", section 4; "ANALYZE", section 3).
//! They are what `ANALYZE` says of the city of `cargo xtask load` after half an hour; but of a column that is
//! mostly empty they tell how often a value stands there, and `case_task` has as many rows as cases.
//! PostgreSQL keeps its own.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if db.get_database_backend() != DbBackend::Sqlite {
            return Ok(());
        }
        // Makes the table; SQLite forbids CREATE TABLE here.
        db.execute_unprepared("ANALYZE sqlite_schema").await?;
        let mut figures = Query::insert();
        figures.into_table("sqlite_stat1").columns(["tbl", "idx", "stat"]);
        for (table, index, stat) in FIGURES {
            figures.values_panic([(*table).into(), (*index).into(), (*stat).into()]);
        }
        manager.execute(figures).await?;
        // This connection knows them at once.
        db.execute_unprepared("ANALYZE sqlite_schema").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        if db.get_database_backend() == DbBackend::Sqlite {
            db.execute_unprepared("DROP TABLE IF EXISTS sqlite_stat4").await?;
            db.execute_unprepared("DROP TABLE IF EXISTS sqlite_stat1").await?;
        }
        Ok(())
    }
}

/// Table, index; rows, then for each further column how many rows have the same values up to it.
const FIGURES: &[(&str, &str, &str)] = &[
    ("access", "ix_access_account_id", "13496 218"),
    ("access", "ix_access_case_id", "13496 3"),
    ("access", "ix_access_certificate_id_at", "13496 53 1"),
    ("access", "ix_access_department_id", "13496 1928"),
    ("access", "ix_access_entity_id_at", "13496 10 1"),
    ("access", "ix_access_holding_id", "13496 10"),
    ("access", "ix_access_person_id_at", "13496 3 1"),
    ("access", "sqlite_autoindex_access_1", "13496 1"),
    ("access", "sqlite_autoindex_access_2", "13496 211"),
    ("audit", "ix_audit_action", "41512 569"),
    ("audit", "ix_audit_actor_account_id", "41512 462"),
    ("audit", "ix_audit_at", "41512 2"),
    ("audit", "ix_audit_subject", "41512 3"),
    ("audit", "sqlite_autoindex_audit_1", "41512 1"),
    ("audit", "sqlite_autoindex_audit_2", "41512 1"),
    ("case_event", "ix_case_event_actor_account_id", "33528 430"),
    ("case_event", "ix_case_event_at", "33528 3"),
    ("case_event", "sqlite_autoindex_case_event_1", "33528 1"),
    ("case_event", "sqlite_autoindex_case_event_2", "33528 3 1"),
    ("case_file", "ix_case_file_agent_person_id", "14082 3"),
    ("case_file", "ix_case_file_alarm_on", "14082 200"),
    ("case_file", "ix_case_file_assignee_id_status", "14082 671 282"),
    ("case_file", "ix_case_file_channel", "14082 2347"),
    ("case_file", "ix_case_file_clerk_id", "14082 455"),
    ("case_file", "ix_case_file_closed_at", "14082 45"),
    ("case_file", "ix_case_file_decided_on_department_id", "14082 87 50"),
    ("case_file", "ix_case_file_division_code", "14082 415"),
    ("case_file", "ix_case_file_entity_id", "14082 10"),
    ("case_file", "ix_case_file_hall_id", "14082 3521"),
    ("case_file", "ix_case_file_implementation_code", "14082 39"),
    ("case_file", "ix_case_file_item_id", "14082 136"),
    ("case_file", "ix_case_file_person_id_submitted_at", "14082 1 1"),
    ("case_file", "ix_case_file_status_next_due", "14082 939 239"),
    ("case_file", "ix_case_file_submitted_at", "14082 1"),
    ("case_file", "ix_case_file_wake_on", "14082 200"),
    ("case_file", "ix_case_file_window_id", "14082 455"),
    ("case_file", "ix_case_file_work_list", "14082 671 164 108 1 1 1 1"),
    ("case_file", "sqlite_autoindex_case_file_1", "14082 1"),
    ("case_file", "sqlite_autoindex_case_file_2", "14082 1"),
    ("case_material", "ix_case_material_case_id", "36295 3"),
    ("case_material", "ix_case_material_certificate_id", "36295 5"),
    ("case_material", "ix_case_material_holding_id", "36295 5"),
    ("case_material", "ix_case_material_material_id", "36295 130"),
    ("case_material", "ix_case_material_upload_id", "36295 1"),
    ("case_material", "sqlite_autoindex_case_material_1", "36295 1"),
    ("case_task", "ix_case_task_department_id_done_due", "14000 400 60 5"),
    ("case_task", "ix_case_task_holder_id", "14000 100"),
    ("case_task", "sqlite_autoindex_case_task_1", "14000 3 2 1"),
    ("counter", "ix_counter_metric_day", "5044 169 3"),
    ("counter", "sqlite_autoindex_counter_1", "5044 18 6 4 4 3 3 3 1 1 1"),
    ("person", "ix_person_hukou_division", "13641 201"),
    ("person", "ix_person_residence_division", "13641 201"),
    ("person", "sqlite_autoindex_person_1", "13641 1"),
    ("person", "sqlite_autoindex_person_2", "13641 1"),
];
