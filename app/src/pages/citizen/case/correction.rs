//! What the department asks for, once and in full: a box that cannot be missed, with its answer.

use crate::lang::Lang;
use crate::ui::correction::{Correction, asked, form};
use crate::ui::date_strip::day;
use leptos::prelude::*;

pub(super) fn must_do(lang: Lang, case_no: &str, wanted: &Correction) -> AnyView {
    let count = wanted.list.len();
    let address = format!("/my/cases/{case_no}/actions");
    view! {
        <section class="must-do" aria-labelledby="must-do">
            <h2 id="must-do">{lang.t(format!("请您做一件事：补正 {count} 项"), format!("Please do one thing: put {count} right"))}</h2>
            {asked(wanted)}
            <p>
                {wanted.reply_by.map(|by| view! { {lang.t("请在 ", "Please answer by ")}<strong>{day(lang, by)}</strong>{lang.t("前补齐。", ". ")} })}
                {lang.t("这是一次说全的清单，补齐后不会再要别的材料。", "The list is complete; nothing else will be asked for.")}
            </p>
            {form(lang, wanted, address, None, lang.t("提交补正", "Send the corrections"))}
        </section>
    }
    .into_any()
}
