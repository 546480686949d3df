//! Header and footer of the pages for everyone.

use super::{Frame, Viewer, language_switch, mark, nav_links, sign_out};
use crate::lang::Lang;
use domain::permission::Role;
use leptos::prelude::*;

pub(super) fn header(frame: &Frame) -> impl IntoView + use<> {
    let lang = frame.lang;
    let path = frame.path.split('?').next().unwrap_or_default().to_owned();
    let mut links = vec![
        ("/items", lang.t("找事项", "Services")),
        ("/track", lang.t("查进度", "Track")),
        ("/my", lang.t("我的办件", "My cases")),
    ];
    if frame.viewer.as_ref().is_some_and(|viewer| viewer.role == Role::Citizen) {
        links.push(("/my/certificates", lang.t("证照", "Certificates")));
    }
    view! {
        <header class="site-header"><div class="wrap">
            <a class="brand" href="/">
                {mark()}
                <span class="name">{lang.t("一号", "Yihao")}</span>
                <span class="place">{lang.t("示范市政务服务", "Demo City services")}</span>
            </a>
            <nav class="site-nav" aria-label=lang.t("主导航", "Main")>
                <ul>
                    {nav_links(&links, &path, None)}
                </ul>
            </nav>
            <ul class="site-tools">
                <li>{look_switch(frame)}</li>
                <li>{language_switch(frame)}</li>
                {viewer(frame)}
            </ul>
        </div></header>
    }
}

/// 长辈版: larger type and targets.
fn look_switch(frame: &Frame) -> impl IntoView + use<> {
    let on = frame.look.split(' ').any(|look| look == "elder");
    let (value, text) = if on {
        ("standard", frame.lang.t("标准版", "Standard look"))
    } else {
        ("elder", frame.lang.t("长辈版", "Large look"))
    };
    view! {
        <form class="look-switch" method="post" action="/look">
            <input type="hidden" name="back" value=frame.path.clone()/>
            <button name="look" value=value>{text}</button>
        </form>
    }
}

fn viewer(frame: &Frame) -> impl IntoView + use<> {
    let lang = frame.lang;
    match &frame.viewer {
        None => view! { <li><a href="/sign-in">{lang.t("登录", "Sign in")}</a></li> }.into_any(),
        Some(viewer) => {
            let home = (viewer.role.is_staff()).then(|| {
                view! { <li><a href=super::staff::home(viewer.role)>{lang.t("工作台", "Workplace")}</a></li> }
            });
            view! {
                {home}
                <li>{who(lang, viewer)}" "{sign_out(lang)}</li>
            }
            .into_any()
        }
    }
}

/// The name; a citizen's leads to what is held of them.
fn who(lang: Lang, viewer: &Viewer) -> AnyView {
    let name = viewer.name.clone();
    if viewer.role.is_staff() {
        return view! { <span class="who">{name}</span> }.into_any();
    }
    let what = lang.t("我的数据：", "My data: ");
    view! { <a class="who" href="/my/data"><span class="visually-hidden">{what}</span>{name}</a> }.into_any()
}

pub(super) fn footer(lang: Lang) -> impl IntoView {
    view! {
        <footer class="site-footer"><div class="wrap">
            <ul class="links">
                <li><a href="/help">{lang.t("帮助", "Help")}</a></li>
                <li><a href="/verify">{lang.t("证照查验", "Verify a certificate")}</a></li>
                <li><a href="/help#privacy">{lang.t("隐私", "Privacy")}</a></li>
                <li><a href="/help#accessibility">{lang.t("无障碍", "Accessibility")}</a></li>
            </ul>
            <p class="owner">
                {lang.t("示范市政务服务和数据管理局", "Demo City Bureau of Government Services and Data")}
                " · "{lang.t("咨询", "Questions")}" "<a href="tel:12345">"12345"</a>
            </p>
        </div></footer>
    }
}
