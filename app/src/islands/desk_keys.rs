//! Keys of the desks beyond the browser's own access keys.
use leptos::prelude::*;

/// `?` unfolds the list of shortcuts, a digit picks, J and K walk through a list, a fold opened by
/// its key takes the focus, and what is marked for it prints.
#[island]
pub fn DeskKeys() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(|| keys::listen());
    view! { <span hidden></span> }
}

#[cfg(feature = "hydrate")]
mod keys {
    use wasm_bindgen::{JsCast as _, closure::Closure};
    use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent};

    pub(super) fn listen() {
        let Some(document) = document() else { return };
        on(&document, "keydown", |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                pressed(key);
            }
        });
        on(&document, "click", |event| {
            let marked = target(event).and_then(|element| element.closest("[data-print]").ok().flatten());
            if marked.is_some() {
                print();
            }
        });
        on(&document, "toggle", unfolded);
    }

    fn document() -> Option<Document> {
        web_sys::window().and_then(|window| window.document())
    }

    fn on(document: &Document, kind: &str, act: impl Fn(&Event) + 'static) {
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| act(&event));
        // The listener lives as long as the page.
        // It captures, for unfolding does not bubble.
        let heard = listener.as_ref().unchecked_ref();
        let _ = document.add_event_listener_with_callback_and_bool(kind, heard, true);
        listener.forget();
    }

    /// Whoever unfolds a form by its key writes into it at once.
    fn unfolded(event: &Event) {
        let summary = document().and_then(|document| document.active_element());
        let fold = target(event).filter(|fold| fold.matches("details[name=decision][open]").unwrap_or(false));
        let (Some(summary), Some(fold)) = (summary, fold) else { return };
        if summary.parent_element().as_ref() != Some(&fold) {
            return;
        }
        let field = fold.query_selector("textarea, input:not([type=hidden])").ok().flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
        }
    }

    fn target(event: &Event) -> Option<Element> {
        event.target().and_then(|target| target.dyn_into::<Element>().ok())
    }

    fn print() {
        if let Some(window) = web_sys::window() {
            let _ = js_sys::Reflect::get(&window, &"print".into())
                .and_then(|print| print.dyn_into::<js_sys::Function>())
                .and_then(|print| print.call0(&window));
        }
    }

    /// Alt and a key do what the page's access keys say, in browsers too that want more keys for it.
    /// A browser that has done it already says so by having prevented the default.
    fn access(event: &KeyboardEvent) {
        let code = event.code();
        let key = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit")).unwrap_or_default();
        let named =
            (key.len() == 1).then(|| find(&format!("[accesskey=\"{}\"]", key.to_lowercase()))).flatten();
        let Some(element) = named else { return };
        event.prevent_default();
        let _ = element.focus();
        if !element.matches("input, textarea").unwrap_or(false) {
            element.click();
        }
    }

    /// Keys without a modifier mean something only where nothing is being typed.
    fn pressed(event: &KeyboardEvent) {
        if event.alt_key() && !event.ctrl_key() && !event.meta_key() && !event.default_prevented() {
            return access(event);
        }
        let plain = !(event.alt_key() || event.ctrl_key() || event.meta_key());
        if event.default_prevented() || !plain || is_typing(event) {
            return;
        }
        match event.key().as_str() {
            "?" => unfold(),
            "j" | "J" => walk(true),
            "k" | "K" => walk(false),
            digit if digit.len() == 1 && digit.chars().all(|c| ('1'..='9').contains(&c)) => pick_soon(digit),
            _ => cancel(),
        }
    }

    fn is_typing(event: &KeyboardEvent) -> bool {
        let fields = "input:not([type=checkbox]):not([type=radio]):not([type=submit]), textarea, select";
        target(event).is_some_and(|element| element.matches(fields).unwrap_or(false))
    }

    fn find(selector: &str) -> Option<HtmlElement> {
        document()?.query_selector(selector).ok()??.dyn_into().ok()
    }

    fn unfold() {
        let Some(list) = find("#shortcuts") else { return };
        let open = list.has_attribute("open");
        let _ = if open { list.remove_attribute("open") } else { list.set_attribute("open", "") };
        if let Some(summary) = find("#shortcuts > summary") {
            let _ = summary.focus();
        }
    }

    /// Opens the row after or before the current one; the first row where none is open.
    fn walk(forward: bool) {
        let link = if forward {
            find("tr[aria-current] + tr a").or_else(|| find("table.dense tbody tr:not([aria-current]) a"))
        } else {
            find("tr:has(+ tr[aria-current]) a")
        };
        if let Some(link) = link {
            link.click();
        }
    }

    thread_local! {
        /// The digit that waits, by its timer.
        static WAITING: core::cell::Cell<Option<i32>> = const { core::cell::Cell::new(None) };
    }

    /// A card reader begins with a digit too: a pick waits a moment, and any further key calls it off.
    fn pick_soon(digit: &str) {
        if WAITING.get().is_some() {
            cancel();
            return;
        }
        let selector = format!("[data-pick=\"{digit}\"]");
        let act = Closure::once_into_js(move || {
            WAITING.set(None);
            if let Some(button) = find(&selector) {
                button.click();
            }
        });
        let timer = web_sys::window().and_then(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), 200).ok()
        });
        WAITING.set(timer);
    }

    fn cancel() {
        if let (Some(timer), Some(window)) = (WAITING.take(), web_sys::window()) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
