//! Where an answer that nobody typed comes from, in words: in the applicant's pages and at the counter.

use app::lang::Lang;
use backend::extracts;
use domain::prefill::{Mark, Origin};

/// “来自：居民户口簿（公安局），2024年3月1日”.
pub(in crate::web) fn source_words(lang: Lang, mark: &Mark) -> String {
    let day = lang.date(mark.as_of);
    match &mark.origin {
        Origin::Identity => lang.t(
            format!("来自：登记的身份信息（{day}）"),
            format!("From what was recorded with the identity ({day})"),
        ),
        Origin::Certificate { name, name_en, issuer, .. } => {
            let name = lang.pick(name, name_en);
            lang.t(format!("来自：{name}（{issuer}，{day}）"), format!("From: {name} ({issuer}, {day})"))
        }
        Origin::Registry { name } => {
            let english = extracts::registry(name).map_or(name.as_str(), |registry| registry.name_en);
            lang.t(format!("来自：{name}（截至{day}）"), format!("From: {english} (as of {day})"))
        }
        Origin::Case { .. } => {
            lang.t(format!("来自：您{day}办理时填写"), format!("From your application of {day}"))
        }
    }
}

/// Why an answer cannot be changed here, and where it can; empty where it can be changed here.
pub(in crate::web) fn fixed_words(lang: Lang, mark: &Mark) -> String {
    if mark.correctable {
        return String::new();
    }
    match &mark.origin {
        Origin::Certificate { name, name_en, issuer, .. } => {
            let name = lang.pick(name, name_en);
            lang.t(
                format!("这一项以“{name}”为准，不能在这里改。不对的，请找{issuer}更正证照，这里会跟着更新。"),
                format!(
                    "“{name}” states this, so it cannot be changed here. If it is wrong, have {issuer} \
                     correct the certificate; this follows."
                ),
            )
        }
        Origin::Identity | Origin::Registry { .. } | Origin::Case { .. } => lang
            .t("这一项不能在这里改。不对的，请到窗口更正。", "Have this corrected at a window.")
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(correctable: bool) -> Mark {
        let origin = Origin::Certificate {
            code: "EC_HUKOU".into(),
            name: "居民户口簿".into(),
            name_en: Some("Household register".into()),
            issuer: "示范市公安局".into(),
        };
        Mark { origin, as_of: "2024-03-01".parse().unwrap(), correctable }
    }

    #[test]
    fn a_mark_says_where_from_since_when_and_where_to_have_it_mended() {
        assert_eq!(source_words(Lang::Zh, &mark(true)), "来自：居民户口簿（示范市公安局，2024年3月1日）");
        assert_eq!(fixed_words(Lang::Zh, &mark(true)), "");
        assert!(fixed_words(Lang::Zh, &mark(false)).contains("请找示范市公安局更正"));
        assert!(fixed_words(Lang::En, &mark(false)).contains("Household register"));
    }
}
