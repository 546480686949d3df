//! All that a portal has stored, to see that nothing of it was changed.

use crate::support::City;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement};

/// Every row of every table, and every file.
#[derive(Debug, PartialEq, Eq)]
pub struct Stored(Vec<String>);

impl Stored {
    pub async fn of(city: &City) -> Self {
        let mut all = Vec::new();
        for table in tables(city).await {
            for row in rows(city, &table).await {
                all.push(format!("{table}: {row}"));
            }
        }
        all.sort();
        all.extend(files(&city.folder().join("files")));
        assert!(all.len() > 100, "a city is stored");
        Self(all)
    }
}

async fn texts(city: &City, sql: &str) -> Vec<String> {
    let db = &city.services.db.read;
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.into_iter()
        .map(|row| row.try_get_by_index::<Option<String>>(0).unwrap().unwrap_or_default())
        .collect()
}

async fn tables(city: &City) -> Vec<String> {
    let sql = match city.services.db.read.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'"
        }
        _ => "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()",
    };
    texts(city, sql).await
}

async fn rows(city: &City, table: &str) -> Vec<String> {
    if city.services.db.read.get_database_backend() != DbBackend::Sqlite {
        return texts(city, &format!("SELECT t::text FROM \"{table}\" t")).await;
    }
    let columns = texts(city, &format!("SELECT name FROM pragma_table_info('{table}')")).await;
    let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
    texts(city, &format!("SELECT {} FROM \"{table}\"", quoted.join(" || ',' || "))).await
}

fn files(folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all: Vec<String> = entries
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { files(&path) } else { vec![path.display().to_string()] }
        })
        .collect();
    all.sort();
    all
}
