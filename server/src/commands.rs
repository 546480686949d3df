//! `yihao …`: the commands for those who run a portal.

mod add_admin;
mod background;
mod backup;
pub mod casework;
mod check;
mod check_config;
mod failure;
mod import;
mod log;
mod migrate;
mod openapi;
mod opening;
mod progress;
mod restore;
mod rotate_keys;
mod serve;
mod stopping;
mod verify;
mod worker;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// One-stop handling of government services. 一号一窗一网一次.
#[derive(Debug, Parser)]
#[command(name = "yihao", version, arg_required_else_help = true, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Brings the database up to date and serves the portal.
    Serve {
        /// First loads the demonstration city into an empty database.
        #[arg(long)]
        demo: bool,
        /// Address and port, instead of YIHAO_LISTEN.
        #[arg(long, value_name = "ADDRESS:PORT")]
        listen: Option<SocketAddr>,
    },
    /// Watches the clock, counts and seals, beside any number of servers and other workers.
    Worker,
    /// Brings the database up to date.
    Migrate,
    /// Takes in a file, whole or not at all.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Appoints an administrator, with the password from standard input: the first account of a
    /// new portal, or the way back in.
    AddAdmin {
        /// The sign-in name.
        username: String,
        /// The name that others see.
        name: String,
    },
    /// Proves the audit trail whole and the counters equal to a recount.
    Verify,
    /// Copies one moment of the database, and all files given, while the portal serves. The keys are
    /// not in it: keep the key file apart.
    Backup {
        /// A folder that is empty or not there yet.
        folder: PathBuf,
    },
    /// Puts a backup into an empty database and an empty store, and proves it whole.
    Restore {
        /// What `backup` has made.
        folder: PathBuf,
    },
    /// Makes new keys and seals everything with them, while the portal serves.
    RotateKeys {
        /// Only adds the keys to the key file, so that it can be copied to every server first.
        #[arg(long)]
        prepare: bool,
    },
    /// Goes on sealing everything with the keys in use.
    Reseal {
        /// Throws older keys away when nothing needs them any more.
        #[arg(long)]
        retire: bool,
    },
    /// Checks every setting and says what it is.
    CheckConfig,
    /// Checks values from standard input, one a line; writes one JSON object a line.
    Check {
        /// id-number, credit-code, item-code, certificate-id, workday or deadline.
        kind: domain::check::CheckKind,
    },
    /// Prints the OpenAPI document of the API.
    Openapi,
    /// Prints the state table of casework.
    Casework,
}

#[derive(Debug, Subcommand)]
enum Import {
    /// The catalogue of items.
    Items {
        /// A file like server/data/items.json.
        file: PathBuf,
    },
    /// The working calendar.
    Calendar {
        /// A file like server/data/calendar.json.
        file: PathBuf,
    },
    /// A scheme of assessment.
    Scheme {
        /// A file like those in server/data/schemes.
        file: PathBuf,
    },
}

/// Runs the command of the command line. Exit code 2 for wrong usage or settings, 1 for a fault.
pub fn run() -> ExitCode {
    match dispatch(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

fn dispatch(command: Command) -> Result<(), Failure> {
    match command {
        Command::Backup { folder } => wait(backup::run(&folder)),
        Command::Casework => casework::run(),
        Command::Check { kind } => check::run(kind),
        Command::CheckConfig => wait(check_config::run()),
        Command::Import { what: Import::Calendar { file } } => wait(import::calendar(&file)),
        Command::Import { what: Import::Items { file } } => wait(import::items(&file)),
        Command::Import { what: Import::Scheme { file } } => wait(import::scheme(&file)),
        Command::Migrate => wait(migrate::run()),
        Command::Openapi => openapi::run(),
        Command::Reseal { retire } => wait(rotate_keys::reseal(retire)),
        Command::Restore { folder } => wait(restore::run(&folder)),
        Command::RotateKeys { prepare } => wait(rotate_keys::rotate(prepare)),
        Command::Serve { demo, listen } => wait(serve::run(demo, listen)),
        Command::AddAdmin { username, name } => wait(add_admin::run(username, name)),
        Command::Verify => wait(verify::run()),
        Command::Worker => wait(worker::run()),
    }
}

fn wait(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| Failure::Fault(error.into()))?.block_on(work)
}
