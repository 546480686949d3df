//! Which figures a caller asks for.

use crate::api_v1::cases::day;
use crate::api_v1::page::refuse;
use crate::api_v1::problem::ApiError;
use backend::supervision::{CompletionQuery, GroupBy, Heads};
use backend::{Services, organisation};
use chrono::{Months, NaiveDate};
use domain::division::DivisionLevel;
use domain::field_error::{FieldCode, FieldError};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which period, grouped how, of what. What is left empty does not narrow.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// First day; a year before the last when not given.
    from: Option<String>,
    /// Last day; today when not given.
    to: Option<String>,
    /// department (when not given), item, item_type, division, hall, window, clerk, channel, theme or bundle.
    by: Option<String>,
    /// How far down divisions are told apart: province, prefecture, county, street (when not given) or village.
    level: Option<String>,
    /// Department, by key or id.
    department: Option<String>,
    /// Item, by its id.
    item: Option<String>,
    /// Type of item: two digits (GB/T 39046 annex A).
    item_type: Option<String>,
    /// Division with all below it, `229902`; or its own bodies alone, `229902-own`.
    division: Option<String>,
    /// Hall, by id; `none` for cases without one.
    hall: Option<String>,
    /// Window, by id; `none` for cases without one.
    window: Option<String>,
    /// Clerk who took it in, by account; `none` for cases without one.
    clerk: Option<String>,
    /// window, online, mobile, kiosk, phone or post.
    channel: Option<String>,
    /// Theme, by its Chinese name.
    theme: Option<String>,
    /// Bundle, by id; `none` for items of no bundle.
    bundle: Option<String>,
}

impl Asked {
    /// The query.
    ///
    /// # Errors
    /// Every field that does not read.
    pub(crate) async fn query(&self, services: &Services) -> Result<CompletionQuery, ApiError> {
        let mut errors = Vec::new();
        let (from, to) = self.days(services.clock.today(), &mut errors);
        let by = read(self.by.as_deref(), GroupBy::parse, GroupBy::Department, "by", &mut errors);
        let level = read(self.level.as_deref(), level, DivisionLevel::Street, "level", &mut errors);
        let heads = self.heads(services, &mut errors).await?;
        refuse(errors)?;
        Ok(CompletionQuery { level, heads, ..CompletionQuery::of(from, to, by) })
    }

    fn days(&self, today: NaiveDate, errors: &mut Vec<FieldError>) -> (NaiveDate, NaiveDate) {
        let to = day("to", &self.to, errors).unwrap_or(today);
        let year_before =
            || to.checked_sub_months(Months::new(12)).and_then(|day| day.succ_opt()).unwrap_or(to);
        let from = day("from", &self.from, errors).unwrap_or_else(year_before);
        if from > to {
            errors.push(FieldError::new("to", FieldCode::Past));
        }
        (from, to)
    }

    async fn heads(&self, services: &Services, errors: &mut Vec<FieldError>) -> Result<Heads, ApiError> {
        let department = match given(&self.department) {
            None => None,
            Some(key) => Some(department(services, key).await?.unwrap_or_default()),
        };
        let mut heads = Heads::default();
        for (by, key) in [
            (GroupBy::Department, department.as_deref()),
            (GroupBy::Item, given(&self.item)),
            (GroupBy::ItemType, given(&self.item_type)),
            (GroupBy::Division, given(&self.division)),
            (GroupBy::Hall, given(&self.hall)),
            (GroupBy::Window, given(&self.window)),
            (GroupBy::Clerk, given(&self.clerk)),
            (GroupBy::Channel, given(&self.channel)),
            (GroupBy::Theme, given(&self.theme)),
            (GroupBy::Bundle, given(&self.bundle)),
        ] {
            let Some(key) = key else { continue };
            match heads.clone().with(by, key) {
                Some(narrowed) => heads = narrowed,
                None => errors.push(FieldError::new(by.as_str(), FieldCode::Unknown)),
            }
        }
        Ok(heads)
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

/// A word out of a few, or what stands for none.
fn read<T>(
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
    usual: T,
    field: &str,
    errors: &mut Vec<FieldError>,
) -> T {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return usual };
    parse(text).unwrap_or_else(|| {
        errors.push(FieldError::new(field, FieldCode::Choice));
        usual
    })
}

fn level(text: &str) -> Option<DivisionLevel> {
    match text {
        "province" => Some(DivisionLevel::Province),
        "prefecture" => Some(DivisionLevel::Prefecture),
        "county" => Some(DivisionLevel::County),
        "street" => Some(DivisionLevel::Street),
        "village" => Some(DivisionLevel::Village),
        _ => None,
    }
}

/// The id of a department that is named by key or id.
async fn department(services: &Services, key: &str) -> Result<Option<String>, ApiError> {
    let all = organisation::departments(&services.db).await?;
    let found = all.into_iter().map(|one| (one.id.to_string(), one.key));
    Ok(found.into_iter().find(|(id, own)| own == key || id == key).map(|(id, _)| id))
}
