//! Everybody who comes, and what each asks in full.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result};
use http::header;
use serde_json::Value;

use super::drive::Asks;
use super::kind::Kind;
use super::words::WORDS;
use crate::sample::{Applications, PASSWORD};
use wire::{Call, Client};

/// Handed in before it begins, to be tracked and looked up.
const BEFORE: usize = 64;
/// The first number of these; those that hand in meanwhile have other ones.
const FIRST: usize = 40_000;
/// People who hand in, by turns.
const PEOPLE: usize = 20_000;
/// Spreads them.
const STRIDE: usize = 7_919;
/// Sessions of the same citizen.
const SESSIONS: usize = 8;

/// All who come to a portal.
pub struct Public {
    intakes: f64,
    applications: Applications,
    guides: Vec<String>,
    citizens: Vec<String>,
    reviewers: Vec<String>,
    tracked: Vec<Call>,
    handed_in: AtomicUsize,
    searched: AtomicUsize,
}

impl Public {
    /// Signs in and hands a few applications in. This share of all who come are to be intakes.
    pub async fn prepare(address: &str, intakes: f64) -> Result<Self> {
        let mut client = Client::connect(address).await?;
        let applications = Applications::of_city(&mut client).await?;
        let guides = guides(&mut client).await?;
        let mut citizens = Vec::new();
        for _ in 0..SESSIONS {
            citizens.push(session(&mut client, "citizen").await?);
        }
        let reviewers = reviewers(&mut client, applications.items()).await?;
        let mut tracked = Vec::new();
        for n in 0..BEFORE {
            tracked.push(track(&mut client, &applications.of(n, FIRST + n)?).await?);
        }
        let (handed_in, searched) = (AtomicUsize::new(0), AtomicUsize::new(0));
        Ok(Self { intakes, applications, guides, citizens, reviewers, tracked, handed_in, searched })
    }

    /// Only applications, all for one item.
    pub fn campaign(mut self) -> Result<Self> {
        self.applications = self.applications.one_item()?;
        self.intakes = 1.0;
        Ok(self)
    }

    /// What somebody asks who comes as the `n`-th for this.
    pub fn call(&self, kind: Kind, n: usize) -> Result<Call> {
        Ok(match kind {
            Kind::Kept => browser(Call::get(&self.kept(n))),
            Kind::Search => browser(Call::get(&self.search()?)),
            Kind::Guide => browser(Call::get(turn(&self.guides, n)?)).with(COOKIE, turn(&self.citizens, n)?),
            Kind::Tracking => browser(turn(&self.tracked, n)?.clone()),
            Kind::WorkList => browser(Call::get("/review")).with(COOKIE, turn(&self.reviewers, n)?),
            Kind::LookUp => self.applications.look_up_one(FIRST + n % BEFORE)?,
            Kind::Intake => {
                let turn = self.handed_in.fetch_add(1, Ordering::Relaxed);
                self.applications.of(turn, turn.wrapping_mul(STRIDE) % PEOPLE)?
            }
        })
    }

    fn kept(&self, n: usize) -> String {
        let guide = self.guides.get(n % self.guides.len().max(1));
        match (n % 5, guide) {
            (0, _) => "/".to_owned(),
            (1, _) | (_, None) => "/items".to_owned(),
            (_, Some(guide)) => guide.clone(),
        }
    }

    fn search(&self) -> Result<String> {
        let n = self.searched.fetch_add(1, Ordering::Relaxed);
        let (one, other) = (turn(WORDS, n)?, turn(WORDS, n / WORDS.len())?);
        let text = format!("{one} {other}");
        let escaped: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        Ok(format!("/items?q={escaped}"))
    }
}

impl Asks for Public {
    fn ask(&self, n: usize) -> (Kind, Call) {
        let kind = Kind::of(n, self.intakes);
        // What cannot be asked is answered 404, and counted so.
        (kind, self.call(kind, n).unwrap_or_else(|_| Call::get("/no-such-page")))
    }
}

const COOKIE: &str = "cookie";

fn browser(call: Call) -> Call {
    call.with(header::ACCEPT_ENCODING.as_str(), "gzip, deflate, br").with("accept", "text/html")
}

fn turn<T>(all: &[T], n: usize) -> Result<&T> {
    all.get(n % all.len().max(1)).context("there are none to take by turns")
}

async fn guides(client: &mut Client) -> Result<Vec<String>> {
    let listed = client.send(&Call::get("/api/v1/items?limit=100")).await?.json(200)?;
    let listed = listed.get("items").and_then(Value::as_array).context("no items")?;
    let codes = listed.iter().filter_map(|item| item.get("code")?.as_str());
    Ok(codes.map(|code| format!("/items/{code}")).collect())
}

/// Signs in as with a browser; the cookie.
async fn session(client: &mut Client, name: &str) -> Result<String> {
    let form = Call::form("/sign-in", format!("name={name}&password={PASSWORD}"));
    let answer = client.send(&form).await?;
    let cookie = answer.headers.get(header::SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
    let cookie = cookie.and_then(|cookie| cookie.split(';').next());
    let cookie = cookie.with_context(|| format!("{name} is not let in: {}", answer.status))?;
    Ok(cookie.to_owned())
}

/// One reviewer of each department that these items come to: it is in the item's number, `MZ-001`.
async fn reviewers(client: &mut Client, items: &[String]) -> Result<Vec<String>> {
    let departments: BTreeSet<_> = items.iter().filter_map(|item| Some(item.split_once('-')?.0)).collect();
    let mut reviewers = Vec::new();
    for department in departments {
        reviewers.push(session(client, &format!("reviewer-{}", department.to_lowercase())).await?);
    }
    Ok(reviewers)
}

async fn track(client: &mut Client, application: &Call) -> Result<Call> {
    let receipt = client.send(application).await?.json(201)?;
    let text = |name| receipt.get(name).and_then(Value::as_str).context("no receipt");
    let form = format!("case_no={}&query_code={}", text("case_no")?, text("query_code")?);
    Ok(Call::form("/track", form))
}
