//! Every case of a small city is listed here, and its indicators of January 2026 counted by hand.
//! Tests live on 13 February 2026.

use super::house::{House, Listed};
use crate::indicators::{Listed as Lines, Wanted, list, list_of, one, value};
use crate::{Kind, both_databases};
use domain::indicator::Span;
use domain::indicator::catalogue::{Reading, find};
use domain::permission::{Actor, Role};

/// 高龄津贴 `MZ-001`: statutory 30, promised 10 working days, three required materials; for this city.
/// 往来港澳通行证 `GA-008`: a licence, statutory 15, promised 7 working days, one required material;
/// another province may take it in.
#[rustfmt::skip]
fn cases() -> Vec<Listed> {
    let case = |no, item, by, submitted, accepted, decided, promised, status, days, corrections, materials, event| Listed {
        no, item, by, submitted, accepted, decided, promised, status, days, corrections, materials, event,
    };
    vec![
        case(1, "MZ-001", "online",  "2026-01-05", "2026-01-06", "2026-01-08", "2026-01-20", "closed", Some(2), 0, (3, 0), ""),
        case(2, "MZ-001", "mobile",  "2026-01-05", "2026-01-06", "2026-01-20", "2026-01-20", "closed", Some(10), 0, (2, 1), "committed"),
        case(3, "MZ-001", "general", "2026-01-06", "2026-01-06", "2026-01-21", "2026-01-20", "closed", Some(11), 1, (0, 3), ""),
        case(4, "GA-008", "special", "2026-01-07", "2026-01-08", "2026-01-12", "2026-01-16", "closed", Some(2), 0, (1, 0), ""),
        case(5, "GA-008", "online",  "2026-01-08", "", "", "", "not_accepted", None, 2, (0, 0), ""),
        case(6, "GA-008", "kiosk",   "2026-01-12", "2026-01-13", "", "2026-01-20", "review", None, 0, (0, 0), ""),
        case(7, "GA-008", "online",  "2026-01-30", "2026-02-02", "", "2026-02-27", "accepted", None, 0, (0, 0), ""),
        case(8, "MZ-001", "general", "2025-12-29", "2025-12-30", "2026-01-05", "2026-01-15", "closed", Some(4), 0, (0, 1), ""),
        case(9, "MZ-001", "phone",   "2026-01-15", "2026-01-16", "", "2026-01-25", "suspended", None, 0, (0, 0), "deferred_accepted"),
        case(10, "GA-008", "mobile", "2026-02-03", "2026-02-04", "2026-02-04", "2026-02-11", "closed", Some(0), 0, (1, 0), ""),
    ]
}

/// Received in January: 1 2 3 4 5 6 7 9, eight. Accepted: 1 2 3 4 6 9, six. Closed: 1 2 3 4 8, five.
const BY_HAND: &[(&str, i64, i64)] = &[
    ("completion", 5, 6),
    // 1, 2 (on the very day), 4, 8; 3 was a day late.
    ("on_time", 4, 5),
    // 1, 4, 8.
    ("early", 3, 5),
    // 3 closed late, 6 past its date; 9 is suspended. Closed five, open 6, 7 and 9.
    ("overdue", 2, 8),
    // 2 + 10 + 11 + 2 + 4 working days.
    ("mean_days", 29, 5),
    // By law 30 + 30 + 30 + 15 + 30 = 135 working days; 106 of them saved.
    ("faster_than_law", 106, 135),
    // Accepted through the portal: 1, 2 and 6 (kiosk).
    ("portal_cases", 3, 6),
    // Licences received: 4 5 6 7; online 5 and 7.
    ("online_licences", 2, 4),
    // Closed, online, without paper: 1; 2 had to show one.
    ("fully_online_cases", 1, 5),
    // Not at a window: all of the eight but 3 and 4.
    ("other_channels", 6, 8),
    // 3 and 5 were asked for corrections, 3 once only.
    ("corrections", 2, 8),
    ("told_once", 1, 2),
    ("turned_away", 1, 8),
    // 9 with materials to follow; 2 on a promise.
    ("deferred", 1, 6),
    ("committed", 1, 6),
    // General window: 3 and 8 closed, 3 accepted.
    ("one_window_completion", 2, 1),
    // All required materials fetched: 1 and 4.
    ("one_number_cases", 2, 5),
    // 3 + 3 + 3 + 1 materials required, 3 + 2 + 0 + 1 fetched.
    ("materials_spared", 6, 10),
    // 1, 2 and 4 had a certificate called up.
    ("certificate_cases", 3, 8),
    // Of those for other provinces: 4 closed; 4 and 6 accepted.
    ("cross_province_completion", 1, 2),
    ("reopened", 0, 5),
    // Two windows, one of them general.
    ("general_windows", 1, 2),
];

fn january() -> Span {
    Span::new("2026-01-01".parse().unwrap(), "2026-01-31".parse().unwrap())
}

fn supervisor() -> Actor {
    Actor { role: Some(Role::Supervisor), ..Actor::portal() }
}

both_databases! {
    async fn a_small_city_is_counted_by_hand(portal: TestPortal) {
        let house = House::new(&portal, &cases()).await;
        let services = &house.services;
        for (key, numerator, denominator) in BY_HAND {
            let read = value(services, key, january(), None).await.unwrap();
            assert_eq!(read, Reading::of(*numerator, *denominator), "{key}");
        }
        // Three calls for 1, two for 2, one for 4.
        assert_eq!(value(services, "certificate_calls", january(), None).await.unwrap(), Reading::number(6));
        assert_eq!(value(services, "cross_province_cases", january(), None).await.unwrap(), Reading::number(4));
        // Nothing was closed at a general window in December.
        assert_eq!(value(services, "one_window_gain", january(), None).await.unwrap().value, None);

        // The page reads the same, and so does the trend, whose last month but one is January.
        let told = list(services, &supervisor(), Span::new(january().from, services.clock.today()), None).await.unwrap();
        let on_time = told.iter().find(|one| one.indicator.key == "on_time").unwrap();
        let january = on_time.trend.iter().rev().nth(1).unwrap();
        assert_eq!((january.day.to_string().as_str(), january.value), ("2026-01-01", Reading::of(4, 5).value));
        assert_eq!(on_time.trend.len(), 12);
    }

    /// The two departments add up to the city, and each list has as many lines as its number says.
    async fn a_number_is_what_its_list_holds(portal: TestPortal) {
        let house = House::new(&portal, &cases()).await;
        let services = &house.services;
        let detail = one(services, &supervisor(), "completion", january(), None).await.unwrap();
        let sides: Vec<_> = detail.departments.iter().map(|one| (one.reading.numerator, one.reading.denominator)).collect();
        assert!(sides.contains(&(Some(4), Some(4))) && sides.contains(&(Some(1), Some(2))), "{sides:?}");
        assert!(detail.departments.iter().all(|one| one.beside.len() == 2));
        let late = Wanted { side: find("overdue").unwrap().sides().0, span: january(), department: None, page: 1 };
        let (found, lines, sum) = list_of(services, &supervisor(), &late).await.unwrap();
        let Lines::Cases(found) = found else { panic!("cases") };
        let numbers: Vec<&str> = found.iter().map(|(row, _)| row.case_no.as_str()).collect();
        assert_eq!((numbers.as_slice(), lines, sum), (["GA-008-6", "MZ-001-3"].as_slice(), 2, 2));
        let days = Wanted { side: find("mean_days").unwrap().sides().0, ..late };
        let (_, lines, sum) = list_of(services, &supervisor(), &days).await.unwrap();
        assert_eq!((lines, sum), (5, 29));
    }

    async fn a_period_without_cases_has_no_value(portal: TestPortal) {
        let house = House::new(&portal, &[]).await;
        let read = value(&house.services, "on_time", january(), None).await.unwrap();
        assert_eq!((read.numerator, read.denominator, read.value), (Some(0), Some(0), None));
        let unknown = value(&house.services, "no_such", january(), None).await.unwrap_err();
        assert!(matches!(unknown.kind(), Kind::NotFound));
        let citizen = Actor { role: Some(Role::Citizen), ..Actor::portal() };
        let denied = list(&house.services, &citizen, january(), None).await.unwrap_err();
        assert!(matches!(denied.kind(), Kind::Denied));
    }
}
