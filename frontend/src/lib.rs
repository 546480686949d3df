//! The browser's part: wakes the islands of a page.
//!
//! `boot.js` loads this module, calls [`hydrate`] once, and then the function of each island it
//! finds in the page.

// Keeps the islands: they are called by name from JavaScript, and the linker sees no other use.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Makes the page ready for its islands.
#[wasm_bindgen]
pub fn hydrate() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
