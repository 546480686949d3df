//! The forms that decide: granting, refusing, not accepting.

use super::form::Form;
use super::input::{line, unique};
use crate::lang::Lang;
use leptos::prelude::*;

/// 准予: the usual sentence is proposed and can be changed.
pub(super) fn grant(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let usual = lang.t(
        "经审查，申请材料齐全，符合规定条件，准予。",
        "Examined: complete and meets the conditions. Granted.",
    );
    let field = form.field("reason", lang.t("意见", "Opinion"), usual);
    let fields = unique(field, form.name, 2);
    form.view(fields)
}

/// 不予: reasons and how to object (行政许可法 art. 38).
pub(super) fn refuse(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let hint = lang.t("写明事实和依据，申请人会看到", "Facts and legal ground; the applicant reads this");
    let reason = form.field("reason", lang.t("不予的理由和依据", "Reasons for refusal"), "").hint(hint);
    let remedies = form.field("remedies", lang.t("救济途径", "How to object"), remedies(lang));
    let fields = view! { {unique(reason, form.name, 3)}{unique(remedies, form.name, 2)} }.into_any();
    form.view(fields)
}

/// 不予受理: reason, competent body, remedies (行政许可法 art. 32 (1), (2)).
pub(super) fn not_accept(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let reason = form.field("reason", lang.t("不予受理的理由", "Why it is not accepted"), "");
    let label = lang.t("应向哪个机关申请", "Competent body");
    let mut body = form.field("competent_body", label, "");
    body.optional = true;
    let remedies = form.field("remedies", lang.t("救济途径", "How to object"), remedies(lang));
    let fields =
        view! { {unique(reason, form.name, 3)}{line(body, form.name)}{unique(remedies, form.name, 2)} }
            .into_any();
    form.view(fields)
}

fn remedies(lang: Lang) -> &'static str {
    lang.t(
        "如不服，可自收到之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼。",
        "You may apply for administrative review within 60 days, or bring an action within 6 months, of receiving this.",
    )
}
