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
    /// The clock stands still; the colour is that of the day before it stopped.
    pub stopped: bool,
}

impl Lamp {
    /// The same with the clock standing still, or not.
    pub fn stopped(self, stopped: bool) -> Self {
        Self { stopped, ..self }
    }

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
        Some(_) if lamp.stopped => lang.t("停止计时", "Clock stopped").to_owned(),
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
        let lamp = Lamp { light: Some(Light::Yellow), ..Lamp::default() };
        assert_eq!(words(Lang::Zh, lamp), "今天到期");
        assert_eq!(words(Lang::Zh, lamp.stopped(true)), "停止计时");
    }

    #[test]
    fn a_clock_that_stands_still_has_words_too() {
        assert_eq!(words(Lang::En, Lamp::default()), "Not running");
    }
}
