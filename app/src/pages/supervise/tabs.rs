//! The parts of the supervisor's area. A part stands here once its page exists.

use crate::lang::Lang;

/// Addresses and names, in the order of the navigation.
pub fn tabs(lang: Lang) -> Vec<(&'static str, &'static str)> {
    vec![
        ("/supervise", lang.t("总览", "Overview")),
        ("/supervise/compare", lang.t("比较", "Compare")),
        ("/supervise/patterns", lang.t("分布", "Patterns")),
        ("/supervise/indicators", lang.t("指标", "Indicators")),
        ("/supervise/cases", lang.t("办件", "Cases")),
        ("/supervise/alarms", lang.t("预警督办", "Alarms")),
        ("/supervise/watch", lang.t("监察", "Watch")),
        ("/supervise/materials", lang.t("免于提交", "Not asked for")),
        ("/supervise/schemes", lang.t("考核", "Assessment")),
        ("/supervise/forecast", lang.t("预测", "Forecast")),
        ("/supervise/quarter", lang.t("季报", "Quarter")),
        ("/supervise/reports", lang.t("填报", "Reports")),
    ]
}

/// The part that a page belongs to, where its address does not say so: orders and rules are of watch.
pub fn part_of(path: &str) -> &str {
    let watched = ["/supervise/orders", "/supervise/rules"].iter().any(|part| path.starts_with(part));
    if watched { "/supervise/watch" } else { path }
}
