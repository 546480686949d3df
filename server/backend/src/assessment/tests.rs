//! Schemes are taken in whole or not at all; scores come out of what is in force, exactly.

use std::collections::BTreeMap;

use domain::assessment::{Exact, Gap, Period};
use domain::field_error::FieldCode;
use domain::permission::{Actor, Role};
use serde_json::{Value, json};

use super::*;
use crate::import::ImportError;
use crate::testing::services;
use crate::{Kind, Services, both_databases};

const BAOTOU: &str = include_str!("../../../data/schemes/baotou.json");
const SIPING: &str = include_str!("../../../data/schemes/siping.json");

fn supervisor() -> Actor {
    Actor { role: Some(Role::Supervisor), name: "督查员".to_owned(), ..Actor::portal() }
}

fn small() -> Value {
    json!({
        "key": "small", "name": "小市考评", "city": "小市", "document": "小市发〔2026〕1号",
        "scores": {"half_year": {"weighted": [
            {"weight": 60, "of": {"node": "work"}},
            {"weight": 40, "of": {"input": {"key": "survey", "name": "民意调查", "max": 100}}}]}},
        "nodes": [{
            "key": "work", "name": "重点工作",
            "formula": {"scaled": {"of": {"points": {"entry": "X-1"}}, "from": 4, "to": 100}},
            "entries": [{"key": "X-1", "name": "一网通办", "description": "事项全部网上可办", "lead": ["市民政局"],
                "evidence": [{"number": 1, "text": "目录"}], "period": "half_year", "class": "CORE", "points": 4}]
        }]
    })
}

async fn faults(services: &Services, file: &Value) -> Vec<String> {
    match import(services, &supervisor(), &file.to_string()).await {
        Err(ImportError::Faults(faults)) => faults.iter().map(ToString::to_string).collect(),
        Err(ImportError::Storage(error)) => panic!("{error:?}"),
        Ok(done) => panic!("{done:?}"),
    }
}

fn given(values: &[(&str, &str)], seen: Option<uuid::Uuid>) -> Given {
    let values: BTreeMap<String, String> =
        values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Given { values, note: String::new(), seen }
}

fn half() -> Period {
    Period::parse("2026-H1").unwrap()
}

fn civil() -> Subject {
    Subject::Department("MZ".to_owned())
}

both_databases! {
    async fn a_scheme_is_taken_in_once_and_versions_wait(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let done = import(&services, &supervisor(), BAOTOU).await.unwrap();
        assert_eq!((done.entries, done.version, done.active, done.same), (30, 1, true, false));
        let again = import(&services, &supervisor(), BAOTOU).await.unwrap();
        assert_eq!((again.version, again.same), (1, true));
        let mut changed: Value = serde_json::from_str(BAOTOU).unwrap();
        changed["name"] = json!("包头市考评办法（修订）");
        let next = import(&services, &supervisor(), &changed.to_string()).await.unwrap();
        assert_eq!((next.version, next.active), (2, false));
        activate(&services, &supervisor(), "baotou", 2, true).await.unwrap();
        let cards = schemes(&services, &supervisor()).await.unwrap();
        let active: Vec<(i32, bool)> = cards.iter().map(|card| (card.version, card.active)).collect();
        assert_eq!(active, [(2, true), (1, false)]);
        assert_eq!(import(&services, &supervisor(), SIPING).await.unwrap().evidence, 235);
        let all = entries(&services, &supervisor(), &EntryQuery::default()).await.unwrap();
        assert_eq!(all.len(), 30 + 55);
    }

    async fn a_wrong_weight_is_told_and_nothing_is_loaded(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let mut file = small();
        file["scores"]["half_year"]["weighted"][1]["weight"] = json!(35);
        file["nodes"][0]["entries"][0]["indicator"] = json!("no_such");
        assert_eq!(faults(&services, &file).await, [
            "nodes[0].entries[0].indicator: the portal has no indicator `no_such`",
            "scores.half_year.weighted: the weights make 95 %, and must make exactly 100 %",
        ]);
        let mut file = small();
        file["nodes"][0]["colour"] = json!("red");
        assert!(faults(&services, &file).await[0].starts_with("scheme: not in the expected format"));
        assert_eq!(schemes(&services, &supervisor()).await.unwrap(), []);
        assert!(entries(&services, &supervisor(), &EntryQuery::default()).await.unwrap().is_empty());
        let denied = import(&services, &Actor { role: Some(Role::Admin), ..Actor::portal() }, SIPING).await;
        assert!(matches!(denied, Err(ImportError::Storage(error)) if matches!(error.kind(), Kind::Denied)));
    }

    async fn a_score_comes_out_of_what_is_in_force_and_its_history_stays(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        import(&services, &supervisor(), &small().to_string()).await.unwrap();
        let view = score(&services, &supervisor(), "small", &civil(), half()).await.unwrap();
        let worked = view.worked.unwrap();
        assert_eq!((worked.value, worked.gaps.len()), (None, 2));
        let put = given(&[("X-1", "3.1"), ("survey", "８０．５")], None);
        assert_eq!(enter(&services, &supervisor(), "small", &civil(), half(), &put).await.unwrap(), 2);
        let view = score(&services, &supervisor(), "small", &civil(), half()).await.unwrap();
        // 60 % × (3.1 ÷ 4 × 100 = 77.5) + 40 % × 80.5 = 46.5 + 32.2 = 78.7
        let value = view.worked.unwrap().value.unwrap();
        assert_eq!(value.to_string(), "78.7");
        settle(&services, &supervisor(), "small", &civil(), half(), value).await.unwrap();
        let seen = view.history.first().map(|newest| newest.id);
        // Somebody else was faster: nothing of the later form is written.
        let late = enter(&services, &supervisor(), "small", &civil(), half(), &given(&[("X-1", "4")], None)).await;
        assert!(matches!(late.unwrap_err().kind(), Kind::Stale { .. }));
        let put = given(&[("X-1", "3.1"), ("survey", "")], seen);
        assert_eq!(enter(&services, &supervisor(), "small", &civil(), half(), &put).await.unwrap(), 1);
        let view = score(&services, &supervisor(), "small", &civil(), half()).await.unwrap();
        let worked = view.worked.unwrap();
        assert!(matches!(worked.gaps.as_slice(), [Gap::Input { key, .. }] if key == "survey"));
        assert_eq!(view.history.len(), 3);
        assert_eq!(view.settled.unwrap().value, value);
        let again = settle(&services, &supervisor(), "small", &civil(), half(), value).await;
        assert!(matches!(again.unwrap_err().kind(), Kind::Conflict));
    }

    async fn settled_scores_are_an_indicator_of_the_city_and_of_a_department(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        let mut file = small();
        file["key"] = json!("baotou");
        import(&services, &supervisor(), &file.to_string()).await.unwrap();
        let read = async |department| {
            let span = domain::indicator::Span::new(half().from(), half().to());
            let value = crate::indicators::value(&services, "assessment_half", span, department).await.unwrap().value;
            value.map(|value| value.ten_thousandths())
        };
        assert_eq!(read(None).await, None);
        // 60 % × 50 + 40 % × 80 = 62; the second time 60 % × 75 + 40 % × 80 = 77; 60 % × 100 + 40 % × 91 = 96.4
        let place = Subject::Division(services.reference.children(services.reference.city())[0].code);
        for (subject, work, survey) in [(civil(), "2", "80"), (civil(), "3", "80"), (place, "4", "91")] {
            let seen = score(&services, &supervisor(), "baotou", &subject, half()).await.unwrap();
            let put = given(&[("X-1", work), ("survey", survey)], seen.history.first().map(|newest| newest.id));
            enter(&services, &supervisor(), "baotou", &subject, half(), &put).await.unwrap();
            let view = score(&services, &supervisor(), "baotou", &subject, half()).await.unwrap();
            let value = view.worked.unwrap().value.unwrap();
            settle(&services, &supervisor(), "baotou", &subject, half(), value).await.unwrap();
        }
        let of = subjects(&services).await.unwrap().into_iter().find(|one| one.subject == civil()).unwrap();
        assert_eq!(read(of.department).await, Some(770_000));
        // (77 + 96.4) ÷ 2
        assert_eq!(read(None).await, Some(867_000));
    }

    async fn what_is_put_in_is_a_number_within_its_maximum(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        import(&services, &supervisor(), &small().to_string()).await.unwrap();
        let wrong = given(&[("X-1", "4.5"), ("survey", "八十")], None);
        let refused = enter(&services, &supervisor(), "small", &civil(), half(), &wrong).await.unwrap_err();
        let Kind::Invalid(errors) = refused.into_kind() else { panic!("not told") };
        let told: Vec<(&str, FieldCode)> = errors.iter().map(|e| (e.field.as_str(), e.code)).collect();
        assert_eq!(told, [("X-1", FieldCode::Range { min: 0, max: 4 }), ("survey", FieldCode::Number)]);
        let wrong = given(&[("X-1", "1.00001")], None);
        assert!(enter(&services, &supervisor(), "small", &civil(), half(), &wrong).await.is_err());
        let stranger = Subject::Department("NOBODY".to_owned());
        let put = given(&[("X-1", "1")], None);
        let nobody = enter(&services, &supervisor(), "small", &stranger, half(), &put).await;
        assert!(matches!(nobody.unwrap_err().kind(), Kind::NotFound));
        let all = scores(&services, &supervisor(), "small", half()).await.unwrap();
        assert!(all.iter().all(|(_, worked)| worked.is_none()));
        assert_eq!(Exact::ZERO.to_string(), "0");
    }
}
