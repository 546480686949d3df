//! The proof: each acknowledged case is there exactly once, and every figure is exact.

use anyhow::Result;

use crate::city::City;
use crate::ground::Ground;
use crate::ledger::Ledger;
use crate::rows::Rows;

/// What was found of a ledger in a database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Keys acknowledged whose case is not there, or is another.
    pub lost: Vec<String>,
    /// Cases too many: numbers given twice, cases without a key or submitted twice.
    pub doubled: u64,
    /// Keys whose second receipt was not the first.
    pub differing: Vec<String>,
    /// What the database or `yihao verify` said.
    pub broken: Vec<String>,
}

/// Compares the ledger with the database; while nobody hands in, so that every case must be in both.
///
/// # Errors
/// Where the database cannot be read at all.
pub async fn check(ground: &Ground, city: &City, ledger: &Ledger) -> Result<Findings> {
    let mut found = compare(city, ledger).await?;
    if let Err(error) = city.verify(ground).await {
        found.broken.push(format!("{error:#}"));
    }
    Ok(found)
}

/// The same without `yihao verify`, which takes longer the more cases there are.
///
/// # Errors
/// Where the database cannot be read at all.
pub async fn compare(city: &City, ledger: &Ledger) -> Result<Findings> {
    let rows = Rows::open(city.database()).await?;
    let found = in_rows(&rows, city.cases(), ledger).await;
    rows.close().await?;
    found
}

/// `before`: cases that were there before anybody handed in.
async fn in_rows(rows: &Rows, before: u64, ledger: &Ledger) -> Result<Findings> {
    let mut found = Findings { differing: ledger.differing(), ..Findings::default() };
    if let Err(error) = rows.integrity().await {
        found.broken.push(format!("{error:#}"));
    }
    let keys = rows.keys().await?;
    for (n, receipt) in ledger.receipts() {
        match keys.get(&n) {
            Some(Some(case_no)) if *case_no == receipt.case_no => {}
            other => found.lost.push(format!("{} {} (there: {other:?})", Ledger::key(n), receipt.case_no)),
        }
    }
    let opened = u64::try_from(keys.values().flatten().count())?;
    let keyless = rows.cases().await?.saturating_sub(before).saturating_sub(opened);
    let unknown = opened.saturating_sub(ledger.acknowledged());
    found.doubled = rows.twice().await?.saturating_add(keyless).saturating_add(unknown);
    Ok(found)
}

#[cfg(test)]
mod tests;
