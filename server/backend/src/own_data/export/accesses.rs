//! Who looked at what, all of it.

use crate::access::{self, LedgerQuery, Line, Who};
use crate::{Holder, Result, Services};
use serde_json::{Value, json};
use uuid::Uuid;

/// Lines read at once.
const AT_ONCE: u64 = 500;

pub(super) async fn accesses(services: &Services, person: Uuid) -> Result<Value> {
    let mut all = Vec::new();
    let mut query = LedgerQuery { limit: AT_ONCE, ..LedgerQuery::default() };
    loop {
        let page = access::of_holder(services, Holder::Person(person), &query).await?;
        all.extend(page.lines.iter().map(line));
        match page.next {
            Some(next) => query.after = Some(next),
            None => return Ok(Value::Array(all)),
        }
    }
}

fn line(one: &Line) -> Value {
    json!({
        "at": one.at,
        "by": who(&one.who),
        "act": one.act.as_str(),
        "what": one.what,
        "case_no": one.case_no,
        "item": one.item_id,
        "reason": one.reason,
    })
}

fn who(who: &Who) -> Value {
    match who {
        Who::Owner => json!({ "kind": "owner" }),
        Who::Agent(name) => json!({ "kind": "agent", "name": name }),
        Who::Staff { place, role, name } => json!({
            "kind": "staff",
            "place": place.as_ref().map(|(name, _)| name),
            "role": role.as_str(),
            "name": name,
        }),
        Who::Portal => json!({ "kind": "portal" }),
        Who::Outside(name) => json!({ "kind": "outside", "name": name }),
    }
}
