//! Every number leads to exactly its cases.

use crate::Services;
use crate::cases::{self, CaseQuery};
use crate::supervision::{CompletionQuery, GroupBy, ages, completion, dwell, flow, heat};
use chrono::NaiveDate;
use domain::division::DivisionLevel;
use domain::indicator::{Fate, Measure, Unit};
use domain::permission::{Actor, Role};

fn supervisor() -> Actor {
    Actor { role: Some(Role::Supervisor), ..Actor::portal() }
}

async fn listed(services: &Services, query: &CaseQuery) -> i64 {
    let query = CaseQuery { per_page: 1, ..query.clone() };
    let page = cases::list(services, &supervisor(), &query).await.unwrap();
    i64::try_from(page.total).unwrap()
}

fn of(query: &CompletionQuery, measure: Measure) -> CaseQuery {
    CaseQuery {
        counted: Some(measure),
        from: Some(query.from),
        to: Some(query.to),
        heads: query.heads.clone(),
        ..CaseQuery::default()
    }
}

/// Each measure of each group of each grouping, and of all together; hours, flows, ages and stages too.
pub(crate) async fn check(services: &Services, from: NaiveDate, to: NaiveDate) {
    for by in GroupBy::ALL {
        groups(services, &CompletionQuery::of(from, to, by)).await;
    }
    for level in [DivisionLevel::Prefecture, DivisionLevel::County, DivisionLevel::Village] {
        groups(services, &CompletionQuery { level, ..CompletionQuery::of(from, to, GroupBy::Division) })
            .await;
    }
    narrowed(services, &CompletionQuery::of(from, to, GroupBy::Division)).await;
    spread(services, &CompletionQuery::of(from, to, GroupBy::Department)).await;
}

async fn groups(services: &Services, query: &CompletionQuery) {
    let found = completion(services, &supervisor(), query).await.unwrap();
    let aged = ages(services, &supervisor(), query).await.unwrap();
    for group in &found.groups {
        let heads = query.group(&group.key).unwrap();
        let query = CompletionQuery { heads, ..query.clone() };
        for measure in Measure::ALL {
            let (n, cases) = (measure.of(&group.figures), of(&query, measure));
            let list =
                if n == 0 && measure != Measure::Received { 0 } else { listed(services, &cases).await };
            let what = format!("{measure:?} of {:?} {} in {:?}", query.by, group.key, query.level);
            match measure.unit() {
                Unit::Cases => assert_eq!(list, n, "{what}"),
                Unit::Times => assert!(list <= n && (list > 0) == (n > 0), "{what}: {list} of {n}"),
            }
        }
        let open = aged.groups.get(&group.key).map_or(0, |ages| ages.iter().sum());
        assert_eq!(open, group.figures.open, "{:?} {}", query.by, group.key);
    }
    for measure in Measure::ALL.into_iter().filter(|measure| measure.unit() == Unit::Cases) {
        assert_eq!(listed(services, &of(query, measure)).await, measure.of(&found.total), "{measure:?}");
    }
    if !query.by.overlaps() {
        let sum: i64 = found.groups.iter().map(|group| group.figures.received).sum();
        assert_eq!(sum, found.total.received, "{:?}", query.by);
    }
}

/// Inside an area, groups of any level stay inside it.
async fn narrowed(services: &Services, query: &CompletionQuery) {
    let counties = CompletionQuery { level: DivisionLevel::County, ..query.clone() };
    let found = completion(services, &supervisor(), &counties).await.unwrap();
    for county in found.groups.iter().take(2) {
        let heads = counties.group(&county.key).unwrap();
        for level in [DivisionLevel::Province, DivisionLevel::County, DivisionLevel::Village] {
            let inside = CompletionQuery { heads: heads.clone(), level, ..query.clone() };
            let parts = completion(services, &supervisor(), &inside).await.unwrap();
            assert_eq!(parts.total.received, county.figures.received, "{} at {level:?}", county.key);
            for part in parts.groups {
                let query = CompletionQuery { heads: inside.group(&part.key).unwrap(), ..inside.clone() };
                let list = listed(services, &of(&query, Measure::Received)).await;
                assert_eq!(list, part.figures.received, "{} in {}", part.key, county.key);
            }
        }
    }
}

async fn spread(services: &Services, query: &CompletionQuery) {
    let (actor, received) = (supervisor(), of(query, Measure::Received));
    for one in heat(services, &actor, query).await.unwrap() {
        let cases = CaseQuery { weekday: Some(one.weekday), hour: Some(one.hour), ..received.clone() };
        assert_eq!(listed(services, &cases).await, one.cases, "{one:?}");
    }
    let mut fates = 0;
    for one in flow(services, &actor, query).await.unwrap() {
        let mut cases = CaseQuery { fate: Some(one.fate), ..received.clone() };
        cases.heads.channel = Some(one.channel);
        assert_eq!(listed(services, &cases).await, one.cases, "{one:?}");
        fates += usize::from(one.fate != Fate::Open);
    }
    let aged = ages(services, &actor, query).await.unwrap();
    for age in &aged.all {
        let cases = CaseQuery {
            to: Some(aged.at),
            received_from: age.received_from,
            received_to: Some(age.received_to),
            ..of(query, Measure::Open)
        };
        assert_eq!(listed(services, &cases).await, age.cases, "{age:?}");
    }
    let stages = dwell(services, &actor, query).await.unwrap();
    for one in &stages {
        let mut cases = CaseQuery { counted: None, passed: Some(one.stage.clone()), ..received.clone() };
        cases.heads.item_id.clone_from(&one.item_id);
        let (list, times) = (listed(services, &cases).await, one.days.total());
        assert!(0 < list && list <= times, "{:?}: {list} cases, {times} times", one.stage);
    }
    eprintln!("{} stages, {fates} flows to an end", stages.len());
}
