//! A draft to edit: one form, which every button sends whole.

use super::{VersionPage, faults, release, step, words};
use crate::ui::error_summary::error_summary;
use crate::ui::field::{Choices, Field, error, error_of};
use domain::deadline::Unit;
use domain::item::CaseKind;
use domain::process::{Assignment, CorrectionClock};
use leptos::prelude::*;

/// The view.
pub fn edit(page: VersionPage) -> AnyView {
    let lang = page.lang;
    view! {
        {page.head()}
        {page.stale.then(|| stale(&page))}
        {error_summary(lang, &page.values.errors)}
        {faults::notice(&page)}
        <div class="with-aside">
            <form class="edit-form body" method="post" action=page.path() autocomplete="off">
                <input type="hidden" name="stamp" value=page.stamp.to_string()/>
                // What the Enter key sends: the first button of the form.
                <button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true"></button>
                {limits(&page)}
                {handling(&page)}
                {later(&page)}
                {(0..page.steps).map(|at| step::step(&page, at)).collect_view()}
                {step::add(&page)}
                {release::release(&page)}
            </form>
            <aside class="aside stack" aria-label=lang.t("怎么办", "How it goes")>{page.beside()}</aside>
        </div>
    }
    .into_any()
}

fn stale(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    view! {
        <div class="notice warning" role="alert" tabindex="-1" autofocus><p>
            {lang.t(
                "别人刚刚保存过这份草稿。您写的还在下面，没有保存；核对后再保存，会盖过别人的修改。",
                "Somebody has just saved this draft. What you wrote is below and was not saved. Check it; saving now replaces their change.",
            )}" "
            <a href=page.path()>{lang.t("放弃我写的，看别人保存的", "Drop mine and see theirs")}</a>
        </p></div>
    }
    .into_any()
}

/// A field with what is wrong: what cannot be read, or what cannot be released.
pub(super) fn checked(page: &VersionPage, name: &str, label: &str) -> Field {
    let field = page.values.field(page.lang, name, label);
    let wrong = field.error.clone().or_else(|| faults::at(page, name));
    Field { error: wrong, ..field }
}

/// A number of working days.
pub(super) fn days(page: &VersionPage, name: &str, label: &str, hint: &str, optional: bool) -> AnyView {
    let field = checked(page, name, label).hint(hint);
    Field { inputmode: "numeric", class: "width-4", optional, ..field }.view()
}

fn limits(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let kinds = [CaseKind::Promise, CaseKind::Instant].map(|kind| (kind.as_str(), words::kind(lang, kind)));
    let units = [Unit::Workday, Unit::Day, Unit::Month].map(|unit| (unit.as_str(), words::unit(lang, unit)));
    let units: Vec<_> = std::iter::once(("", "—")).chain(units).collect();
    let limit = |name: &str, label: &str, unit: &str, hint: &str| {
        let (value, of) = (format!("{name}_value"), format!("{name}_unit"));
        let (value, of) =
            (days(page, &value, label, hint, true), checked(page, &of, unit).select(pairs(&units)));
        view! { <div class="form-grid">{value}{of}</div> }
    };
    let (statute, promise) = (lang.t("法定时限", "Statutory limit"), lang.t("承诺时限", "Promised limit"));
    view! {
        <fieldset>
            <legend>{lang.t("类型与时限", "Kind and limits")}</legend>
            <div class="form-grid">{checked(page, "kind", lang.t("办件类型", "Kind")).select(pairs(&kinds))}</div>
            {limit("legal", statute, lang.t("法定时限单位", "Unit of the statutory limit"), "")}
            {limit("promise", promise, lang.t("承诺时限单位", "Unit of the promised limit"), lang.t("0 表示即办", "0 means on the spot"))}
        </fieldset>
    }
    .into_any()
}

fn pairs(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options.iter().map(|(value, text)| ((*value).to_owned(), (*text).to_owned())).collect()
}

fn handling(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let choices = |name: &str, legend: &str, options: Vec<(String, String)>| {
        Choices {
            source: String::new(),
            lang,
            name: name.to_owned(),
            legend: legend.to_owned(),
            hint: String::new(),
            value: page.values.get(name).to_owned(),
            options,
            class: "inline",
            error: error_of(lang, name, &page.values.errors),
        }
        .view()
    };
    let ways = Assignment::ALL.map(|one| (one.as_str(), words::assignment(lang, one)));
    let clocks = CorrectionClock::ALL.map(|one| (one.as_str(), words::correction(lang, one)));
    view! {
        <fieldset>
            <legend>{lang.t("分派与补正", "Assignment and corrections")}</legend>
            {choices("assignment", lang.t("办件怎么到人", "How a case finds its reviewer"), pairs(&ways))}
            {choices("correction", lang.t("补正时受理期限怎么算", "The receipt clock during corrections"), pairs(&clocks))}
            <div class="form-grid">
                {days(page, "reply", lang.t("补正期限", "To answer corrections"), lang.t("工作日", "Working days"), false)}
                {days(page, "extension", lang.t("最多延期", "Extension at most"), lang.t("工作日，0 为不能延期", "Working days; 0 for none"), false)}
            </div>
        </fieldset>
    }
    .into_any()
}

fn later(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    view! {
        <fieldset>
            <legend>{lang.t("容缺、承诺与结果", "What may follow, promises and the result")}</legend>
            <div class="form-grid">
                {days(page, "deferral", lang.t("容缺补齐", "What may follow"), lang.t("工作日，留空为不容缺", "Working days; empty for nothing"), true)}
                {days(page, "commitment", lang.t("承诺核查", "Verifying promises"), lang.t("决定后工作日，留空为不核查", "Working days after the decision; empty for none"), true)}
            </div>
            <div class="field choices">
                {page.values.tick("certificate", lang.t("准予后制证", "A certificate is made when it is granted"))}
            </div>
            {automatic(page)}
        </fieldset>
    }
    .into_any()
}

/// 秒批: on or off, with the rule in words.
fn automatic(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let Some(rules) = &page.rule else {
        let words = lang.t(
            "目录里没有这个事项的资格规则，不能秒批。",
            "The catalogue has no rule for this item, so nothing is decided by rule.",
        );
        return view! { <p class="meta">{words}</p> }.into_any();
    };
    let wrong = error_of(lang, "automatic", &page.values.errors).or_else(|| faults::at(page, "automatic"));
    let rules = rules.iter().map(|rule| view! { <li>{rule.clone()}</li> }).collect_view();
    view! {
        <div class="field choices" class:invalid=wrong.is_some()>
            {error(lang, "automatic", wrong.clone())}
            {page.values.tick("automatic", lang.t("秒批：下面各条都由数据证实时，不经人直接准予", "Decided by rule: granted without a person when data show all of this"))}
            <ul class="bullets">{rules}</ul>
        </div>
    }
    .into_any()
}
