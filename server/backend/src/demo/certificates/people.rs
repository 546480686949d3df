//! What people of an age hold.

use chrono::NaiveDate;
use domain::certificate::Operation;
use domain::resident_id::{Kind, Sex};

use super::super::chance::Chance;
use super::super::staff::{Cast, Resident};
use super::{Later, Planned, holders_number};
use crate::holder::Holder;

/// Of everybody but the one who signs in as `citizen`.
pub(super) fn plan(cast: &Cast, today: NaiveDate, chance: &mut Chance) -> Vec<Planned> {
    let mut drivers = 0;
    let mut planned = Vec::new();
    for resident in cast.residents.iter().skip(1) {
        let age = resident.person.number.age_on(today);
        identity(&mut planned, resident, age, chance);
        insurance(&mut planned, resident, age, chance);
        driving(&mut planned, resident, age, chance, &mut drivers);
        life(&mut planned, resident, age, chance);
        help(&mut planned, resident, age, chance);
    }
    planned
}

/// One of somebody's, issued some days ago.
pub(super) fn one(
    resident: &Resident,
    code: &'static str,
    ago: i64,
    data: Vec<(&'static str, String)>,
) -> Planned {
    let number = holders_number(code).then(|| resident.person.number.reveal().to_owned());
    Planned { code, holder: Holder::Person(resident.id), number, ago, left: None, age: 30, data, later: None }
}

fn days(chance: &mut Chance, years: std::ops::Range<u32>) -> i64 {
    i64::from(chance.between(years.start * 365 + 40, years.end * 365))
}

fn identity(planned: &mut Vec<Planned>, resident: &Resident, age: u32, chance: &mut Chance) {
    let address = || resident.person.address.clone();
    if resident.person.number.kind() == Kind::Resident && age >= 16 {
        let ago = days(chance, 2..6);
        let at_issue = age.saturating_sub(u32::try_from(ago / 365).unwrap_or(0));
        let data = vec![("household_address", address()), ("nation", "汉族".to_owned())];
        planned.push(Planned { age: at_issue, ..one(resident, "EC_IDCARD", ago, data) });
    }
    if resident.person.household.is_some() {
        let data = vec![
            ("householder", resident.person.name.clone()),
            ("relation", "户主".to_owned()),
            ("household_address", address()),
            ("household_kind", "家庭户".to_owned()),
        ];
        planned.push(one(resident, "EC_HUKOU", days(chance, 2..9), data));
    } else if age >= 16 {
        let data = vec![("residence_address", address())];
        let ago = i64::from(chance.between(60, 340));
        planned.push(one(resident, "EC_RESIDENCE", ago, data));
    }
}

fn insurance(planned: &mut Vec<Planned>, resident: &Resident, age: u32, chance: &mut Chance) {
    if chance.percent(85) {
        let account = format!("622200{:013}", 1_000_000 + chance.below(900_000));
        let data = vec![("bank_name", "中国工商银行示范支行".to_owned()), ("bank_account", account)];
        planned.push(one(resident, "EC_SSCARD", days(chance, 2..8), data));
    }
    if chance.percent(90) {
        let data = vec![("insured_place", "示范市".to_owned())];
        planned.push(one(resident, "EC_MEDINS", days(chance, 2..4), data));
    }
    if age >= 60 && chance.percent(60) {
        let data = vec![("last_employer", "示范市纺织厂".to_owned())];
        planned.push(one(resident, "EC_RETIRE", days(chance, 2..4), data));
    }
    if (22..60).contains(&age) && chance.percent(20) {
        let years = chance.between(1, age - 21).to_string();
        let recent = i64::from(chance.between(5, 85));
        planned.push(one(resident, "EC_SOCINS", recent, vec![("paid_years", years)]));
    }
}

/// Licences: some end soon, some are over, one is taken away for a time, one for good.
fn driving(
    planned: &mut Vec<Planned>,
    resident: &Resident,
    age: u32,
    chance: &mut Chance,
    drivers: &mut u32,
) {
    if !(20..70).contains(&age) || !chance.percent(45) {
        return;
    }
    *drivers += 1;
    let ago = days(chance, 2..5);
    let class = if chance.percent(75) { "C1" } else { "C2" };
    let data = vec![("license_class", class.to_owned())];
    let licence = one(resident, "EC_DRIVER", ago, data);
    let done = |operation, ago, reason| Some(Later::Done(operation, ago, reason));
    planned.push(match *drivers {
        1 => Planned { left: Some(18), ..licence },
        2 => Planned { left: Some(47), ..licence },
        3 => Planned { left: Some(-12), ..licence },
        4 => Planned { later: done(Operation::Suspend, 20, "饮酒后驾驶，暂扣六个月"), ..licence },
        5 => Planned { later: done(Operation::Revoke, 90, "醉酒驾驶，吊销驾驶证"), ..licence },
        6 => Planned { left: Some(-200), ..licence },
        7 | 8 => Planned { later: Some(Later::Renewed(430)), ..licence },
        _ => licence,
    });
    if chance.percent(60) {
        let plate = format!("示A·{:05}", chance.below(99_999));
        let data = vec![("plate_number", plate), ("vehicle_kind", "小型轿车".to_owned())];
        planned.push(one(resident, "EC_VEHICLE", days(chance, 2..6), data));
    }
}

fn life(planned: &mut Vec<Planned>, resident: &Resident, age: u32, chance: &mut Chance) {
    let person = &resident.person;
    if age < 7 {
        let sex = if person.number.sex() == Sex::Male { "male" } else { "female" };
        let data = vec![
            ("birth_date", person.number.birth_date().to_string()),
            ("birth_hospital", "示范市人民医院".to_owned()),
            ("baby_sex", sex.to_owned()),
            ("baby_name", person.name.clone()),
        ];
        planned.push(one(resident, "EC_BIRTH", i64::from(age) * 365, data));
        planned.push(one(resident, "EC_VACC", i64::from(age) * 365, Vec::new()));
    }
    if (23..60).contains(&age) && chance.percent(55) {
        let level = *chance.pick(&["college", "bachelor", "bachelor", "master"]).unwrap_or(&"bachelor");
        let data = vec![("education_level", level.to_owned()), ("diploma_school", "示范大学".to_owned())];
        planned.push(one(resident, "EC_DIPLOMA", i64::from(age - 22) * 365 + 60, data));
    }
    if age >= 28 && chance.percent(35) {
        let number =
            format!("示（20{:02}）不动产权第{:07}号", chance.between(12, 24), chance.below(9_999_999));
        let data = vec![
            ("house_address", person.address.clone()),
            ("property_cert_no", number),
            ("house_area", chance.between(45, 140).to_string()),
            ("house_use", "home".to_owned()),
        ];
        planned.push(one(resident, "EC_PROPERTY", days(chance, 2..12), data));
    }
    if (24..55).contains(&age) && chance.percent(6) {
        planned.push(one(resident, "EC_TEACHER", days(chance, 2..9), Vec::new()));
    }
    if (24..55).contains(&age) && chance.percent(5) {
        planned.push(one(resident, "EC_NURSE", days(chance, 2..4), Vec::new()));
    }
}

fn help(planned: &mut Vec<Planned>, resident: &Resident, age: u32, chance: &mut Chance) {
    if age >= 60 && chance.percent(80) {
        planned.push(one(resident, "EC_ELDER", days(chance, 2..5), Vec::new()));
    }
    if chance.percent(9) {
        let level = chance.between(1, 4).to_string();
        let data = vec![("disability_level", level), ("disability_kind", "physical".to_owned())];
        planned.push(one(resident, "EC_DISABLED", days(chance, 2..7), data));
    }
    if age >= 18 && chance.percent(5) {
        let data = vec![("household_size", chance.between(1, 4).to_string())];
        let ago = i64::from(chance.between(30, 320));
        planned.push(one(resident, "EC_DIBAO", ago, data));
    }
    if age >= 22 && chance.percent(4) {
        let data = vec![("veteran_kind", "retired".to_owned())];
        planned.push(one(resident, "EC_VETERAN", days(chance, 2..4), data));
    }
}
