//! Asks before an application is withdrawn.

use crate::lang::Lang;
use crate::ui::field::Field;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawPage {
    /// The language.
    pub lang: Lang,
    /// The case's number.
    pub case_no: String,
    /// The item.
    pub item_name: String,
    /// Who decides.
    pub department: String,
    /// Guards against a stale page.
    pub version: u32,
}

/// The page.
pub fn withdraw(page: WithdrawPage) -> impl IntoView {
    let lang = page.lang;
    let back = format!("/my/cases/{}", page.case_no);
    let reason = Field { optional: true, ..Field::new(lang, "reason", lang.t("撤回的原因", "Reason")) };
    let (item, department) = (&page.item_name, &page.department);
    view! {
        <a class="back-link" href=back.clone()>{lang.t("返回", "Back")}</a>
        <div class="page-head">
            <h1>{lang.t(format!("撤回“{item}”？"), format!("Withdraw “{item}”?"))}</h1>
        </div>
        <div class="notice warning">
            <p class="title">{lang.t("撤回后不能恢复", "This cannot be undone")}</p>
            <p>{lang.t(
                format!("{department}将停止办理。以后可以重新申请。"),
                format!("{department} will stop. You may apply again later."),
            )}</p>
        </div>
        <form method="post" action=format!("{back}/actions") enctype="multipart/form-data">
            <input type="hidden" name="action" value="withdraw"/>
            <input type="hidden" name="version" value=page.version/>
            {reason.textarea("3")}
            <div class="page-actions">
                <button class="button danger">{lang.t("撤回申请", "Withdraw")}</button>
                <a class="button secondary" href=back.clone()>{lang.t("不撤回", "Keep it")}</a>
            </div>
        </form>
    }
    .into_any()
}
