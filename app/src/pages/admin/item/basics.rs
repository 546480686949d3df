//! What an item is called, whether it can be applied for, and by whom.

use super::ItemPage;
use crate::lang::Lang;
use crate::pages::admin::items::state_name;
use crate::ui::field::{error, error_of};
use domain::item::Subject;
use leptos::prelude::*;

pub(super) fn basics(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let kinds = [("promise", lang.t("承诺件", "Promised")), ("instant", lang.t("即办件", "Immediate"))];
    let states = ["active", "suspended", "withdrawn"].map(|state| (state, state_name(lang, state)));
    let state = values
        .field(lang, "state", lang.t("状态", "State"))
        .hint(lang.t("暂停、取消后不能再申请", "Suspended or withdrawn, nobody can apply"));
    view! {
        <fieldset>
            <legend>{lang.t("基本", "Basics")}</legend>
            <div class="form-grid">
                {values.field(lang, "name", lang.t("事项名称", "Name")).view()}
                {values.optional(lang, "name_en", lang.t("英文名称", "Name in English")).view()}
                {values.field(lang, "theme", lang.t("主题", "Theme")).select(page.themes.clone())}
                {values.field(lang, "case_kind", lang.t("办件类型", "Kind")).select(owned(&kinds))}
                {state.select(owned(&states))}
            </div>
            {subjects(page)}
        </fieldset>
    }
    .into_any()
}

fn owned(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options.iter().map(|(value, text)| ((*value).to_owned(), (*text).to_owned())).collect()
}

fn subjects(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let chosen: Vec<&str> = values.get("subject").split_whitespace().collect();
    let wrong = error_of(lang, "subject", &values.errors);
    let boxes = Subject::ALL.into_iter().enumerate().map(|(at, subject)| {
        let id = if at == 0 { "subject".to_owned() } else { format!("subject-{at}") };
        let checked = chosen.contains(&subject.as_str());
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name="subject" value=subject.as_str() checked=checked/>
                <label for=id>{subject_name(lang, subject)}</label>
            </div>
        }
    });
    let invalid = wrong.is_some();
    let described = invalid.then_some("subject-error");
    view! {
        <fieldset class="field choices inline" class:invalid=invalid aria-describedby=described>
            <legend>{lang.t("服务对象", "For whom")}</legend>
            {error(lang, "subject", wrong)}
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn subject_name(lang: Lang, subject: Subject) -> &'static str {
    lang.t(
        subject.chinese(),
        match subject {
            Subject::Person => "People",
            Subject::Company => "Companies",
            Subject::Institution => "Public institutions",
            Subject::Association => "Associations",
            Subject::Authority => "Authorities",
            Subject::Other => "Other organisations",
        },
    )
}
