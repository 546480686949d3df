//! The language that a program asks for.

use app::lang::Lang;
use http::{HeaderMap, header};

/// The caller's language: the first of Chinese and English that is named.
pub(in crate::api_v1) fn language(headers: &HeaderMap) -> Lang {
    let wanted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let weighed = wanted.split(',').filter_map(weighed);
    let best = weighed.fold(None, |best: Option<(Lang, f32)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        Some(_) | None => Some(next),
    });
    best.map(|(lang, _)| lang).unwrap_or_default()
}

/// `en-GB;q=0.8`
fn weighed(part: &str) -> Option<(Lang, f32)> {
    let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
    let lang = match tag.trim().split('-').next()? {
        "zh" => Lang::Zh,
        "en" => Lang::En,
        _ => return None,
    };
    Some((lang, weight.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn spoken(wanted: &'static str) -> Lang {
        language(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(wanted))]))
    }

    #[test]
    fn chinese_unless_english_is_preferred() {
        assert_eq!(language(&HeaderMap::new()), Lang::Zh);
        assert_eq!([spoken("en"), spoken("de, en-GB;q=0.8")], [Lang::En, Lang::En]);
        assert_eq!([spoken("zh-CN,zh;q=0.9,en;q=0.8"), spoken("en;q=0.5, zh"), spoken("fr")], [Lang::Zh; 3]);
    }
}
