//! `yihao rotate-keys` and `yihao reseal`: new keys while the portal serves. See `docs/keys.md`.

use super::failure::Failure;
use super::progress::Progress;
use super::stopping::asked_to_stop;
use super::{log, opening};
use backend::Portal;
use backend::crypto::{CipherSuite, KeyFileError};
use backend::rotation::{self, Outcome, RetireError};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Makes new keys, unless some were prepared, puts them to use and seals everything with them.
pub(super) async fn rotate(prepare: bool) -> Result<(), Failure> {
    let portal = opened().await?;
    if !rotation::is_prepared(&portal) {
        portal.keys.add_version(CipherSuite::default()).map_err(|error| wrong_file(&error))?;
    }
    if prepare {
        println!("The new keys are in the key file and not in use yet. Copy it to every server,");
        println!("then run rotate-keys once more.");
    } else {
        rotation::activate(&portal).await?;
        println!("The new keys are in use.");
        seal(&portal).await?;
    }
    Ok(portal.db.clone().close().await?)
}

/// Seals everything with the keys in use; then, if asked, throws the others away.
pub(super) async fn reseal(retire: bool) -> Result<(), Failure> {
    let portal = opened().await?;
    let finished = seal(&portal).await?;
    if retire && finished {
        let gone = rotation::retire(&portal).await.map_err(refused)?;
        println!("{gone} older keys thrown away. Backups made before need the key file of their time.");
    }
    Ok(portal.db.clone().close().await?)
}

async fn opened() -> Result<Portal, Failure> {
    // A demonstration may be sealed anew too; its clock plays no part.
    let config = opening::config(true)?;
    let _telling = log::start(&config)?;
    opening::portal(&config).await
}

/// Whether it came to its end.
async fn seal(portal: &Portal) -> Result<bool, Failure> {
    let asked = Arc::new(AtomicBool::new(false));
    let listener = tokio::spawn({
        let asked = Arc::clone(&asked);
        async move {
            asked_to_stop().await;
            asked.store(true, Ordering::Relaxed);
        }
    });
    let mut progress = Progress::new();
    let outcome = rotation::reseal(portal, |at| {
        progress.at(at.table, at.done, at.total);
        if asked.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
    .await?;
    progress.done();
    listener.abort();
    tell(outcome)
}

fn tell(outcome: Outcome) -> Result<bool, Failure> {
    let Outcome { renewed, unreadable, stopped } = outcome;
    println!("{renewed} rows sealed with the keys in use.");
    if stopped {
        println!("Stopped before the end; `yihao reseal` goes on.");
    }
    if unreadable > 0 {
        println!("{unreadable} rows do not open; the log names them. Their keys are kept.");
        return Err(Failure::Verdict);
    }
    Ok(!stopped)
}

fn refused(error: RetireError) -> Failure {
    match error {
        RetireError::Storage(error) => Failure::backend(error),
        RetireError::File(error) => wrong_file(&error),
        RetireError::Needed(_) | RetireError::Unused | RetireError::Fresh => {
            Failure::Usage(anyhow::anyhow!("older keys stay: {error}"))
        }
    }
}

fn wrong_file(error: &KeyFileError) -> Failure {
    Failure::Usage(anyhow::anyhow!("YIHAO_KEY_FILE: {error}"))
}
