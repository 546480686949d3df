//! In whose hands: assigning by name, and handing over to a colleague.

use super::form::Form;
use super::input::{select, unique};
use super::offers::Colleague;
use crate::lang::Lang;
use leptos::prelude::*;

/// 分派: the head sees what everybody has, and who is away.
pub(super) fn assign(form: Form<'_>) -> AnyView {
    form.view(to(&form))
}

/// 移交, with its reason.
pub(super) fn hand_over(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let reason = form.field("reason", lang.t("移交理由", "Why"), "");
    form.view(view! { {to(&form)}{unique(reason, form.name, 2)} }.into_any())
}

fn to(form: &Form<'_>) -> AnyView {
    let lang = form.lang;
    let choose = (String::new(), lang.t("请选择", "Choose").to_owned());
    let names = form.case.offers.colleagues.iter().map(|one| (one.account.to_string(), described(lang, one)));
    let options = std::iter::once(choose).chain(names).collect();
    select(form.field("to", lang.t("交给谁", "To whom"), ""), form.name, options)
}

/// Name, load, absence.
fn described(lang: Lang, one: &Colleague) -> String {
    let open = lang.t(format!("在办 {} 件", one.open), format!("{} in hand", one.open));
    let away = one.absent_until.map(|day| {
        let day = lang.day(day);
        if one.deputy.is_empty() {
            lang.t(format!("请假到 {day}"), format!("away until {day}"))
        } else {
            lang.t(
                format!("请假到 {day}，{} 代班", one.deputy),
                format!("away until {day}, {} stands in", one.deputy),
            )
        }
    });
    let parts = [Some(one.name.clone()), Some(open), away];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
