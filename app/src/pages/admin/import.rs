//! Files brought in whole: the catalogue and the calendar. A file with any fault changes nothing.

use crate::lang::Lang;
use leptos::prelude::*;

/// How an import went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Taken in; what it brought, line by line.
    Done(Vec<String>),
    /// Not taken in; every fault, in words.
    Faults(Vec<String>),
}

/// The page of the catalogue.
#[derive(Clone, Debug)]
pub struct ImportPage {
    /// The language.
    pub lang: Lang,
    /// Megabytes taken at most.
    pub megabytes: usize,
    /// What the last one did, on the answer to it.
    pub outcome: Option<Outcome>,
}

/// The view.
pub fn import(page: ImportPage) -> AnyView {
    let lang = page.lang;
    view! {
        <a class="back-link" href="/admin/items">{lang.t("返回事项", "Back to items")}</a>
        {page.outcome.as_ref().map(|outcome| told(lang, outcome))}
        <div class="page-head">
            <h1>{lang.t("导入目录", "Import a catalogue")}</h1>
            <p class="lead">{lang.t(
                "整份检查、整份导入：有一处不对，就什么都不改，并列出所有问题。",
                "It is checked and taken in as a whole: with one fault nothing is changed, and every fault is listed.",
            )}</p>
        </div>
        <form class="panel stack" method="post" action="/admin/items/import" enctype="multipart/form-data">
            {file(lang, "items", lang.t("事项目录（items.json）", "Items (items.json)"), page.megabytes, false)}
            {file(lang, "forms", lang.t("申请表问题（forms.json）", "Questions (forms.json)"), page.megabytes, true)}
            <p class="meta">{lang.t("不选申请表问题，就沿用随系统附带的那份。", "Without a file of questions those that came with the portal are kept.")}</p>
            <div class="field choices">
                <div class="choice">
                    <input type="checkbox" id="replace" name="replace" value="on"/>
                    <label for="replace">{lang.t(
                        "文件里没有的事项改为“取消”",
                        "Withdraw items that the file does not hold",
                    )}</label>
                </div>
            </div>
            <div class="page-actions"><button class="button">{lang.t("检查并导入", "Check and import")}</button></div>
        </form>
        <p class="meta">{lang.t(
            "大约需要几秒到一分钟，完成前请不要关闭页面。目录很大时，请用命令 yihao import items。",
            "It takes seconds to a minute; keep this page open. For a very large one use the command yihao import items.",
        )}</p>
    }
    .into_any()
}

/// A file to choose.
pub(in crate::pages) fn file(
    lang: Lang,
    name: &'static str,
    label: &str,
    megabytes: usize,
    optional: bool,
) -> AnyView {
    let label = label.to_owned();
    let optional = optional.then(|| view! { " "<span class="optional">{lang.t("选填", "optional")}</span> });
    let hint =
        lang.t(format!("JSON 文件，不超过 {megabytes} MB"), format!("A JSON file of at most {megabytes} MB"));
    let hint_id = format!("{name}-hint");
    view! {
        <div class="field upload">
            <label for=name>{label}{optional}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            <input type="file" id=name name=name accept="application/json,.json" aria-describedby=hint_id.clone()/>
        </div>
    }
    .into_any()
}

/// What happened, at the top of the page.
pub(in crate::pages) fn told(lang: Lang, outcome: &Outcome) -> AnyView {
    match outcome {
        Outcome::Done(lines) => {
            let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
            view! {
                <div class="notice success" role="status" tabindex="-1" autofocus>
                    <h2>{lang.t("导入完成", "Imported")}</h2><ul>{lines}</ul>
                </div>
            }
            .into_any()
        }
        Outcome::Faults(faults) => {
            let n = faults.len();
            let lines =
                faults.iter().map(|fault| view! { <li class="error"><span>{fault.clone()}</span></li> });
            view! {
                <section class="error-summary" role="alert" aria-labelledby="faults" tabindex="-1" autofocus>
                    <h2 id="faults">{lang.t(
                        format!("没有导入：文件有 {n} 处问题，什么都没有改动"),
                        format!("Not imported: {n} faults in the file; nothing was changed"),
                    )}</h2>
                    <ul class="lint-list">{lines.collect_view()}</ul>
                </section>
            }
            .into_any()
        }
    }
}
