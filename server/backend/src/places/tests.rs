//! Real files go in whole, wrong ones not at all.

use domain::calendar::Calendar;
use domain::division::DivisionCode;
use domain::permission::{Actor, Role};

use super::*;
use crate::import::ImportError;
use crate::{Kind, both_databases};

const CALENDAR: &str = include_str!("../../../data/calendar.json");
const CITY: &str = include_str!("../../../data/demo-city.json");

const TABLE: &str = "code,name,parent,level,from_year,to_year\n\
    220000,吉林省,,1,,\n220300,四平市,220000,2,,\n220303,铁东区,220300,3,,\n220301,旧区,220300,3,,1999\n";

fn faults(result: Result<impl std::fmt::Debug, ImportError>) -> Vec<String> {
    match result.unwrap_err() {
        ImportError::Faults(faults) => faults.iter().map(ToString::to_string).collect(),
        ImportError::Storage(error) => panic!("{error:?} {:?}", error.causes()),
    }
}

both_databases! {
    async fn the_calendar_is_imported_and_answers(portal: TestPortal) {
        let reference = Reference::load(&portal.db).await.unwrap();
        assert_eq!(reference.calendar().coverage(), None);
        let summary = import_calendar(&portal, &Actor::portal(), CALENDAR).await.unwrap();
        assert_eq!((summary.holidays, summary.workdays), (622, 151));
        reference.reload(&portal.db).await.unwrap();
        let calendar: std::sync::Arc<Calendar> = reference.calendar();
        assert_eq!(calendar.is_workday("2026-02-14".parse().unwrap()), Some(true));
        assert_eq!(calendar.is_workday("2026-02-17".parse().unwrap()), Some(false));
        assert_eq!(calendar.is_workday("2027-02-17".parse().unwrap()), None);
        assert_eq!(days(&portal.db, 2026).await.unwrap().len(), 39);
        let again = import_calendar(&portal, &Actor::portal(), CALENDAR).await.unwrap();
        assert_eq!(again, summary);
        assert_eq!(coverage(&portal.db).await.unwrap().unwrap().to, summary.to);
    }

    async fn a_wrong_calendar_tells_every_fault_and_changes_nothing(portal: TestPortal) {
        let wrong = r#"{"source":"x","from":"2027-01-01","to":"2027-12-31","days":[
            {"date":"2027-01-01","kind":"holiday","name":"元旦"},
            {"date":"2027-01-01","kind":"holiday","name":"元旦"},
            {"date":"2028-01-01","kind":"holiday","name":"元旦"},
            {"date":"2027-13-01","kind":"holiday","name":"元旦"},
            {"date":"2027-01-04","kind":"workday","name":"元旦调休"},
            {"date":"2027-01-05","kind":"feast","name":""}]}"#;
        let told = faults(import_calendar(&portal, &Actor::portal(), wrong).await);
        let holds = |part: &str| told.iter().any(|fault| fault.contains(part));
        assert_eq!(told.len(), 6, "{told:#?}");
        assert!(holds("given already at days[0]") && holds("outside 2027-01-01 to 2027-12-31"));
        assert!(holds("“2027-13-01” is no day") && holds("make-up") && holds("`feast`") && holds("nothing given"));
        assert_eq!(coverage(&portal.db).await.unwrap(), None);
        assert_eq!(faults(import_calendar(&portal, &Actor::portal(), "{").await).len(), 1);
    }

    async fn divisions_and_the_city_are_found_by_their_parents(portal: TestPortal) {
        let mut steps = 0;
        let summary =
            import_divisions(&portal, &Actor::portal(), TABLE, |done, total| { assert!(done <= total); steps += 1; })
                .await.unwrap();
        assert_eq!((summary.added, summary.total, steps), (4, 4, 1));
        import_city(&portal, &Actor::portal(), CITY).await.unwrap();
        let again = import_city(&portal, &Actor::portal(), CITY).await.unwrap();
        assert_eq!((again.added, again.changed), (0, 0));
        let reference = Reference::load(&portal.db).await.unwrap();
        assert_eq!(reference.city(), DivisionCode::parse("229900").ok());
        let counties = reference.children(None);
        assert_eq!(counties.len(), 6);
        let first = counties.first().unwrap();
        assert_eq!((first.name.as_str(), first.has_below), ("城关区", true));
        assert_eq!(reference.path(DivisionCode::parse("229902001").unwrap()), "示范市城关区钟楼街道");
        let siping = reference.children(DivisionCode::parse("220300").ok());
        assert_eq!(siping.len(), 1, "the abolished district is not offered");
    }

    async fn a_wrong_table_changes_nothing(portal: TestPortal) {
        let wrong = format!("{TABLE}22030x,甲,220300,3,,\n220304,,999999,9,,\n220303,铁东区,220300,3,,\n");
        let told = faults(import_divisions(&portal, &Actor::portal(), &wrong, |_, _| {}).await);
        assert!(told.len() >= 5, "{told:#?}");
        let reference = Reference::load(&portal.db).await.unwrap();
        assert_eq!(reference.divisions().codes().count(), 0);
    }

    async fn only_an_administrator_imports(portal: TestPortal) {
        let clerk = Actor { role: Some(Role::Clerk), ..Actor::portal() };
        let refused = import_calendar(&portal, &clerk, CALENDAR).await.unwrap_err();
        assert!(matches!(refused, ImportError::Storage(error) if matches!(error.kind(), Kind::Denied)));
    }
}
