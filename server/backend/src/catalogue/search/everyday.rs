//! How people ask: words that say nothing about the matter, and what they call things at home.

use super::unit::{self, Unit};
use std::sync::LazyLock;

/// Asked around every matter; a query without them says the same.
const FILLING: [&str; 66] = [
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
    "弄个",
    "弄",
    "搞",
    "先",
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

/// What people say at home, and the words of the office for it: people, ages, work, school, health,
/// home, money and trouble. The everyday words of one matter belong to its entry.
const SAID: &[(&str, &str)] = &[
    ("老妈", "老人"),
    ("老爸", "老人"),
    ("妈妈", "老人"),
    ("爸爸", "老人"),
    ("奶奶", "高龄老人"),
    ("爷爷", "高龄老人"),
    ("姥姥", "高龄老人"),
    ("姥爷", "高龄老人"),
    ("外婆", "高龄老人"),
    ("外公", "高龄老人"),
    ("父母", "老人"),
    ("老头", "老人"),
    ("老太太", "老人"),
    ("我妈", "老人"),
    ("我爸", "老人"),
    ("孤老", "特困老人"),
    ("六十", "老年"),
    ("七十", "老年"),
    ("八十", "高龄"),
    ("九十", "高龄"),
    ("百岁", "高龄"),
    ("一百岁", "高龄"),
    ("60岁", "老年"),
    ("65岁", "老年"),
    ("70岁", "老年"),
    ("80岁", "高龄"),
    ("90岁", "高龄"),
    ("宝宝", "新生儿"),
    ("娃娃", "儿童"),
    ("小孩", "儿童"),
    ("孩子", "儿童"),
    ("儿子", "儿童"),
    ("女儿", "儿童"),
    ("闺女", "儿童"),
    ("娃", "儿童"),
    ("老婆", "夫妻"),
    ("老公", "夫妻"),
    ("媳妇", "夫妻"),
    ("对象", "结婚"),
    ("没工作", "失业"),
    ("丢了工作", "失业"),
    ("下岗", "失业"),
    ("被裁", "失业"),
    ("裁员", "失业"),
    ("失去工作", "失业"),
    ("辞退", "失业"),
    ("找不到活", "就业困难"),
    ("找不到工作", "就业困难"),
    ("没活干", "失业"),
    ("倒闭", "失业"),
    ("打工", "务工"),
    ("找工作", "就业"),
    ("自己干", "灵活就业"),
    ("零工", "灵活就业"),
    ("外卖", "灵活就业"),
    ("跑车", "灵活就业"),
    ("开公司", "企业创业"),
    ("做生意", "创业"),
    ("开店", "开办"),
    ("摆摊", "个体工商户"),
    ("念书", "上学入学"),
    ("读书", "上学入学"),
    ("毕业", "毕业生"),
    ("看病", "就医医疗"),
    ("住院", "医疗"),
    ("挂号", "预约诊疗"),
    ("大夫", "医生诊疗"),
    ("骨科", "诊疗"),
    ("怀孕", "生育"),
    ("怀上", "生育"),
    ("生娃", "生育"),
    ("生孩子", "生育"),
    ("瘫", "失能"),
    ("卧床", "失能"),
    ("保姆", "养老护理"),
    ("护工", "护理"),
    ("养老院", "养老机构"),
    ("敬老院", "特困供养养老机构"),
    ("坐牢", "犯罪"),
    ("坐过牢", "犯罪"),
    ("案底", "犯罪"),
    ("去世", "死亡遗属"),
    ("过世", "死亡遗属"),
    ("走了", "死亡"),
    ("退钱", "消费投诉"),
    ("索赔", "消费投诉"),
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

/// The query with the words of the office after those of home.
fn translated(query: &[Unit]) -> Option<Vec<Unit>> {
    let mut told = Vec::new();
    let mut rest = query;
    while let Some((_, after)) = rest.split_first() {
        let known = SAID_UNITS.iter().filter(|(home, _)| starts_with(rest, home));
        match known.max_by_key(|(home, _)| home.len()) {
            Some((home, office)) => {
                told.push(Unit::default());
                told.extend_from_slice(office);
                rest = rest.get(home.len()..).unwrap_or_default();
            }
            None => rest = after,
        }
    }
    (!told.is_empty()).then(|| [query, &told].concat())
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
