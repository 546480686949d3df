//! The statement behind a sum.

use super::super::heads::GroupBy;
use chrono::NaiveDate;
use domain::indicator::Metric;
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{Expr, Query, SelectStatement},
};

/// A column that groups are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Key {
    Department,
    Item,
    Division,
    Window,
    Clerk,
    Channel,
}

/// What is told apart by its bucket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Bucket {
    /// Nothing.
    #[default]
    None,
    /// Handling days.
    Handling,
    /// Everything.
    All,
}

/// What is told apart.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Cut {
    pub key: Option<Key>,
    pub day: bool,
    pub metric: bool,
    pub part: bool,
    pub bucket: Bucket,
    /// A number made of the row's own columns.
    pub place: Option<Expr>,
}

impl Key {
    /// The column that a grouping is read from.
    pub fn of(by: GroupBy) -> Self {
        match by {
            GroupBy::Department => Self::Department,
            GroupBy::Item | GroupBy::ItemType | GroupBy::Theme | GroupBy::Bundle => Self::Item,
            GroupBy::Division => Self::Division,
            GroupBy::Hall | GroupBy::Window => Self::Window,
            GroupBy::Clerk => Self::Clerk,
            GroupBy::Channel => Self::Channel,
        }
    }

    fn column(self) -> Expr {
        Expr::col(match self {
            Self::Department => "department_id",
            Self::Item => "item_id",
            Self::Division => "division_code",
            Self::Window => "window_key",
            Self::Clerk => "clerk_key",
            Self::Channel => "channel",
        })
    }
}

/// From a day to a day, both included.
pub(in super::super) fn days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Condition {
    let day = || Expr::col("day");
    Condition::all().add_option(from.map(|from| day().gte(from))).add_option(to.map(|to| day().lte(to)))
}

/// One of these metrics.
pub(in super::super) fn among(metrics: &[Metric]) -> Expr {
    Expr::col("metric").is_in(metrics.iter().map(|metric| metric.as_str()))
}

/// Key, day, metric, part, bucket, place and sum. What is not told apart is a constant.
pub(super) fn select(table: &'static str, cut: &Cut, filter: Condition) -> SelectStatement {
    let handling = || {
        let is = Expr::col("metric").eq(Metric::HandlingDays.as_str());
        Expr::case(is, Expr::col("bucket")).finally(0).into()
    };
    let columns: [(Option<Expr>, &'static str); 6] = [
        (cut.key.map(Key::column), "''"),
        (cut.day.then(|| Expr::col("day")), "CAST(NULL AS date)"),
        (cut.metric.then(|| Expr::col("metric")), "''"),
        (cut.part.then(|| Expr::col("part")), "''"),
        (
            match cut.bucket {
                Bucket::None => None,
                Bucket::Handling => Some(handling()),
                Bucket::All => Some(Expr::col("bucket")),
            },
            "0",
        ),
        (cut.place.clone(), "0"),
    ];
    let mut select = Query::select().from(table).cond_where(filter).to_owned();
    for (place, (column, constant)) in (1_u8..).zip(columns) {
        match column {
            None => select.expr(Expr::cust(constant)),
            Some(column) => select.expr(column).add_group_by([Expr::cust(place.to_string())]),
        };
    }
    // Nothing at all is no row, and not a row of nothing.
    select.expr(Expr::col("n").sum()).and_having(Expr::cust("COUNT(*) > 0")).to_owned()
}
