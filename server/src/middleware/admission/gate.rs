//! The gate before the work of one kind: places, and a bounded queue before them.

use super::super::limits::{Capacity, Limits};
use super::Class;
use metrics::gauge;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// The queue is full.
    Queue,
    /// It took too long to come to the front.
    Wait,
}

impl Full {
    /// Its name in figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Queue => "full",
            Self::Wait => "late",
        }
    }
}

/// One gate. First come, first served.
#[derive(Clone, Debug)]
pub struct Gate {
    class: Class,
    places: Arc<Semaphore>,
    waiting: Arc<AtomicUsize>,
    queue: usize,
    wait: Duration,
}

/// A place at work; given back when dropped, also where the caller has gone away.
#[derive(Debug)]
pub struct Place {
    class: Class,
    _permit: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        gauge!("yihao_in_flight", "class" => self.class.name()).decrement(1.0);
    }
}

/// A place in the queue.
struct Waiting<'a>(&'a Gate);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
        gauge!("yihao_admission_queue_depth", "class" => self.0.class.name()).decrement(1.0);
    }
}

impl Gate {
    /// A gate with so many places on this machine.
    pub fn new(class: Class, capacity: Capacity) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let places = capacity.each_core.saturating_mul(cores).max(1);
        Self {
            class,
            places: Arc::new(Semaphore::new(places)),
            waiting: Arc::default(),
            queue: capacity.queue,
            wait: capacity.wait,
        }
    }

    /// A place, at once or after waiting for it.
    ///
    /// # Errors
    /// Where the queue is full, or the wait too long.
    pub async fn enter(&self) -> Result<Place, Full> {
        let permit = match self.places.clone().try_acquire_owned() {
            Ok(permit) => permit,
            Err(_) => self.queued().await?,
        };
        gauge!("yihao_in_flight", "class" => self.class.name()).increment(1.0);
        Ok(Place { class: self.class, _permit: permit })
    }

    async fn queued(&self) -> Result<OwnedSemaphorePermit, Full> {
        gauge!("yihao_admission_queue_depth", "class" => self.class.name()).increment(1.0);
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(self);
        if before >= self.queue {
            return Err(Full::Queue);
        }
        let permit = timeout(self.wait, self.places.clone().acquire_owned()).await;
        permit.map_err(|_| Full::Wait)?.map_err(|_| Full::Queue)
    }
}

/// The gates of all kinds. Cheap to clone; all clones share them.
#[derive(Clone, Debug)]
pub struct Gates {
    intake: Gate,
    staff: Gate,
    citizens: Gate,
    public: Gate,
    doors: Gate,
    uploads: Gate,
    exports: Gate,
    files: Gate,
}

impl Gates {
    /// Gates of these capacities.
    pub fn new(limits: &Limits) -> Self {
        Self {
            intake: Gate::new(Class::Intake, limits.intake),
            staff: Gate::new(Class::Staff, limits.staff),
            citizens: Gate::new(Class::Citizens, limits.citizens),
            public: Gate::new(Class::Public, limits.public),
            doors: Gate::new(Class::Doors, limits.doors),
            uploads: Gate::new(Class::Uploads, limits.uploads),
            exports: Gate::new(Class::Exports, limits.exports),
            files: Gate::new(Class::Files, limits.files),
        }
    }

    /// The gate of a kind; some pass without.
    pub fn of(&self, class: Class) -> Option<&Gate> {
        match class {
            Class::Operations | Class::Kept => None,
            Class::Intake => Some(&self.intake),
            Class::Staff => Some(&self.staff),
            Class::Citizens => Some(&self.citizens),
            Class::Public => Some(&self.public),
            Class::Doors => Some(&self.doors),
            Class::Uploads => Some(&self.uploads),
            Class::Exports => Some(&self.exports),
            Class::Files => Some(&self.files),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrow(queue: usize, wait: Duration) -> Gate {
        let gate = Gate::new(Class::Public, Capacity { each_core: 1, queue, wait });
        // One place, whatever the machine.
        Gate { places: Arc::new(Semaphore::new(1)), ..gate }
    }

    #[tokio::test]
    async fn who_comes_first_enters_first_and_the_queue_is_bounded() {
        let gate = narrow(2, Duration::from_secs(60));
        let place = gate.enter().await.unwrap();
        let (one, two) = (gate.clone(), gate.clone());
        let (told, mut order) = tokio::sync::mpsc::unbounded_channel();
        let wait = |gate: Gate, n: u8| {
            let told = told.clone();
            tokio::spawn(async move {
                let _place = gate.enter().await.unwrap();
                told.send(n).unwrap();
            })
        };
        let first = wait(one, 1);
        while gate.waiting.load(Ordering::Relaxed) < 1 {
            tokio::task::yield_now().await;
        }
        let second = wait(two, 2);
        while gate.waiting.load(Ordering::Relaxed) < 2 {
            tokio::task::yield_now().await;
        }
        assert_eq!(gate.enter().await.unwrap_err(), Full::Queue);
        drop(place);
        first.await.unwrap();
        second.await.unwrap();
        assert_eq!((order.recv().await, order.recv().await), (Some(1), Some(2)));
        assert_eq!(gate.waiting.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn who_waits_too_long_is_told_and_leaves_the_queue() {
        let gate = narrow(1, Duration::from_millis(5));
        let place = gate.enter().await.unwrap();
        assert_eq!(gate.enter().await.unwrap_err(), Full::Wait);
        assert_eq!(gate.waiting.load(Ordering::Relaxed), 0);
        drop(place);
        assert!(gate.enter().await.is_ok());
    }

    #[tokio::test]
    async fn who_goes_away_leaves_the_queue() {
        let gate = narrow(1, Duration::from_secs(60));
        let _place = gate.enter().await.unwrap();
        assert!(timeout(Duration::from_millis(5), gate.enter()).await.is_err());
        assert_eq!(gate.waiting.load(Ordering::Relaxed), 0);
    }
}
