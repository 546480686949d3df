//! Where a page lies.

use crate::lang::Lang;
use leptos::prelude::*;

/// The way from the home page: addresses with names, and the page itself.
pub fn breadcrumbs(lang: Lang, way: Vec<(String, String)>, here: &str) -> impl IntoView + use<> {
    let here = here.to_owned();
    let way = way.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect_view();
    view! {
        <nav class="breadcrumbs" aria-label=lang.t("当前位置", "You are here")>
            <ol>
                <li><a href="/">{lang.t("首页", "Home")}</a></li>
                {way}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
}
