//! Where a fact comes from, in words.

use crate::catalogue::Handbook;
use crate::extracts::registry;
use crate::known::{Fact, Source};

/// 根据人社局社保参保库，2026-02-01; nothing for the city's own figures.
pub(super) fn words(book: &Handbook, fact: &Fact) -> Option<(String, String)> {
    let day = fact.as_of;
    match &fact.source {
        Source::Identity => Some(both("根据您的身份信息", "from your identity record")),
        Source::Certificate(code) => {
            let (zh, en) = book.certificate(code)?;
            Some((format!("根据电子证照库：{zh}"), format!("from the certificate library: {en}")))
        }
        Source::Registry(name) => {
            let (keeper, name_en) =
                registry(name).map_or(("", name.as_str()), |one| (one.keeper, one.name_en));
            Some((format!("根据{keeper}{name}，{day}"), format!("from the registry “{name_en}”, {day}")))
        }
        Source::Case(number) => Some((format!("根据办件 {number}"), format!("from case {number}"))),
        Source::Said => Some(both("按您的回答", "from your answer")),
        Source::Parameter => None,
    }
}

fn both(zh: &str, en: &str) -> (String, String) {
    (zh.to_owned(), en.to_owned())
}
