//! Figures against a recount in plain SQL, which knows nothing of the program's counters.

use crate::Services;
use crate::supervision::{CompletionQuery, Dwelt, GroupBy, ages, completion, dwell, flow, heat};
use chrono::NaiveDate;
use domain::indicator::{Distribution, Figures, Measure, Stage};
use domain::permission::Actor;
use sea_orm::{ConnectionTrait as _, QueryResult, Statement};
use std::collections::BTreeMap;

const RECOUNT: &str = include_str!("recount.sql");
const SPREAD: &str = include_str!("spread.sql");

/// Heads that a case has as text, and the groupings that go by them.
const KEYS: [(GroupBy, &str); 6] = [
    (GroupBy::Item, "c.item_id"),
    (GroupBy::Channel, "c.channel"),
    (GroupBy::ItemType, "(SELECT i.type_code FROM item i WHERE i.id = c.item_id)"),
    (GroupBy::Theme, "(SELECT i.theme FROM item i WHERE i.id = c.item_id)"),
    (GroupBy::Department, "(SELECT d.name FROM department d WHERE d.id = c.department_id)"),
    (GroupBy::Clerk, "COALESCE((SELECT a.name FROM account a WHERE a.id = c.clerk_id), '不经人员')"),
];

/// Every figure of a period, and how it spreads, is what plain SQL says.
pub(crate) async fn check(services: &Services, from: NaiveDate, to: NaiveDate) {
    for (by, key) in KEYS {
        let query = CompletionQuery::of(from, to, by);
        let found = completion(services, &Actor::portal(), &query).await.unwrap();
        let by_name = matches!(by, GroupBy::Department | GroupBy::Clerk);
        let mut ours: BTreeMap<(String, String), i64> = BTreeMap::new();
        for group in found.groups {
            let key = if by_name { group.name } else { group.key };
            for (measure, n) in numbers(&group.figures) {
                *ours.entry((key.clone(), measure)).or_default() += n;
            }
        }
        ours.retain(|_, n| *n != 0);
        let theirs = recount(services, key, (from, to)).await;
        assert_eq!(ours, theirs, "{by:?} from {from} to {to}");
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        theirs.into_iter().for_each(|((_, measure), n)| *sums.entry(measure).or_default() += n);
        let mut total: BTreeMap<String, i64> = numbers(&found.total).collect();
        total.retain(|_, n| *n != 0);
        assert_eq!(total, sums, "{by:?} together");
    }
    spread(services, from, to).await;
}

fn numbers(figures: &Figures) -> impl Iterator<Item = (String, i64)> {
    Measure::ALL.map(|measure| (measure.as_str().to_owned(), measure.of(figures))).into_iter()
}

async fn recount(
    services: &Services,
    key: &str,
    span: (NaiveDate, NaiveDate),
) -> BTreeMap<(String, String), i64> {
    let rows = rows(services, &RECOUNT.replace(":key", key), span).await;
    let text = |row: &QueryResult, at| row.try_get_by_index::<String>(at).unwrap();
    let read = |row: &QueryResult| ((text(row, 0), text(row, 1)), row.try_get_by_index(2).unwrap());
    rows.iter().map(read).collect()
}

async fn rows(services: &Services, sql: &str, (from, to): (NaiveDate, NaiveDate)) -> Vec<QueryResult> {
    let sqlite = services.db.is_sqlite();
    let sql = ["WEEKDAY", "HOUR", "DAY"].iter().fold(sql.to_owned(), |sql, word| spelt(&sql, word, sqlite));
    let quoted = |day: NaiveDate| format!("'{day}'");
    let sql = sql.replace(":from", &quoted(from)).replace(":today", &quoted(services.clock.today()));
    let sql = sql.replace(":to", &quoted(to));
    let backend = services.db.read.get_database_backend();
    services.db.read.query_all_raw(Statement::from_string(backend, sql)).await.unwrap()
}

/// Spells out `WORD(moment)` in the words of a database; comments stay as they are.
fn spelt(sql: &str, word: &str, sqlite: bool) -> String {
    let spell = |line: &str| {
        let mut line = line.to_owned();
        while let Some(at) = line.find(&format!("{word}(")) {
            let begin = at + word.len() + 1;
            let end = begin + line[begin..].find(')').unwrap();
            let moment = line[begin..end].to_owned();
            line.replace_range(at..=end, &in_city(word, &moment, sqlite));
        }
        line
    };
    let lines = sql.lines().filter(|line| !line.starts_with("--"));
    lines.map(spell).collect::<Vec<_>>().join("\n")
}

fn in_city(word: &str, moment: &str, sqlite: bool) -> String {
    let here = format!("{moment} AT TIME ZONE INTERVAL '8 hours'");
    match (word, sqlite) {
        ("DAY", true) => format!("date({moment}, '+8 hours')"),
        ("DAY", false) => format!("CAST({here} AS date)"),
        ("HOUR", true) => format!("CAST(strftime('%H', {moment}, '+8 hours') AS INTEGER)"),
        ("HOUR", false) => format!("CAST(EXTRACT(HOUR FROM {here}) AS INTEGER)"),
        (_, true) => format!("CAST(strftime('%w', {moment}, '+8 hours') AS INTEGER)"),
        (_, false) => format!("CAST(EXTRACT(DOW FROM {here}) AS INTEGER)"),
    }
}

type Spread = BTreeMap<(String, String, String), i64>;

/// Hours, flows, ages, handling days and stages.
async fn spread(services: &Services, from: NaiveDate, to: NaiveDate) {
    let (query, actor) = (CompletionQuery::of(from, to, GroupBy::Channel), Actor::portal());
    let text = |row: &QueryResult, at| row.try_get_by_index::<String>(at).unwrap();
    let read =
        |row: &QueryResult| ((text(row, 0), text(row, 1), text(row, 2)), row.try_get_by_index(3).unwrap());
    let theirs: Spread = rows(services, SPREAD, (from, to)).await.iter().map(read).collect();
    let told = |what: &'static str| theirs.iter().filter(move |((one, ..), _)| one == what);

    let mut hours = Spread::new();
    for one in heat(services, &actor, &query).await.unwrap() {
        let weekday = one.weekday.num_days_from_sunday().to_string();
        hours.insert(("heat".to_owned(), weekday, one.hour.to_string()), one.cases);
    }
    assert_eq!(hours.iter().collect::<Vec<_>>(), told("heat").collect::<Vec<_>>());

    let mut flows = Spread::new();
    for one in flow(services, &actor, &query).await.unwrap() {
        let (channel, fate) = (one.channel.as_str().to_owned(), one.fate.as_str().to_owned());
        flows.insert(("flow".to_owned(), channel, fate), one.cases);
    }
    assert_eq!(flows.iter().collect::<Vec<_>>(), told("flow").collect::<Vec<_>>());

    let aged = ages(services, &actor, &query).await.unwrap();
    for age in &aged.all {
        let inside =
            |day: NaiveDate| age.received_from.is_none_or(|from| day >= from) && day <= age.received_to;
        let open = told("age").filter(|((_, day, _), _)| inside(day.parse().unwrap()));
        assert_eq!(age.cases, open.map(|(_, n)| n).sum::<i64>(), "{age:?}");
    }

    let total = completion(services, &actor, &query).await.unwrap().total;
    let days = told("days").map(|((_, days, _), n)| (days.parse().unwrap(), *n));
    assert_eq!(total.handling_days, Distribution::new(days));
    stages(services, dwell(services, &actor, &query).await.unwrap(), &theirs);
}

/// Working days of each stage; the steps of all items together.
fn stages(services: &Services, ours: Vec<Dwelt>, theirs: &Spread) {
    let calendar = services.reference.calendar();
    let mut dwelt: BTreeMap<String, Vec<(u32, i64)>> = BTreeMap::new();
    for one in ours {
        let step = matches!(one.stage, Stage::Step(_));
        let stage = if step { "step".to_owned() } else { one.stage.to_string() };
        dwelt.entry(stage).or_default().extend(one.days.pairs());
    }
    for stage in ["receipt", "correction", "decision", "special", "delivery", "step"] {
        let days = theirs.iter().filter(|((one, ..), _)| one == stage).map(|((_, began, ended), n)| {
            (calendar.workdays_between(began.parse().unwrap(), ended.parse().unwrap()), *n)
        });
        let found = dwelt.remove(stage).unwrap_or_default();
        assert_eq!(Distribution::new(found), Distribution::new(days), "{stage}");
    }
}
