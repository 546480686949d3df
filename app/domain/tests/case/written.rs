//! What is stored reads back as it was.

use crate::history::plans;
use domain::case::{Event, Work};
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn events_and_work_read_back(plan in plans()) {
        for (event, case) in plan.moments().iter().flat_map(|moment| moment.folded()) {
            let json = serde_json::to_string(&event).unwrap();
            prop_assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event.clone(), "{}", json);
            let json = serde_json::to_string(&case.work).unwrap();
            prop_assert_eq!(serde_json::from_str::<Work>(&json).unwrap(), case.work, "{}", json);
        }
    }
}

/// What is counted by itself is found by a name of its own; all else by the name it is stored under.
#[test]
fn names_tell_what_is_counted_apart() {
    let stored = |json: serde_json::Value| serde_json::from_value::<Event>(json).unwrap().kind();
    let accepted = |manner| {
        stored(json!({
            "kind": "accepted", "day": "2026-11-16", "promised_due": null, "statutory_due": null,
            "manner": manner,
        }))
    };
    assert_eq!(accepted(json!("normal")), "accepted");
    assert_eq!(accepted(json!({ "deemed": { "known": "2026-11-24" } })), "deemed_accepted");
    let deferral = json!({ "deferred": { "materials": [], "due": "2026-11-24" } });
    assert_eq!(accepted(deferral), "deferred_accepted");
    let asked = |repeated| {
        stored(json!({
            "kind": "correction_asked", "list": ["签名"], "reply_by": "2026-12-07", "repeated": repeated,
        }))
    };
    assert_eq!((asked(false), asked(true)), ("correction_asked", "correction_repeated"));
    let decided = |automatic| {
        stored(json!({
            "kind": "decided", "outcome": "granted", "reason": "", "day": "2026-11-24",
            "handling_days": 1, "automatic": automatic,
        }))
    };
    assert_eq!((decided(false), decided(true)), ("decided", "decided_by_rule"));
}
