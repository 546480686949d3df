//! Rows of items and what belongs to them.

mod write;

pub(crate) use write::*;

use std::collections::HashMap;

use crate::catalogue::{CertificateType, Implementation, Material, Situation};
use crate::{Error, Result};
use domain::division::DivisionCode;
use domain::item::Level;
use entity::{
    bundle, bundle_item, certificate_type, counter, counter_delta, department, division, implementation,
    item, item_event, item_subject, material,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Every item with its department, in the order of the catalogue.
pub(crate) async fn items<C: ConnectionTrait>(db: &C) -> Result<Vec<(item::Model, department::Model)>> {
    let mut rows: Vec<(item::Model, department::Model)> = item::Entity::find()
        .find_also_related(department::Entity)
        .all(db)
        .await?
        .into_iter()
        .filter_map(|(item, department)| Some((item, department?)))
        .collect();
    rows.sort_by(|(a, one), (b, two)| (one.sort, &a.id).cmp(&(two.sort, &b.id)));
    Ok(rows)
}

/// One item with its department.
pub(crate) async fn item<C: ConnectionTrait>(db: &C, id: &str) -> Result<(item::Model, department::Model)> {
    let row = item::Entity::find_by_id(id).find_also_related(department::Entity).one(db).await?;
    row.and_then(|(item, department)| Some((item, department?))).ok_or_else(Error::not_found)
}

/// Subjects of every item, or of one.
pub(crate) async fn subjects<C: ConnectionTrait>(
    db: &C,
    id: Option<&str>,
) -> Result<HashMap<String, Vec<String>>> {
    let mut query = item_subject::Entity::find();
    if let Some(id) = id {
        query = query.filter(item_subject::COLUMN.item_id.eq(id));
    }
    Ok(group(query.all(db).await?.into_iter().map(|row| (row.item_id, row.subject))))
}

/// Life events of every item, or of one.
pub(crate) async fn events<C: ConnectionTrait>(
    db: &C,
    id: Option<&str>,
) -> Result<HashMap<String, Vec<String>>> {
    let mut query = item_event::Entity::find();
    if let Some(id) = id {
        query = query.filter(item_event::COLUMN.item_id.eq(id));
    }
    Ok(group(query.all(db).await?.into_iter().map(|row| (row.item_id, row.event))))
}

fn group<T>(pairs: impl Iterator<Item = (String, T)>) -> HashMap<String, Vec<T>> {
    let mut groups: HashMap<String, Vec<T>> = HashMap::new();
    for (key, value) in pairs {
        groups.entry(key).or_default().push(value);
    }
    groups
}

/// Materials of every item, or of one, in order.
pub(crate) async fn materials<C: ConnectionTrait>(
    db: &C,
    id: Option<&str>,
) -> Result<HashMap<String, Vec<Material>>> {
    let certificates = certificate_types(db).await?.into_iter();
    let certificates: HashMap<String, (String, Option<String>)> =
        certificates.map(|kind| (kind.code, (kind.name, kind.name_en))).collect();
    let mut query = material::Entity::find().order_by_asc(material::Column::Sort);
    if let Some(id) = id {
        query = query.filter(material::COLUMN.item_id.eq(id));
    }
    let rows = query.all(db).await?;
    Ok(group(rows.into_iter().map(|row| {
        let material::Model {
            id,
            item_id,
            sort: _,
            name,
            name_en,
            certificate_code,
            data_share,
            required,
            deferrable,
            format,
            source,
            needed_if,
        } = row;
        let certificate = certificate_code.as_ref().and_then(|code| certificates.get(code).cloned());
        let (certificate_name, certificate_name_en) = certificate.unzip();
        let material = Material {
            id,
            name,
            name_en,
            certificate_code,
            certificate_name,
            certificate_name_en: certificate_name_en.flatten(),
            data_share,
            required,
            deferrable,
            format,
            source,
            needed_if: needed_if.and_then(|json| serde_json::from_value(json).ok()),
        };
        (item_id, material)
    })))
}

/// Every type of certificate, by code.
pub(crate) async fn certificate_types<C: ConnectionTrait>(db: &C) -> Result<Vec<CertificateType>> {
    let rows = certificate_type::Entity::find().order_by_asc(certificate_type::Column::Code).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let certificate_type::Model { code, name, name_en, issuer, .. } = row;
            CertificateType { code, name, name_en, issuer }
        })
        .collect())
}

/// Item and area of every implementation in use.
pub(crate) async fn areas<C: ConnectionTrait>(db: &C) -> Result<Vec<(String, String)>> {
    let query = implementation::Entity::find()
        .select_only()
        .column(implementation::Column::ItemId)
        .column(implementation::Column::DivisionCode)
        .filter(implementation::COLUMN.active.eq(true));
    Ok(query.into_tuple::<(String, String)>().all(db).await?)
}

/// The implementations of every item, or of one, by code.
pub(crate) async fn implementations<C: ConnectionTrait>(
    db: &C,
    id: Option<&str>,
) -> Result<HashMap<String, Vec<Implementation>>> {
    let mut query = implementation::Entity::find()
        .order_by_asc(implementation::Column::DivisionCode)
        .order_by_asc(implementation::Column::Code);
    if let Some(id) = id {
        query = query.filter(implementation::COLUMN.item_id.eq(id));
    }
    let rows = query.all(db).await?;
    let names = division_names(db, rows.iter().map(|row| row.division_code.clone()).collect()).await?;
    let read = rows.into_iter().map(|row| read_implementation(row, &names));
    let read: Vec<Implementation> = read.collect::<Result<_>>()?;
    Ok(group(read.into_iter().map(|one| (one.item_id.clone(), one))))
}

fn read_implementation(
    row: implementation::Model,
    names: &HashMap<String, (String, Option<String>)>,
) -> Result<Implementation> {
    let implementation::Model {
        code,
        item_id,
        situation_code,
        situation_name,
        department_id,
        division_code,
        body_name,
        body_uscc,
        level_code,
        hall_id,
        active,
    } = row;
    let situation =
        situation_code.zip(situation_name).map(|(code, name)| Situation { code, name, name_en: None });
    let division_name = names.get(&division_code).map(|(name, _)| name.clone()).unwrap_or_default();
    Ok(Implementation {
        code,
        item_id,
        situation,
        department_id,
        division: DivisionCode::parse(&division_code).map_err(Error::internal)?,
        division_name,
        body_name,
        body_uscc,
        level: Level::parse(&level_code).ok_or_else(|| Error::internal("a level that is none"))?,
        hall_id,
        active,
    })
}

/// Names of divisions, Chinese and English.
pub(crate) async fn division_names<C: ConnectionTrait>(
    db: &C,
    mut codes: Vec<String>,
) -> Result<HashMap<String, (String, Option<String>)>> {
    codes.sort_unstable();
    codes.dedup();
    let rows = division::Entity::find()
        .filter(division::COLUMN.code.is_in(codes))
        .order_by_asc(division::Column::FromYear)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.code, (row.name, row.name_en))).collect())
}

/// Bundles with the ids of their items, in order.
pub(crate) async fn bundles<C: ConnectionTrait>(db: &C) -> Result<Vec<(bundle::Model, Vec<String>)>> {
    let members = bundle_item::Entity::find().order_by_asc(bundle_item::Column::Sort).all(db).await?;
    let mut members = group(members.into_iter().map(|row| (row.bundle_id, row.item_id)));
    let bundles = bundle::Entity::find().order_by_asc(bundle::Column::Id).all(db).await?;
    Ok(bundles
        .into_iter()
        .map(|bundle| {
            let items = members.remove(&bundle.id).unwrap_or_default();
            (bundle, items)
        })
        .collect())
}

/// How many cases of each item came in since a day: folded counters and what waits to be folded.
pub(crate) async fn received_since<C: ConnectionTrait>(
    db: &C,
    day: chrono::NaiveDate,
    metric: &str,
) -> Result<HashMap<String, i64>> {
    let folded = counter::Entity::find()
        .select_only()
        .column(counter::Column::ItemId)
        .column_as(counter::Column::N.sum(), "total")
        .filter(counter::COLUMN.metric.eq(metric))
        .filter(counter::COLUMN.day.gte(day))
        .group_by(counter::Column::ItemId);
    let waiting = counter_delta::Entity::find()
        .select_only()
        .column(counter_delta::Column::ItemId)
        .column_as(counter_delta::Column::N.sum(), "total")
        .filter(counter_delta::COLUMN.metric.eq(metric))
        .filter(counter_delta::COLUMN.day.gte(day))
        .group_by(counter_delta::Column::ItemId);
    let mut totals: HashMap<String, i64> = HashMap::new();
    let folded = folded.into_tuple::<(String, Option<i64>)>().all(db).await?;
    let waiting = waiting.into_tuple::<(String, Option<i64>)>().all(db).await?;
    for (item, n) in folded.into_iter().chain(waiting) {
        *totals.entry(item).or_default() += n.unwrap_or(0);
    }
    Ok(totals)
}
