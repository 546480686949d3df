//! A card reader types 18 characters and Enter, whatever has the focus.
use leptos::prelude::*;

/// Catches a fast burst of an ID number, takes it out of whatever field it fell into, and looks it
/// up. A form that is half filled in is saved, never sent.
#[island]
pub fn Scanner() -> impl IntoView {
    let (said, say) = signal(String::new());
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        let text = super::page_lang().t("已读卡，正在查找", "Card read, looking it up");
        reader::listen(move || say.set(text.to_owned()));
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = say;
    view! { <p class="visually-hidden" role="status">{said}</p> }
}

/// Tells a reader's burst from a person's typing by its speed alone.
#[derive(Debug, Default)]
pub struct Burst {
    text: String,
    began: f64,
    last: f64,
}

/// The longest pause within a burst, in milliseconds: a busy machine may hold a key back.
const PAUSE: f64 = 200.0;
/// The longest time for the whole number and Enter. A reader needs a fifth of it; a person who
/// types ten digits a second needs nearly twice as long.
const WHOLE: f64 = 1000.0;
/// An ID number.
const LENGTH: usize = 18;

impl Burst {
    /// Takes a key at a time in milliseconds. The number, once Enter follows 18 fast characters.
    pub fn key(&mut self, key: &str, at: f64) -> Option<String> {
        let goes_on = at - self.last <= PAUSE;
        self.last = at;
        if key == "Enter" {
            let text = core::mem::take(&mut self.text);
            let fast = goes_on && at - self.began <= WHOLE;
            return (fast && text.len() == LENGTH).then_some(text);
        }
        if key == "Shift" {
            return None;
        }
        if !goes_on || self.text.is_empty() {
            self.text.clear();
            self.began = at;
        }
        match key.as_bytes() {
            [b'0'..=b'9' | b'X' | b'x'] => self.text.push_str(key),
            _ => self.text.clear(),
        }
        None
    }

    /// Whether the last key began a new run.
    pub fn has_just_begun(&self) -> bool {
        self.text.len() == 1
    }
}

#[cfg(feature = "hydrate")]
mod reader {
    use super::Burst;
    use core::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
    use web_sys::{Document, Element, Event, HtmlFormElement, HtmlInputElement, KeyboardEvent};

    /// A field and what stood in it before the burst.
    type Before = Option<(Element, JsValue)>;

    pub(super) fn listen(told: impl Fn() + 'static) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let state: Rc<RefCell<(Burst, Before)>> = Rc::default();
        let page = document.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            if let Some(number) = heard(&event, &mut state.borrow_mut()) {
                event.prevent_default();
                event.stop_immediate_propagation();
                told();
                look_up(&page, &number);
            }
        });
        // Capturing, so that it comes before the field itself and before every other listener.
        let _ = document.add_event_listener_with_callback_and_bool(
            "keydown",
            listener.as_ref().unchecked_ref(),
            true,
        );
        listener.forget();
    }

    fn heard(event: &Event, state: &mut (Burst, Before)) -> Option<String> {
        let key = event.dyn_ref::<KeyboardEvent>()?;
        if key.ctrl_key() || key.alt_key() || key.meta_key() {
            return None;
        }
        let (burst, before) = state;
        let number = burst.key(&key.key(), event.time_stamp());
        if burst.has_just_begun() {
            *before = event.target().and_then(|target| target.dyn_into().ok()).and_then(remember);
        }
        if number.is_some() {
            restore(before.take());
        }
        number
    }

    fn remember(element: Element) -> Before {
        let field = element.matches("input:not([type=file]), textarea, select").unwrap_or(false);
        let value = js_sys::Reflect::get(&element, &"value".into()).ok()?;
        field.then_some((element, value))
    }

    fn restore(before: Before) {
        if let Some((element, value)) = before {
            let _ = js_sys::Reflect::set(&element, &"value".into(), &value);
        }
    }

    /// On an intake the number travels with the form, so that what is typed is saved first.
    fn look_up(document: &Document, number: &str) {
        let field = ["intake-scan", "omni"].iter().find_map(|id| document.get_element_by_id(id));
        let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) else { return };
        field.set_value(number);
        if let Some(form) = field.form() {
            let form: HtmlFormElement = form;
            let _ = form.submit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, gap: f64) -> Option<String> {
        let mut burst = Burst::default();
        let mut at = 1000.0;
        for c in text.chars() {
            at += gap;
            assert_eq!(burst.key(&c.to_string(), at), None);
        }
        burst.key("Enter", at + gap)
    }

    #[test]
    fn a_reader_is_heard() {
        assert_eq!(typed("22990219440312002X", 8.0).as_deref(), Some("22990219440312002X"));
    }

    #[test]
    fn a_reader_at_a_busy_machine_is_heard() {
        assert_eq!(typed("229902194403120021", 50.0).as_deref(), Some("229902194403120021"));
    }

    #[test]
    fn a_person_typing_is_left_alone() {
        assert_eq!(typed("22990219440312002X", 90.0), None);
    }

    #[test]
    fn other_lengths_and_letters_are_left_alone() {
        assert_eq!(typed("2299021944031200", 8.0), None);
        assert_eq!(typed("abcdefghijklmnopqr", 8.0), None);
    }

    #[test]
    fn what_a_person_typed_before_does_not_count() {
        let mut burst = Burst::default();
        burst.key("7", 100.0);
        for (i, c) in "229902194403120021".chars().enumerate() {
            burst.key(&c.to_string(), 1000.0 + f64::from(u32::try_from(i).unwrap()) * 5.0);
        }
        assert_eq!(burst.key("Enter", 1095.0).as_deref(), Some("229902194403120021"));
    }
}
