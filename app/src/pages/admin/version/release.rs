//! The end of the form: why, from when, and the buttons.

use super::VersionPage;
use super::edit::checked;
use crate::ui::field::Field;
use domain::field_error::FieldCode;
use leptos::prelude::*;

pub(super) fn release(page: &VersionPage) -> AnyView {
    let lang = page.lang;
    let note = checked(page, "note", lang.t("为什么改", "Why it is changed"));
    let typed = page.values.get("valid_from").to_owned();
    let from = checked(page, "valid_from", lang.t("实施日期", "In force from"))
        .hint(lang.t("今天发布，立刻实施", "Today: in force at once"))
        .value(if typed.is_empty() { page.today.to_string() } else { typed }.as_str());
    let from = Field { kind: "date", class: "width-12", error: taken(page).or(from.error.clone()), ..from };
    view! {
        <fieldset>
            <legend>{lang.t("保存与发布", "Save and release")}</legend>
            {waiting(page)}
            <div class="form-grid">{Field { optional: true, ..note }.view()}{from.view()}</div>
            <p class="meta">{lang.t(
                "发布后不能再改；正在办的件按原来的版本办完。",
                "Once released it cannot be changed. Cases in hand are finished under the version they were filed under.",
            )}</p>
            <div class="page-actions">
                <button class="button secondary" name="do" value="save">{lang.t("保存草稿", "Save the draft")}</button>
                <button class="button" name="do" value="release">{lang.t("保存并发布", "Save and release")}</button>
                <button class="button danger" name="do" value="discard">{lang.t("删除草稿", "Throw the draft away")}</button>
            </div>
        </fieldset>
    }
    .into_any()
}

/// Why the day is refused, where another version waits.
fn taken(page: &VersionPage) -> Option<String> {
    let is_taken = |error: &&domain::field_error::FieldError| {
        error.field == "valid_from" && error.code == FieldCode::Taken
    };
    page.values.errors.iter().find(is_taken)?;
    words(page)
}

fn words(page: &VersionPage) -> Option<String> {
    let (version, day) = page.waiting?;
    let day = page.lang.date(day);
    Some(page.lang.t(
        format!("第 {version} 版已定于{day}实施，要先撤回它"),
        format!("Version {version} is to be in force from {day}. Take it back first"),
    ))
}

fn waiting(page: &VersionPage) -> Option<AnyView> {
    let (version, _) = page.waiting?;
    let href = format!("{}/{version}", page.list());
    let text = words(page)?;
    Some(view! { <p class="notice warning"><a href=href>{text}</a></p> }.into_any())
}
