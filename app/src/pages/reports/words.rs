//! Reports in words: states, figures, quarters, what happened.

use crate::lang::Lang;
use domain::assessment::Period;
use domain::assessment::report::{Act, Amount, Deed, Figure, Shelf, State};
use leptos::prelude::*;

/// How a report stands; none: owed and not begun.
pub fn state_name(lang: Lang, state: Option<State>) -> &'static str {
    match state {
        None => lang.t("未填报", "Not begun"),
        Some(State::Draft) => lang.t("草稿", "Draft"),
        Some(State::Submitted) => lang.t("待核定", "Submitted"),
        Some(State::Returned) => lang.t("已退回", "Returned"),
        Some(State::SignedOff) => lang.t("已核定", "Signed off"),
        Some(State::Reopened) => lang.t("已重开", "Reopened"),
    }
}

/// The name of the state in addresses.
pub fn state_key(state: Option<State>) -> &'static str {
    state.map_or("owed", State::as_str)
}

/// Reads it back: outside, whether it is one; inside, which.
pub fn parse_state(text: &str) -> Option<Option<State>> {
    if text == "owed" { Some(None) } else { State::parse(text).map(Some) }
}

/// The state as a tag, with 逾期 beside it where the last day has passed.
pub fn state_tag(lang: Lang, state: Option<State>, overdue: bool) -> AnyView {
    let class = match state {
        None => "tag",
        Some(State::Draft) => "tag status-draft",
        Some(State::Submitted) => "tag status-submitted",
        Some(State::Returned | State::Reopened) => "tag status-correction",
        Some(State::SignedOff) => "tag status-granted",
    };
    let late = overdue.then(|| view! { " "<span class="light red">{lang.t("逾期", "Overdue")}</span> });
    view! { <span class=class>{state_name(lang, state)}</span>{late} }.into_any()
}

/// The name of a list.
pub fn shelf_name(lang: Lang, shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Todo => lang.t("部门填报中", "With the departments"),
        Shelf::Overdue => lang.t("逾期", "Overdue"),
        Shelf::Waiting => lang.t("待核定", "To be judged"),
        Shelf::SignedOff => lang.t("已核定", "Signed off"),
        Shelf::All => lang.t("全部", "All"),
    }
}

/// 2026年第3季度.
pub fn quarter(lang: Lang, period: Period) -> String {
    lang.t(period.chinese(), period.english())
}

/// A button's words.
pub fn act_name(lang: Lang, act: Act) -> &'static str {
    match act {
        Act::Save => lang.t("暂存", "Save"),
        Act::Submit => lang.t("报送", "Submit"),
        Act::Return => lang.t("退回", "Return"),
        Act::SignOff => lang.t("核定", "Sign off"),
        Act::Reopen => lang.t("重开", "Reopen"),
    }
}

/// What happened.
pub fn deed_name(lang: Lang, deed: Deed) -> &'static str {
    match deed {
        Deed::Saved => lang.t("暂存了填报内容", "saved a draft"),
        Deed::EvidenceAdded => lang.t("添加了佐证材料", "added evidence"),
        Deed::EvidenceRemoved => lang.t("取出了佐证材料", "took evidence out"),
        Deed::Submitted => lang.t("报送", "submitted it"),
        Deed::Returned => lang.t("退回", "returned it"),
        Deed::SignedOff => lang.t("核定", "signed it off"),
        Deed::Reopened => lang.t("重开", "opened it again"),
        Deed::Assigned => lang.t("改由本部门填报", "gave it to this department"),
    }
}

/// `45 ÷ 50 = 90 %`, `45`, or nothing where there is no number.
pub fn number_words(figure: &Figure) -> String {
    match (figure.numerator, figure.denominator) {
        (Some(part), Some(whole)) => {
            let share = figure.basis_points().map(|points| format!(" = {}", percent(points)));
            format!("{} ÷ {}{}", amount(part), amount(whole), share.unwrap_or_default())
        }
        (Some(number), None) => amount(number),
        (None, _) => String::new(),
    }
}

/// Hundredths of a per cent: `90 %`, `33.33 %`.
fn percent(points: i64) -> String {
    let (whole, part) = (points / 100, points % 100);
    if part == 0 { format!("{whole} %") } else { format!("{whole}.{part:02} %") }
}

/// An amount in groups of three.
fn amount(amount: Amount) -> String {
    let text = amount.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), crate::ui::ratio::grouped);
    if part.is_empty() { whole } else { format!("{whole}.{part}") }
}

/// What a field is called, in the list of what is wrong.
pub fn field_name(lang: Lang, field: &str) -> &'static str {
    match field {
        "numerator" => lang.t("数值（分子）", "Number (part)"),
        "denominator" => lang.t("总数（分母）", "Whole"),
        "text" => lang.t("文字说明", "In words"),
        "reason" => lang.t("理由", "Reason"),
        "department" => lang.t("填报部门", "Department"),
        _ => lang.t("佐证材料", "Evidence"),
    }
}

/// ① … ⑳; beyond, the number in brackets.
pub fn circled(number: u32) -> String {
    let sign = number.checked_sub(1).filter(|n| *n < 20).and_then(|n| char::from_u32(0x2460 + n));
    sign.map_or_else(|| format!("({number})"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_show_both_sides_and_what_comes_of_them() {
        let words = |a: &str, b: &str| number_words(&Figure::read(a, b, "").unwrap());
        assert_eq!(words("4500", "5000"), "4,500 ÷ 5,000 = 90 %");
        assert_eq!(words("1", "3"), "1 ÷ 3 = 33.33 %");
        assert_eq!(words("1234.5", ""), "1,234.5");
        assert_eq!(words("", ""), "");
    }

    #[test]
    fn states_read_back_from_addresses() {
        for state in State::ALL.map(Some).into_iter().chain([None]) {
            assert_eq!(parse_state(state_key(state)), Some(state));
        }
        assert_eq!(parse_state("x"), None);
        assert_eq!((circled(1), circled(20), circled(21)), ("①".into(), "⑳".into(), "(21)".into()));
    }
}
