//! What a change of the calendar moved.

use super::Said;
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::case::Dates;

pub(super) fn moved(lang: Lang, before: &Dates, after: &Dates) -> Said {
    let pairs = [
        (lang.t("答复是否受理", "Accepted or not"), before.receipt_due, after.receipt_due),
        (lang.t("提交补正", "Your answer"), before.reply_by, after.reply_by),
        (lang.t("补齐后补材料", "What is to follow"), before.supplement_by, after.supplement_by),
        (lang.t("承诺办结", "Promised decision"), before.promised_due, after.promised_due),
        (lang.t("法定办结", "Statutory decision"), before.statutory_due, after.statutory_due),
    ];
    let list = pairs.into_iter().filter_map(|(name, old, new)| pair(lang, name, old, new));
    let why = lang.t(
        "放假和调休安排有变动，期限按新的工作日重新算过。",
        "The calendar of working days was changed, so the dates were counted anew.",
    );
    Said::done(lang.t("日期有变动", "Dates have moved"), vec![why.to_owned()]).with(list.collect())
}

fn pair(lang: Lang, name: &str, old: Option<NaiveDate>, new: Option<NaiveDate>) -> Option<String> {
    let (old, new) = old.zip(new).filter(|(old, new)| old != new)?;
    Some(lang.t(
        format!("{name}：{} → {}", lang.day(old), lang.day(new)),
        format!("{name}: {} → {}", lang.day(old), lang.day(new)),
    ))
}
