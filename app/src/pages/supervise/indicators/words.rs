//! Values, their units, and what is counted, in words.

use super::address::{IndicatorQuery, SideName};
use crate::lang::Lang;
use crate::ui::ratio::grouped;
use domain::indicator::catalogue::{Base, Formula, Group, Indicator, Reading, Target, Unit};
use leptos::prelude::*;

/// The value with its unit; a dash where there is none.
pub fn value(lang: Lang, indicator: &Indicator, reading: &Reading) -> String {
    let Some(value) = reading.value else { return "—".to_owned() };
    let text = value.text(indicator.unit);
    match indicator.unit {
        Unit::Percent => format!("{text}%"),
        Unit::Workdays => lang.t(format!("{text} 个工作日"), format!("{text} working days")),
        Unit::Hours => lang.t(format!("{text} 小时"), format!("{text} hours")),
        Unit::Points => lang.t(format!("{text} 分"), format!("{text} points")),
        Unit::Number => format!("{text} {}", base_of(lang, indicator.base)),
    }
}

/// What is counted: 件, 项 …
pub fn base_of(lang: Lang, base: Base) -> &'static str {
    let (zh, en) = base.name();
    lang.t(zh, en)
}

/// Both sides of the formula, each leading to what it counts.
pub(super) fn sides(lang: Lang, query: &IndicatorQuery, one: &Indicator, reading: &Reading) -> AnyView {
    let link = |side, n: i64| {
        let href = query.side(one.key, side);
        view! { <a href=href>{grouped(n)}</a> }
    };
    let base = base_of(lang, one.base);
    match (one.how, reading.numerator, reading.denominator) {
        (Formula::Saving { .. }, Some(saved), Some(whole)) => view! {
            "1 − "{link(SideName::Numerator, whole - saved)}" ÷ "{link(SideName::Denominator, whole)}" "{base}
        }
        .into_any(),
        (Formula::Share { .. } | Formula::Mean { .. }, Some(over), Some(under)) => {
            let below = one.below.filter(|below| *below != one.base).map(|below| base_of(lang, below));
            let above = below.map(|_| format!(" {base}"));
            view! {
                {link(SideName::Numerator, over)}{above}" ÷ "{link(SideName::Denominator, under)}" "{below.unwrap_or(base)}
            }
            .into_any()
        }
        (Formula::Count(_), Some(_), _) if one.base == Base::People => base.into_any(),
        (Formula::Count(_), Some(n), _) => view! { {link(SideName::Numerator, n)}" "{base} }.into_any(),
        (Formula::Gain { .. }, Some(_), Some(_)) => {
            let href = query.one(one.key);
            view! { <a href=href>{lang.t("两期平均之比", "two means compared")}</a> }.into_any()
        }
        (Formula::Reported, Some(over), Some(under)) => {
            format!("{} ÷ {} {base}", grouped(over), grouped(under)).into_any()
        }
        (
            Formula::Share { .. }
            | Formula::Saving { .. }
            | Formula::Mean { .. }
            | Formula::Count(_)
            | Formula::Gain { .. }
            | Formula::Reported
            | Formula::Scored,
            _,
            _,
        ) => base.into_any(),
    }
}

/// A target with whether it is met, in words and not by colour alone.
pub(super) fn target(lang: Lang, target: &Target, met: Option<bool>) -> AnyView {
    let figure = match (lang, &target.due) {
        (_, None) => target.figure.clone(),
        (Lang::Zh, Some(due)) => format!("{}（{due}）", target.figure),
        (Lang::En, Some(due)) => format!("{} ({due})", target.figure),
    };
    let tag = met.map(|met| {
        let class = if met { "tag status-done" } else { "tag status-refused" };
        let told = if met { lang.t("达到", "met") } else { lang.t("未达到", "not met") };
        view! { " "<span class=class>{told}</span> }
    });
    view! { <span class="nowrap">{figure}</span>{tag}<br/><span class="meta">{target.source.clone()}</span> }
        .into_any()
}

/// The name of a heading in addresses.
pub(super) fn group_key(group: Group) -> &'static str {
    match group {
        Group::Online => "online",
        Group::Speed => "speed",
        Group::Window => "window",
        Group::Number => "number",
        Group::Reach => "reach",
        Group::Quality => "quality",
        Group::Reported => "reported",
    }
}
