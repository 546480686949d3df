//! What departments do in the steps before the decision; told to staff alone.

use super::Said;
use crate::ui::timeline::Teller;
use domain::case::{Assignee, Task};

fn named(teller: &Teller<'_>, zh: &str, en: &str, step: &str) -> String {
    let name = teller.step(step);
    match (name.is_empty(), teller.lang) {
        (true, lang) => lang.t(zh, en).to_owned(),
        (false, lang) => lang.t(format!("{zh}：{name}"), format!("{en}: {name}")),
    }
}

pub(super) fn opened(teller: &Teller<'_>, task: &Task) -> Said {
    let lang = teller.lang;
    let by = task.due.map_or_else(String::new, |due| {
        lang.t(
            format!("请在 {}前提出意见。", lang.day(due)),
            format!("An opinion is due by {}.", lang.day(due)),
        )
    });
    Said::done(named(teller, "环节开始", "Step begun", &task.step), vec![by])
}

pub(super) fn taken(teller: &Teller<'_>, step: &str, by: &Assignee) -> Said {
    Said::done(named(teller, "环节已取件", "Step taken in hand", step), vec![teller.free(&by.name)])
}

pub(super) fn opinion(teller: &Teller<'_>, step: &str, agrees: bool, opinion: &str, second: &str) -> Said {
    let lang = teller.lang;
    let second = teller.free(second);
    let with = lang.t(format!("同去人员：{second}"), format!("Second member of staff: {second}"));
    let with = if second.is_empty() { second } else { with };
    let text = vec![teller.free(opinion), with];
    if agrees {
        Said::done(named(teller, "环节意见：同意", "Opinion: in favour", step), text)
    } else {
        Said::alert(named(teller, "环节意见：不同意", "Opinion: against", step), text)
    }
}

pub(super) fn returned(teller: &Teller<'_>, step: &str, reason: &str) -> Said {
    Said::alert(named(teller, "退回重办", "Returned, to be done again", step), vec![teller.free(reason)])
}
