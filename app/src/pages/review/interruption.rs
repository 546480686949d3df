//! 特别程序 and 延期: what stops the clock, and what lengthens it.

use super::form::Form;
use super::input::{line, select, unique};
use crate::ui::field::Field;
use crate::ui::timeline::procedure_name;
use domain::case::Procedure;
use leptos::prelude::*;

/// 特别程序: which, why, and for how long (行政许可法 art. 45).
pub(super) fn suspend(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let options = Procedure::ALL.map(|one| (one.as_str().to_owned(), procedure_name(lang, one).to_owned()));
    let procedure = form.field("procedure", lang.t("程序", "Procedure"), "");
    let reason = form
        .field("reason", lang.t("理由", "Reason"), "")
        .hint(lang.t("申请人会看到，并收到书面告知", "The applicant reads it and is told in writing"));
    let expected = form.field("expected", lang.t("预计哪天结束", "Expected to be over by"), "");
    let expected = Field { kind: "date", class: "width-12", ..expected };
    let fields = view! {
        {select(procedure, form.name, options.to_vec())}
        {unique(reason, form.name, 2)}
        {line(expected, form.name)}
    };
    form.view(fields.into_any())
}

/// 恢复计时.
pub(super) fn resume(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let reason = form
        .field("reason", lang.t("结果", "What came of it"), "")
        .hint(lang.t("从今天起继续计算，期限顺延", "From today on days count again; the date moves"));
    form.view(unique(reason, form.name, 2))
}

/// 申请延期: once, within what the item allows (行政许可法 art. 42).
pub(super) fn ask_extension(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let most = form.case.offers.most_workdays;
    let days = form.field("workdays", lang.t("延长几个工作日", "Working days more"), "").hint(&lang.t(
        format!("最多 {most} 个，只能延一次，由负责人批准"),
        format!("At most {most}, once; the head has to approve"),
    ));
    let days = Field { kind: "number", class: "width-8", ..days };
    let reason = form
        .field("reason", lang.t("理由", "Reason"), "")
        .hint(lang.t("批准后会告知申请人", "Told to the applicant if it is approved"));
    let fields = view! { {line(days, form.name)}{unique(reason, form.name, 2)} };
    form.view(fields.into_any())
}

/// The head's answer; who asked, why and the dates stand in the notice above.
pub(super) fn answer_extension(form: Form<'_>, usual: &'static str) -> AnyView {
    let reason = form.field("reason", form.lang.t("意见", "Opinion"), usual);
    form.view(unique(reason, form.name, 2))
}
