//! A panic is a line of the log like any other, with the number of its request.
//!
//! What it says may quote a text at hand, and that may be a name or a number: only words written in
//! the program are told, else the place alone.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::{PanicHookInfo, set_hook};

/// From now on.
pub(super) fn told() {
    set_hook(Box::new(tell));
}

/// What was put together while the program ran stays unsaid.
fn words(payload: &(dyn Any + Send)) -> &'static str {
    payload.downcast_ref::<&'static str>().copied().unwrap_or("its words may quote a person")
}

fn tell(panic: &PanicHookInfo<'_>) {
    let words = words(panic.payload());
    let at = panic.location().map(ToString::to_string).unwrap_or_default();
    // Empty unless RUST_BACKTRACE asks for it.
    let trace = Backtrace::capture();
    tracing::error!(at, %trace, "panic: {words}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_program_are_told() {
        let cut = std::panic::catch_unwind(|| {
            let name = String::from("王秀英 22990119900101002X");
            name.get(1..).map_or_else(|| name.split_at(1).0.len(), str::len)
        });
        let quoted = cut.unwrap_err();
        assert!(quoted.downcast_ref::<String>().unwrap().contains("22990119900101002X"));
        assert!(!words(&*quoted).contains("2299"));
        assert_eq!(words(&"unreachable"), "unreachable");
    }
}
