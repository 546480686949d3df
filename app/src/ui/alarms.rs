//! Alarms in words: what each is about, whom it was told, and how grave it is.

use crate::lang::Lang;
use domain::alarm::{AlarmKind, Rank};

/// What it is about, in a few words.
pub fn kind_name(lang: Lang, kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::ReceiptNear => lang.t("今天必须答复是否受理", "Acceptance to be answered today"),
        AlarmKind::Deemed => lang.t("逾期未答复，视为受理", "Deemed accepted: nobody answered in time"),
        AlarmKind::CorrectionRepeated => lang.t("重复要求补正", "Corrections asked for a second time"),
        AlarmKind::Yellow => lang.t("临近承诺日期", "Near the promised date"),
        AlarmKind::Red => lang.t("超过承诺日期", "Past the promised date"),
        AlarmKind::Black => lang.t("超过法定日期", "Past the statutory date"),
        AlarmKind::StepLate => lang.t("环节超时", "A step is late"),
        AlarmKind::SpecialLong => lang.t("特别程序超过预计时间", "A special procedure takes too long"),
        AlarmKind::ExtensionWaiting => lang.t("延期申请待审批", "An extension waits for approval"),
        AlarmKind::DeliveryLate => lang.t("决定未按时送达", "A decision was not delivered in time"),
        AlarmKind::Unverified => lang.t("承诺待核查", "A promise is to be verified"),
    }
}

/// What the date is that it rests on.
pub fn basis_name(lang: Lang, kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::ReceiptNear => lang.t("答复期限", "answer due"),
        AlarmKind::Deemed => lang.t("视为受理", "known on"),
        AlarmKind::CorrectionRepeated => lang.t("再次告知", "asked on"),
        AlarmKind::Yellow | AlarmKind::Red => lang.t("承诺日期", "promised"),
        AlarmKind::Black => lang.t("法定日期", "by statute"),
        AlarmKind::StepLate => lang.t("环节期限", "step due"),
        AlarmKind::SpecialLong => lang.t("预计结束", "expected end"),
        AlarmKind::ExtensionWaiting => lang.t("申请日期", "asked on"),
        AlarmKind::DeliveryLate => lang.t("送达期限", "delivery due"),
        AlarmKind::Unverified => lang.t("核查期限", "verification due"),
    }
}

/// Whom it was told.
pub fn rank_name(lang: Lang, rank: Rank) -> &'static str {
    match rank {
        Rank::Holder => lang.t("经办人", "Holder"),
        Rank::Head => lang.t("部门负责人", "Head of department"),
        Rank::Supervisor => lang.t("监察人员", "Supervisor"),
    }
}

/// The colour of its light: yellow where there is time yet, red where a date has passed, black where
/// the law was broken.
pub fn colour(kind: AlarmKind) -> &'static str {
    match kind {
        AlarmKind::ReceiptNear | AlarmKind::Yellow | AlarmKind::ExtensionWaiting | AlarmKind::Unverified => {
            "yellow"
        }
        AlarmKind::Red | AlarmKind::StepLate | AlarmKind::SpecialLong => "red",
        AlarmKind::Deemed | AlarmKind::CorrectionRepeated | AlarmKind::Black | AlarmKind::DeliveryLate => {
            "black"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words_of_its_own() {
        for lang in [Lang::Zh, Lang::En] {
            let mut names: Vec<_> = AlarmKind::ALL.map(|kind| kind_name(lang, kind)).to_vec();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), AlarmKind::ALL.len());
        }
    }
}
