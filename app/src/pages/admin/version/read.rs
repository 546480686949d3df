//! One version to read.

use super::{Stage, VersionPage, words};
use crate::ui::panel::panel;
use crate::ui::table::or_dash;
use domain::deadline::{Limit, Unit};
use domain::item::CaseKind;
use domain::process::{Assignment, CorrectionClock};
use leptos::prelude::*;

/// The view.
pub fn read(page: VersionPage) -> AnyView {
    let lang = page.lang;
    view! {
        {page.head()}
        <div class="with-aside">
            <div class="body">{facts(&page)}{rule(&page)}{back(&page)}</div>
            <aside class="aside stack" aria-label=lang.t("怎么办", "How it goes")>{page.beside()}</aside>
        </div>
    }
    .into_any()
}

fn facts(page: &VersionPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let number = |name: &str| words::days(lang, values.get(name).parse().ok());
    let limit = |name: &str| {
        let value = values.get(&format!("{name}_value")).parse().ok();
        let unit = values.get(&format!("{name}_unit")).parse::<Unit>().ok();
        words::limit(lang, value.zip(unit).map(|(value, unit)| Limit { value, unit }))
    };
    let or_none = |text: Option<&'static str>| text.unwrap_or("—").to_owned();
    let yes = |name: &str| if values.is_on(name) { lang.t("是", "yes") } else { lang.t("否", "no") };
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "—".to_owned(), |day| lang.date(day));
    let lines = [
        (lang.t("实施日期", "In force from"), day(page.valid.0)),
        (lang.t("截止", "Until"), day(page.valid.1)),
        (
            lang.t("办件类型", "Kind"),
            or_none(CaseKind::parse(values.get("kind")).map(|kind| words::kind(lang, kind))),
        ),
        (lang.t("法定时限", "Statutory limit"), limit("legal")),
        (lang.t("承诺时限", "Promised limit"), limit("promise")),
        (
            lang.t("分派", "Assignment"),
            or_none(Assignment::parse(values.get("assignment")).map(|one| words::assignment(lang, one))),
        ),
        (
            lang.t("补正计时", "Clock during corrections"),
            or_none(CorrectionClock::parse(values.get("correction")).map(|one| words::correction(lang, one))),
        ),
        (lang.t("补正期限", "To answer corrections"), number("reply")),
        (lang.t("最多延期", "Extension at most"), number("extension")),
        (lang.t("容缺补齐", "What may follow"), number("deferral")),
        (lang.t("承诺核查", "Verifying promises"), number("commitment")),
        (lang.t("制证", "A certificate is made"), yes("certificate").to_owned()),
        (lang.t("秒批", "Decided by rule"), yes("automatic").to_owned()),
        (lang.t("为什么", "Why"), or_dash(values.get("note"))),
    ];
    let lines = lines.into_iter().map(|(name, text)| view! { <div><dt>{name}</dt><dd>{text}</dd></div> });
    panel(lang.t("规程", "How it is handled"), view! { <dl class="facts-list">{lines.collect_view()}</dl> })
}

fn rule(page: &VersionPage) -> Option<AnyView> {
    let lang = page.lang;
    let rules = page.rule.as_ref().filter(|_| page.values.is_on("automatic"))?;
    let lines = rules.iter().map(|rule| view! { <li>{rule.clone()}</li> }).collect_view();
    Some(panel(lang.t("秒批的规则", "The rule that decides"), view! { <ul class="bullets">{lines}</ul> }))
}

/// What waits for its day can be taken back.
fn back(page: &VersionPage) -> Option<AnyView> {
    let lang = page.lang;
    (page.stage == Stage::Scheduled).then(|| {
        view! {
            <form method="post" action=format!("{}/recall", page.path())>
                <button class="button secondary">{lang.t("撤回，改成草稿", "Take it back as a draft")}</button>
            </form>
        }
        .into_any()
    })
}
