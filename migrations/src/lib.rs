//! The schema, step by step, for SQLite and PostgreSQL. One table family a file.

use sea_orm_migration::prelude::*;

mod keys;
mod m20261121_000001_places;
mod m20261121_000002_calendar;
mod m20261121_000003_org;
mod m20261121_000004_persons;
mod m20261121_000005_accounts;
mod m20261121_000006_catalogue;
mod m20261121_000007_cases;
mod m20261121_000008_counters;
mod m20261121_000009_trail;
mod m20261122_000010_casework;
mod m20261122_000011_one_number;
mod m20261122_000012_figures;
mod m20261122_000013_indicators;
mod m20261122_000014_assessment;
mod m20261122_000015_watch;
mod m20261122_000016_reports;
mod m20261122_000017_forecast;
mod m20261123_000018_work_lists;
mod m20261123_000019_statistics;

/// Runs every step in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261121_000001_places::Migration),
            Box::new(m20261121_000002_calendar::Migration),
            Box::new(m20261121_000003_org::Migration),
            Box::new(m20261121_000004_persons::Migration),
            Box::new(m20261121_000005_accounts::Migration),
            Box::new(m20261121_000006_catalogue::Migration),
            Box::new(m20261121_000007_cases::Migration),
            Box::new(m20261121_000008_counters::Migration),
            Box::new(m20261121_000009_trail::Migration),
            Box::new(m20261122_000010_casework::Migration),
            Box::new(m20261122_000011_one_number::Migration),
            Box::new(m20261122_000012_figures::Migration),
            Box::new(m20261122_000013_indicators::Migration),
            Box::new(m20261122_000014_assessment::Migration),
            Box::new(m20261122_000015_watch::Migration),
            Box::new(m20261122_000016_reports::Migration),
            Box::new(m20261122_000017_forecast::Migration),
            Box::new(m20261123_000018_work_lists::Migration),
            Box::new(m20261123_000019_statistics::Migration),
        ]
    }
}

/// What callers need to run the steps.
pub use sea_orm_migration::MigratorTrait;
