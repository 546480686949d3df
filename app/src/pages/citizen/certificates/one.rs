//! One certificate of one's own: what it says, what can be done with it, and who used it.

use super::renewal;
use crate::lang::Lang;
use crate::pages::citizen::access::AccessLine;
use crate::ui::certificate::{State, state_tag, term_words};
use chrono::NaiveDate;
use leptos::prelude::*;

mod facts;
mod uses;

/// Another version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLine {
    /// Its id.
    pub id: String,
    /// 版本号.
    pub version: i32,
    /// When it was issued.
    pub issued_on: NaiveDate,
    /// Its state today.
    pub state: State,
}

/// A copy made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyLine {
    /// Its id.
    pub id: String,
    /// What for.
    pub purpose: String,
    /// Last day.
    pub expires_on: NaiveDate,
    /// That day is over.
    pub expired: bool,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificatePage {
    /// The language.
    pub lang: Lang,
    /// Its id.
    pub id: String,
    /// The type.
    pub name: String,
    /// The holder's name.
    pub holder: String,
    /// 证照编号, masked unless its holder asked for it.
    pub number: Option<String>,
    /// The number stands in full.
    pub in_full: bool,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued_on: NaiveDate,
    /// First day and last.
    pub term: (NaiveDate, Option<NaiveDate>),
    /// The identifier.
    pub identifier: String,
    /// Its state today.
    pub state: State,
    /// Why it has its status, in the words of who gave it.
    pub reason: Option<String>,
    /// Its own fields.
    pub fields: Vec<(String, String)>,
    /// The case that granted it.
    pub case_no: Option<String>,
    /// Where to get it anew: id and name of items.
    pub renewal: Vec<(String, String)>,
    /// Its other versions.
    pub versions: Vec<VersionLine>,
    /// Its copies.
    pub copies: Vec<CopyLine>,
    /// Who used it, newest first.
    pub uses: Vec<AccessLine>,
}

/// The page.
pub fn certificate(page: CertificatePage) -> impl IntoView {
    let lang = page.lang;
    view! {
        <a class="back-link" href="/my/certificates">{lang.t("我的证照", "My certificates")}</a>
        <div class="case-head">
            <h1>{page.name.clone()}</h1>
            <p class="line">{state_tag(lang, page.state)}<span>{term_words(lang, page.term.0, page.term.1)}</span></p>
        </div>
        {trouble(&page)}
        {page.state.is_fit().then(|| actions(lang, &page.id))}
        {facts::facts(&page)}
        {uses::uses(lang, &page.uses)}
        {uses::copies(lang, &page.id, &page.copies)}
        {uses::versions(lang, &page.versions)}
    }
    .into_any()
}

/// What its state asks of its holder.
fn trouble(page: &CertificatePage) -> Option<AnyView> {
    let lang = page.lang;
    let (class, words) = match page.state {
        State::Good => return None,
        State::Ending(_) => (
            "notice warning",
            lang.t(
                "快到期了，到期后不能再用，请尽早换证。",
                "It ends soon and cannot be used afterwards: renew it in time.",
            ),
        ),
        State::Unfit(_) => (
            "notice danger",
            lang.t(
                "这份证照现在不能用，不能出示，也不能做加注件。",
                "It cannot be used now: neither shown nor copied.",
            ),
        ),
    };
    let reason = page.reason.clone().map(|reason| {
        view! { <p>{lang.t("原因：", "Reason: ")}{reason}</p> }
    });
    let ask = lang.t("有疑问，请联系颁发机构或拨打 12345。", "Questions: ask who issued it, or call 12345.");
    Some(
        view! {
            <div class=class>
                <p class="title">{words}</p>
                {reason}
                {renewal(lang, &page.renewal)}
                {(!page.state.is_fit()).then(|| view! { <p>{ask}</p> })}
            </div>
        }
        .into_any(),
    )
}

fn actions(lang: Lang, id: &str) -> AnyView {
    let base = format!("/my/certificates/{id}");
    view! {
        <div class="page-actions wallet-actions">
            <form method="post" action=format!("{base}/present")>
                <button class="button">{lang.t("亮证：出示二维码", "Show it by a code")}</button>
            </form>
            <a class="button secondary" href=format!("{base}/copies")>{lang.t("做一份加注件", "Make a marked copy")}</a>
            <a href="#uses">{lang.t("谁用过", "Who used it")}</a>
        </div>
    }
    .into_any()
}
