//! How many may follow figures at once: in all, and each account.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// Lines of a server. Each costs a socket and a statement a second while something happens.
const IN_ALL: usize = 64;
/// Lines of an account: a few windows of one person.
const EACH: usize = 8;

/// Who sits where.
#[derive(Debug, Default)]
pub(super) struct Seats(Mutex<HashMap<Uuid, usize>>);

impl Seats {
    /// A seat for an account, while there is one.
    pub fn take(self: &Arc<Self>, account: Uuid) -> Option<Seat> {
        let mut taken = self.lock();
        let all: usize = taken.values().sum();
        let own = taken.get(&account).copied().unwrap_or_default();
        if all >= IN_ALL || own >= EACH {
            return None;
        }
        taken.insert(account, own + 1);
        Some(Seat { seats: Arc::clone(self), account })
    }

    fn leave(&self, account: Uuid) {
        let mut taken = self.lock();
        match taken.get(&account).copied().unwrap_or_default() {
            0 | 1 => taken.remove(&account),
            own => taken.insert(account, own - 1),
        };
    }

    /// Numbers are never left half changed, so a panic elsewhere does not spoil them.
    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A seat; free again when dropped.
#[derive(Debug)]
pub(super) struct Seat {
    seats: Arc<Seats>,
    account: Uuid,
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.seats.leave(self.account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_its_few_and_nobody_more_than_there_are() {
        let seats = Arc::new(Seats::default());
        let own = Uuid::now_v7();
        let mut sitting: Vec<Seat> = (0..EACH).map(|_| seats.take(own).unwrap()).collect();
        assert!(seats.take(own).is_none());
        sitting.extend((EACH..IN_ALL).map(|_| seats.take(Uuid::now_v7()).unwrap()));
        assert!(seats.take(Uuid::now_v7()).is_none());
        sitting.truncate(1);
        assert!(seats.take(own).is_some());
    }
}
