//! 亮证: the code, for a minute; and what is there when the minute is over.

use crate::lang::Lang;
use crate::pages::citizen::access::{AccessLine, list};
use crate::ui::certificate::qr_code;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// What the page with the code shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowPage {
    /// The language.
    pub lang: Lang,
    /// The certificate's id.
    pub id: String,
    /// The type.
    pub name: String,
    /// The holder's name.
    pub holder: String,
    /// The code as a path on modules.
    pub qr_path: String,
    /// Its size with the quiet zone.
    pub qr_size: u32,
    /// When it lapses.
    pub expires_at: DateTime<Utc>,
}

/// The page with the code. The server tells the browser to leave it when the code lapses.
pub fn show(page: ShowPage) -> impl IntoView {
    let lang = page.lang;
    let base = format!("/my/certificates/{}", page.id);
    let until = page.expires_at.with_timezone(&domain::calendar::CITY_OFFSET).format("%H:%M:%S").to_string();
    let life = lang
        .t(format!("60 秒内有效，{until} 自动失效"), format!("Good for 60 seconds: it lapses at {until}"));
    view! {
        <section class="show-card">
            <h1>{page.name.clone()}</h1>
            <p class="holder">{page.holder.clone()}</p>
            <div class="show-code">{qr_code(&page.qr_path, page.qr_size, lang.t("出示给对方扫的二维码", "The code to be scanned"))}</div>
            <div class="lapse" aria-hidden="true"><div class="lapse-bar"></div></div>
            <p class="life" role="status">{life}</p>
        </section>
        <p>{lang.t(
            "请对方扫码。对方只能看到：证照名称、颁发机构、有效期、现在的状态，以及遮盖后的姓名和编号。",
            "Let the other side scan it. They see no more than type, issuer, term, state, and your name and number masked.",
        )}</p>
        <div class="page-actions">
            {again(lang, &page.id)}
            <a href=base>{lang.t("不用了，返回", "Done: back")}</a>
        </div>
    }
    .into_any()
}

fn again(lang: Lang, id: &str) -> AnyView {
    view! {
        <form method="post" action=format!("/my/certificates/{id}/present")>
            <button class="button">{lang.t("出示新的二维码", "Show a new code")}</button>
        </form>
    }
    .into_any()
}

/// What the page shows once the code has lapsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LapsedPage {
    /// The language.
    pub lang: Lang,
    /// The certificate's id.
    pub id: String,
    /// The type.
    pub name: String,
    /// It may be shown once more.
    pub is_fit: bool,
    /// Who scanned it within the last minutes.
    pub seen: Vec<AccessLine>,
}

/// The page once the code has lapsed.
pub fn lapsed(page: LapsedPage) -> impl IntoView {
    let lang = page.lang;
    let seen = if page.seen.is_empty() {
        view! { <p>{lang.t("刚才没有人扫码。", "Nobody scanned it just now.")}</p> }.into_any()
    } else {
        list(lang, &page.seen)
    };
    view! {
        <a class="back-link" href=format!("/my/certificates/{}", page.id)>{page.name.clone()}</a>
        <div class="page-head">
            <h1>{lang.t("二维码已失效", "The code has lapsed")}</h1>
            <p class="lead">{lang.t(
                "为了安全，二维码只用 60 秒。还要出示，请重新打开一个。",
                "For your safety a code lives for 60 seconds. If it is still needed, open a new one.",
            )}</p>
        </div>
        <div class="page-actions">{page.is_fit.then(|| again(lang, &page.id))}</div>
        <section class="section">
            <h2>{lang.t("刚才谁扫过", "Who scanned it just now")}</h2>
            {seen}
        </section>
    }
    .into_any()
}
