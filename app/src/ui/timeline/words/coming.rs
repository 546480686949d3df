//! Until acceptance: sent in, received, corrections.

use super::Said;
use crate::lang::Lang;
use crate::ui::status::channel_name;
use crate::ui::timeline::{Audience, Teller};
use chrono::NaiveDate;
use domain::case::{Assignee, Mark, Target};
use domain::item::Channel;

pub(super) fn submitted(
    lang: Lang,
    channel: Channel,
    due: NaiveDate,
    person_wanted: bool,
    committed: bool,
) -> Said {
    let channel = channel_name(lang, channel);
    let first = lang.t(
        format!("渠道：{channel}。最晚 {}答复是否受理。", lang.day(due)),
        format!("Channel: {channel}. You will be told by {} whether it is accepted.", lang.day(due)),
    );
    let person = person_wanted
        .then(|| lang.t("要求由工作人员办理，不用自动审批。", "A person was asked to decide, not a rule."));
    let promise = committed.then(|| {
        lang.t(
            "用书面承诺代替了证明，事后会核查。",
            "A written promise stands in for a proof; it will be verified.",
        )
    });
    let more = [person, promise].into_iter().flatten().map(str::to_owned);
    Said::done(lang.t("申请已提交", "Application submitted"), std::iter::once(first).chain(more).collect())
}

pub(super) fn assigned(teller: &Teller<'_>, to: &Assignee) -> Said {
    let (lang, name) = (teller.lang, teller.free(&to.name));
    Said::done(lang.t("已分派", "Assigned"), vec![lang.t(format!("经办人：{name}"), format!("To {name}"))])
}

pub(super) fn handed_over(teller: &Teller<'_>, to: &Assignee, reason: &str) -> Said {
    let (lang, name) = (teller.lang, teller.free(&to.name));
    let to = lang.t(format!("移交给 {name}"), format!("Handed over to {name}"));
    Said::done(lang.t("已移交", "Handed over"), vec![to, teller.free(reason)])
}

pub(super) fn correction_asked(
    teller: &Teller<'_>,
    list: &[Mark],
    reply_by: NaiveDate,
    repeated: bool,
) -> Said {
    let lang = teller.lang;
    let by = lang.t(
        format!("请在 {}前补齐。逾期不补，视为放弃申请。", lang.day(reply_by)),
        format!(
            "Please answer by {}; without an answer the application counts as given up.",
            lang.day(reply_by)
        ),
    );
    let again = (repeated && teller.audience == Audience::Staff).then(|| {
        lang.t(
            "这是再次要求补正，其中有上次就能一次告知的内容（行政许可法第三十二条第四项）。",
            "Asked again for what could have been told the time before (Administrative Licensing Law, art. 32 (4)).",
        )
        .to_owned()
    });
    // Numbered, as answers name the number.
    let lines = (1..).zip(list).map(|(n, mark)| format!("{n}. {}", mark.words));
    let list = if teller.audience == Audience::Stranger { vec![] } else { lines.collect() };
    let text = std::iter::once(by).chain(again).collect();
    Said::alert(lang.t("需要补正材料", "Corrections were asked for"), text).with(list)
}

pub(super) fn correction_answered(teller: &Teller<'_>, note: &str, papers: bool, changed: &[Target]) -> Said {
    let lang = teller.lang;
    let count = changed.len();
    let mended =
        (count > 0).then(|| lang.t(format!("改了 {count} 项。"), format!("{count} things were put right.")));
    let text = mended.into_iter().chain(answered(lang, &teller.free(note), papers)).collect();
    Said::done(lang.t("补正已提交", "Corrections sent"), text)
}

/// What the applicant said to corrections, line by line, and what they brought.
pub fn answered(lang: Lang, note: &str, papers: bool) -> Vec<String> {
    let papers = papers.then(|| lang.t("纸质材料已交到窗口。", "Papers were handed over at the window."));
    papers.into_iter().chain(note.lines()).map(str::to_owned).collect()
}

pub(super) fn not_accepted(teller: &Teller<'_>, reason: &str, body: &str, remedies: &str) -> Said {
    let lang = teller.lang;
    let competent = lang.t(format!("应由 {body} 办理。"), format!("The competent body is {body}."));
    let competent = if body.is_empty() { String::new() } else { competent };
    Said::alert(
        lang.t("不予受理", "Not accepted"),
        vec![teller.free(reason), competent, teller.free(remedies)],
    )
}
