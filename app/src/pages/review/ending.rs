//! What follows a decision, and the other ways out.

use super::form::Form;
use super::input::{line, select, unique};
use crate::ui::status::delivery_name;
use domain::case::Delivery;
use leptos::prelude::*;

/// 制证.
pub(super) fn certificate(form: Form<'_>) -> AnyView {
    let field = form.field("number", form.lang.t("证照编号", "Number of the certificate"), "");
    form.view(line(field, form.name))
}

/// 送达, with proof (行政许可法 art. 44).
pub(super) fn deliver(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let options = Delivery::ALL.map(|one| (one.as_str().to_owned(), delivery_name(lang, one).to_owned()));
    let how = form.field("delivery", lang.t("送达方式", "How"), "");
    let proof = form.field("proof", lang.t("送达证明", "Proof"), "").hint(lang.t(
        "窗口：谁签收；邮寄：单号；电子送达可不填",
        "Window: who signed; post: tracking number; not needed electronically",
    ));
    let fields = view! { {select(how, form.name, options.to_vec())}{line(proof, form.name)} };
    form.view(fields.into_any())
}

/// 承诺核查, either way; what was found is written down.
pub(super) fn verify(form: Form<'_>, kept: bool) -> AnyView {
    let lang = form.lang;
    let reason = form.field("reason", lang.t("核查情况", "What was found"), "");
    let fields = view! {
        <input type="hidden" name="kept" value=if kept { "yes" } else { "no" }/>
        {unique(reason, form.name, 2)}
    };
    form.view(fields.into_any())
}

/// 终止 and 作废: a reason, and a tick that it is meant.
pub(super) fn with_reason(form: Form<'_>, hint: &'static str) -> AnyView {
    let reason = form.field("reason", form.lang.t("理由", "Reason"), "").hint(hint);
    form.view(unique(reason, form.name, 2))
}
