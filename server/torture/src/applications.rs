//! Fictitious applications, as a clerk hands them in.

use std::sync::Arc;

use anyhow::{Context as _, Result, bail, ensure};
use chrono::NaiveDate;
use domain::resident_id::ResidentId;
use serde_json::{Value, json};

use wire::{Call, ask};

/// The password of every account of the demonstration city.
const PASSWORD: &str = "yihao-demo-2026";
/// A county that no one was ever registered in.
const COUNTY: &str = "229902";
/// A community of the demonstration city.
const COMMUNITY: &str = "229902001001";
/// Different items in use.
const ITEMS: usize = 8;
/// Different applicants, so that nobody's row is waited for.
const PEOPLE: u64 = 64;

/// Signs the clerk in; the token.
///
/// # Errors
/// Where nobody answers, or refuses.
pub async fn sign_in(address: &str) -> Result<String> {
    let who = json!({ "username": "clerk", "password": PASSWORD });
    let answer = ask(address, &Call::json("/api/v1/session", &who)).await?;
    ensure!(answer.status == 200, "signing in: {} {}", answer.status, answer.text());
    let token = answer.value().get("token").and_then(Value::as_str).map(str::to_owned);
    token.context("signing in gave no token")
}

/// What can be applied for.
#[derive(Clone, Debug, Default)]
pub struct Applications {
    items: Arc<Vec<String>>,
}

impl Applications {
    /// Finds items that take the answers every form asks for.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn prepare(address: &str) -> Result<Self> {
        let token = sign_in(address).await?;
        let listed = ask(address, &Call::get("/api/v1/items?limit=40")).await?.value();
        let listed = listed.get("items").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut items = Vec::new();
        for code in listed.iter().filter_map(|item| item.get("code")?.as_str()) {
            let one = Self { items: Arc::new(vec![code.to_owned()]) };
            let answer = ask(address, &one.call(0, &token, &format!("tried-{code}"))?).await?;
            if answer.status == 201 {
                items.push(code.to_owned());
            }
            if items.len() == ITEMS {
                break;
            }
        }
        if items.is_empty() {
            bail!("no item takes an application");
        }
        Ok(Self { items: Arc::new(items) })
    }

    /// The `n`-th application, under this key.
    ///
    /// # Errors
    /// Where nothing can be applied for.
    pub fn call(&self, n: u64, token: &str, key: &str) -> Result<Call> {
        let at = usize::try_from(n)?.checked_rem(self.items.len()).context("no items")?;
        let item = self.items.get(at).context("no item")?;
        let person = person(u16::try_from(n % PEOPLE)?.saturating_add(300))?;
        let body = json!({
            "item_code": item,
            "applicant": { "id_number": person.reveal(), "name": "示例申请人", "phone": "13800005678" },
            "form": {
                "residence_division": COMMUNITY,
                "address": "钟楼街道文庙巷5号2单元301",
                "contact_phone": "13800005678",
            },
            "channel": "window",
        });
        Ok(Call::json("/api/v1/cases", &body).by(token).with("idempotency-key", key))
    }
}

/// The number of the `n`-th person.
fn person(n: u16) -> Result<ResidentId> {
    let birth = NaiveDate::from_ymd_opt(1985, 5, 5).context("a day")?;
    ResidentId::compose(COUNTY, birth, n).context("no such number")
}
