//! How a line came about, in words.

use super::operate::sum;
use crate::assessment::{Exact, Formula, Input, Text};

fn both(zh: impl Into<String>, en: impl Into<String>) -> Text {
    Text { zh: zh.into(), en: Some(en.into()) }
}

/// What a formula without a name of its own is called.
pub(super) fn label(formula: &Formula) -> Text {
    match formula {
        Formula::Input(input) => input.name.clone(),
        Formula::Named { name, .. } => name.clone(),
        Formula::Weighted(_) => both("加权合计", "Weighted sum"),
        Formula::Mean(_) => both("平均", "Mean"),
        Formula::Sum { .. } => both("合计", "Sum"),
        Formula::Scaled { .. } => both("折算", "Carried to another scale"),
        Formula::Ratio { .. } => both("比值", "Ratio"),
        Formula::Attainment { .. } => both("目标完成度", "Attainment of the target"),
        Formula::Indicator(key) | Formula::Node(key) => both(key.clone(), key.clone()),
        Formula::ScoreOf(part) => both(part.as_str(), part.as_str()),
    }
}

pub(super) fn put_in(input: &Input) -> Text {
    let max = input.max;
    both(format!("考核单位填报，满分{max}"), format!("put in by the assessing unit, of at most {max}"))
}

pub(super) fn incomplete() -> Text {
    both("以下有缺项，不能计算", "cannot be worked out: something below is lacking")
}

/// How the parts make the whole.
pub(super) fn how(formula: &Formula, parts: &[Exact]) -> Text {
    match (formula, parts) {
        (Formula::Weighted(weights), parts) => {
            let terms = weights.iter().zip(parts).map(|((weight, _), part)| {
                let percent = weight.times(Exact::whole(100).unwrap_or(Exact::ZERO)).unwrap_or(*weight);
                format!("{percent}% × {part}")
            });
            let words = terms.collect::<Vec<_>>().join(" + ");
            both(words.clone(), words)
        }
        (Formula::Mean(_), parts) => {
            let words = format!("({}) ÷ {}", added(parts), parts.len());
            both(words.clone(), words)
        }
        (Formula::Sum { cap, .. }, parts) => capped(parts, *cap),
        (Formula::Scaled { from, to, .. }, [of]) => {
            both(format!("{of} ÷ 满分{from} × {to}"), format!("{of} ÷ full marks {from} × {to}"))
        }
        (Formula::Ratio { .. }, [of, to]) => both(format!("{of} ÷ {to}"), format!("{of} ÷ {to}")),
        (Formula::Attainment { target, full, .. }, [of]) => both(
            format!("{of} ÷ 目标{target} × {full}，不超过{full}"),
            format!("{of} ÷ target {target} × {full}, at most {full}"),
        ),
        (
            Formula::Named { .. }
            | Formula::Input(_)
            | Formula::Scaled { .. }
            | Formula::Ratio { .. }
            | Formula::Attainment { .. }
            | Formula::Indicator(_)
            | Formula::Node(_)
            | Formula::ScoreOf(_),
            _,
        ) => Text::default(),
    }
}

fn added(parts: &[Exact]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + ")
}

fn capped(parts: &[Exact], cap: Option<Exact>) -> Text {
    let terms = added(parts);
    let over = sum(parts).zip(cap).filter(|(sum, cap)| sum > cap);
    match (over, cap) {
        (Some((sum, cap)), _) => both(
            format!("{terms} = {sum}，超过封顶{cap}，计{cap}"),
            format!("{terms} = {sum}, over the cap of {cap}: {cap} count"),
        ),
        (None, Some(cap)) => both(format!("{terms}，封顶{cap}"), format!("{terms}, capped at {cap}")),
        (None, None) => both(terms.clone(), terms),
    }
}
