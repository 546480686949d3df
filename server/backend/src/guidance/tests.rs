use super::{Come, Guided, Now, Outcome, guided};
use crate::testing;
use crate::{Holder, Kind, Services, both_databases};
use domain::intake::Answers;

fn given(answers: &[(&str, &str)]) -> Answers {
    answers.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

async fn asked(services: &Services, item: &str, answers: &[(&str, &str)]) -> Guided {
    guided(services, item, &given(answers), None).await.unwrap()
}

fn outcome(guided: Guided) -> Outcome {
    match guided.now {
        Now::Done(outcome) => *outcome,
        Now::Ask(field) => panic!("still asks {}", field.key),
    }
}

fn names(outcome: &Outcome) -> Vec<&str> {
    outcome.materials.iter().map(|one| one.material.name.as_str()).collect()
}

const HOME: &str = "residence_division";

both_databases! {
    async fn the_materials_are_those_of_the_answers(portal: TestPortal) {
        let services = testing::services(&portal, &["SJ-005", "MZ-008"]).await;
        let place = services.reference.children(None).first().unwrap().code.to_string();
        let first = asked(&services, "SJ-005", &[]).await;
        assert!(matches!(&first.now, Now::Ask(field) if field.key == "situation"));
        let new = [("situation", "01"), ("by_agent", "no"), (HOME, place.as_str())];
        let new = outcome(asked(&services, "SJ-005", &new).await);
        assert_eq!(names(&new), ["营业执照", "场所布局流程图", "食品安全管理制度", "从业人员健康证明"]);
        let end = [("situation", "05"), ("by_agent", "yes"), (HOME, place.as_str())];
        let end = outcome(asked(&services, "SJ-005", &end).await);
        assert_eq!((names(&end), end.by_agent), (vec!["营业执照"], true));
        assert!(end.office.is_some(), "who decides");
        let married = [("marriage_history", "first"), (HOME, place.as_str())];
        let married = asked(&services, "MZ-008", &married).await;
        assert_eq!(married.kept, given(&[("marriage_history", "first"), (HOME, place.as_str())]));
        assert!(!names(&outcome(married)).contains(&"离婚证(再婚)"));
    }

    async fn the_fee_is_that_of_the_situation(portal: TestPortal) {
        let services = testing::services(&portal, &["GA-004"]).await;
        let place = services.reference.children(None).first().unwrap().code.to_string();
        for (situation, fees) in [("01", vec![]), ("02", vec!["20元/证"]), ("04", vec!["40元/证"])] {
            let answers = [("situation", situation), (HOME, place.as_str())];
            let outcome = outcome(asked(&services, "GA-004", &answers).await);
            let standards: Vec<_> = outcome.fees.iter().map(|one| one.standard.as_str()).collect();
            assert_eq!((standards, outcome.fee_text.as_str()), (fees, ""), "{situation}");
        }
    }

    async fn who_is_known_need_not_bring_what_the_library_has(portal: TestPortal) {
        let services = testing::services(&portal, &["MZ-005"]).await;
        let person = testing::citizen(&portal, testing::number(1), "王秀英").await.person_id.unwrap();
        testing::certificates(&portal, person, &["EC_IDCARD"]).await;
        let place = services.reference.children(None).first().unwrap().code.to_string();
        let answers = [("situation", "01"), ("by_agent", "no"), ("tekun_kind", "disabled"), (HOME, place.as_str())];
        let whose = Some(Holder::Person(person));
        let known = outcome(guided(&services, "MZ-005", &given(&answers), whose).await.unwrap());
        let come: Vec<Come> = known.materials.iter().map(|one| one.come).collect();
        assert_eq!(come, [Come::Held, Come::NotHeld, Come::Fetched, Come::NotHeld]);
        let anybody = outcome(asked(&services, "MZ-005", &answers).await);
        assert!(anybody.materials.iter().all(|one| one.come == Come::Fetched));
        let sent = [("situation", "01"), ("by_agent", "yes"), ("tekun_kind", "elder"), (HOME, place.as_str())];
        let sent = outcome(guided(&services, "MZ-005", &given(&sent), whose).await.unwrap());
        assert!(sent.by_agent && sent.materials.iter().all(|one| one.come == Come::Fetched));
    }

    async fn what_was_not_offered_is_asked_again(portal: TestPortal) {
        let services = testing::services(&portal, &["GA-004"]).await;
        let wrong = asked(&services, "GA-004", &[("situation", "77")]).await;
        assert!(matches!(&wrong.now, Now::Ask(field) if field.key == "situation"));
        assert_eq!(wrong.errors.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["situation"]);
        let none = guided(&services, "XX-404", &Answers::new(), None).await.unwrap_err();
        assert!(matches!(none.kind(), Kind::NotFound));
    }
}
