//! The demonstration city: each number against its list, in the city and in every department, and
//! against plain SQL written from the definitions (domain B.14), not from ours.

use crate::indicators::{Listed, Wanted, list, list_of};
use crate::{Services, both_databases, demo};
use domain::indicator::Span;
use domain::indicator::catalogue::{Base, Formula, Indicator, Reading, Side, all};
use domain::permission::{Actor, Role};
use sea_orm::{ConnectionTrait as _, Statement};
use uuid::Uuid;

/// What the catalogue's file says of itself: items with each property, of 104.
const CATALOGUE: &[(&str, i64, i64)] = &[
    ("online_items", 101, 104),
    ("fully_online_items", 82, 104),
    ("one_visit_items", 104, 104),
    ("no_visit_items", 92, 104),
    ("instant_items", 30, 104),
    ("nearby_items", 51, 104),
    ("same_city_items", 104, 104),
    ("materials_fetchable", 214, 254),
];

/// Counts of cases, as another would count them: mostly from the events. `{from}` and `{to}` are the
/// first and the last day.
const COUNTS: &[(&str, &str, &str)] = &[
    (
        "on_time",
        "SELECT COUNT(*) AS n FROM case_file WHERE status = 'closed' AND closed_on BETWEEN '{from}' AND '{to}' \
         AND NOT (decided_on > COALESCE(promised_due, statutory_due, decided_on))",
        "SELECT COUNT(DISTINCT e.case_id) AS n FROM case_event e JOIN case_file c ON c.id = e.case_id \
         WHERE e.kind = 'closed' AND c.status = 'closed' AND (e.payload ->> 'day') BETWEEN '{from}' AND '{to}'",
    ),
    (
        "portal_cases",
        "SELECT COUNT(DISTINCT c.id) AS n FROM case_file c JOIN case_event e ON e.case_id = c.id \
         WHERE e.kind = 'submitted' AND (e.payload ->> 'channel') IN ('online', 'mobile', 'kiosk') \
         AND c.accepted_on BETWEEN '{from}' AND '{to}'",
        "SELECT COUNT(*) AS n FROM case_file WHERE accepted_on BETWEEN '{from}' AND '{to}'",
    ),
    (
        "corrections",
        "SELECT COUNT(DISTINCT case_id) AS n FROM case_event WHERE kind IN ('correction_asked', 'correction_repeated')",
        "SELECT COUNT(*) AS n FROM case_event WHERE kind = 'submitted'",
    ),
    (
        "told_once",
        "SELECT COUNT(*) AS n FROM (SELECT case_id FROM case_event WHERE kind IN ('correction_asked', 'correction_repeated') \
         GROUP BY case_id HAVING COUNT(*) = 1) once",
        "SELECT COUNT(DISTINCT case_id) AS n FROM case_event WHERE kind LIKE 'correction_asked' OR kind = 'correction_repeated'",
    ),
    (
        "turned_away",
        "SELECT COUNT(*) AS n FROM case_event WHERE kind = 'not_accepted'",
        "SELECT COUNT(*) AS n FROM case_file",
    ),
    (
        "deferred",
        "SELECT COUNT(*) AS n FROM case_event WHERE kind = 'deferred_accepted'",
        "SELECT COUNT(*) AS n FROM case_event WHERE kind IN ('accepted', 'deemed_accepted', 'deferred_accepted')",
    ),
    (
        "certificate_cases",
        "SELECT COUNT(DISTINCT a.case_id) AS n FROM access a JOIN case_file c ON c.id = a.case_id WHERE a.act = 'certificate_used'",
        "SELECT COUNT(*) AS n FROM case_file",
    ),
    (
        "general_windows",
        "SELECT COUNT(*) AS n FROM \"window\" WHERE kind = 'general'",
        "SELECT COUNT(*) AS n FROM \"window\"",
    ),
];

async fn count(services: &Services, sql: &str, span: Span) -> i64 {
    let sql = sql.replace("{from}", &span.from.to_string()).replace("{to}", &span.to.to_string());
    let db = &services.db.read;
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_one_raw(statement).await.unwrap().unwrap().try_get("", "n").unwrap()
}

fn supervisor() -> Actor {
    Actor { role: Some(Role::Supervisor), ..Actor::portal() }
}

/// What each side has to add up to.
fn expected(one: &Indicator, reading: &Reading) -> Vec<(Side, i64)> {
    let (over, under) = one.sides();
    let (n, d) = (reading.numerator.unwrap(), reading.denominator.unwrap_or_default());
    let mut sides = vec![(over, if matches!(one.how, Formula::Saving { .. }) { d - n } else { n })];
    sides.extend((!under.is_empty()).then_some((under, d)));
    sides
}

async fn lists_hold_their_numbers(services: &Services, span: Span, department: Option<Uuid>) {
    for told in list(services, &supervisor(), span, department).await.unwrap() {
        let one = told.indicator;
        let countable =
            one.is_computed() && one.base != Base::People && !matches!(one.how, Formula::Gain { .. });
        if !countable || told.reading.numerator.is_none() {
            continue;
        }
        for (side, n) in expected(one, &told.reading) {
            let wanted = Wanted { side, span, department, page: 1 };
            let (found, lines, sum) = list_of(services, &supervisor(), &wanted).await.unwrap();
            assert_eq!(sum, n, "{} {side:?} {department:?}", one.key);
            let shown = match found {
                Listed::Cases(lines) => lines.len(),
                Listed::Items(lines) => lines.len(),
                Listed::Windows(lines) => lines.len(),
                Listed::People => 0,
            };
            assert_eq!(u64::try_from(shown).unwrap(), lines.min(50), "{}", one.key);
            if side.iter().all(|fact| fact.summed_over().is_none()) {
                assert_eq!(i64::try_from(lines).unwrap(), n, "{}", one.key);
            }
        }
    }
}

both_databases! {
    async fn the_demonstration_city_is_counted_anew(portal: TestPortal) {
        let services = Services::load(portal.portal.clone()).await.unwrap();
        demo::load(&services, |_, _, _| {}).await.map_err(|error| format!("{error:?}")).unwrap();
        let today = services.clock.today();
        let span = Span::new(today - chrono::TimeDelta::days(420), today);
        let told = list(&services, &supervisor(), span, None).await.unwrap();
        assert_eq!(told.len(), all().count());
        let read = |key: &str| told.iter().find(|one| one.indicator.key == key).unwrap().reading;
        for (key, numerator, denominator) in CATALOGUE {
            assert_eq!(read(key), Reading::of(*numerator, *denominator), "{key}");
        }
        for (key, over, under) in COUNTS {
            let counted = Reading::of(count(&services, over, span).await, count(&services, under, span).await);
            assert_eq!(read(key), counted, "{key}");
            assert!(counted.value.is_some(), "{key}");
        }
        lists_hold_their_numbers(&services, span, None).await;
        let month = Span::new(today - chrono::TimeDelta::days(40), today);
        let departments = crate::organisation::departments(&services.db).await.unwrap();
        for department in departments.iter().take(4) {
            lists_hold_their_numbers(&services, month, Some(department.id)).await;
        }
    }
}
