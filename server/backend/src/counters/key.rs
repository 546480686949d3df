//! Under what something is counted: the key of a counter, taken apart and put together here only.

use std::fmt;

use chrono::NaiveDate;
use domain::indicator::Delta;
use entity::{counter, counter_delta};
use sea_orm::ActiveValue::{NotSet, Set};
use uuid::Uuid;

use super::Dimensions;
use crate::{Error, Result};

/// Day, heads, metric, part and bucket.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    day: NaiveDate,
    department_id: Uuid,
    item_id: String,
    division_code: String,
    window_key: String,
    clerk_key: String,
    channel: String,
    metric: String,
    part: String,
    bucket: i32,
}

impl Key {
    /// The key of a change under its heads.
    pub(crate) fn of(heads: &Dimensions, delta: &Delta) -> Result<Self> {
        Ok(Self {
            day: delta.day,
            department_id: heads.department_id,
            item_id: heads.item_id.clone(),
            division_code: heads.division_code.clone(),
            window_key: text(heads.window_id),
            clerk_key: text(heads.clerk_id),
            channel: heads.channel.as_str().to_owned(),
            metric: delta.metric.as_str().to_owned(),
            part: delta.part.clone(),
            bucket: i32::try_from(delta.bucket).map_err(Error::internal)?,
        })
    }

    /// The key of a counter, and its number.
    pub(crate) fn of_counter(row: counter::Model) -> (Self, i32) {
        let counter::Model {
            day,
            department_id,
            item_id,
            division_code,
            window_key,
            clerk_key,
            channel,
            metric,
            part,
            bucket,
            n,
        } = row;
        (
            Self {
                day,
                department_id,
                item_id,
                division_code,
                window_key,
                clerk_key,
                channel,
                metric,
                part,
                bucket,
            },
            n,
        )
    }

    /// The key of a delta not folded yet, and its number.
    pub(crate) fn of_delta(row: counter_delta::Model) -> (Self, i32) {
        let counter_delta::Model {
            id: _,
            day,
            department_id,
            item_id,
            division_code,
            window_key,
            clerk_key,
            channel,
            metric,
            part,
            bucket,
            n,
        } = row;
        (
            Self {
                day,
                department_id,
                item_id,
                division_code,
                window_key,
                clerk_key,
                channel,
                metric,
                part,
                bucket,
            },
            n,
        )
    }

    /// A counter under this key.
    pub(super) fn counter(self, n: i32) -> counter::ActiveModel {
        let Self {
            day,
            department_id,
            item_id,
            division_code,
            window_key,
            clerk_key,
            channel,
            metric,
            part,
            bucket,
        } = self;
        counter::ActiveModel {
            day: Set(day),
            department_id: Set(department_id),
            item_id: Set(item_id),
            division_code: Set(division_code),
            window_key: Set(window_key),
            clerk_key: Set(clerk_key),
            channel: Set(channel),
            metric: Set(metric),
            part: Set(part),
            bucket: Set(bucket),
            n: Set(n),
        }
    }

    /// A delta under this key.
    pub(super) fn delta(self, n: i32) -> counter_delta::ActiveModel {
        let Self {
            day,
            department_id,
            item_id,
            division_code,
            window_key,
            clerk_key,
            channel,
            metric,
            part,
            bucket,
        } = self;
        counter_delta::ActiveModel {
            id: NotSet,
            day: Set(day),
            department_id: Set(department_id),
            item_id: Set(item_id),
            division_code: Set(division_code),
            window_key: Set(window_key),
            clerk_key: Set(clerk_key),
            channel: Set(channel),
            metric: Set(metric),
            part: Set(part),
            bucket: Set(bucket),
            n: Set(n),
        }
    }
}

/// A window or a clerk as a key; empty for what came without one.
fn text(id: Option<Uuid>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// As whoever looks into a difference wants to read it.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { day, item_id, division_code, channel, metric, part, bucket, .. } = self;
        write!(f, "{day} {metric} {part} {bucket} {item_id} {division_code} {channel}")
    }
}
