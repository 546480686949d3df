//! The trend, against the figures of each month by itself; figures against plain SQL and against lists.

mod anew;
mod links;
pub(crate) mod plain;

use chrono::NaiveDate;
use domain::indicator::{Delta, Metric};
use domain::item::Channel;
use domain::permission::Actor;

use super::{CompletionQuery, GroupBy, Heads, completion, trend};
use crate::counters::{self, Dimensions};
use crate::testing::{department, services};
use crate::{Services, both_databases};

fn day(month: u32, day: u32) -> NaiveDate {
    let year = if month > 2 { 2025 } else { 2026 };
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

async fn counted(services: &Services, channel: Channel, deltas: &[(NaiveDate, Metric, u32, i64)]) {
    let heads = Dimensions {
        department_id: department(services).await,
        item_id: "MZ-001".to_owned(),
        division_code: "229902001".to_owned(),
        window_id: None,
        clerk_id: None,
        channel,
        received: day(11, 9),
    };
    let deltas: Vec<Delta> = deltas
        .iter()
        .map(|&(day, metric, bucket, n)| Delta { day, metric, bucket, part: String::new(), n })
        .collect();
    counters::write(&services.db.write, &heads, &deltas).await.unwrap();
}

both_databases! {
    async fn a_trend_says_of_each_month_what_the_month_says_of_itself(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        counted(&services, Channel::Online, &[
            (day(9, 1), Metric::Received, 0, 7),
            (day(10, 31), Metric::Ended, 0, 2),
            (day(11, 9), Metric::Received, 0, 5),
            (day(11, 10), Metric::Received, 0, 3),
            (day(11, 30), Metric::Closed, 0, 1),
            (day(12, 1), Metric::HandlingDays, 4, 2),
        ]).await;
        counters::fold(&services).await.unwrap();
        counted(&services, Channel::Window, &[
            (day(12, 31), Metric::Ended, 0, 4),
            (day(2, 1), Metric::Received, 0, 1),
            (day(2, 1), Metric::HandlingDays, 9, 1),
            (day(2, 12), Metric::Due, 0, 6),
            (day(2, 13), Metric::Ended, 0, 1),
        ]).await;
        let asked = CompletionQuery::of(day(11, 10), day(2, 12), GroupBy::Item);
        let window = CompletionQuery { heads: Heads { channel: Some(Channel::Window), ..Heads::default() }, ..asked.clone() };
        for query in [asked, window] {
            let months = trend(&services, &Actor::portal(), &query).await.unwrap();
            let firsts: Vec<NaiveDate> = months.iter().map(|(first, _)| *first).collect();
            assert_eq!(firsts, [day(11, 1), day(12, 1), day(1, 1), day(2, 1)]);
            for ((first, figures), last) in months.into_iter().zip([day(11, 30), day(12, 31), day(1, 31), day(2, 12)]) {
                let from = first.max(query.from);
                let alone = CompletionQuery { from, to: last, ..query.clone() };
                let alone = completion(&services, &Actor::portal(), &alone).await.unwrap();
                assert_eq!(figures, alone.total, "{first}");
            }
        }
        let none = CompletionQuery::of(day(2, 2), day(1, 31), GroupBy::Item);
        assert_eq!(trend(&services, &Actor::portal(), &none).await.unwrap(), []);
    }
}
