//! What can happen to a portal.

mod clock;
mod full;
pub mod kill;
mod power;
pub mod servers;

use anyhow::Result;

use crate::city::Nursery;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::postgres;

/// Something that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Scenario {
    /// `kill -9` at any moment, on SQLite.
    Kill,
    /// The power goes off: what no sync covered is gone. SQLite.
    Power,
    /// The same with a log that is not synced: it must lose.
    PowerControl,
    /// The disk is full, and has room again. SQLite.
    DiskFull,
    /// The wall clock jumps. SQLite.
    Clock,
    /// Two servers on one database of SQLite.
    Servers,
    /// `kill -9` at any moment, on PostgreSQL.
    PostgresKill,
    /// PostgreSQL crashes and comes back.
    PostgresRestart,
    /// PostgreSQL moves to its standby.
    PostgresFailover,
    /// PostgreSQL is away for a minute.
    PostgresAway,
    /// Two servers on one PostgreSQL.
    PostgresTwo,
}

impl Scenario {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kill => "kill",
            Self::Power => "power",
            Self::PowerControl => "power-control",
            Self::DiskFull => "disk-full",
            Self::Clock => "clock",
            Self::Servers => "servers",
            Self::PostgresKill => "postgres-kill",
            Self::PostgresRestart => "postgres-restart",
            Self::PostgresFailover => "postgres-failover",
            Self::PostgresAway => "postgres-away",
            Self::PostgresTwo => "postgres-two",
        }
    }

    /// Whether it needs PostgreSQL's programs.
    pub fn needs_postgres(self) -> bool {
        match self {
            Self::Kill | Self::Power | Self::PowerControl | Self::DiskFull | Self::Clock | Self::Servers => {
                false
            }
            Self::PostgresKill
            | Self::PostgresRestart
            | Self::PostgresFailover
            | Self::PostgresAway
            | Self::PostgresTwo => true,
        }
    }

    /// Lets it happen.
    ///
    /// # Errors
    /// Where a portal does not come back, or a clerk is refused for good.
    pub async fn run(self, ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
        match self {
            Self::Kill => kill::run(ground, nursery, plan).await,
            Self::Power => power::run(ground, nursery, plan).await,
            Self::PowerControl => power::control(ground, nursery, plan).await,
            Self::DiskFull => full::run(ground, nursery, plan).await,
            Self::Clock => clock::run(ground, nursery, plan).await,
            Self::Servers => servers::run(ground, nursery, plan).await,
            Self::PostgresKill => postgres::kill(ground, nursery, plan).await,
            Self::PostgresRestart => postgres::restart(ground, nursery, plan).await,
            Self::PostgresFailover => postgres::failover(ground, nursery, plan).await,
            Self::PostgresAway => postgres::away(ground, nursery, plan).await,
            Self::PostgresTwo => postgres::two(ground, nursery, plan).await,
        }
    }
}
