//! Drives: sends everybody who is due, and never waits for an answer before the next.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Result;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout_at;

use super::arrivals::{Arrival, Phase, arrivals};
use super::book::Book;
use super::kind::Kind;
use super::lines::Lines;
use super::tally::Outcome;
use wire::Call;

/// Nobody waits longer for a page.
const PATIENCE: Duration = Duration::from_secs(10);
/// Open at once; more than that cannot ask, and are counted as not sent.
const OPEN: u32 = 4_000;
/// Between two lines about how it goes.
const TOLD: Duration = Duration::from_secs(5);

/// What the `n`-th comes for and asks.
pub trait Asks: Send + Sync + 'static {
    /// Ready to be sent.
    fn ask(&self, n: usize) -> (Kind, Call);
}

/// One drive.
#[derive(Clone, Debug)]
pub struct Drive {
    /// What it is, for the lines that tell how it goes.
    pub what: String,
    /// The rates, one after the other.
    pub phases: Vec<Phase>,
    /// Windows of this length are counted apart.
    pub window: Duration,
}

/// A book that many write into.
pub type Shared = Arc<Mutex<Book>>;

/// Reads or writes in it.
pub fn with<T>(book: &Shared, work: impl FnOnce(&mut Book) -> T) -> T {
    work(&mut book.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Drive {
    /// How long all phases take.
    pub fn time(&self) -> Duration {
        self.phases.iter().map(|phase| phase.time).sum()
    }

    /// Drives to the end, until the last one has an answer or gave up.
    pub async fn run(&self, address: &str, asks: Arc<dyn Asks>) -> Result<Shared> {
        let start = Instant::now() + Duration::from_millis(50);
        let book = Arc::new(Mutex::new(Book::new(start, self.window)?));
        self.note_in(address, asks, start, &book).await?;
        Ok(book)
    }

    /// The same, into a book that others read meanwhile.
    pub async fn note_in(
        &self,
        address: &str,
        asks: Arc<dyn Asks>,
        start: Instant,
        book: &Shared,
    ) -> Result<()> {
        let lines = Arc::new(Lines::new(address));
        let room = Arc::new(Semaphore::new(usize::try_from(OPEN)?));
        let mut coming = arrivals(&self.phases, start);
        let mut told = start;
        while let Some(arrival) = coming.recv().await {
            let (kind, call) = asks.ask(arrival.n);
            match Arc::clone(&room).try_acquire_owned() {
                Ok(place) => {
                    let (lines, book) = (Arc::clone(&lines), Arc::clone(book));
                    tokio::spawn(one(lines, kind, call, arrival, book, place));
                }
                Err(_) => with(book, |book| book.note(kind, arrival.due, &Outcome::Unsent)),
            }
            if arrival.due.saturating_duration_since(told) >= TOLD {
                told = arrival.due;
                self.tell(book, told.saturating_duration_since(start));
            }
        }
        // Everybody has an answer or has given up.
        let _ = room.acquire_many(OPEN).await?;
        Ok(())
    }

    fn tell(&self, book: &Shared, after: Duration) {
        let all = with(book, |book| book.all());
        let (now, time) = (after.as_secs(), self.time().as_secs());
        eprintln!("  {}: {now} of {time} s; {}; {}", self.what, all.counts(), all.times());
    }
}

async fn one(
    lines: Arc<Lines>,
    kind: Kind,
    call: Call,
    arrival: Arrival,
    book: Shared,
    _place: OwnedSemaphorePermit,
) {
    with(&book, |book| book.asked(arrival.due));
    let until = arrival.due + PATIENCE;
    let outcome = match timeout_at(until.into(), lines.send(&call)).await {
        Ok(Ok(answer)) => Outcome::of(&answer, kind.expected()),
        Ok(Err(error)) => Outcome::Cut(error.root_cause().to_string()),
        Err(_) => Outcome::Late,
    };
    with(&book, |book| book.note(kind, arrival.due, &outcome));
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::extract::State;
    use axum::response::IntoResponse as _;
    use tokio::net::TcpListener;
    use tokio::sync::Barrier;

    use super::*;

    struct Pages;

    impl Asks for Pages {
        fn ask(&self, n: usize) -> (Kind, Call) {
            (Kind::Kept, Call::get(if n.is_multiple_of(4) { "/full" } else { "/" }))
        }
    }

    async fn serve(together: usize) -> String {
        let page = async |State(all): State<Arc<Barrier>>| {
            all.wait().await;
            "page"
        };
        let full =
            || async { (http::StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "5")]).into_response() };
        let router = Router::new().route("/", axum::routing::get(page));
        let router = router.route("/full", axum::routing::get(full));
        let router = router.with_state(Arc::new(Barrier::new(together)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move { axum::serve(listener, router).await });
        address
    }

    /// The server answers nobody until all have asked: who waits for an answer first never ends.
    #[tokio::test]
    async fn nobody_waits_for_another_and_the_time_counts_from_when_they_were_due() {
        let phases = vec![Phase { rate: 100.0, time: Duration::from_millis(400) }];
        let drive = Drive { what: "a trial".into(), phases, window: Duration::from_millis(200) };
        let book = drive.run(&serve(30).await, Arc::new(Pages)).await.unwrap();
        let (all, first) = with(&book, |book| (book.all(), book.between(0, 1)));
        assert_eq!((all.came(), all.answered, all.refused, all.failed()), (40, 30, 10, 0));
        // The last who is not refused is due 390 ms after the start; the first waits for them.
        assert!(first.within(1.0) >= Duration::from_millis(380), "{:?}", first.within(1.0));
        assert!(first.within(0.0) >= Duration::from_millis(190), "{:?}", first.within(0.0));
    }

    #[tokio::test]
    async fn who_finds_nobody_there_is_counted() {
        let phases = vec![Phase { rate: 100.0, time: Duration::from_millis(100) }];
        let drive = Drive { what: "a trial".into(), phases, window: Duration::from_secs(1) };
        let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().to_string();
        let book = drive.run(&nobody, Arc::new(Pages)).await.unwrap();
        let (all, others) = with(&book, |book| (book.all(), book.others()));
        assert_eq!((all.came(), all.cut), (10, 10));
        assert!(others.contains("(10 times)"), "{others}");
    }
}
