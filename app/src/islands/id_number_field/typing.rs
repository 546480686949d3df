//! Following the keys in the browser.

use chrono::{DateTime, NaiveDate};
use domain::calendar::CITY_OFFSET;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlInputElement};

use super::{Verdict, grouped};

/// Groups and judges the text of the field before `output`, now and at every key.
pub fn follow(output: &Element, judge: WriteSignal<Verdict>) {
    let Some(field) = field(output) else { return };
    // The groups need room for two spaces.
    let _ = field.remove_attribute("maxlength");
    let judged = field.clone();
    let look = move || {
        group(&judged);
        judge.set(today().map_or(Verdict::Unfinished, |today| Verdict::of(&judged.value(), today)));
    };
    look();
    let look = Closure::<dyn FnMut()>::new(look);
    let _ = field.add_event_listener_with_callback("input", look.as_ref().unchecked_ref());
    // The field stays as long as the page.
    look.forget();
}

/// The island is the parent of its output, and stands right behind the field.
fn field(output: &Element) -> Option<HtmlInputElement> {
    let before = output.parent_element()?.previous_element_sibling()?;
    before.query_selector("input").ok()??.dyn_into().ok()
}

/// Puts the spaces in, and the caret back behind the same digit.
fn group(field: &HtmlInputElement) {
    let typed = field.value();
    let Some(text) = grouped::grouped(&typed) else { return };
    if text == typed {
        return;
    }
    let caret = field.selection_start().ok().flatten().unwrap_or(u32::MAX);
    let caret = grouped::caret(&typed, caret, &text);
    field.set_value(&text);
    let _ = field.set_selection_range(caret, caret);
}

/// Today in the city, by the browser's clock.
fn today() -> Option<NaiveDate> {
    #[expect(
        clippy::as_conversions,
        reason = "milliseconds since 1970 fit an i64 until the year 292 million"
    )]
    let millis = js_sys::Date::now() as i64;
    Some(DateTime::from_timestamp_millis(millis)?.with_timezone(&CITY_OFFSET).date_naive())
}
