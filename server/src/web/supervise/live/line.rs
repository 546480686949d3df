//! One line: looks, tells what has changed, and ends in time.

use super::answer::Answer;
use super::pulse::Mark;
use super::seats::Seat;
use super::told::{Told, changed};
use crate::state::AppState;
use axum::response::sse::Event;
use backend::sessions::{self, Session};
use futures::Stream;
use futures::stream::unfold;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};

/// Between two looks.
const LOOK: Duration = Duration::from_millis(300);
/// Between two looks at the session while nothing is written.
const ASK: Duration = Duration::from_secs(5);
/// Before a browser tries again by itself.
const RETRY: Duration = Duration::from_secs(5);

pub(super) struct Line {
    state: AppState,
    session: Session,
    answer: Arc<Answer>,
    looks: Interval,
    ending: watch::Receiver<bool>,
    asked: Instant,
    mark: Option<Mark>,
    told: Arc<Told>,
    over: bool,
    /// Free again when the line is gone.
    _seat: Seat,
}

/// What a look has found.
enum Look {
    Same,
    Changed(Told),
    /// The session is over.
    Over,
}

impl Line {
    pub fn new(state: AppState, session: Session, seat: Seat, answer: Arc<Answer>) -> Self {
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            ending: state.live.ending.subscribe(),
            state,
            session,
            answer,
            looks,
            asked: Instant::now(),
            mark: None,
            told: Arc::default(),
            over: false,
            _seat: seat,
        }
    }

    /// Everything first, then what has changed; at the end why it ends.
    pub fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        unfold(self, |mut line| async move {
            let event = line.next().await?;
            Some((Ok(event), line))
        })
    }

    async fn next(&mut self) -> Option<Event> {
        while !self.over {
            tokio::select! {
                _ = self.ending.wait_for(|&ending| ending) => return None,
                _ = self.looks.tick() => {}
            }
            match self.look().await {
                Ok(Look::Same) => {}
                Ok(Look::Changed(figures)) => return Some(event(&figures)),
                Ok(Look::Over) => {
                    self.over = true;
                    return Some(Event::default().event("over").data("session"));
                }
                // The line stays: storage may come back, and nothing wrong was told.
                Err(error) => tracing::debug!(at = %error.at(), "figures have to wait: {error}"),
            }
        }
        None
    }

    async fn look(&mut self) -> backend::Result<Look> {
        let (services, live) = (&self.state.services, &self.state.live);
        let mark = live.pulse.mark(services).await?;
        let same = self.mark == Some(mark);
        if same && self.asked.elapsed() < ASK {
            return Ok(Look::Same);
        }
        if !sessions::is_live(services, &self.session).await? {
            return Ok(Look::Over);
        }
        self.asked = Instant::now();
        if same {
            return Ok(Look::Same);
        }
        let (mark, told) = self.answer.at(services, &self.session.actor(), &live.pulse, mark).await?;
        self.mark = Some(mark);
        let news = changed(&self.told, &told);
        self.told = told;
        Ok(if news.is_empty() { Look::Same } else { Look::Changed(news) })
    }
}

fn event(figures: &Told) -> Event {
    let data = serde_json::to_string(figures).unwrap_or_default();
    Event::default().event("figures").retry(RETRY).data(data)
}
