//! How long an item may take, how often one must come, and what it costs.

use super::ItemPage;
use crate::pages::admin::edit_form::field_group;
use crate::ui::field::Field;
use leptos::prelude::*;

pub(super) fn limits(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let number = |name: &str, label: &str, hint: &str| {
        let field = values.sized(lang, name, label, "width-4").hint(hint);
        Field { inputmode: "numeric", optional: true, ..field }.view()
    };
    let visits = values.sized(lang, "visits", lang.t("到场次数", "Visits"), "width-4");
    let visits = Field { inputmode: "numeric", ..visits };
    let reason = values
        .optional(lang, "onsite_reason", lang.t("必须到现场的原因", "Why a visit is needed"))
        .hint(lang.t("到场次数为 0 时留空", "Leave empty where no visit is needed"));
    let on_the_spot = lang.t("0 表示即办", "0 means on the spot");
    let fields = view! {
        {number("legal_value", lang.t("法定时限", "Statutory limit"), "")}
        {unit(page, "legal_unit", lang.t("法定时限单位", "Unit of the statutory limit"))}
        {number("promise_value", lang.t("承诺时限", "Promised limit"), on_the_spot)}
        {unit(page, "promise_unit", lang.t("承诺时限单位", "Unit of the promised limit"))}
        {visits.view()}
        {reason.view()}
    };
    field_group(lang.t("时限与跑动", "Limits and visits"), fields)
}

fn unit(page: &ItemPage, name: &str, label: &str) -> AnyView {
    let lang = page.lang;
    let options = [
        ("", "—"),
        ("workday", lang.t("工作日", "working days")),
        ("day", lang.t("自然日", "days")),
        ("month", lang.t("月", "months")),
    ];
    let options = options.map(|(value, text)| (value.to_owned(), text.to_owned())).to_vec();
    page.values.field(lang, name, label).select(options)
}

pub(super) fn fee(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let amount = values
        .sized(lang, "fee_amount", lang.t("金额（元）", "Amount in yuan"), "width-8")
        .hint(lang.t("只有一个固定金额时填写", "Only where it is one sum"));
    let amount = Field { inputmode: "decimal", optional: true, ..amount };
    view! {
        <fieldset>
            <legend>{lang.t("收费", "Fee")}</legend>
            <div class="field choices inline">
                {values.tick("charged", lang.t("收费", "A fee is charged"))}
                {values.tick("pay_online", lang.t("可以网上支付", "Can be paid online"))}
            </div>
            <div class="form-grid">
                {values.field(lang, "fee_text", lang.t("收费说明", "The fee in words")).view()}
                {amount.view()}
            </div>
        </fieldset>
    }
    .into_any()
}
