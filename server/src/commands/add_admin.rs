//! `yihao add-admin`: the first account of a new portal.

use super::failure::Failure;
use super::opening;
use anyhow::anyhow;
use backend::accounts::{self, StaffForm};
use backend::{Error, Kind};
use domain::permission::{Actor, Role};
use std::io::{IsTerminal as _, stdin};

pub(super) async fn run(username: String, name: String) -> Result<(), Failure> {
    let password = password()?;
    let portal = opening::portal(&opening::config(false)?).await?;
    let form = StaffForm {
        username,
        name,
        role: Role::Admin,
        department_id: None,
        hall_id: None,
        window_id: None,
        head: false,
    };
    let account = accounts::create_staff(&portal, &Actor::portal(), form, &password).await.map_err(told)?;
    println!("{} may sign in as {}.", account.name, account.username.unwrap_or_default());
    Ok(portal.db.close().await?)
}

/// One line; never an argument, which other users of the machine could read.
fn password() -> Result<String, Failure> {
    if stdin().is_terminal() {
        eprintln!("Password:");
    }
    let mut line = String::new();
    stdin().read_line(&mut line).map_err(|error| Failure::Fault(error.into()))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn told(error: Error) -> Failure {
    match error.kind() {
        Kind::Invalid(fields) => {
            let wrong: Vec<String> =
                fields.iter().map(|field| format!("{}: {}", field.field, field.code.as_str())).collect();
            Failure::Usage(anyhow!("{}", wrong.join(", ")))
        }
        _ => Failure::backend(error),
    }
}
