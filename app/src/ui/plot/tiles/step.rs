//! How bad a rate is, as a mark that can be told apart without colour.

use crate::lang::Lang;
use domain::indicator::Ratio;
use leptos::prelude::*;

/// How bad a rate is: nothing to divide by, none, under 2 %, under 5 %, under 10 %, more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Nothing,
    Zero,
    Low,
    Middle,
    High,
    Highest,
}

impl Step {
    pub const ALL: [Self; 6] =
        [Self::Nothing, Self::Zero, Self::Low, Self::Middle, Self::High, Self::Highest];

    pub fn of(rate: Ratio) -> Self {
        let under = |percent: i64| rate.numerator * 100 < rate.denominator * percent;
        match rate {
            Ratio { denominator: ..=0, .. } => Self::Nothing,
            Ratio { numerator: ..=0, .. } => Self::Zero,
            _ if under(2) => Self::Low,
            _ if under(5) => Self::Middle,
            _ if under(10) => Self::High,
            _ => Self::Highest,
        }
    }

    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Nothing => lang.t("没有办件", "no cases"),
            Self::Zero => lang.t("没有超期", "none overdue"),
            Self::Low => lang.t("不到 2 %", "under 2 %"),
            Self::Middle => lang.t("2 % 到 5 %", "2 % to 5 %"),
            Self::High => lang.t("5 % 到 10 %", "5 % to 10 %"),
            Self::Highest => lang.t("10 % 以上", "10 % and more"),
        }
    }

    /// The ground of the mark, and the pattern on it.
    pub fn mark(self) -> AnyView {
        let (ground, pattern) = match self {
            Self::Nothing => ("step-none", None),
            Self::Zero => ("step-0", None),
            Self::Low => ("ground", Some("url(#plot-dots)")),
            Self::Middle => ("ground", Some("url(#plot-lines)")),
            Self::High => ("ground", Some("url(#plot-cross)")),
            Self::Highest => ("ink", None),
        };
        let pattern = pattern.map(|fill| view! { <rect width="100%" height="100%" fill=fill/> });
        view! { <rect class=ground width="100%" height="100%"/>{pattern} }.into_any()
    }
}

/// The patterns that the marks of a page use: told apart in print and without colour.
pub(super) fn patterns() -> AnyView {
    view! {
        <svg class="plot-patterns" aria-hidden="true"><defs>
            <pattern id="plot-dots" width="8" height="8" patternUnits="userSpaceOnUse">
                <circle class="ink" cx="4" cy="4" r="1.4"/>
            </pattern>
            <pattern id="plot-lines" width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="ink" y="3" width="8" height="2.4"/>
            </pattern>
            <pattern id="plot-cross" width="8" height="8" patternUnits="userSpaceOnUse">
                <rect class="ink" y="2" width="8" height="3"/><rect class="ink" x="2" width="3" height="8"/>
            </pattern>
        </defs></svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(numerator: i64, denominator: i64) -> Step {
        Step::of(Ratio { numerator, denominator })
    }

    #[test]
    fn a_place_without_cases_is_neither_good_nor_bad() {
        assert_eq!((step(0, 0), step(0, 9)), (Step::Nothing, Step::Zero));
    }

    #[test]
    fn steps_begin_at_their_percentage() {
        assert_eq!((step(1, 51), step(1, 50)), (Step::Low, Step::Middle));
        assert_eq!((step(49, 1000), step(5, 100)), (Step::Middle, Step::High));
        assert_eq!((step(99, 1000), step(1, 10)), (Step::High, Step::Highest));
    }
}
