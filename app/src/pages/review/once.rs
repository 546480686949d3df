//! 一次性告知: everything that is missing, told once and in full (行政许可法 art. 32 (4)).

use super::form::{Form, unique};
use crate::lang::Lang;
use crate::ui::field::{Field, error_of};
use leptos::prelude::*;

/// Tick boxes from the item's materials, and free lines for all else.
pub(super) fn corrections(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let typed = &form.case.typed;
    let mine = typed.action == form.name;
    let boxes = form
        .case
        .materials
        .iter()
        .enumerate()
        .map(|(index, material)| {
            let line = asks_for(lang, &material.name, material.missing);
            let ticked =
                if mine { typed.ticks.contains(&line) } else { material.missing && material.required };
            tick(index, line, ticked)
        })
        .collect_view();
    let mut field = Field::new(lang, "list", lang.t("其他要补正的，一行一项", "Anything else, one a line"));
    typed.list.clone_into(&mut field.value);
    field.hint = once(lang).to_owned();
    field.error = mine.then(|| error_of(lang, "list", &form.case.errors)).flatten();
    let fields = view! {
        <fieldset class="field choices">
            <legend>{lang.t("要补的材料", "Materials to hand in")}</legend>
            {boxes}
        </fieldset>
        {unique(field, form.name, 3)}
    };
    form.view(fields.into_any())
}

/// The line that the applicant reads for a ticked material.
fn asks_for(lang: Lang, name: &str, missing: bool) -> String {
    if missing {
        lang.t(format!("请补交：{name}"), format!("Please hand in: {name}"))
    } else {
        lang.t(format!("请重新提交：{name}"), format!("Please hand in again: {name}"))
    }
}

fn tick(index: usize, line: String, ticked: bool) -> AnyView {
    let id = format!("tick-{index}");
    view! {
        <div class="choice">
            <input type="checkbox" id=id.clone() name="tick" value=line.clone() checked=ticked/>
            <label for=id>{line}</label>
        </div>
    }
    .into_any()
}

fn once(lang: Lang) -> &'static str {
    lang.t(
        "只能告知一次，请写全。申请人有 15 个工作日补齐，补齐后重新起算。",
        "This can be asked only once: write everything. The applicant has 15 working days; the clock then starts anew.",
    )
}
