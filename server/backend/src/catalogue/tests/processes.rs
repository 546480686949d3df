//! The processes that the file names.

use domain::process::{Assignment, CorrectionClock, Place, StepKind};

use super::{ITEMS, city, import};
use crate::both_databases;
use crate::catalogue::version::history;
use crate::import::ImportError;
use crate::organisation::departments;
use domain::permission::{Actor, Role};

fn admin() -> Actor {
    Actor { role: Some(Role::Admin), ..Actor::portal() }
}

both_databases! {
    async fn an_item_is_handled_as_the_file_says(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let school = catalogue.intake_item("JY-007", None).await.unwrap().process;
        let kinds: Vec<StepKind> = school.steps.iter().map(|step| step.kind).collect();
        assert_eq!(kinds, [StepKind::Review, StepKind::Joint, StepKind::Site, StepKind::Review]);
        assert_eq!((school.longest_way(), school.rows().len()), (21, 3));
        assert_eq!(school.assignment, Assignment::LeastLoad);
        let points = catalogue.intake_item("GA-003", None).await.unwrap().process;
        let all = departments(&portal.db).await.unwrap();
        let rs = all.iter().find(|one| one.key == "RS").unwrap().id;
        assert_eq!(points.steps[0].places, [Place::Department(rs)]);
        assert_eq!(points.steps[1].places, [Place::Competent]);
        let moved = catalogue.intake_item("GA-002", None).await.unwrap().process;
        assert_eq!(moved.correction, CorrectionClock::Pause);
        let food = catalogue.intake_item("SJ-005", None).await.unwrap().process;
        assert_eq!((food.deferral, food.certificate), (Some(5), true), "what the file does not say follows");
    }

    async fn a_changed_process_makes_a_version_and_one_not_named_stays(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let longer = ITEMS.replacen("\"after\":[\"points\"],\"limit\":7", "\"after\":[\"points\"],\"limit\":8", 1);
        assert_eq!(import(&catalogue, &longer).await.unwrap().items_changed, 1);
        let lines = history(&portal, &admin(), "GA-003").await.unwrap();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].content.process.longest_way(), 13);
        let named = longer.find(",\"process\":{\"steps\":[{\"key\":\"points\"").unwrap();
        let end = named + longer[named..].find('\n').unwrap();
        let unnamed = format!("{}}},{}", &longer[..named], &longer[end..]);
        assert_eq!(import(&catalogue, &unnamed).await.unwrap().items_changed, 1);
        let item = catalogue.intake_item("GA-003", None).await.unwrap();
        assert_eq!((item.process_version, item.process.longest_way()), (2, 13), "the process stays");
    }

    async fn a_wrong_process_is_told_and_nothing_is_loaded(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let wrong = ITEMS
            .replacen("\"departments\":[\"RS\"]", "\"departments\":[\"YY\"]", 1)
            .replacen("\"after\":[\"points\"]", "\"after\":[\"later\"]", 1)
            .replacen("\"departments\":[\"ZJ\",\"WJ\",\"SJ\",\"CG\"]", "\"departments\":[\"ZJ\"]", 1);
        let Err(ImportError::Faults(faults)) = import(&catalogue, &wrong).await else { panic!("taken in") };
        let told: Vec<String> = faults.iter().map(|fault| fault.at.clone()).collect();
        let part = |end: &str| told.iter().any(|at| at.ends_with(end));
        assert!(part("GA-003.process.steps[0].departments"), "{told:#?}");
        assert!(part("GA-003.process.steps[1].after"), "{told:#?}");
        assert!(part("JY-007.process.steps[1].departments"), "{told:#?}");
    }
}
