//! How people ask: words that say nothing about the matter, and what they call things at home.

use super::unit::{self, Unit};
use std::sync::LazyLock;

/// Asked around every matter; a query without them says the same.
const FILLING: [&str; 62] = [
    "怎么样",
    "怎么办理",
    "怎么办",
    "怎么",
    "咋办",
    "咋",
    "如何",
    "在哪里",
    "在哪儿",
    "在哪",
    "哪里",
    "哪儿",
    "去哪",
    "需要什么",
    "要什么",
    "什么材料",
    "哪些材料",
    "需要",
    "什么",
    "哪些",
    "多少钱",
    "多久",
    "几天",
    "能不能",
    "可不可以",
    "可以",
    "能否",
    "请问",
    "我想",
    "我要",
    "想要",
    "想",
    "我们",
    "我家",
    "我",
    "您好",
    "你好",
    "帮忙",
    "帮",
    "一下",
    "手续",
    "流程",
    "办理",
    "申请",
    "的",
    "了",
    "吗",
    "呢",
    "吧",
    "啊",
    "得",
    "到",
    "去",
    "给",
    "是",
    "有",
    "在",
    "能",
    "要",
    "该",
    "谁",
    "哪",
];

/// What people say at home, and what the catalogue says. Kept to kinship, people and money: the
/// everyday words of a matter belong to its entry.
const SAID: [(&str, &str); 26] = [
    ("老妈", "老人"),
    ("老爸", "老人"),
    ("妈妈", "老人"),
    ("爸爸", "老人"),
    ("奶奶", "老人"),
    ("爷爷", "老人"),
    ("姥姥", "老人"),
    ("外婆", "老人"),
    ("父母", "老人"),
    ("老头", "老人"),
    ("老太太", "老人"),
    ("宝宝", "新生儿"),
    ("娃娃", "孩子"),
    ("娃", "孩子"),
    ("小孩", "儿童"),
    ("孩子", "儿童"),
    ("儿子", "孩子"),
    ("女儿", "孩子"),
    ("闺女", "孩子"),
    ("领钱", "补贴"),
    ("补助", "补贴"),
    ("津贴", "补贴"),
    ("补贴", "津贴"),
    ("单位", "企业"),
    ("公司", "企业"),
    ("老板", "企业"),
];

static FILLING_UNITS: LazyLock<Vec<Vec<Unit>>> =
    LazyLock::new(|| FILLING.iter().map(|word| unit::written(word)).collect());

static SAID_UNITS: LazyLock<Vec<(Vec<Unit>, Vec<Unit>)>> = LazyLock::new(|| {
    SAID.iter().map(|(home, office)| (unit::written(home), unit::written(office))).collect()
});

/// The query without filling; and once more with the words of the office for those of home.
pub(super) fn readings(query: &[Unit]) -> Vec<Vec<Unit>> {
    let bare = without_filling(query);
    let office = translated(&bare);
    let mut readings = vec![bare];
    if let Some(office) = office {
        readings.push(office);
    }
    readings
}

fn without_filling(query: &[Unit]) -> Vec<Unit> {
    let mut kept = Vec::new();
    let mut rest = query;
    while let Some((first, after)) = rest.split_first() {
        match FILLING_UNITS.iter().find(|word| starts_with(rest, word)) {
            Some(word) => rest = rest.get(word.len()..).unwrap_or_default(),
            None => {
                kept.push(*first);
                rest = after;
            }
        }
    }
    if kept.is_empty() { query.to_vec() } else { kept }
}

fn translated(query: &[Unit]) -> Option<Vec<Unit>> {
    let mut told = Vec::new();
    let mut changed = false;
    let mut rest = query;
    while let Some((first, after)) = rest.split_first() {
        match SAID_UNITS.iter().find(|(home, _)| starts_with(rest, home)) {
            Some((home, office)) => {
                told.extend_from_slice(office);
                rest = rest.get(home.len()..).unwrap_or_default();
                changed = true;
            }
            None => {
                told.push(*first);
                rest = after;
            }
        }
    }
    changed.then_some(told)
}

/// As written; words of two and more also as they sound, where only letters were typed.
fn starts_with(text: &[Unit], word: &[Unit]) -> bool {
    let same = |(a, b): (&Unit, &Unit)| match a.character {
        Some(_) => a.character == b.character,
        None => word.len() > 1 && a.sound() != 0 && a.sound() == b.sound(),
    };
    text.len() >= word.len() && text.iter().zip(word).all(same)
}

/// English words of three letters and more.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    const IDLE: [&str; 12] =
        ["the", "for", "and", "how", "get", "apply", "with", "from", "can", "where", "what", "application"];
    let plain = unit::plain(text);
    let words: Vec<String> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.len() > 2 && !IDLE.contains(word))
        .map(|word| word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word).to_owned())
        .collect();
    words.into_iter()
}

/// How alike two English words are: 1 when equal, less for a beginning or a slip of the pen.
pub(super) fn alike(asked: &str, word: &str) -> f32 {
    if asked == word {
        1.0
    } else if asked.len() > 3 && word.starts_with(asked) {
        0.8
    } else if asked.len() > 4 && strsim::osa_distance(asked, word) <= 1 + asked.len() / 8 {
        0.7
    } else {
        0.0
    }
}
