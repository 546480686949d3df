//! 容缺受理: accepted, with what may follow promised in writing.

use super::form::Form;
use super::input::tick;
use leptos::prelude::*;

pub(super) fn accept_deferred(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let days = form.case.offers.defer_days;
    let missing = form.case.materials.iter().filter(|one| one.missing && one.deferrable);
    let boxes = missing.enumerate().filter_map(|(at, one)| {
        let value = one.material?.to_string();
        let id = format!("defer-{at}");
        let checked = form.ticked("material", &value, true);
        Some(view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name="material" value=value checked=checked/>
                <label for=id>{one.name.clone()}</label>
            </div>
        })
    });
    let boxes = boxes.collect_view();
    let signed = lang.t("申请人签名的容缺承诺书已收到", "The signed promise (容缺承诺书) is here");
    let hint = lang.t(
        format!("须在 {days} 个工作日内补齐；补齐之前不能准予，逾期自动终止并记录失信。"),
        format!("To be brought within {days} working days. It cannot be granted before; if it does not come it ends and that is recorded."),
    );
    let fields = view! {
        <fieldset class="field choices">
            <legend>{lang.t("以后补交的材料", "Materials to follow")}</legend>
            <p class="hint">{hint}</p>
            {boxes}
        </fieldset>
        {tick(&form, "signed", signed.to_owned(), true)}
    };
    form.view(fields.into_any())
}
