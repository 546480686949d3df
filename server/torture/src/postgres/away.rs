//! The database is away for a minute. The portal says so, goes on with what needs none, and serves
//! again by itself.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use http::header;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::{BACK, Silence, told};
use crate::applications::sign_in;
use crate::city::Nursery;
use crate::crowd::Manner;
use crate::ground::Ground;
use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::portal::{Portal, Start, is_ready};
use crate::trial::{Hall, Trial};
use wire::{Call, ask};

/// Addresses that need no database: a file, and pages that everybody gets alike.
const KEPT: &[&str] = &["/pkg/favicon.svg", "/", "/items", "/help"];

/// Once, for a minute.
///
/// # Errors
/// Where the portal ends, or does not serve again.
pub async fn run(ground: &Ground, nursery: &Nursery, plan: Plan) -> Result<Outcome> {
    let mut trial = Trial::begin(ground, plan, "postgres-away", 1);
    let (mut cluster, city) = nursery.postgres.begin(ground).await?;
    let mut portal = Portal::start(ground, &city, &Start::anywhere()?).await?;
    let mut hall = Hall::open(city, Manner::at(&portal.address), &mut trial.dice).await?;
    trial.work(&mut hall, 20, 400).await?;
    let token = sign_in(&portal.address).await?;
    let mut seen = look(&portal.address, &token, true).await?;
    let away = Duration::from_secs(if plan.short { 8 } else { 60 });
    cluster.stop("immediate").await?;
    seen.append(&mut meanwhile(&portal.address, &token, away).await?);
    cluster.start().await?;
    hall.ledger.listen();
    trial.work(&mut hall, 20, 40).await?;
    let mut silence = Silence::default();
    silence.heard(&mut trial, &hall);
    if !ready_within(&portal.address, BACK).await {
        seen.insert("/readyz does not come back".to_owned());
    }
    trial.prove(&mut hall).await?;
    let _city = trial.close(hall).await?;
    if !portal.runs()? {
        seen.insert("the portal has ended".to_owned());
    }
    portal.stop().await?;
    seen.into_iter().for_each(|wrong| trial.wrong(wrong));
    trial.note(format!("away for {} s", away.as_secs()));
    silence.tell(&mut trial);
    Ok(told(trial))
}

/// Looks again and again while there is no database.
async fn meanwhile(address: &str, token: &str, away: Duration) -> Result<BTreeSet<String>> {
    let (began, mut seen) = (Instant::now(), BTreeSet::new());
    while began.elapsed() < away {
        seen.append(&mut look(address, token, false).await?);
        sleep(Duration::from_secs(1)).await;
    }
    Ok(seen)
}

/// One round of looks, with a database or without; what is not as it should be.
async fn look(address: &str, token: &str, there: bool) -> Result<BTreeSet<String>> {
    let needy = [
        Call::get("/readyz"),
        Call::get("/api/v1/cases").by(token),
        Call::get("/").with("cookie", format!("yihao={token}")),
    ];
    let mut looks = JoinSet::new();
    for kept in KEPT.iter().chain(&["/healthz"]) {
        looks.spawn(expect(address.to_owned(), Call::get(kept), 200));
    }
    for call in needy {
        looks.spawn(expect(address.to_owned(), call, if there { 200 } else { 503 }));
    }
    let mut wrong = BTreeSet::new();
    while let Some(seen) = looks.join_next().await {
        wrong.extend(seen??);
    }
    Ok(wrong)
}

/// Asks, and compares the status; who is told to come back must be told when.
async fn expect(address: String, call: Call, status: u16) -> Result<Option<String>> {
    let answer = ask(&address, &call).await.with_context(|| call.path.clone())?;
    let silent = answer.status == 503 && !answer.headers.contains_key(header::RETRY_AFTER);
    // Whoever asks whether it is ready asks again anyway.
    let later = silent && call.path != "/readyz";
    Ok(match answer.status {
        other if other != status => Some(format!("{}: {other} where {status} was due", call.path)),
        _ if later => Some(format!("{}: 503 without Retry-After", call.path)),
        _ => None,
    })
}

async fn ready_within(address: &str, patience: Duration) -> bool {
    let began = Instant::now();
    while !is_ready(address).await {
        if began.elapsed() > patience {
            return false;
        }
        sleep(Duration::from_millis(100)).await;
    }
    true
}
