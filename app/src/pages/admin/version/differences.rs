//! What is otherwise than in the version before.

use super::{VersionPage, words};
use crate::lang::Lang;
use crate::ui::panel::panel as boxed;
use domain::process::Difference;
use leptos::prelude::*;

pub(super) fn panel(page: &VersionPage) -> Option<AnyView> {
    let lang = page.lang;
    let (with, found) = page.compared.as_ref()?;
    let title = lang.t(format!("与第 {with} 版的不同"), format!("Otherwise than in version {with}"));
    let body = if found.is_empty() {
        view! { <p class="meta">{lang.t("没有不同。", "Nothing is otherwise.")}</p> }.into_any()
    } else {
        let lines = found.iter().map(|one| view! { <li>{told(lang, one)}</li> }).collect_view();
        view! { <ul class="bullets">{lines}</ul> }.into_any()
    };
    Some(boxed(&title, body))
}

fn told(lang: Lang, difference: &Difference) -> String {
    let of = |zh: &str, en: &str, before: String, now: String| {
        lang.t(format!("{zh}：{before} → {now}"), format!("{en}: {before} → {now}"))
    };
    let is = |zh: &str, en: &str, now: &str| lang.t(format!("{zh}：{now}"), format!("{en}: {now}"));
    let days = |value: &Option<u16>| words::days(lang, *value);
    match difference {
        Difference::Kind(before, now) => {
            of("办件类型", "Kind", words::kind(lang, *before).to_owned(), words::kind(lang, *now).to_owned())
        }
        Difference::Statutory(before, now) => {
            of("法定时限", "Statutory limit", words::limit(lang, *before), words::limit(lang, *now))
        }
        Difference::Promised(before, now) => {
            of("承诺时限", "Promised limit", words::limit(lang, *before), words::limit(lang, *now))
        }
        Difference::Assignment(now) => is("分派", "Assignment", words::assignment(lang, *now)),
        Difference::Correction(now) => {
            is("补正计时", "Clock during corrections", words::correction(lang, *now))
        }
        Difference::Extension(before, now) => {
            of("延期", "Extension", days(&Some(*before)), days(&Some(*now)))
        }
        Difference::Reply(before, now) => {
            of("补正期限", "To answer corrections", days(&Some(*before)), days(&Some(*now)))
        }
        Difference::Deferral(before, now) => of("容缺补齐", "What may follow", days(before), days(now)),
        Difference::Commitment(before, now) => of("承诺核查", "Verifying promises", days(before), days(now)),
        Difference::Certificate(now) => {
            is("制证", "Certificate", if *now { lang.t("要", "made") } else { lang.t("不要", "none") })
        }
        Difference::Automatic(now) => automatic(lang, *now).to_owned(),
        Difference::StepAdded(name) => {
            let name = words::named(lang, name);
            lang.t(format!("增加环节“{name}”"), format!("New step “{name}”"))
        }
        Difference::StepRemoved(name) => {
            lang.t(format!("删去环节“{name}”"), format!("No step “{name}” any more"))
        }
        Difference::StepRenamed(before, now) => {
            lang.t(format!("环节“{before}”改名为“{now}”"), format!("Step “{before}” is now “{now}”"))
        }
        Difference::StepKind(name) => {
            lang.t(format!("环节“{name}”换了办理方式"), format!("Step “{name}” is done in another way"))
        }
        Difference::StepPlaces(name) => {
            lang.t(format!("环节“{name}”换了部门"), format!("Other departments do the step “{name}”"))
        }
        Difference::StepAfter(name) => {
            lang.t(format!("环节“{name}”换了先后"), format!("Step “{name}” waits for other steps"))
        }
        Difference::StepLimit(name, before, now) => {
            let (before, now) = (days(before), days(now));
            lang.t(
                format!("环节“{name}”时限：{before} → {now}"),
                format!("Limit of “{name}”: {before} → {now}"),
            )
        }
        Difference::Order => lang.t("环节的排列变了", "The steps stand in another order").to_owned(),
    }
}

fn automatic(lang: Lang, now: Option<bool>) -> &'static str {
    match now {
        Some(true) => lang.t("秒批：打开", "Decided by rule: on"),
        Some(false) => lang.t("秒批：关闭", "Decided by rule: off"),
        None => lang.t("秒批的规则变了", "Another rule decides"),
    }
}
