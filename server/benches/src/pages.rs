//! Pages against a bare handler that answers the same bytes.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::bare::Bare;
use crate::drive::{CLIENTS, drive};
use crate::portal::{Place, Portal};
use crate::rows::{Bar, Row, number};
use crate::sample::Applications;
use wire::{Call, Client};

const WARM_UP: Duration = Duration::from_millis(1500);
const TIME: Duration = Duration::from_secs(5);

/// The catalogue, compressed and plain, a guide and a tracked case.
pub async fn measure(place: &Place, portal: &Portal, applications: &Applications) -> Result<Vec<Row>> {
    let browser = |call: Call| call.with("accept-encoding", "gzip, deflate, br");
    let own = |call: Call| call.with("cookie", "yihao=of-nobody");
    let tracked = tracked(portal, applications).await?;
    let pages = [
        (
            "catalogue page, kept for everybody, as a browser asks (compressed)",
            browser(Call::get("/items")),
            Bar::Least(0.5),
        ),
        ("catalogue page, uncompressed", Call::get("/items"), Bar::None),
        (
            "guide page with a session's cookie, so made anew and read from the database, as a browser asks",
            own(browser(Call::get("/items/RS-001"))),
            Bar::Least(0.25),
        ),
        ("guide page with a session's cookie, uncompressed", own(Call::get("/items/RS-001")), Bar::None),
        (
            "tracking a case (POST), reads the database, as a browser asks",
            browser(tracked.clone()),
            Bar::Least(0.25),
        ),
        ("tracking a case, uncompressed", tracked, Bar::None),
    ];
    let mut rows = vec![scripts(portal).await?];
    for (what, call, bar) in pages {
        eprintln!("  {what}");
        rows.push(page(place, portal, what, call, bar).await?);
    }
    Ok(rows)
}

/// A page without islands is to load no script at all.
async fn scripts(portal: &Portal) -> Result<Row> {
    let page =
        Client::connect(&portal.address).await?.send(&Call::get("/items/RS-001")).await?.expect(200)?;
    let scripts = String::from_utf8_lossy(&page).matches("<script").count();
    Ok(Row::none("scripts on a page without islands (a guide)", scripts))
}

async fn tracked(portal: &Portal, applications: &Applications) -> Result<Call> {
    let mut client = Client::connect(&portal.address).await?;
    let receipt = client.send(&applications.call(0)?).await?.json(201)?;
    let text = |name| receipt.get(name).and_then(Value::as_str).context("no receipt");
    let form = format!("case_no={}&query_code={}", text("case_no")?, text("query_code")?);
    Ok(Call::form("/track", form))
}

async fn page(place: &Place, portal: &Portal, what: &str, call: Call, bar: Bar) -> Result<Row> {
    let answer = Client::connect(&portal.address).await?.send(&call).await?;
    let size = answer.body.len();
    let bare = Bare::start(&place.data, &answer).await?;
    answer.expect(200)?;
    let run = async |address: &str, time| {
        let call = call.clone();
        drive(address, CLIENTS, time, 200, move |_| call.clone()).await
    };
    run(&portal.address, WARM_UP).await?;
    run(&bare.address, WARM_UP).await?;
    let before = portal.cpu();
    let ours = run(&portal.address, TIME).await?;
    let used =
        portal.cpu().zip(before).map(|(after, before)| (after - before) / (ours.rate() * TIME.as_secs_f64()));
    let other = run(&bare.address, TIME).await?;
    let used = used
        .map(|seconds| format!(", {} ms of processor each", number(seconds * 1000.0)))
        .unwrap_or_default();
    let ours = (format!("{}/s ({size} bytes{used})", number(ours.rate())), ours.rate());
    Ok(Row::ratio(what, ours, (format!("bare axum handler {}/s", number(other.rate())), other.rate()), bar))
}
