//! Certificates and materials in words: how far they may be trusted, and why they do not do.

use crate::lang::Lang;
use domain::certificate::{Status, Unfit};
use domain::evidence::Grade;

/// What a grade means.
pub fn grade_words(lang: Lang, grade: Grade) -> &'static str {
    let (zh, en) = grade.words();
    lang.t(zh, en)
}

/// Why something that is there cannot be used, as an end of a sentence.
pub fn unfit_words(lang: Lang, why: Unfit) -> &'static str {
    match why {
        Unfit::Superseded => lang.t("已换发新版", "has been replaced by a newer version"),
        Unfit::NotYetValid => lang.t("还没有生效", "is not yet valid"),
        Unfit::Expired => lang.t("已过有效期", "has expired"),
        Unfit::OtherHolder => lang.t("不是申请人本人的", "belongs to somebody else"),
        Unfit::Status(status) => status_words(lang, status),
    }
}

fn status_words(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Valid => lang.t("有效", "is valid"),
        Status::Suspended => lang.t("已暂扣", "is suspended"),
        Status::Withdrawn => lang.t("已撤销", "was withdrawn"),
        Status::Cancelled => lang.t("已注销", "was cancelled"),
        Status::Lapsed => lang.t("已失效", "has lapsed"),
        Status::Transferred => lang.t("已转出", "was transferred"),
        Status::Revoked => lang.t("已吊销", "was revoked"),
        Status::Other => lang.t("目前不能用", "cannot be used at present"),
    }
}
