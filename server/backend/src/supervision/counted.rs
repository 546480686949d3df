//! Folded counters and deltas not folded yet, added up as somebody asks. One statement reads both, and
//! so sees one moment: a fold in between changes nothing.

mod select;

pub(super) use select::{Bucket, Cut, Key, among, days};

use super::heads::{Heads, Windows, narrowed};
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use sea_orm::{
    Condition, ConnectionTrait, ExprTrait as _, QueryResult,
    sea_query::{Expr, UnionType},
};
use uuid::Uuid;

/// Under which heads sums are asked for.
pub(super) struct Asked(Condition);

/// One sum. What was not asked for is empty, none or 0.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub key: String,
    pub day: Option<NaiveDate>,
    pub metric: String,
    pub part: String,
    pub bucket: u32,
    pub place: usize,
    pub n: i64,
}

impl Asked {
    pub(super) async fn new(services: &Services, heads: &Heads) -> Result<Self> {
        let windows = windows(services, heads).await?;
        Ok(Self(narrowed::<Counters>(heads, &windows)))
    }

    /// The sums on the days given; the same sum may come in two parts.
    pub(super) async fn rows<C: ConnectionTrait>(
        &self,
        db: &C,
        cut: Cut,
        days: Condition,
    ) -> Result<Vec<Row>> {
        let filter = self.0.clone().add(days);
        let mut folded = select::select("counter", &cut, filter.clone());
        let waiting = select::select("counter_delta", &cut, filter);
        folded.union(UnionType::All, waiting);
        db.query_all(&folded).await?.iter().map(|row| Row::read(row, &cut)).collect()
    }
}

impl Row {
    fn read(row: &QueryResult, cut: &Cut) -> Result<Self> {
        let key = match cut.key {
            None => String::new(),
            Some(Key::Department) => row.try_get_by_index::<Uuid>(0)?.to_string(),
            Some(Key::Item | Key::Division | Key::Window | Key::Clerk | Key::Channel) => {
                row.try_get_by_index(0)?
            }
        };
        let number =
            |at| -> Result<u32> { u32::try_from(row.try_get_by_index::<i32>(at)?).map_err(Error::internal) };
        Ok(Self {
            key,
            day: row.try_get_by_index(1)?,
            metric: row.try_get_by_index(2)?,
            part: row.try_get_by_index(3)?,
            bucket: number(4)?,
            place: usize::try_from(number(5)?).map_err(Error::internal)?,
            n: row.try_get_by_index(6)?,
        })
    }
}

/// The windows of the hall that is asked for: where they stand now.
async fn windows(services: &Services, heads: &Heads) -> Result<Vec<Uuid>> {
    let Some(Some(hall)) = heads.hall_id else { return Ok(Vec::new()) };
    let of_hall = |book: &crate::catalogue::Handbook| {
        Some(book.windows().filter(|window| window.hall_id == hall).map(|window| window.id).collect())
    };
    services.catalogue.look_up(of_hall).await
}

/// Counters keep keys as text; empty is none.
struct Counters;

fn text(id: Option<Uuid>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

impl Windows for Counters {
    fn window(id: Option<Uuid>) -> Expr {
        Expr::col("window_key").eq(text(id))
    }

    fn hall(id: Option<Uuid>, windows: &[Uuid]) -> Expr {
        match id {
            None => Self::window(None),
            Some(_) => Expr::col("window_key").is_in(windows.iter().map(|id| id.to_string())),
        }
    }

    fn clerk(id: Option<Uuid>) -> Expr {
        Expr::col("clerk_key").eq(text(id))
    }
}
