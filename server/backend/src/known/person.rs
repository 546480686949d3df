//! What the portal itself knows of a person.

use chrono::{Datelike as _, Months, NaiveDate};
use domain::division::DivisionCode;
use entity::{legal_entity, person};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{Known, Source};
use crate::{Error, Result};

pub(super) async fn add<C: ConnectionTrait>(
    db: &C,
    known: &mut Known,
    id: Uuid,
    today: NaiveDate,
) -> Result<()> {
    let row = person::Entity::find_by_id(id).one(db).await?.ok_or_else(Error::not_found)?;
    identity(known, &row, today);
    let own = legal_entity::COLUMN.legal_person_id.eq(id);
    let companies = legal_entity::Entity::find().filter(own).all(db).await?;
    enterprise(known, &companies, today);
    Ok(())
}

/// What the number tells, and what was recorded with it.
pub(super) fn identity(known: &mut Known, row: &person::Model, today: NaiveDate) {
    let mut put = |field: &str, value: domain::rule::Value| known.put(field, value, &Source::Identity, today);
    // They are signed in, or stand at the counter with their document.
    for field in ["person.real_name", "applicant.real_name", "applicant.is_self_or_authorised"] {
        put(field, true.into());
    }
    put("applicant.contact", row.phone_cipher.is_some().into());
    if let Some(died) = row.died_on {
        put("person.died", (died <= today).into());
    }
    // What people of Hong Kong, Macao and Taiwan may have is a question for a person.
    match row.kind.as_str() {
        "resident" => put("person.citizen", true.into()),
        "foreign" => put("person.citizen", false.into()),
        _ => {}
    }
    if let Some(city) = row.hukou_division.as_deref().and_then(|code| DivisionCode::parse(code).ok()) {
        put("person.hukou_city", city_of(city).into());
    }
    let Some(birth) = row.birth_date else { return };
    let Some(age) = today.years_since(birth) else { return };
    put("person.age", i64::from(age).into());
    match row.sex.as_deref() {
        Some("male") => put("male.age", i64::from(age).into()),
        Some("female") => put("female.age", i64::from(age).into()),
        _ => {}
    }
    if let Some(reached) = row.sex.as_deref().and_then(|sex| retired(sex, birth, today)) {
        put("person.reached_retire_age", reached.into());
    }
}

/// Companies one represents by law; of who represents none here nothing is known.
fn enterprise(known: &mut Known, companies: &[legal_entity::Model], today: NaiveDate) {
    let active = companies.iter().filter(|one| one.kind == "company" && one.status == "active");
    let months: Vec<i64> = active.filter_map(|one| months_since(one.established_on?, today)).collect();
    if let Some(longest) = months.iter().max() {
        known.put("enterprise.legal_person_is_applicant", true, &Source::Identity, today);
        known.put("enterprise.months_operating", *longest, &Source::Identity, today);
    }
}

/// The city of a division: its first four digits.
pub(super) fn city_of(code: DivisionCode) -> String {
    code.to_string().chars().take(4).collect()
}

/// Whole months from one day to another.
pub(super) fn months_since(from: NaiveDate, to: NaiveDate) -> Option<i64> {
    let months = i64::from(to.year() - from.year()) * 12 + i64::from(to.month()) - i64::from(from.month());
    let begun = i64::from(to.day() < from.day());
    (from <= to).then_some(months - begun)
}

/// 渐进式延迟法定退休年龄 (decision of 2024-09-13): whether the age is reached; unknown for a woman
/// for whom it depends on her post.
fn retired(sex: &str, birth: NaiveDate, today: NaiveDate) -> Option<bool> {
    match sex {
        "male" => Some(today >= due(birth, 60, 4, 36)?),
        "female" => match (today >= due(birth, 50, 2, 60)?, today >= due(birth, 55, 4, 36)?) {
            (true, true) => Some(true),
            (false, _) => Some(false),
            (true, false) => None,
        },
        _ => None,
    }
}

/// The day on which the age is reached: a month more for every `each` months after 2024, at most
/// `most`.
fn due(birth: NaiveDate, age: u32, each: i32, most: u32) -> Option<NaiveDate> {
    let before = birth.checked_add_months(Months::new(age * 12))?;
    let late = (before.year() - 2025) * 12 + i32::try_from(before.month0()).ok()?;
    let more = if late < 0 { 0 } else { u32::try_from(late / each + 1).ok()?.min(most) };
    before.checked_add_months(Months::new(more))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn retirement_by_the_tables_of_the_decision() {
        // 1965-01: 60 years and 1 month, in 2025-02; 1970-01: 61 and 4; 1976-09: 63.
        assert_eq!(due(day(1964, 12, 5), 60, 4, 36), Some(day(2024, 12, 5)));
        assert_eq!(due(day(1965, 1, 5), 60, 4, 36), Some(day(2025, 2, 5)));
        assert_eq!(due(day(1965, 5, 5), 60, 4, 36), Some(day(2025, 7, 5)));
        assert_eq!(due(day(1970, 1, 5), 60, 4, 36), Some(day(2031, 5, 5)));
        assert_eq!(due(day(1976, 9, 5), 60, 4, 36), Some(day(2039, 9, 5)));
        assert_eq!(due(day(1990, 1, 5), 60, 4, 36), Some(day(2053, 1, 5)));
        // Women of 50: 1975-01 at 50 and 1 month, 1984-11 at 55.
        assert_eq!(due(day(1975, 1, 5), 50, 2, 60), Some(day(2025, 2, 5)));
        assert_eq!(due(day(1984, 11, 5), 50, 2, 60), Some(day(2039, 11, 5)));
    }

    #[test]
    fn a_woman_between_the_two_ages_is_asked() {
        let today = day(2026, 2, 13);
        assert_eq!(retired("female", day(1980, 1, 1), today), Some(false));
        assert_eq!(retired("female", day(1972, 1, 1), today), None);
        assert_eq!(retired("female", day(1965, 1, 1), today), Some(true));
        assert_eq!(retired("male", day(1972, 1, 1), today), Some(false));
    }

    #[test]
    fn months_are_whole() {
        assert_eq!(months_since(day(2025, 8, 14), day(2026, 2, 13)), Some(5));
        assert_eq!(months_since(day(2025, 8, 13), day(2026, 2, 13)), Some(6));
        assert_eq!(months_since(day(2026, 8, 13), day(2026, 2, 13)), None);
    }
}
