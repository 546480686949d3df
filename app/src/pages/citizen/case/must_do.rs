//! What the applicant has to do: a box that cannot be missed, with the form that does it.

use crate::lang::Lang;
use crate::ui::correction::{self, Correction};
use crate::ui::date_strip::day;
use crate::ui::supplement::{self, Supplement};
use leptos::prelude::*;

/// What the department asks for, once and in full, with its answer.
pub(super) fn correct(lang: Lang, case_no: &str, wanted: &Correction) -> AnyView {
    let count = wanted.points.len();
    let title = match lang {
        Lang::Zh => format!("请您做一件事：补正 {count} 项"),
        Lang::En if count == 1 => "Please put one thing right".to_owned(),
        Lang::En => format!("Please put {count} things right"),
    };
    view! {
        <section class="must-do" aria-labelledby="must-do">
            <h2 id="must-do">{title}</h2>
            <p>
                {wanted.reply_by.map(|by| view! { {lang.t("请在 ", "Please answer by ")}<strong>{day(lang, by)}</strong>{lang.t("前补齐。", ". ")} })}
                {lang.t("只改下面列出的，其他内容不变。", "Only what is listed below can be changed. ")}
                {lang.t("这是一次说全的清单，补齐后不会再要别的材料。", "The list is complete; nothing else will be asked for.")}
            </p>
            {correction::form(lang, wanted, address(case_no), None, lang.t("提交补正", "Send the corrections"))}
        </section>
    }
    .into_any()
}

/// 容缺: what was promised to follow.
pub(super) fn supplement(lang: Lang, case_no: &str, owed: &Supplement) -> AnyView {
    let count = owed.materials.len();
    let title = match lang {
        Lang::Zh => format!("请您做一件事：补交 {count} 份材料"),
        Lang::En if count == 1 => "Please bring one paper that is to follow".to_owned(),
        Lang::En => format!("Please bring {count} papers that are to follow"),
    };
    view! {
        <section class="must-do" aria-labelledby="must-bring">
            <h2 id="must-bring">{title}</h2>
            {supplement::consequence(lang, owed)}
            {supplement::form(lang, owed, address(case_no), None)}
        </section>
    }
    .into_any()
}

fn address(case_no: &str) -> String {
    format!("/my/cases/{case_no}/actions")
}
