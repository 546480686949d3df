//! Numbers, rates and medians as people read them, never a rate without its two sides.

use crate::lang::Lang;
use domain::indicator::Ratio;

/// A number in groups of three: `1,284`.
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let head = digits.len() % 3;
    let (first, rest) = digits.split_at_checked(head).unwrap_or((&digits, ""));
    let mut groups: Vec<&str> = Some(first).filter(|first| !first.is_empty()).into_iter().collect();
    let mut rest = rest;
    while let Some((group, after)) = rest.split_at_checked(3) {
        groups.push(group);
        rest = after;
    }
    let sign = if n < 0 { "−" } else { "" };
    format!("{sign}{}", groups.join(","))
}

/// A rate in per cent with one decimal; nothing where there is nothing to divide by.
///
/// What is not quite all is never rounded up to 100.0.
pub fn percent(ratio: Ratio) -> Option<String> {
    let value = ratio.value()? * 100.0;
    let value = if ratio.numerator < ratio.denominator { value.min(99.9) } else { value };
    Some(format!("{value:.1}"))
}

/// The rate with its sign, or a dash.
pub fn percent_or_dash(ratio: Ratio) -> String {
    percent(ratio).map_or_else(|| "—".to_owned(), |value| format!("{value} %"))
}

/// The formula with its numbers: `办结 1,284 ÷ 受理 1,332`.
pub fn formula(over: &str, under: &str, ratio: Ratio) -> String {
    format!("{over} {} ÷ {under} {}", grouped(ratio.numerator), grouped(ratio.denominator))
}

/// A median: whole, or with its half.
pub fn half(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.1}") }
}

/// How many cases, with the noun.
pub fn cases(lang: Lang, n: i64) -> String {
    let number = grouped(n);
    match lang {
        Lang::Zh => format!("{number} 件"),
        Lang::En if n == 1 => "1 case".to_owned(),
        Lang::En => format!("{number} cases"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        let shown = [0, 12, 999, 1_000, 12_345, 1_234_567].map(grouped);
        assert_eq!(shown, ["0", "12", "999", "1,000", "12,345", "1,234,567"]);
    }

    #[test]
    fn nearly_all_is_not_all() {
        assert_eq!(percent(Ratio { numerator: 9_999, denominator: 10_000 }).as_deref(), Some("99.9"));
        assert_eq!(percent(Ratio { numerator: 3, denominator: 3 }).as_deref(), Some("100.0"));
    }

    #[test]
    fn nothing_to_divide_by_gives_no_rate() {
        assert_eq!(percent_or_dash(Ratio { numerator: 0, denominator: 0 }), "—");
    }
}
