//! 补录: issuing by hand what was granted outside the portal.

use super::one::Particular;
use super::words::field_name;
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::Field;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct IssuePage {
    /// The language.
    pub lang: Lang,
    /// Types of the department: code and name.
    pub kinds: Vec<(String, String)>,
    /// The one that was chosen.
    pub code: String,
    /// The particulars of that type, with what was typed.
    pub particulars: Vec<Particular>,
    /// The number, as typed.
    pub holder: String,
    /// Why, as typed.
    pub reason: String,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("补录证照", "Issue by hand")
}

/// The view: first the type, then what a certificate of it says.
pub fn issue(page: IssuePage) -> AnyView {
    let lang = page.lang;
    let lead = lang.t(
        "用于在系统外已经颁发、需要补进证照库的证照。通过办件颁发的不用补录。",
        "For what was issued outside the portal and belongs into the library. Cases issue theirs by themselves.",
    );
    let kinds =
        std::iter::once((String::new(), lang.t("请选择", "Choose").to_owned())).chain(page.kinds.clone());
    let kind = Field::new(lang, "code", lang.t("证照类型", "Type"))
        .value(&page.code)
        .errors(&page.errors)
        .select(kinds.collect());
    view! {
        {named_error_summary(lang, &page.errors, |field| field_name(lang, field))}
        <p><a href="/review/certificates">{lang.t("返回证照列表", "Back to the certificates")}</a></p>
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
        <form class="toolbar" method="get" action="/review/certificates/new">
            {kind}
            <button class="button secondary">{lang.t("下一步", "Next")}</button>
        </form>
        {(!page.code.is_empty()).then(|| form(&page))}
    }
    .into_any()
}

fn form(page: &IssuePage) -> AnyView {
    let lang = page.lang;
    let own = page.particulars.iter().map(|own| {
        let field = Field::new(lang, &own.key, &own.label).value(&own.value).errors(&page.errors);
        let field = Field { optional: true, ..field };
        if own.options.is_empty() {
            field.view()
        } else {
            let blank = (String::new(), "—".to_owned());
            field.select(std::iter::once(blank).chain(own.options.iter().cloned()).collect())
        }
    });
    let holder =
        Field::new(lang, "holder", lang.t("持证人身份证号或信用代码", "Holder's ID number or credit code"))
            .value(&page.holder)
            .errors(&page.errors);
    let reason =
        Field::new(lang, "reason", lang.t("事由", "Reason")).value(&page.reason).errors(&page.errors);
    view! {
        <form class="panel" method="post" action="/review/certificates/new">
            <input type="hidden" name="code" value=page.code.clone()/>
            {holder.view()}
            {own.collect_view()}
            {reason.textarea("2")}
            <button class="button">{lang.t("颁发", "Issue")}</button>
        </form>
    }
    .into_any()
}
