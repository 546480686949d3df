//! The list of what is wrong, at the top of a page: the same words as at the fields.

use super::sentence::sentence;
use crate::lang::Lang;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// Nothing where nothing is wrong. Takes the focus, links to each field.
pub fn error_summary(lang: Lang, errors: &[FieldError]) -> Option<AnyView> {
    named_error_summary(lang, errors, |_| "")
}

/// The same on a page with several fields: each line begins with what its field is called, if that
/// is known.
pub fn named_error_summary<'a>(
    lang: Lang,
    errors: &[FieldError],
    name_of: impl Fn(&str) -> &'a str,
) -> Option<AnyView> {
    if errors.is_empty() {
        return None;
    }
    let count = errors.len();
    let title = match lang {
        Lang::Zh => format!("有 {count} 处需要改正"),
        Lang::En if count == 1 => "There is 1 thing to put right".to_owned(),
        Lang::En => format!("There are {count} things to put right"),
    };
    let line = |error: &FieldError| {
        let name = Some(name_of(&error.field)).filter(|name| !name.is_empty());
        let name = name.map(|name| lang.t(format!("{name}："), format!("{name}: ")));
        let words = sentence(lang, &error.code);
        view! { <li><a href=format!("#{}", error.field)>{name}{words}</a></li> }
    };
    let lines = errors.iter().map(line).collect_view();
    Some(
        view! {
            <section class="error-summary" role="alert" aria-labelledby="errors" tabindex="-1" autofocus>
                <h2 id="errors">{title}</h2>
                <ul>{lines}</ul>
            </section>
        }
        .into_any(),
    )
}
