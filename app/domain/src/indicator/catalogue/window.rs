//! 一窗受理: general windows, by services, by windows and by cases.

use super::Fact::*;
use super::Formula::{Gain, Share};
use super::{Base, Group, Indicator, indicator};

const fn rate(key: &'static str, name: super::Words, over: super::Side, under: super::Side) -> Indicator {
    indicator(Group::Window, key, name, Share { over, under })
}

pub(super) const ALL: &[Indicator] = &[
    rate(
        "general_window_items",
        ("综合一窗率（事项）", "General windows, of services"),
        &[ItemsAtGeneralWindow],
        &[ItemsInHall],
    )
    .of(Base::Items)
    .said(
        "进驻大厅且由综合窗口受理的事项 ÷ 进驻大厅事项",
        "services in halls that general windows take in ÷ services in halls",
    )
    .from("BT-09"),
    rate(
        "general_windows",
        ("综合一窗率（窗口）", "General windows, of windows"),
        &[GeneralWindows],
        &[Windows],
    )
    .of(Base::Windows)
    .said("综合窗口 ÷ 开放的窗口", "general windows ÷ open windows")
    .from("BT-09"),
    rate(
        "one_window_completion",
        ("一窗办结率", "Closed of what general windows took in"),
        &[OneWindowClosed],
        &[OneWindowAccepted],
    )
    .said(
        "综合窗口收件、本期办结 ÷ 综合窗口收件、本期受理",
        "closed ÷ accepted in the period, both taken in at general windows",
    )
    .from("SP-27"),
    indicator(
        Group::Window,
        "one_window_gain",
        ("一窗效率提升率", "Quicker at general windows"),
        Gain { over: &[OneWindowDays], under: &[OneWindowTimed] },
    )
    .of(Base::Workdays)
    .said(
        "1 − 本期平均办理时长 ÷ 上期平均办理时长（综合窗口收件、本期办结的办件）",
        "1 − mean time of the period ÷ mean time of the period before (cases of general windows)",
    )
    .from("SP-27"),
];
