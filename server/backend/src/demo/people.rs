//! The people of the demonstration city. Numbers are valid and belong to nobody: residents were
//! registered in 2299xx, which is no division; permits have sequences that no office has reached,
//! foreigners a country that does not exist.

use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::division::{DivisionCode, DivisionLevel};
use domain::resident_id::{ResidentId, Sex};
use serde::Deserialize;

use super::chance::Chance;
use super::data::CITY;

/// How many there are.
const PEOPLE: u32 = 120;
/// The first so many adults have accounts; the very first signs in as `citizen`.
const ACCOUNTS: usize = 24;
/// Counties of the city, as in the first six digits of residents' numbers.
const COUNTIES: [&str; 6] = ["229902", "229903", "229904", "229921", "229922", "229981"];
/// Hong Kong, Macao, Taiwan; and a foreigner who applied in province 22.
const ELSEWHERE: [(&str, u16); 4] = [("810000", 990), ("820000", 990), ("830000", 990), ("922999", 900)];

/// Somebody who does not exist.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// Identity number.
    pub number: ResidentId,
    /// Name as on the card.
    pub name: String,
    /// Phone number.
    pub phone: String,
    /// Community of the household register; none for people from elsewhere.
    pub household: Option<DivisionCode>,
    /// Community they live in.
    pub residence: Option<DivisionCode>,
    /// Street and number.
    pub address: String,
    /// Whether they have an account.
    pub has_account: bool,
    /// The name to sign in with beside the number.
    pub username: Option<&'static str>,
}

impl DemoPerson {
    /// Whether they are of age on a day.
    pub fn is_adult(&self, on: NaiveDate) -> bool {
        self.number.age_on(on) >= 18
    }
}

/// Everybody, always the same.
pub fn people() -> Vec<DemoPerson> {
    let mut chance = Chance::new(0x5918_2026);
    let mut people: Vec<DemoPerson> = (0..PEOPLE).filter_map(|n| person(n, &mut chance)).collect();
    let grown = people.iter_mut().filter(|person| person.number.birth_year() <= 2000);
    for (n, person) in grown.take(ACCOUNTS).enumerate() {
        person.has_account = true;
        person.username = (n == 0).then_some("citizen");
    }
    people
}

fn person(n: u32, chance: &mut Chance) -> Option<DemoPerson> {
    let birth = birth(n, chance)?;
    let county = *chance.pick(&COUNTIES)?;
    let elsewhere =
        (n % 12 == 5).then(|| ELSEWHERE.iter().cycle().nth(usize::try_from(n / 12).ok()?)).flatten();
    let sequence = u16::try_from(100 + n).ok()?;
    let number = match elsewhere {
        Some((division, first)) => ResidentId::compose(division, birth, first + u16::try_from(n % 10).ok()?)?,
        None => ResidentId::compose(county, birth, sequence)?,
    };
    let household = if elsewhere.is_some() { None } else { community(chance, county) };
    let residence =
        if household.is_none() || chance.percent(25) { community(chance, "2299") } else { household };
    Some(DemoPerson {
        name: name(n, &number, chance)?,
        phone: format!("1380000{:04}", 1000 + n),
        address: format!(
            "{}{}号{}单元{}0{}室",
            chance.pick(&STREETS)?,
            1 + n,
            1 + n % 4,
            1 + n % 6,
            1 + n % 3
        ),
        number,
        household,
        residence,
        has_account: false,
        username: None,
    })
}

/// From newborn to ninety-five; the first is in the middle of life.
fn birth(n: u32, chance: &mut Chance) -> Option<NaiveDate> {
    let age = if n == 0 { 36 } else { (n * 37) % 96 };
    let year = i32::try_from(2025 - age).ok()?;
    NaiveDate::from_ymd_opt(year, chance.between(1, 10), chance.between(1, 28))
}

fn community(chance: &mut Chance, within: &str) -> Option<DivisionCode> {
    let fitting: Vec<DivisionCode> =
        COMMUNITIES.iter().filter(|code| code.to_string().starts_with(within)).copied().collect();
    chance.pick(&fitting).copied()
}

static COMMUNITIES: LazyLock<Vec<DivisionCode>> = LazyLock::new(|| {
    let file: File = serde_json::from_str(CITY).unwrap_or_default();
    let code = |division: &FileDivision| DivisionCode::parse(&division.code).ok();
    file.divisions.iter().filter_map(code).filter(|code| code.level() == DivisionLevel::Village).collect()
});

#[derive(Default, Deserialize)]
struct File {
    divisions: Vec<FileDivision>,
}

#[derive(Deserialize)]
struct FileDivision {
    code: String,
}

fn name(n: u32, number: &ResidentId, chance: &mut Chance) -> Option<String> {
    if number.province_of_application().is_some() {
        return chance.pick(&FOREIGN).map(|name| (*name).to_owned());
    }
    if n == 0 {
        return Some("林晓雨".to_owned());
    }
    let surname = chance.pick(&SURNAMES)?;
    let given = match (number.sex(), number.birth_year()) {
        (Sex::Female, ..=1969) => chance.pick(&WOMEN)?,
        (Sex::Male, ..=1969) => chance.pick(&MEN)?,
        (Sex::Female, _) => chance.pick(&GIRLS)?,
        (Sex::Male, _) => chance.pick(&BOYS)?,
    };
    Some(format!("{surname}{given}"))
}

/// A name for a member of staff.
pub(super) fn staff_name(chance: &mut Chance) -> String {
    let surname = chance.pick(&SURNAMES).copied().unwrap_or("王");
    let given = if chance.percent(50) { chance.pick(&GIRLS) } else { chance.pick(&BOYS) };
    format!("{surname}{}", given.copied().unwrap_or("工"))
}

const SURNAMES: [&str; 32] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
    "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "欧阳", "上官",
];
const WOMEN: [&str; 14] = [
    "秀英", "桂兰", "玉珍", "淑芬", "凤霞", "秀兰", "桂英", "玉梅", "淑华", "春梅", "惠芳", "素琴", "月娥",
    "翠莲",
];
const MEN: [&str; 14] = [
    "建国", "国强", "志明", "德福", "永贵", "长江", "卫东", "玉山", "振华", "保国", "福生", "宝山", "庆林",
    "文礼",
];
const GIRLS: [&str; 18] = [
    "晓梅", "雨桐", "欣怡", "思涵", "佳宁", "静", "丽娜", "若曦", "梦洁", "诗琪", "婷婷", "雪", "慧敏",
    "安然", "可馨", "芷若", "燕", "晓雯",
];
const BOYS: [&str; 18] = [
    "浩然", "子轩", "宇航", "伟", "俊杰", "明哲", "天佑", "磊", "志远", "嘉诚", "鹏飞", "博文", "超", "晨阳",
    "子墨", "海涛", "一鸣", "思远",
];
const FOREIGN: [&str; 4] = ["安娜·贝克", "马丁·索尔", "艾米丽·科尔", "托马斯·维格"];
const STREETS: [&str; 10] =
    ["文庙巷", "幸福路", "和平街", "向阳里", "柳荫巷", "滨江道", "槐树胡同", "新华路", "育才街", "东风路"];

#[cfg(test)]
mod tests {
    use super::*;
    use domain::resident_id::Kind;
    use std::collections::HashSet;

    #[test]
    fn everybody_is_different_and_always_the_same() {
        let (one, other) = (people(), people());
        assert_eq!(one.len(), 120);
        let numbers: HashSet<&str> = one.iter().map(|person| person.number.reveal()).collect();
        assert_eq!(numbers.len(), one.len());
        assert!(one.iter().zip(&other).all(|(a, b)| a.number == b.number && a.name == b.name));
    }

    #[test]
    fn there_are_people_of_every_kind_and_age() {
        let people = people();
        let kinds: HashSet<Kind> = people.iter().map(|person| person.number.kind()).collect();
        assert_eq!(kinds.len(), 5);
        let years = people.iter().map(|person| person.number.birth_year());
        assert!(years.clone().min() <= Some(1931) && years.max() >= Some(2024));
        assert!(people.iter().all(|person| person.residence.is_some()));
        assert_eq!(people.iter().filter(|person| person.has_account).count(), ACCOUNTS);
        assert_eq!(people.first().and_then(|person| person.username), Some("citizen"));
    }
}
