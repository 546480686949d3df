//! Supervision lights: how a running case stands, always in words beside the colour.

use crate::lang::Lang;
use domain::deadline::Light;
use leptos::prelude::*;

/// A light with its days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lamp {
    /// The colour; none while the clock does not run.
    pub light: Option<Light>,
    /// Working days left; past the date, working days late.
    pub days: u32,
}

impl Lamp {
    /// Whether a date has passed.
    pub fn is_late(self) -> bool {
        self.light.is_some_and(|light| light >= Light::Red)
    }
}

/// The light as pages show it.
pub fn light(lang: Lang, lamp: Lamp) -> impl IntoView {
    view! { <span class=format!("light {}", colour(lamp.light))>{words(lang, lamp)}</span> }
}

fn colour(light: Option<Light>) -> &'static str {
    match light {
        None => "none",
        Some(Light::Green) => "green",
        Some(Light::Yellow) => "yellow",
        Some(Light::Red) => "red",
        Some(Light::Black) => "black",
    }
}

/// What the light says. Days are working days, on both sides of the date.
pub fn words(lang: Lang, lamp: Lamp) -> String {
    let days = lamp.days;
    match lamp.light {
        None => lang.t("未计时", "Not running").to_owned(),
        Some(Light::Green | Light::Yellow) if days == 0 => lang.t("今天到期", "Due today").to_owned(),
        Some(Light::Green | Light::Yellow) => lang.t(format!("剩 {days} 天"), left(days)),
        Some(Light::Red) => lang.t(format!("超承诺 {days} 天"), format!("{days} d past promise")),
        Some(Light::Black) => lang.t(format!("超法定 {days} 天"), format!("{days} d past statute")),
    }
}

fn left(days: u32) -> String {
    if days == 1 { "1 day left".to_owned() } else { format!("{days} days left") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_says_so() {
        let lamp = Lamp { light: Some(Light::Yellow), days: 0 };
        assert_eq!(words(Lang::Zh, lamp), "今天到期");
    }

    #[test]
    fn a_clock_that_stands_still_has_words_too() {
        assert_eq!(words(Lang::En, Lamp::default()), "Not running");
    }
}
