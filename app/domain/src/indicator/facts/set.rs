//! Of what numbers are numbers.

use serde::{Deserialize, Serialize};

/// What a number is a number of, and by which day a case belongs to a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Set {
    /// 办件, by the day of submission.
    Received,
    /// 办件, by the day of acceptance.
    Accepted,
    /// 办件, by the day of closing.
    Closed,
    /// 办件 as they stand today, whatever the period.
    Standing,
    /// 办件, by the day on which a certificate was called up for them.
    Called,
    /// 事项 of the catalogue as it is today: in force, and begun by an application.
    Items,
    /// 窗口 that are open today.
    Windows,
    /// 账号 of people today. They are counted and never listed.
    People,
}
