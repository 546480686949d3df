//! On the page 我能办吗: judges anew at every answer, by the very code of the server.

use leptos::prelude::*;

/// Reads rule, facts and answers from the form, and tells the verdict and each condition. The words
/// stand in the page already.
#[island]
pub fn EligibilityVerdict() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(|| judging::listen());
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
mod judging {
    use domain::eligibility::{Ask, answer, parts, wire};
    use domain::rule::{Facts, Rule, Truth};
    use wasm_bindgen::{JsCast as _, closure::Closure};
    use web_sys::{Document, Element, FormData, HtmlFormElement};

    pub(super) fn listen() {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let Some(form) = document.get_element_by_id("questions") else { return };
        let Ok(form) = form.dyn_into::<HtmlFormElement>() else { return };
        let Some(rule) = wire::decode(&attribute(&form, "data-rule")) else { return };
        let known = wire::decode_facts(&attribute(&form, "data-facts"));
        let heard = form.clone();
        let judge = Closure::<dyn FnMut()>::new(move || tell(&document, &heard, &rule, &known));
        // A change of any answer bubbles up to the form, which stays as long as the page.
        let _ = form.add_event_listener_with_callback("input", judge.as_ref().unchecked_ref());
        judge.forget();
    }

    fn attribute(element: &Element, name: &str) -> String {
        element.get_attribute(name).unwrap_or_default()
    }

    fn tell(document: &Document, form: &HtmlFormElement, rule: &Rule, known: &Facts) {
        let facts = known.clone().or(&answers(form, known));
        if let Some(verdict) = document.get_element_by_id("verdict") {
            let name = name(rule.truth(&facts));
            let _ = verdict.set_attribute("data-verdict", name);
            verdict.set_class_name(&format!("eligibility {name}"));
            put(&verdict, "h2", &attribute(&verdict, &format!("data-{name}")));
            put(&verdict, "p", &attribute(&verdict, &format!("data-{name}-more")));
        }
        let Some(list) = document.get_element_by_id("conditions") else { return };
        let mut line = list.first_element_child();
        for part in parts(rule, &facts) {
            let Some(one) = line else { return };
            condition(&list, &one, name(part.truth));
            line = one.next_element_sibling();
        }
    }

    fn condition(list: &Element, line: &Element, name: &str) {
        let _ = line.set_attribute("data-truth", name);
        if let Some(tag) = line.first_element_child() {
            tag.set_class_name(&attribute(list, &format!("data-{name}-tag")));
            tag.set_text_content(Some(&attribute(list, &format!("data-{name}"))));
        }
    }

    fn put(within: &Element, selector: &str, text: &str) {
        if let Ok(Some(element)) = within.query_selector(selector) {
            element.set_text_content(Some(text));
        }
    }

    fn name(truth: Truth) -> &'static str {
        match truth {
            Truth::Met => "yes",
            Truth::NotMet => "no",
            Truth::Unknown => "unknown",
        }
    }

    fn answers(form: &HtmlFormElement, city: &Facts) -> Facts {
        let mut facts = Facts::none();
        let (Ok(given), Ok(asked)) = (FormData::new_with_form(form), form.query_selector_all("[data-fact]"))
        else {
            return facts;
        };
        for at in 0..asked.length() {
            let Some(one) = asked.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
            let field = attribute(&one, "data-fact");
            let text = given.get(&format!("f.{field}")).as_string().unwrap_or_default();
            let kind = Ask::parse(&attribute(&one, "data-kind"));
            if let Some(value) = kind.and_then(|kind| answer(kind, &text, city)) {
                facts = facts.with(field, value);
            }
        }
        facts
    }
}
