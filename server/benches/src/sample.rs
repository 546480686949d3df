//! Fictitious applications, taken in through the API as a clerk does.

use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use chrono::{Days, NaiveDate};
use domain::resident_id::ResidentId;
use serde_json::{Value, json};
use uuid::Uuid;

use wire::{Call, Client};

/// The password of every account of the demonstration city.
pub const PASSWORD: &str = "yihao-demo-2026";
/// A county that no one was ever registered in.
const COUNTY: &str = "229902";
/// A community of the demonstration city.
const COMMUNITY: &str = "229902001001";

/// The number of the `n`-th person.
pub fn person(n: u16) -> Result<ResidentId> {
    let birth = NaiveDate::from_ymd_opt(1985, 5, 5).context("a day")?;
    ResidentId::compose(COUNTY, birth, n).context("no such number")
}

/// The number of the `n`-th of very many people, of whom nobody is one of the others.
fn somebody(n: usize) -> Result<ResidentId> {
    let first = NaiveDate::from_ymd_opt(1950, 1, 1).context("a day")?;
    let birth = first.checked_add_days(Days::new(u64::try_from(n / 1_000)?)).context("a day")?;
    ResidentId::compose(COUNTY, birth, u16::try_from(n % 1_000)?).context("no such number")
}

/// Signs in; the token.
pub async fn sign_in(client: &mut Client, name: &str) -> Result<String> {
    let call = Call::json("/api/v1/session", &json!({ "username": name, "password": PASSWORD }));
    let answer = client.send(&call).await?.json(200).with_context(|| format!("signing in as {name}"))?;
    Ok(answer.get("token").and_then(Value::as_str).context("no token")?.to_owned())
}

/// Looks anybody up, as a clerk.
pub fn look_up(token: &str, number: &ResidentId) -> Call {
    let body = json!({ "id_number": number.reveal(), "reason": "窗口收件" });
    Call::json("/api/v1/persons/lookup", &body).by(token)
}

/// Applications of clerks.
#[derive(Clone, Debug)]
pub struct Applications {
    tokens: Arc<Vec<String>>,
    items: Arc<Vec<String>>,
}

impl Applications {
    /// Signs in as `clerk`, and finds a few items that take the answers every form asks for.
    pub async fn prepare(client: &mut Client) -> Result<Self> {
        let token = sign_in(client, "clerk").await?;
        Self::found(client, vec![token], 8).await
    }

    /// The same for every such item of the catalogue, as all clerks of general windows.
    pub async fn of_city(client: &mut Client) -> Result<Self> {
        let mut tokens = vec![sign_in(client, "clerk").await?];
        for (hall, windows) in [("city", 2..=6), ("chengguan", 1..=5), ("pingchuan", 1..=4)] {
            for window in windows {
                tokens.push(sign_in(client, &format!("clerk-{hall}-a{window:02}")).await?);
            }
        }
        Self::found(client, tokens, usize::MAX).await
    }

    async fn found(client: &mut Client, tokens: Vec<String>, most: usize) -> Result<Self> {
        let listed = client.send(&Call::get("/api/v1/items?limit=100")).await?.json(200)?;
        let listed = listed.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        let ids = listed.iter().filter_map(|item| item.get("code")?.as_str());
        let (tokens, mut items) = (Arc::new(tokens), Vec::new());
        let mut last = String::from("the catalogue is empty");
        for id in ids {
            let one = Self { tokens: Arc::clone(&tokens), items: Arc::new(vec![id.to_owned()]) };
            let answer = client.send(&one.call(0)?).await?;
            if answer.status == 201 {
                items.push(id.to_owned());
            } else {
                last = format!("{id}: {} {}", answer.status, String::from_utf8_lossy(&answer.body));
            }
            if items.len() == most {
                break;
            }
        }
        if items.is_empty() {
            bail!("no item takes an application: {last}");
        }
        Ok(Self { tokens, items: Arc::new(items) })
    }

    /// The items.
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// The `n`-th application, under a key of its own. Sixteen people by turns, so that nobody's
    /// row is waited for.
    pub fn call(&self, n: usize) -> Result<Call> {
        self.by(n, u16::try_from(n % 16)?.saturating_add(500))
    }

    /// The `n`-th application, for a certain person.
    pub fn by(&self, n: usize, who: u16) -> Result<Call> {
        self.application(n, &person(who)?)
    }

    /// The `n`-th application, for one of very many people.
    pub fn of(&self, n: usize, who: usize) -> Result<Call> {
        self.application(n, &somebody(who)?)
    }

    /// Looks one of very many people up.
    pub fn look_up_one(&self, who: usize) -> Result<Call> {
        Ok(look_up(self.clerk(who), &somebody(who)?))
    }

    /// Only for the first item.
    pub fn one_item(&self) -> Result<Self> {
        let first = self.items.first().context("no item")?;
        Ok(Self { tokens: Arc::clone(&self.tokens), items: Arc::new(vec![first.clone()]) })
    }

    fn application(&self, n: usize, who: &ResidentId) -> Result<Call> {
        let item = self.items.get(n % self.items.len()).context("no item")?;
        let body = json!({
            "item_code": item,
            "applicant": { "id_number": who.reveal(), "name": "示例申请人", "phone": "13800005678" },
            "form": { "residence_division": COMMUNITY, "address": "钟楼街道文庙巷5号2单元301", "contact_phone": "13800005678" },
            "channel": "window",
        });
        let call = Call::json("/api/v1/cases", &body).by(self.clerk(n));
        Ok(call.with("idempotency-key", format!("bench-{}", Uuid::new_v4())))
    }

    /// Looks a person up.
    pub fn lookup(&self, who: u16) -> Result<Call> {
        Ok(look_up(self.token(), &person(who)?))
    }

    /// The first clerk's token.
    pub fn token(&self) -> &str {
        self.clerk(0)
    }

    /// The token of the clerk whose turn it is.
    fn clerk(&self, turn: usize) -> &str {
        self.tokens.get(turn % self.tokens.len().max(1)).map(String::as_str).unwrap_or_default()
    }

    /// How many different applications there are.
    pub fn kinds(&self) -> usize {
        16
    }
}
