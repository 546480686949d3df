//! What SQLite reads for the lists of a department: a few cases, not all of the city's. (PostgreSQL plans by
//! what is in its tables: in a test, nothing.)

use super::{AssigneeFilter, CaseQuery, Order, found, page};
use crate::Services;
use crate::testing::{Engine, hall, run, services, staff_of};
use domain::case::Status;
use domain::permission::{Actor, Role};
use entity::{case_file, department};
use sea_orm::{ConnectionTrait as _, EntityTrait as _, QuerySelect as _, QueryTrait as _, Select, Statement};

async fn reviewer(services: &Services) -> Actor {
    let own = department::Entity::find().one(&services.db.read).await.unwrap().unwrap().id;
    staff_of(services, Role::Reviewer, own, hall(services).await).await.actor()
}

/// How a statement finds its rows, a line a table.
async fn plan(services: &Services, select: &Select<case_file::Entity>) -> Vec<String> {
    let statement = select.build(services.db.read.get_database_backend());
    let asked = format!("EXPLAIN QUERY PLAN {}", statement.sql);
    let asked = Statement { sql: asked, ..statement };
    let rows = services.db.read.query_all_raw(asked).await.unwrap();
    rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect()
}

fn open(reviewer: &Actor) -> CaseQuery {
    let status = Status::ALL.into_iter().filter(|status| status.is_open()).collect();
    CaseQuery { status, department_id: reviewer.department, ..CaseQuery::default() }
}

#[tokio::test]
async fn a_list_reads_what_it_shows() {
    run(Engine::Sqlite, |portal| async move {
        let services = services(&portal, &["MZ-001"]).await;
        let reviewer = reviewer(&services).await;
        let own = open(&reviewer);
        let nobodys = CaseQuery { assignee: AssigneeFilter::Nobody, ..own.clone() };
        for query in [&own, &nobodys] {
            let ids = found(&services, &reviewer, query).unwrap().select_only().column(case_file::Column::Id);
            let lines = plan(&services, &ids).await;
            assert!(lines[0].contains("COVERING INDEX ix_case_file_work_list"), "{lines:?}");
        }
        let shown = page(found(&services, &reviewer, &own).unwrap(), Order::Due, 0, 50);
        let lines = plan(&services, &shown).await;
        assert!(lines[0].contains("(id=?)"), "{lines:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_in_ones_hands_is_found_by_them() {
    run(Engine::Sqlite, |portal| async move {
        let services = services(&portal, &["MZ-001"]).await;
        let reviewer = reviewer(&services).await;
        let anywhere = CaseQuery { department_id: None, ..open(&reviewer) };
        let mine = CaseQuery { assignee: AssigneeFilter::Mine, ..anywhere.clone() };
        let consulted = CaseQuery { consulted: true, ..anywhere.clone() };
        for query in [mine, consulted, anywhere] {
            let lines = plan(&services, &found(&services, &reviewer, &query).unwrap()).await;
            assert!(!lines.iter().any(|line| line.contains("ix_case_file_status")), "{lines:?}");
            assert!(!lines.iter().any(|line| line.starts_with("SCAN")), "{lines:?}");
        }
    })
    .await;
}
