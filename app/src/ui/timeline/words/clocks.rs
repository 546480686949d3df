//! Acceptance, and what stops or lengthens the clock.

use super::Said;
use crate::lang::Lang;
use crate::ui::timeline::{Audience, Teller};
use chrono::NaiveDate;
use domain::case::{Manner, Procedure};

pub(super) fn accepted(lang: Lang, day: NaiveDate, due: Option<NaiveDate>, manner: &Manner) -> Said {
    let by = decision_by(lang, due);
    match manner {
        Manner::Normal => Said::done(lang.t("已受理", "Accepted"), vec![by]),
        Manner::Deemed { known } => deemed(lang, day, due.filter(|due| due < known), by),
        Manner::Deferred(deferral) => {
            let owed = lang.t(
                format!("材料没有全到，先受理：请在 {}前补齐。到期没有补齐，会终止办理，并记入信用记录。", lang.day(deferral.due)),
                format!(
                    "Accepted although something is still to follow: bring it by {}. If it does not come, the case ends and the broken promise is put on record.",
                    lang.day(deferral.due)
                ),
            );
            Said::done(lang.t("已容缺受理", "Accepted, with papers to follow"), vec![owed, by])
        }
    }
}

/// 视为受理, said plainly: nobody answered in time.
fn deemed(lang: Lang, day: NaiveDate, passed: Option<NaiveDate>, by: String) -> Said {
    let day = lang.day(day);
    let law = lang.t(
        format!("审批部门 5 个工作日内没有答复。按《行政许可法》第三十二条，从收到申请的 {day}起，就算已经受理。您不用再做什么。"),
        format!(
            "The department did not answer within 5 working days. By article 32 of the Administrative Licensing Law the application counts as accepted from the day it came, {day}. You need not do anything."
        ),
    );
    let late = passed.map(|_| {
        lang.t(
            "按这样算，作出决定的日期已经过了：这是部门的责任，不影响您的申请。",
            "Counted so, the day of the decision has passed already: that is the department's fault, not yours.",
        )
    });
    let text = [law, by].into_iter().chain(late.map(str::to_owned)).collect();
    Said::alert(lang.t("视为受理：部门逾期没有答复", "Deemed accepted: nobody answered in time"), text)
}

pub(super) fn suspended(
    teller: &Teller<'_>,
    procedure: Procedure,
    reason: &str,
    from: NaiveDate,
    expected: NaiveDate,
) -> Said {
    let (lang, name) = (teller.lang, procedure_name(teller.lang, procedure));
    let why = lang.t(
        format!("从 {}起停止计时：需要{name}，预计 {}前完成。", lang.day(from), lang.day(expected)),
        format!(
            "The clock stands still from {}: {name} is needed, expected to be done by {}.",
            lang.day(from),
            lang.day(expected)
        ),
    );
    let law = lang.t(
        "这段时间不算在办理期限里（行政许可法第四十五条），完成后接着算。",
        "These days do not count (Administrative Licensing Law, art. 45); afterwards the clock goes on.",
    );
    let title = lang.t(format!("停止计时：{name}"), format!("Clock stopped: {name}"));
    Said::done(title, vec![why, teller.free(reason), law.to_owned()])
}

pub(super) fn resumed(teller: &Teller<'_>, until: NaiveDate, reason: &str, due: Option<NaiveDate>) -> Said {
    let lang = teller.lang;
    // Begun and ended on one day, it took nothing away.
    let lost = teller.stopped.map(|from| (until - from).num_days()).filter(|&days| days > 0);
    let days = lost.map_or_else(String::new, |days| {
        lang.t(
            format!("中间 {days} 天不算。"),
            match days {
                1 => "1 day between does not count. ".to_owned(),
                _ => format!("{days} days between do not count. "),
            },
        )
    });
    let from = lang.t(
        format!("从 {}起继续计时。", lang.day(until)),
        format!("The clock goes on from {}. ", lang.day(until)),
    );
    let text = vec![format!("{from}{days}{}", new_date(lang, teller.due, due)), teller.free(reason)];
    Said::done(lang.t("恢复计时", "The clock goes on"), text)
}

pub(super) fn extension_asked(teller: &Teller<'_>, workdays: u16, reason: &str) -> Said {
    let lang = teller.lang;
    let title = lang
        .t(format!("申请延期 {workdays} 个工作日"), format!("Extension asked for: {workdays} working days"));
    Said::done(title, vec![teller.free(reason)])
}

/// `why` is the reason told to the applicant, and the opinion of who approved it, which stays inside.
pub(super) fn extended(
    teller: &Teller<'_>,
    workdays: u16,
    [reason, opinion]: [&String; 2],
    due: Option<NaiveDate>,
) -> Said {
    let lang = teller.lang;
    let title = lang.t(
        format!("办理期限延长 {workdays} 个工作日"),
        format!("The time limit is {workdays} working days longer"),
    );
    let reason = teller.free(reason);
    let because = lang.t(format!("原因：{reason}"), format!("Why: {reason}"));
    let because = if reason.is_empty() { reason } else { because };
    let law = lang.t(
        "经负责人批准，只能延长一次（行政许可法第四十二条）。",
        "Approved by the head of the department; possible once (Administrative Licensing Law, art. 42).",
    );
    let opinion = Some(teller.free(opinion)).filter(|_| teller.audience == Audience::Staff);
    let text = [because, new_date(lang, teller.due, due), law.to_owned()];
    Said::done(title, text.into_iter().chain(opinion).collect())
}

fn new_date(lang: Lang, before: Option<NaiveDate>, now: Option<NaiveDate>) -> String {
    match (before, now) {
        (Some(before), Some(now)) if before != now => lang.t(
            format!("最晚日期从 {}改到 {}。", lang.day(before), lang.day(now)),
            format!("The last day moves from {} to {}.", lang.day(before), lang.day(now)),
        ),
        (_, now) => decision_by(lang, now),
    }
}

/// The last day for the decision; nothing where there is none.
pub(super) fn decision_by(lang: Lang, due: Option<NaiveDate>) -> String {
    due.map_or_else(String::new, |due| {
        lang.t(
            format!("最晚 {}作出决定。", lang.day(due)),
            format!("A decision is due by {}.", lang.day(due)),
        )
    })
}

/// 特别程序 by name, in the middle of a sentence.
pub fn procedure_name(lang: Lang, procedure: Procedure) -> &'static str {
    match procedure {
        Procedure::Hearing => lang.t("听证", "a hearing"),
        Procedure::Tender => lang.t("招标", "a call for tenders"),
        Procedure::Auction => lang.t("拍卖", "an auction"),
        Procedure::Inspection => lang.t("检验", "an inspection"),
        Procedure::Testing => lang.t("检测", "testing"),
        Procedure::Quarantine => lang.t("检疫", "quarantine"),
        Procedure::Appraisal => lang.t("鉴定", "an appraisal"),
        Procedure::ExpertReview => lang.t("专家评审", "a review by experts"),
    }
}
