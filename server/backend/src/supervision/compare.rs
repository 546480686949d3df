//! Two groups beside each other.

use super::completion::{Completion, CompletionQuery, completion, names, trend};
use super::{Ages, Dwelt, Heads, ages, dwell};
use crate::{Error, Result, Services};
use chrono::NaiveDate;
use domain::indicator::Figures;
use domain::permission::Actor;

/// All that is told of one of two groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Its key among the groups.
    pub key: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// What narrows to it.
    pub heads: Heads,
    /// Its figures of the period.
    pub figures: Figures,
    /// 上期.
    pub before: Figures,
    /// 去年同期.
    pub year_before: Figures,
    /// The months of the period.
    pub trend: Vec<(NaiveDate, Figures)>,
    /// What is open, by age.
    pub ages: Ages,
    /// The time its stages take.
    pub dwell: Vec<Dwelt>,
}

/// Two groups of a query's grouping, by their keys. A group without cases has figures of nought.
///
/// # Errors
/// [`crate::Kind::Denied`] to everybody but supervisors; [`crate::Kind::NotFound`] for what is no key;
/// storage errors.
pub async fn compare(
    services: &Services,
    actor: &Actor,
    query: &CompletionQuery,
    keys: [&str; 2],
) -> Result<[Compared; 2]> {
    let [one, other] = keys;
    Ok([group(services, actor, query, one).await?, group(services, actor, query, other).await?])
}

async fn group(services: &Services, actor: &Actor, query: &CompletionQuery, key: &str) -> Result<Compared> {
    let heads = query.group(key).ok_or_else(Error::not_found)?;
    let query = CompletionQuery { heads, ..query.clone() };
    let total = async |query: CompletionQuery| -> Result<Figures> {
        let Completion { total, .. } = completion(services, actor, &query).await?;
        Ok(total)
    };
    let figures = total(query.clone()).await?;
    let names = names(services, query.by).await?;
    let (name, name_en) = names.of(services, if key == super::NONE { "" } else { key });
    Ok(Compared {
        key: key.to_owned(),
        name,
        name_en,
        figures,
        before: total(query.during(query.span().before())).await?,
        year_before: total(query.during(query.span().year_before())).await?,
        trend: trend(services, actor, &query).await?,
        ages: ages(services, actor, &query).await?,
        dwell: dwell(services, actor, &query).await?,
        heads: query.heads,
    })
}
