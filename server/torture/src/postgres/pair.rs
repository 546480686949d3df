//! A primary with a synchronous standby, as docs/operations.md describes it.

use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::sleep;

use super::cluster::Cluster;

/// Looks, fifty milliseconds apart, before a standby counts as not following.
const LOOKS: u32 = 600;

/// Whether a commit waits for the standby.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waits {
    /// It does: what is acknowledged is on two disks.
    Yes,
    /// It does not: the control, which must lose something.
    No,
}

/// Two servers, one of which follows the other.
#[derive(Debug)]
pub(super) struct Pair {
    /// Takes writes.
    pub primary: Cluster,
    /// Follows.
    pub standby: Cluster,
}

impl Pair {
    /// Gives a primary its standby.
    pub async fn of(primary: Cluster) -> Result<Self> {
        let standby = Cluster::standby_of(&primary).await?;
        let pair = Self { primary, standby };
        pair.wait(Waits::Yes).await?;
        Ok(pair)
    }

    /// Whether a commit waits for the standby, from now on.
    pub async fn wait(&self, waits: Waits) -> Result<()> {
        let (names, state) = if waits == Waits::Yes { ("standby", "sync") } else { ("", "async") };
        self.primary.sql(&format!("ALTER SYSTEM SET synchronous_standby_names = '{names}'")).await?;
        self.primary.sql("SELECT pg_reload_conf()").await?;
        for _ in 0..LOOKS {
            if self.primary.sql("SELECT sync_state FROM pg_stat_replication").await? == state {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
        bail!("the standby does not follow as {state}")
    }

    /// The standby takes the place of a primary that has crashed.
    pub async fn take_over(&mut self) -> Result<()> {
        self.standby.promote().await?;
        std::mem::swap(&mut self.primary, &mut self.standby);
        Ok(())
    }

    /// The former primary begins anew as a standby of the present one, at its old address.
    pub async fn rejoin(&mut self) -> Result<()> {
        self.standby.follow(&self.primary).await?;
        self.wait(Waits::Yes).await
    }

    /// Both, as the portal is told of them.
    pub fn url(&self) -> String {
        let (one, other) = (self.primary.address(), self.standby.address());
        format!("postgres://postgres@{one},{other}/postgres?target_session_attrs=read-write")
    }
}
