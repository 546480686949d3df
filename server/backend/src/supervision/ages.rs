//! 在办件的办理时长: what is open, by its age in working days.

use super::completion::{CompletionQuery, Fold, allow};
use super::counted::{Asked, Cut, Key, among, days};
use crate::{Result, Services};
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::indicator::{Metric, day_number};
use domain::permission::Actor;
use sea_orm::ExprTrait as _;
use sea_orm::sea_query::{CaseStatement, Expr};
use std::collections::BTreeMap;

/// The last working day of each age but the last.
const BOUNDS: [u32; 4] = [5, 10, 20, 40];

/// Open cases of an age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Age {
    /// Working days since submission, at least.
    pub from: u32,
    /// At most; none for the oldest.
    pub to: Option<u32>,
    /// First day of submission; none for the oldest. With the next field, what a list of them asks for.
    pub received_from: Option<NaiveDate>,
    /// Last day of submission.
    pub received_to: NaiveDate,
    /// How many cases.
    pub cases: i64,
}

/// What is open, by age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ages {
    /// The day at whose end they are open.
    pub at: NaiveDate,
    /// All cases under the heads, youngest first; each once.
    pub all: Vec<Age>,
    /// The numbers of each group, by its key, in the same order.
    pub groups: BTreeMap<String, Vec<i64>>,
}

/// What is open at the end of the query's last day (of today, if that is still to come), by age.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; storage errors.
pub async fn ages(services: &Services, actor: &Actor, query: &CompletionQuery) -> Result<Ages> {
    allow(actor)?;
    let at = Ord::min(query.to, services.clock.today());
    let mut all = bands(&services.reference.calendar(), at);
    let asked = Asked::new(services, &query.heads).await?;
    let snapshot = services.db.snapshot().await?;
    let fold = Fold::load(services, &snapshot, query).await?;
    let mut groups: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (metric, sign) in [(Metric::Received, 1), (Metric::Ended, -1)] {
        let cut = Cut { key: Some(Key::of(query.by)), place: Some(place(&all, metric)), ..Cut::default() };
        let filter = days(None, Some(at)).add(among(&[metric]));
        for row in asked.rows(&snapshot, cut, filter).await? {
            let n = sign * row.n;
            all.get_mut(row.place).into_iter().for_each(|age| age.cases += n);
            for key in fold.keys(&row.key) {
                let ages = groups.entry(key).or_insert_with(|| vec![0; all.len()]);
                ages.get_mut(row.place).into_iter().for_each(|cases| *cases += n);
            }
        }
    }
    snapshot.commit().await?;
    groups.retain(|_, ages| ages.iter().any(|&cases| cases != 0));
    Ok(Ages { at, all, groups })
}

/// The ages on a day, with no cases yet.
fn bands(calendar: &Calendar, at: NaiveDate) -> Vec<Age> {
    let mut ages = Vec::new();
    let (mut from, mut received_to) = (0, at);
    for bound in BOUNDS {
        let old_enough = |day: &NaiveDate| calendar.workdays_between(*day, at) <= bound;
        let days = std::iter::successors(Some(received_to), |day| day.pred_opt());
        let first = days.take_while(old_enough).last();
        ages.push(Age { from, to: Some(bound), received_from: first, received_to, cases: 0 });
        from = bound + 1;
        received_to = first.and_then(|first| first.pred_opt()).unwrap_or(received_to);
    }
    ages.push(Age { from, to: None, received_from: None, received_to, cases: 0 });
    ages
}

/// Which age a counter belongs to: what came is counted by its day, what went tells the day on which it
/// had come.
fn place(ages: &[Age], metric: Metric) -> Expr {
    let mut places = CaseStatement::new();
    for (place, first) in (0_i32..).zip(ages.iter().filter_map(|age| age.received_from)) {
        let young = if metric == Metric::Ended {
            Expr::col("bucket").gte(day_number(first))
        } else {
            Expr::col("day").gte(first)
        };
        places = places.case(young, place);
    }
    places.finally(i32::try_from(BOUNDS.len()).unwrap_or(i32::MAX)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_follow_each_other_without_a_gap() {
        let at: NaiveDate = "2026-11-22".parse().unwrap();
        let calendar = Calendar::plain();
        let ages = bands(&calendar, at);
        assert_eq!(ages.len(), BOUNDS.len() + 1);
        for pair in ages.windows(2) {
            assert_eq!(pair[0].received_from, pair[1].received_to.succ_opt());
            assert_eq!(pair[0].to.map(|days| days + 1), Some(pair[1].from));
        }
        for age in &ages {
            assert_eq!(calendar.workdays_between(age.received_to, at), age.from, "{age:?}");
            let oldest = age.received_from.map(|day| calendar.workdays_between(day, at));
            assert_eq!(oldest, age.to, "{age:?}");
        }
    }
}
