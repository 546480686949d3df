//! A line of the last months beside a number: its course, from zero up.

use leptos::prelude::*;

/// Width and height the line is drawn in; the page stretches it.
const WIDE: usize = 120;
const HIGH: i64 = 24;

/// The course of a number, oldest first, with its words for those who do not see it.
pub fn spark(numbers: &[i64], heard: String) -> AnyView {
    let points = points(numbers);
    view! {
        <svg class="spark" viewBox="0 0 120 24" preserveAspectRatio="none" role="img" aria-label=heard>
            <polyline points=points/>
        </svg>
    }
    .into_any()
}

/// Points of the line; the baseline is zero.
fn points(numbers: &[i64]) -> String {
    let most = numbers.iter().copied().max().unwrap_or(0).max(1);
    let gaps = numbers.len().saturating_sub(1).max(1);
    let point = |(at, n): (usize, &i64)| format!("{},{}", at * WIDE / gaps, HIGH - 1 - n * (HIGH - 2) / most);
    numbers.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stands_on_zero() {
        assert_eq!(points(&[0, 5, 10]), "0,23 60,12 120,1");
        assert_eq!(points(&[0, 0]), "0,23 120,23");
    }
}
