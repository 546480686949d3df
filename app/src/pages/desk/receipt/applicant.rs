//! What the clerk may do for the person at the counter: answer corrections, bring what is owed, ask
//! for a person, hand over the result, withdraw.

use super::DeskReceiptPage;
use crate::lang::Lang;
use crate::ui::automatic::ask_person;
use crate::ui::correction::{self, Correction};
use crate::ui::supplement::{self, Supplement};
use domain::case::ActionKind;
use leptos::prelude::*;

/// Whatever is possible now; nothing where nothing is.
pub(super) fn acts(page: &DeskReceiptPage) -> Option<AnyView> {
    let lang = page.lang;
    let open = |kind: ActionKind| page.actions.contains(&kind);
    let address = format!("/desk/receipts/{}/actions", page.receipt.case_no);
    let here = || address.clone();
    let wanted = page.correction.as_ref().filter(|_| open(ActionKind::AnswerCorrection));
    let owed = page.owed.as_ref().filter(|_| open(ActionKind::Supplement));
    let acts: Vec<AnyView> = [
        wanted.map(|wanted| correct(lang, wanted, here())),
        owed.map(|owed| supply(lang, owed, here())),
        open(ActionKind::AskPerson).then(|| ask_person(lang, page.version, here())),
        open(ActionKind::Deliver).then(|| deliver(lang, page.version, here())),
        open(ActionKind::Withdraw).then(|| withdraw(lang, page.version, here())),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!acts.is_empty()).then(|| view! { <div class="stack no-print">{acts}</div> }.into_any())
}

fn correct(lang: Lang, wanted: &Correction, address: String) -> AnyView {
    let papers = papers(lang, wanted.papers);
    view! {
        <section class="must-do">
            <h2>{lang.t("这件办件等补正", "This case waits for corrections")}</h2>
            {correction::form(lang, wanted, address, Some(papers), lang.t("提交补正", "Hand in"))}
        </section>
    }
    .into_any()
}

fn supply(lang: Lang, owed: &Supplement, address: String) -> AnyView {
    let papers = papers(lang, owed.papers);
    view! {
        <section class="must-do">
            <h2>{lang.t("这件办件等后补材料", "This case waits for papers that are to follow")}</h2>
            {supplement::consequence(lang, owed)}
            {supplement::form(lang, owed, address, Some(papers))}
        </section>
    }
    .into_any()
}

/// Only who stands at the counter sees papers.
fn papers(lang: Lang, checked: bool) -> AnyView {
    view! {
        <div class="field">
            <div class="choice">
                <input type="checkbox" id="papers" name="papers" value="yes" checked=checked/>
                <label for="papers">{lang.t("纸质材料已在窗口收齐", "The papers were handed over here")}</label>
            </div>
        </div>
    }
    .into_any()
}

/// 送达: the result goes over the counter, and somebody signs for it.
fn deliver(lang: Lang, version: u32, address: String) -> AnyView {
    view! {
        <details class="disclosure">
            <summary>{lang.t("把结果交给申请人", "Hand over the result")}</summary>
            <form method="post" action=address class="form-grid" enctype="multipart/form-data">
                <input type="hidden" name="version" value=version/>
                <div class="field">
                    <label for="proof">{lang.t("签收人", "Signed by")}</label>
                    <input id="proof" name="proof" autocomplete="off" required/>
                </div>
                <div class="page-actions">
                    <button class="button" name="action" value="deliver">{lang.t("已当面交付", "Handed over")}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

fn withdraw(lang: Lang, version: u32, address: String) -> AnyView {
    view! {
        <details class="disclosure">
            <summary>{lang.t("申请人要撤回", "The applicant wants to withdraw")}</summary>
            <form method="post" action=address class="form-grid" enctype="multipart/form-data">
                <input type="hidden" name="version" value=version/>
                <div class="field">
                    <label for="reason">{lang.t("原因", "Reason")}" "<span class="optional">{lang.t("选填", "optional")}</span></label>
                    <input id="reason" name="reason" autocomplete="off"/>
                </div>
                <div class="page-actions">
                    <button class="button danger" name="action" value="withdraw">{lang.t("撤回申请", "Withdraw")}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
