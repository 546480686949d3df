//! `yihao migrate`

use super::failure::Failure;
use super::opening;

pub(super) async fn run() -> Result<(), Failure> {
    let config = opening::config(false)?;
    let services = opening::services(&config).await?;
    services.portal.db.close().await?;
    println!("The database is up to date.");
    Ok(())
}
