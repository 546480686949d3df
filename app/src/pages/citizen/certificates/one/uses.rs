//! Who used a certificate, what copies there are of it, and its other versions.

use super::{CopyLine, VersionLine};
use crate::lang::Lang;
use crate::pages::citizen::access::{AccessLine, list};
use crate::ui::certificate::state_tag;
use leptos::prelude::*;

pub(super) fn uses(lang: Lang, uses: &[AccessLine]) -> AnyView {
    let body = if uses.is_empty() {
        view! { <p>{lang.t("还没有人用过、看过这份证照。", "Nobody has used or seen it yet.")}</p> }
            .into_any()
    } else {
        list(lang, uses)
    };
    view! {
        <section class="section" id="uses">
            <h2>{lang.t("谁用过", "Who used it")}</h2>
            {body}
        </section>
    }
    .into_any()
}

pub(super) fn copies(lang: Lang, id: &str, copies: &[CopyLine]) -> Option<AnyView> {
    let lines = copies.iter().map(|copy| {
        let until = lang.t(
            format!("有效期至{}", lang.date(copy.expires_on)),
            format!("Good until {}", lang.date(copy.expires_on)),
        );
        let over = copy.expired.then(|| view! { " "<span class="tag status-void">{lang.t("已过期", "Over")}</span> });
        view! {
            <li>
                <a class="name" href=format!("/my/certificates/{id}/copies/{}", copy.id)>{copy.purpose.clone()}</a>
                <span class="meta">{until}{over}</span>
            </li>
        }
    });
    let lines = lines.collect_view();
    (!copies.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.t("做过的加注件", "Marked copies")}</h2>
                <ul class="document-list">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

pub(super) fn versions(lang: Lang, versions: &[VersionLine]) -> Option<AnyView> {
    let lines = versions.iter().map(|one| {
        let name = lang.t(format!("第 {} 版", one.version), format!("Version {}", one.version));
        view! {
            <li>
                <a class="name" href=format!("/my/certificates/{}", one.id)>{name}</a>
                <span>{state_tag(lang, one.state)}" "<span class="meta">{lang.date(one.issued_on)}</span></span>
            </li>
        }
    });
    let lines = lines.collect_view();
    (!versions.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{lang.t("其他版本", "Other versions")}</h2>
                <ul class="document-list">{lines}</ul>
            </section>
        }
        .into_any()
    })
}
