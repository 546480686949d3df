//! 考核 of the demonstration: the schemes of five cities and the city's own, and Baotou's scores of two
//! halves for some departments.

use std::collections::BTreeMap;

use chrono::Days as Span;
use domain::assessment::{Exact, Input, Period, PeriodKind};
use domain::permission::Actor;

use super::chance::Chance;
use super::days::Days;
use super::staff::Cast;
use crate::assessment::{self, Given, Subject};
use crate::import::ImportError;
use crate::{Error, Result, Services};

/// The schemes that the program carries.
const SCHEMES: [&str; 6] = [
    include_str!("../../../data/schemes/siping.json"),
    include_str!("../../../data/schemes/shijiazhuang.json"),
    include_str!("../../../data/schemes/shenzhen.json"),
    include_str!("../../../data/schemes/baotou.json"),
    include_str!("../../../data/schemes/shanghai.json"),
    include_str!("../../../data/schemes/local.json"),
];
/// Whom the assessing unit has scored.
const SCORED: [&str; 4] = ["RS", "YB", "MZ", "XB"];
/// In the half that runs the last of them still lacks the surveys.
const SURVEYS: [&str; 3] = ["bt-research", "bt-opinion", "bt-third-party"];

/// Takes the schemes in, and puts in what the assessing unit has given.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<(), ImportError> {
    for scheme in SCHEMES {
        assessment::import(services, &Actor::portal(), scheme).await?;
    }
    let supervisor = cast.supervisor.as_ref().ok_or_else(Error::not_found)?;
    let now = Period::of(days.today, PeriodKind::HalfYear);
    for period in [now.previous(), now] {
        for (n, department) in SCORED.into_iter().enumerate() {
            let lacking = period == now && n + 1 == SCORED.len();
            put_in(services, days, supervisor, period, department, lacking).await?;
            if period != now {
                settle(services, days, supervisor, period, department).await?;
            }
        }
    }
    Ok(())
}

/// Between 70 and 98 of a hundred, to a tenth of a point.
async fn put_in(
    services: &Services,
    days: &Days,
    supervisor: &Actor,
    period: Period,
    department: &str,
    lacking: bool,
) -> Result<()> {
    let seed = department.bytes().fold(u64::from(period.part()), |sum, byte| sum * 31 + u64::from(byte));
    let mut chance = Chance::new(seed);
    let book = assessment::scheme(services, supervisor, "baotou", None).await?;
    let inputs = book.scheme.inputs(PeriodKind::HalfYear).into_iter();
    let values: BTreeMap<String, String> = inputs
        .filter(|input| !lacking || !SURVEYS.contains(&input.key.as_str()))
        .map(|input| (input.key.clone(), share(input, chance.between(700, 980))))
        .collect();
    let last = period.to().checked_sub_days(Span::new(5)).unwrap_or(period.to()).min(days.today);
    let at = days.past(days.in_office(last, &mut chance)).unwrap_or(days.now);
    let given = Given { values, note: "专班核定".to_owned(), seen: None };
    let subject = Subject::Department(department.to_owned());
    assessment::enter(&services.at(at), supervisor, "baotou", &subject, period, &given).await?;
    Ok(())
}

/// 定稿, ten days after the end of the half.
async fn settle(
    services: &Services,
    days: &Days,
    supervisor: &Actor,
    period: Period,
    department: &str,
) -> Result<()> {
    let subject = Subject::Department(department.to_owned());
    let view = assessment::score(services, supervisor, "baotou", &subject, period).await?;
    let Some(value) = view.worked.and_then(|worked| worked.value) else { return Ok(()) };
    let day = period.to().checked_add_days(Span::new(10)).unwrap_or(days.today).min(days.today);
    let at = days.past(days.in_office(day, &mut Chance::new(1))).unwrap_or(days.now);
    assessment::settle(&services.at(at), supervisor, "baotou", &subject, period, value).await
}

/// So many thousandths of the maximum, cut to tenths.
fn share(input: &Input, thousandths: u32) -> String {
    let share = Exact::new(i128::from(thousandths), 1000).and_then(|share| share.times(input.max));
    let tenths = share.and_then(Exact::as_ten_thousandths).unwrap_or_default() / 1000;
    format!("{}.{}", tenths / 10, tenths % 10)
}
