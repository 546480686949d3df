//! What fictitious people write into forms.

use chrono::{Months, NaiveDate};
use domain::intake::{Answers, FieldKind, FieldSpec, FormSpec};
use domain::resident_id::ResidentId;

use super::chance::Chance;
use super::people::DemoPerson;

/// Answers to every question that must be answered.
pub(super) fn answers(form: &FormSpec, person: &DemoPerson, day: NaiveDate, chance: &mut Chance) -> Answers {
    let asked = form.fields.iter().filter(|field| field.required);
    asked.filter_map(|field| Some((field.key.clone(), answer(field, person, day, chance)?))).collect()
}

fn answer(field: &FieldSpec, person: &DemoPerson, day: NaiveDate, chance: &mut Chance) -> Option<String> {
    Some(match field.kind {
        FieldKind::Text | FieldKind::Multiline => text(field, person, chance)?,
        FieldKind::Phone => person.phone.clone(),
        FieldKind::Date => date(field, day, chance)?.to_string(),
        FieldKind::Choice => chance.pick(&field.options)?.value.clone(),
        FieldKind::Yesno => if chance.percent(60) { "yes" } else { "no" }.to_owned(),
        FieldKind::Number => number(field, day, chance),
        FieldKind::BankAccount => format!("622200{:013}", 1_000_000 + chance.below(900_000)),
        FieldKind::Division => person.residence?.to_string(),
        FieldKind::IdNumber => relative(chance)?.reveal().to_owned(),
        FieldKind::CreditCode => return None,
        FieldKind::Money => (100 * chance.between(5, 90)).to_string(),
    })
}

fn text(field: &FieldSpec, person: &DemoPerson, chance: &mut Chance) -> Option<String> {
    let key = field.key.as_str();
    let one = |chance: &mut Chance, from: &[&str]| chance.pick(from).map(|text| (*text).to_owned());
    let text = match key {
        "address" | "house_address" | "current_house" => person.address.clone(),
        "bank_name" => {
            one(chance, &["中国工商银行示范支行", "中国农业银行城关支行", "中国邮政储蓄银行平川支行"])?
        }
        "plate_number" => format!("示A·{:05}", chance.below(99_999)),
        "school_name" | "school_wish" | "school_from" | "school_to" | "primary_school" | "kindergarten" => {
            one(chance, &["示范市实验学校", "城关区第一小学", "滨江区育才中学", "平川县中心幼儿园"])?
        }
        "hospital_name" | "birth_hospital" | "nurse_hospital" | "assess_hospital" => {
            one(chance, &["示范市人民医院", "示范市中医院", "城关区妇幼保健院"])?
        }
        _ if key.ends_with("_cert_no") || key.ends_with("_no") => {
            format!("SF2026{:06}", chance.below(999_999))
        }
        _ if is_company(key) => {
            one(chance, &["示范市晨光商贸有限公司", "示范市绿野食品店", "城关区便民服务部"])?
        }
        _ if key.ends_with("_name") => one(chance, &["王小明", "李思雨", "周子涵", "赵一诺"])?,
        _ if key.contains("place") || key.contains("address") => person.address.clone(),
        _ if field.kind == FieldKind::Multiline => one(
            chance,
            &["情况属实，材料见附件。", "因家庭变故，收入减少，生活暂有困难。", "按规定申请，请予办理。"],
        )?,
        _ => one(chance, &["按规定办理", "见所附材料", "无特殊要求"])?,
    };
    Some(text.chars().take(field.max.map_or(60, usize::from)).collect())
}

fn is_company(key: &str) -> bool {
    [
        "org_name",
        "employer_name",
        "last_employer",
        "shop_name",
        "planned_name",
        "against_name",
        "facility_name",
    ]
    .contains(&key)
}

/// Ends lie ahead, beginnings behind.
fn date(field: &FieldSpec, day: NaiveDate, chance: &mut Chance) -> Option<NaiveDate> {
    let months = Months::new(chance.between(1, 20));
    let ahead =
        ["period_to", "treat_to", "license_expire", "want_date", "visit_date", "retire_date", "open_date"];
    if ahead.contains(&field.key.as_str()) {
        day.checked_add_months(months)
    } else {
        day.checked_sub_months(months)
    }
}

fn number(field: &FieldSpec, day: NaiveDate, chance: &mut Chance) -> String {
    use chrono::Datelike as _;
    match (field.key.as_str(), field.max) {
        (key, _) if key.ends_with("_year") => day.year().to_string(),
        (_, Some(1)) => chance.between(1, 3).to_string(),
        _ => chance.between(2, 60).to_string(),
    }
}

/// Somebody of the family, in a division that does not exist.
fn relative(chance: &mut Chance) -> Option<ResidentId> {
    let year = i32::try_from(chance.between(1950, 2018)).ok()?;
    let birth = NaiveDate::from_ymd_opt(year, chance.between(1, 12), chance.between(1, 28))?;
    ResidentId::compose("229901", birth, u16::try_from(chance.between(400, 699)).ok()?)
}
