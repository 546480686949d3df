//! PostgreSQL that may move: one address, or several of which one takes writes (high availability).
//!
//! The driver knows a single host. The portal therefore reads libpq's form of an address with several
//! (`postgres://…@a:5432,b:5432/yihao?target_session_attrs=read-write`, PostgreSQL manual 34.1.1.3),
//! asks each second which of them is the primary, and points its pool there.

mod address;
mod hooks;
mod probe;
mod watch;

use crate::{Error, Kind, Result};
use probe::Host;
use sea_orm::sqlx::PgPool;
use sea_orm::sqlx::postgres::PgPoolOptions;
use watch::Moved;

/// The servers of one database: a primary, and standbys that may become it.
pub(crate) struct Hosts {
    hosts: Vec<Host>,
    moved: Moved,
}

impl Hosts {
    /// Reads an address as libpq does.
    ///
    /// # Errors
    /// [`Kind::Unavailable`] with a sentence, where no driver could make sense of it.
    pub fn parse(url: &str) -> Result<Self> {
        let addresses = address::split(url).map_err(|why| Error::because(Kind::Unavailable, why))?;
        let hosts = addresses.iter().map(|one| Host::new(one)).collect::<Result<Vec<_>, _>>()?;
        // A pool that has a socket would never look at the name of a host.
        let sockets = hosts.iter().filter(|host| host.is_socket()).count();
        if sockets != 0 && sockets != hosts.len() {
            return Err(Error::because(Kind::Unavailable, "sockets and names of hosts cannot be mixed"));
        }
        Ok(Self { hosts, moved: Moved::default() })
    }

    /// The address of who takes writes now; of the first, where nobody does yet.
    pub async fn primary(&mut self) -> String {
        let found = if self.hosts.len() > 1 { watch::primary(&mut self.hosts).await } else { None };
        let host = found.and_then(|at| self.hosts.get(at)).or_else(|| self.hosts.first());
        host.map(|host| host.url.clone()).unwrap_or_default()
    }

    /// What is done with each connection of the pool.
    pub fn hooks(&self) -> impl Fn(PgPoolOptions) -> PgPoolOptions + Send + Sync + 'static {
        let moved = self.moved.clone();
        move |options| hooks::on(options, moved.clone())
    }

    /// Points the pool at the primary from now on, wherever it moves. One server needs no looking after.
    pub fn follow(self, pool: PgPool) {
        if self.hosts.len() > 1 {
            tokio::spawn(watch::follow(self.hosts, pool, self.moved));
        }
    }
}

#[cfg(test)]
mod tests;
