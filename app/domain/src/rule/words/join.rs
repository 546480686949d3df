//! Phrases joined to longer ones.

use super::Pair;

pub(super) fn all(parts: Vec<Pair>) -> Pair {
    if parts.is_empty() {
        return ("无条件".to_owned(), "no conditions".to_owned());
    }
    joined(parts, "，且", ", and ")
}

pub(super) fn any(parts: Vec<Pair>) -> Pair {
    if parts.is_empty() {
        return ("无人符合".to_owned(), "met by nobody".to_owned());
    }
    joined(parts, "，或者", ", or ")
}

pub(super) fn not((zh, en): Pair) -> Pair {
    (format!("不属于以下情形：{zh}"), format!("not the following: {en}"))
}

fn joined(parts: Vec<Pair>, zh: &str, en: &str) -> Pair {
    let (chinese, english): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    (chinese.join(zh), english.join(en))
}
