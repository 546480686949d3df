//! What whoever scans a code sees: the least that tells whether the certificate is good.

use super::{Told, particulars, verdict};
use crate::lang::Lang;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentedPage {
    /// The language.
    pub lang: Lang,
    /// The certificate; `None` once the code has lapsed.
    pub told: Option<Told>,
    /// When it was scanned.
    pub at: DateTime<Utc>,
}

/// The page.
pub fn presented(page: PresentedPage) -> impl IntoView {
    let lang = page.lang;
    match &page.told {
        Some(told) => living(lang, told, page.at),
        None => lapsed(lang),
    }
}

fn living(lang: Lang, told: &Told, at: DateTime<Utc>) -> AnyView {
    let time = at.with_timezone(&domain::calendar::CITY_OFFSET).format("%H:%M:%S").to_string();
    let when = lang.t(
        format!("{}查验（{time}）", lang.date(at.with_timezone(&domain::calendar::CITY_OFFSET).date_naive())),
        format!(
            "Looked up on {} at {time}",
            lang.date(at.with_timezone(&domain::calendar::CITY_OFFSET).date_naive())
        ),
    );
    view! {
        <div class="page-head"><h1>{told.name.clone()}</h1></div>
        <section class="answer" class:invalid=!told.state.is_fit() aria-labelledby="found">
            {verdict(lang, told.state)}
            {particulars(lang, told)}
            <p class="meta">{when}{lang.t(
                "。姓名和编号按规定遮盖；持证人已收到这次查看的记录。",
                ". Name and number are masked; the holder has this look on record.",
            )}</p>
        </section>
    }
    .into_any()
}

fn lapsed(lang: Lang) -> AnyView {
    view! {
        <div class="page-head">
            <h1>{lang.t("二维码已失效", "This code has lapsed")}</h1>
            <p class="lead">{lang.t(
                "亮证二维码只有 60 秒有效。请让持证人重新出示一个，再扫一次。",
                "A code lives for 60 seconds. Ask the holder for a new one, and scan again.",
            )}</p>
        </div>
        <p>{lang.t("也可以", "You may also ")}<a href="/verify">{lang.t("按电子证照标识查验", "verify by the identifier")}</a>{lang.t("。", ".")}</p>
    }
    .into_any()
}
