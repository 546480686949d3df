//! Answers in words: a choice by its label, a division by its path, a number masked.

use app::lang::Lang;
use app::pages::citizen::check::AnswerLine;
use app::pages::citizen::question::{label_of, options_of};
use app::ui::sentence::sentence;
use backend::Services;
use domain::division::DivisionCode;
use domain::field_error::FieldError;
use domain::intake::{Answers, FieldKind, FieldSpec, FormSpec};
use domain::resident_id::ResidentId;

/// One answer in words; empty where nothing was said.
pub fn words(services: &Services, lang: Lang, spec: &FieldSpec, value: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    match spec.kind {
        FieldKind::Choice | FieldKind::Yesno => {
            let known = options_of(lang, spec).into_iter().find(|(option, _)| option == value);
            known.map_or_else(|| value.to_owned(), |(_, text)| text)
        }
        FieldKind::Division => {
            DivisionCode::parse(value).map_or_else(|_| value.to_owned(), |code| services.reference.path(code))
        }
        FieldKind::IdNumber => {
            let number = ResidentId::parse(value, services.clock.today());
            number.map_or_else(|_| value.to_owned(), |number| number.masked())
        }
        FieldKind::Date => value.parse().map_or_else(|_| value.to_owned(), |date| lang.date(date)),
        FieldKind::Money => {
            if value.starts_with('¥') {
                value.to_owned()
            } else {
                format!("¥{value}")
            }
        }
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Phone
        | FieldKind::Number
        | FieldKind::BankAccount
        | FieldKind::CreditCode => value.to_owned(),
    }
}

/// The answers as lines to look over. `href` gives the page where one is changed, or nothing.
pub fn lines(
    services: &Services,
    lang: Lang,
    form: &FormSpec,
    answers: &Answers,
    errors: &[FieldError],
    href: impl Fn(&FieldSpec) -> String,
) -> Vec<AnswerLine> {
    let line = |spec: &FieldSpec| {
        let value = answers.get(&spec.key).map_or("", String::as_str);
        let wrong = errors.iter().find(|error| error.field == spec.key);
        let value = words(services, lang, spec, value);
        AnswerLine {
            fixed: false,
            name: label_of(lang, spec),
            value: if value.is_empty() { lang.t("（未填）", "(none)").to_owned() } else { value },
            source: String::new(),
            href: href(spec),
            error: wrong.map(|error| sentence(lang, &error.code)).unwrap_or_default(),
        }
    };
    form.asked(answers).map(line).collect()
}
