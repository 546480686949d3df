//! After the intake: the receipt to print, and what the clerk does next.

mod applicant;

use super::shortcuts;
use crate::lang::Lang;
use crate::ui::automatic::{Ruled, ruled};
use crate::ui::case_table::state;
use crate::ui::changes::{Change, changes};
use crate::ui::correction::{self, Correction};
use crate::ui::light::{Lamp, light};
use crate::ui::panel::panel;
use crate::ui::receipt::{Receipt, receipt as paper};
use crate::ui::supplement::{self, Supplement};
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
    /// 容缺: what is still to come.
    pub owed: Option<Supplement>,
    /// 秒批: what the rules said.
    pub ruled: Option<Ruled>,
    /// What answers to corrections changed.
    pub changes: Vec<Change>,
    /// Files whose originals nobody has seen: name, and where it is said that they were compared.
    pub uncompared: Vec<(String, String)>,
    /// Whether somebody's business is open, to start another item for them.
    pub has_person: bool,
}

/// The view.
pub fn receipt(page: DeskReceiptPage) -> AnyView {
    let lang = page.lang;
    let granted = page.ruled.as_ref().is_some_and(|ruled| ruled.granted);
    let title = if page.fresh && granted {
        lang.t("已当场办好（秒批）", "Granted at once, by rule").to_owned()
    } else if page.fresh {
        lang.t(
            format!("已收件，交{}办理", page.receipt.body),
            format!("Taken in; {} decides", page.receipt.body),
        )
    } else {
        page.receipt.item_name.clone()
    };
    view! {
        {page.correction.as_ref().and_then(|wanted| correction::summary(lang, wanted))}
        {page.owed.as_ref().and_then(|owed| supplement::summary(lang, owed))}
        <div class="page-head no-print">
            <h1>{title}</h1>
            <p>{state(lang, page.status, page.outcome)}" "{light(lang, page.lamp)}</p>
        </div>
        {page.ruled.as_ref().map(|rules| view! { <div class="no-print">{ruled(lang, rules)}</div> })}
        {applicant::acts(&page)}
        {changes(lang, &page.changes).map(|shown| view! {
            <div class="no-print">{panel(lang.t("补充和更正", "What was put right"), shown)}</div>
        })}
        {uncompared(lang, page.uncompared)}
        {paper(lang, &page.receipt)}
        {actions(lang, page.has_person)}
        {shortcuts::keys(lang)}
    }
    .into_any()
}

/// 核验: what was uploaded and can be compared while its owner is here (国办函〔2016〕108号: C becomes B).
fn uncompared(lang: Lang, files: Vec<(String, String)>) -> Option<AnyView> {
    if files.is_empty() {
        return None;
    }
    let compared = lang.t("已与原件核对", "Compared with the original");
    let lines = files.into_iter().map(|(name, address)| {
        let whose = format!("{}{name}", lang.t("：", ": "));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>
                    <form method="post" action=address>
                        <button class="button secondary small">{compared}<span class="visually-hidden">{whose}</span></button>
                    </form>
                </td>
            </tr>
        }
    });
    let title =
        lang.t("带了原件的，核对一下，以后不用再交", "If the originals are here, compare them once for all");
    let list = view! {
        <table class="data-table dense">
            <caption class="visually-hidden">{title}</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{lang.t("材料", "Material")}</th><th scope="col">{compared}</th></tr>
            </thead>
            <tbody>{lines.collect_view()}</tbody>
        </table>
    };
    Some(view! { <div class="no-print">{panel(title, list)}</div> }.into_any())
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
