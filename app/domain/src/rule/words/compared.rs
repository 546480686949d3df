//! A name, how it is compared, and with what, in words.

use super::Pair;
use super::said::value;
use crate::rule::phrases::Both;
use crate::rule::{Decimal, Op, Test, Value};

pub(super) fn age((zh, en): Both, test: &Test) -> Pair {
    let n = value(&test.value);
    let (zh_age, en_age) = match test.op {
        Op::Ge => (format!("年满 {} 周岁", n.0), format!("aged {} or over", n.1)),
        Op::Gt => (format!("超过 {} 周岁", n.0), format!("older than {}", n.1)),
        Op::Le => (format!("不超过 {} 周岁", n.0), format!("aged {} or under", n.1)),
        Op::Lt => (format!("未满 {} 周岁", n.0), format!("under {} years of age", n.1)),
        Op::Eq => (format!("{} 周岁", n.0), format!("aged {}", n.1)),
        Op::Ne => (format!("不是 {} 周岁", n.0), format!("not aged {}", n.1)),
        Op::In | Op::Present | Op::Absent => {
            return general((format!("{zh}年龄"), format!("{en}age")), test);
        }
    };
    (format!("{zh}{zh_age}"), format!("{en}{en_age}"))
}

pub(super) fn count((zh, en): Pair, unit: Both, test: &Test) -> Pair {
    let (zh_op, en_op) = match test.op {
        Op::Ge => ("不少于", "at least"),
        Op::Gt => ("超过", "more than"),
        Op::Le => ("不超过", "at most"),
        Op::Lt => ("低于", "less than"),
        // Names that are things, not deeds, end so in English.
        Op::Eq if test.value == Value::Number(Decimal::ZERO) && en.ends_with(':') => {
            return (format!("无{zh}"), format!("{en} none"));
        }
        Op::Eq => ("为", "exactly"),
        Op::Ne => ("不为", "not"),
        Op::In | Op::Present | Op::Absent => return general((zh, en), test),
    };
    let (zh_value, en_value) = value(&test.value);
    match &test.value {
        Value::Number(_) => {
            (spaced(&[&format!("{zh}{zh_op}"), &zh_value, unit.0]), spaced(&[&en, en_op, &en_value, unit.1]))
        }
        // A named figure brings its own unit.
        Value::Bool(_) | Value::Text(_) | Value::List(_) => {
            (format!("{zh}{zh_op}{zh_value}"), spaced(&[&en, en_op, &en_value]))
        }
    }
}

pub(super) fn city((zh, en): Both, test: &Test) -> Pair {
    let (zh_city, en_city) = value(&test.value);
    match test.op {
        Op::Eq | Op::In => (format!("{zh}在{zh_city}"), format!("{en} in {en_city}")),
        Op::Ne => (format!("{zh}不在{zh_city}"), format!("{en} outside {en_city}")),
        Op::Lt | Op::Le | Op::Gt | Op::Ge | Op::Present | Op::Absent => general((zh.into(), en.into()), test),
    }
}

pub(super) fn general((zh, en): Pair, test: &Test) -> Pair {
    let (zh_value, en_value) = value(&test.value);
    let en = en.trim_end_matches(':');
    match test.op {
        Op::Eq => (format!("{zh}为{zh_value}"), format!("{en}: {en_value}")),
        Op::Ne => (format!("{zh}不为{zh_value}"), format!("{en}: not {en_value}")),
        Op::Lt => (format!("{zh}低于 {zh_value}"), format!("{en}: less than {en_value}")),
        Op::Le => (format!("{zh}不超过 {zh_value}"), format!("{en}: at most {en_value}")),
        Op::Gt => (format!("{zh}超过 {zh_value}"), format!("{en}: more than {en_value}")),
        Op::Ge => (format!("{zh}不少于 {zh_value}"), format!("{en}: at least {en_value}")),
        Op::In => (format!("{zh}为{zh_value}"), format!("{en}: {en_value}")),
        Op::Present => (format!("已提供{zh}"), format!("{en} given")),
        Op::Absent => (format!("未提供{zh}"), format!("{en} not given")),
    }
}

fn spaced(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().copied().filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(" %", "%")
}
