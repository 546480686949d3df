//! What is counted, in words.

use crate::lang::Lang;

pub use domain::indicator::Measure;

/// How a number is called and what exactly it counts.
pub trait Told {
    /// Its name.
    fn name(self, lang: Lang) -> &'static str;

    /// What exactly is counted.
    fn meaning(self, lang: Lang) -> &'static str;
}

impl Told for Measure {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.t("收件", "Received"),
            Self::Accepted => lang.t("受理", "Accepted"),
            Self::Closed => lang.t("办结", "Closed"),
            Self::OnTime => lang.t("按时办结", "Closed on time"),
            Self::Early => lang.t("提前办结", "Closed early"),
            Self::Late => lang.t("超期办结", "Closed late"),
            Self::Open => lang.t("在办", "Open"),
            Self::OverdueOpen => lang.t("现在超期", "Overdue now"),
            Self::Corrected => lang.t("补正过", "With corrections"),
            Self::CorrectedOnce => lang.t("一次告知", "Corrected once"),
            Self::NotAccepted => lang.t("不予受理", "Not accepted"),
            Self::Decided => lang.t("作出决定", "Decided"),
            Self::Granted => lang.t("准予", "Granted"),
            Self::Refused => lang.t("不予许可", "Refused"),
            Self::Withdrawn => lang.t("撤回", "Withdrawn"),
            Self::Opinions => lang.t("环节意见", "Step opinions"),
            Self::Returned => lang.t("环节退回", "Steps sent back"),
            Self::Reopened => lang.t("重新打开", "Opened again"),
            Self::Automatic => lang.t("秒批", "Decided by rule"),
            Self::Deemed => lang.t("视为受理", "Deemed accepted"),
            Self::Deferred => lang.t("容缺受理", "Accepted with gaps"),
        }
    }

    fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.t("提交日在本期内的办件", "Cases submitted in the period"),
            Self::Accepted => lang.t("受理日在本期内的办件", "Cases accepted in the period"),
            Self::Closed => lang.t("办结日在本期内的办件", "Cases closed in the period"),
            Self::OnTime => lang.t(
                "本期办结，且决定日不晚于期限的办件",
                "Cases closed in the period and decided on or before the date given",
            ),
            Self::Early => lang.t(
                "本期办结，且决定日早于期限的办件（含在按时办结内）",
                "Cases closed in the period and decided before the date given (part of closed on time)",
            ),
            Self::Late => lang.t(
                "本期办结，但决定日晚于期限的办件",
                "Cases closed in the period but decided after the date given",
            ),
            Self::Open => lang.t(
                "期末已提交、还没有结束的办件",
                "Cases submitted and not finished at the end of the period",
            ),
            Self::OverdueOpen => lang.t(
                "此刻在办、计时中，且已过期限的办件（与所选时间无关）",
                "Cases whose clock runs now and whose date has passed, whatever period is chosen",
            ),
            Self::Corrected => lang.t(
                "提交日在本期内，至今至少要求补正过一次的办件",
                "Cases submitted in the period whose applicant was asked for corrections at least once since",
            ),
            Self::CorrectedOnce => lang.t(
                "提交日在本期内，至今恰好要求补正过一次的办件",
                "Cases submitted in the period with exactly one request for corrections",
            ),
            Self::NotAccepted => lang.t("本期决定不予受理的办件", "Cases not accepted in the period"),
            Self::Decided => lang.t("决定日在本期内的办件", "Cases decided in the period"),
            Self::Granted => lang.t("本期决定准予的办件", "Cases granted in the period"),
            Self::Refused => lang.t("本期决定不予许可的办件", "Cases refused in the period"),
            Self::Withdrawn => lang.t("本期由申请人撤回的办件", "Cases withdrawn in the period"),
            Self::Opinions => lang.t(
                "本期出具意见的环节（按次计；列表是这些环节所在的办件）",
                "Steps answered in the period, each time; the list shows their cases",
            ),
            Self::Returned => lang.t(
                "本期被退回重做的环节（按次计；列表是这些环节所在的办件）",
                "Steps sent back in the period, each time; the list shows their cases",
            ),
            Self::Reopened => lang.t(
                "本期秒批后转人工、重新打开的办件",
                "Cases decided by rule and opened again in the period",
            ),
            Self::Automatic => lang.t("本期按规则自动决定的办件", "Cases decided by rule in the period"),
            Self::Deemed => lang.t(
                "本期逾期未答复、视为受理的办件",
                "Cases deemed accepted in the period because nobody answered in time",
            ),
            Self::Deferred => {
                lang.t("本期容缺受理的办件", "Cases accepted in the period with materials to follow")
            }
        }
    }
}
