//! How far the pools of connections are used.

use super::Db;

/// A pool, as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolUse {
    /// `read`, or `all` where reads and writes share one.
    pub name: &'static str,
    /// Connections that are open.
    pub size: u32,
    /// Of these, how many nobody uses.
    pub idle: u32,
    /// How many may be open.
    pub most: u32,
}

impl Db {
    /// Each pool. SQLite's one writing connection has no pool; its queue is told by itself.
    pub fn pools(&self) -> Vec<PoolUse> {
        let (name, size, idle, most) = if self.is_sqlite() {
            let pool = self.read.get_sqlite_connection_pool();
            ("read", pool.size(), pool.num_idle(), pool.options().get_max_connections())
        } else {
            let pool = self.read.get_postgres_connection_pool();
            ("all", pool.size(), pool.num_idle(), pool.options().get_max_connections())
        };
        vec![PoolUse { name, size, idle: u32::try_from(idle).unwrap_or(u32::MAX), most }]
    }
}
