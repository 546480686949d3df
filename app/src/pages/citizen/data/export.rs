//! 导出: all that is held, as one file.

use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::{Choices, Field};
use domain::field_error::FieldError;
use leptos::prelude::*;

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportPage {
    /// The language.
    pub lang: Lang,
    /// ID numbers are wanted in full.
    pub full: bool,
    /// What is wrong.
    pub errors: Vec<FieldError>,
}

/// The form.
pub fn export(page: ExportPage) -> AnyView {
    let lang = page.lang;
    view! {
        {named_error_summary(lang, &page.errors, |_| lang.t("密码", "Password"))}
        <a class="back-link" href="/my/data">{lang.t("我的数据", "My data")}</a>
        <div class="page-head">
            <h1>{lang.t("导出我的数据", "Export my data")}</h1>
            <p class="lead">{lang.t(
                "身份和联系方式、证照、材料清单、部门登记的信息、授权、同意、草稿、办件和查看记录，存成一个文件，别的程序也能读（JSON）。",
                "Identity and contact, certificates, materials, what registries say, delegations, consents, drafts, cases and who looked: one file that other programs read (JSON).",
            )}</p>
        </div>
        <form method="post" action="/my/data/export">
            {numbers(lang, page.full)}
            {password(&page)}
            <div class="notice warning">
                <p class="title">{lang.t("请保管好这个文件", "Keep the file safe")}</p>
                <p>{lang.t(
                    "里面有您的电话、住址和办事情况。不要在公用电脑上下载，不要发给不认识的人。",
                    "It holds your phone, address and applications. Do not download it on a shared computer, and give it to nobody you do not know.",
                )}</p>
            </div>
            <div class="page-actions"><button class="button">{lang.t("下载文件", "Download")}</button></div>
        </form>
        <p class="meta">{lang.t("每次导出都记在“谁看过我的信息”里。", "Each export is recorded under “Who looked at my data”.")}</p>
    }
    .into_any()
}

fn numbers(lang: Lang, full: bool) -> AnyView {
    let options = [
        ("masked", lang.t("遮盖中间各位", "Masked")),
        ("full", lang.t("完整显示（要再输一次密码）", "In full (asks for your password again)")),
    ];
    Choices {
        source: String::new(),
        lang,
        name: "numbers".to_owned(),
        legend: lang.t("文件里的身份证号", "ID numbers in the file").to_owned(),
        hint: String::new(),
        value: if full { "full" } else { "masked" }.to_owned(),
        options: options.map(|(value, text)| (value.to_owned(), text.to_owned())).to_vec(),
        class: "",
        error: None,
    }
    .view()
}

fn password(page: &ExportPage) -> AnyView {
    let lang = page.lang;
    let field = Field {
        kind: "password",
        autocomplete: "current-password",
        class: "width-20",
        optional: true,
        ..Field::new(lang, "password", lang.t("密码", "Password"))
    };
    field
        .hint(lang.t("只有要完整身份证号时才填", "Only where the numbers are wanted in full"))
        .errors(&page.errors)
        .view()
}
