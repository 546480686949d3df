//! After the intake: the receipt to print, and what the clerk does next.

use super::shortcuts;
use crate::lang::Lang;
use crate::ui::case_table::state;
use crate::ui::correction::{Correction, asked, form, summary};
use crate::ui::light::{Lamp, light};
use crate::ui::receipt::{Receipt, receipt as paper};
use domain::case::{ActionKind, Outcome, Status};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct DeskReceiptPage {
    /// The language.
    pub lang: Lang,
    /// Just taken in, as against looked up later.
    pub fresh: bool,
    /// What stands on the paper.
    pub receipt: Receipt,
    /// Where the case stands now.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Its light.
    pub lamp: Lamp,
    /// What the clerk may do for the applicant: answer corrections, withdraw.
    pub actions: Vec<ActionKind>,
    /// The case's version.
    pub version: u32,
    /// What waits for an answer.
    pub correction: Option<Correction>,
    /// Whether somebody's business is open, to start another item for them.
    pub has_person: bool,
}

/// The view.
pub fn receipt(page: DeskReceiptPage) -> AnyView {
    let lang = page.lang;
    let title = if page.fresh {
        lang.t(
            format!("已收件，交{}办理", page.receipt.body),
            format!("Taken in; {} decides", page.receipt.body),
        )
    } else {
        page.receipt.item_name.clone()
    };
    view! {
        {page.correction.as_ref().and_then(|wanted| summary(lang, wanted))}
        <div class="page-head no-print">
            <h1>{title}</h1>
            <p>{state(lang, page.status, page.outcome)}" "{light(lang, page.lamp)}</p>
        </div>
        {for_the_applicant(&page)}
        {paper(lang, &page.receipt)}
        {actions(lang, page.has_person)}
        {shortcuts::keys(lang)}
    }
    .into_any()
}

/// What the person at the counter may still do: answer what was asked for, or withdraw.
fn for_the_applicant(page: &DeskReceiptPage) -> Option<AnyView> {
    let lang = page.lang;
    let open = |kind: ActionKind| page.actions.contains(&kind);
    let address = format!("/desk/receipts/{}/actions", page.receipt.case_no);
    let wanted = page.correction.as_ref().filter(|_| open(ActionKind::AnswerCorrection));
    let answer = wanted.map(|wanted| correction(lang, wanted, address.clone()));
    let withdraw = open(ActionKind::Withdraw).then(|| withdraw(lang, page.version, address));
    (answer.is_some() || withdraw.is_some())
        .then(|| view! { <div class="stack no-print">{answer}{withdraw}</div> }.into_any())
}

fn correction(lang: Lang, wanted: &Correction, address: String) -> AnyView {
    let papers = view! {
        <div class="field">
            <div class="choice">
                <input type="checkbox" id="papers" name="papers" value="yes" checked=wanted.papers/>
                <label for="papers">{lang.t("纸质材料已在窗口收齐", "The papers were handed over here")}</label>
            </div>
        </div>
    };
    view! {
        <section class="must-do">
            <h2>{lang.t("这件办件等补正", "This case waits for corrections")}</h2>
            {asked(wanted)}
            {form(lang, wanted, address, Some(papers.into_any()), lang.t("提交补正", "Hand in"))}
        </section>
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

fn actions(lang: Lang, has_person: bool) -> AnyView {
    let again = has_person.then(|| {
        view! {
            <a class="button secondary" href="/desk/person" accesskey="b">
                {lang.t("给同一人再办一件", "Another service for them")}" "<kbd class="kbd">"Alt B"</kbd>
            </a>
        }
    });
    view! {
        <div class="desk-actions no-print">
            <form method="post" action="/desk/next">
                <button class="button">{lang.t("下一位", "Next person")}" "<kbd class="kbd">"Alt N"</kbd></button>
            </form>
            <button class="button secondary" type="button" data-print accesskey="p">
                {lang.t("打印", "Print")}" "<kbd class="kbd">"Alt P"</kbd>
            </button>
            {again}
        </div>
    }
    .into_any()
}
