//! The frame around every page: document, header, navigation, footer.

mod header;
pub mod staff;

use crate::lang::Lang;
use crate::render;
use crate::ui::flash::{Flash, flash};
use leptos::prelude::*;

/// Whose page it is; decides header, navigation and density.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Everyone.
    Public,
    /// Somebody who applies.
    Citizen,
    /// 窗口.
    Desk,
    /// 审批.
    Review,
    /// 监察.
    Supervise,
    /// 管理.
    Admin,
    /// 审计.
    Audit,
}

impl Area {
    fn is_staff(self) -> bool {
        !matches!(self, Self::Public | Self::Citizen)
    }
}

/// Who looks at the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The name shown in the header: masked for citizens.
    pub name: String,
    /// What they are.
    pub role: domain::permission::Role,
    /// Window, department or nothing.
    pub place: String,
    /// 负责人: heads the department.
    pub head: bool,
    /// Alarms that wait for this person, where they are told any.
    pub alarms: Option<u64>,
}

/// Files of the browser's part, with the hashes of this build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script that wakes the islands.
    pub boot: String,
    /// The script that keeps figures on an open page up to date.
    pub live: String,
}

impl Default for Assets {
    fn default() -> Self {
        Self { css: "/pkg/yihao.css".into(), boot: "/pkg/boot.js".into(), live: "/pkg/live.js".into() }
    }
}

/// All that the frame needs to know.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language.
    pub lang: Lang,
    /// The page's name, first in the window's title.
    pub title: String,
    /// Whose page it is.
    pub area: Area,
    /// Who looks at it.
    pub viewer: Option<Viewer>,
    /// The looks chosen by cookie: `elder`, `dark`, separated by spaces.
    pub look: String,
    /// The page's own address, for the language switch and the current link.
    pub path: String,
    /// A message of the step before.
    pub flash: Option<Flash>,
    /// Whether anything on the page wakes in the browser.
    pub islands: bool,
    /// Whether figures on the page move while it is open.
    pub live: bool,
    /// An extra class of the body, such as `home`.
    pub body_class: &'static str,
    /// The width of `main`: `page`, `page wide` or `page full`.
    pub width: &'static str,
    /// Where this build's files are.
    pub assets: Assets,
}

/// The whole document.
pub fn document<V: IntoView + 'static>(frame: Frame, body: impl FnOnce() -> V) -> String {
    let html = render::render(move || page(frame, body()));
    format!("<!DOCTYPE html>{html}")
}

/// Stands where a main part is to be put; a character for private use, which no page shows.
const MAIN: &str = "\u{e000}";

/// A document around a main part that was made before: what comes before it, which is the
/// reader's own, and what comes after it, which hangs on the language alone.
pub fn document_around(frame: Frame) -> (String, String) {
    let html = document(frame, || MAIN);
    // The last one: after the main part stands nothing that anybody has typed.
    let (before, after) = html.rsplit_once(MAIN).unwrap_or((html.as_str(), ""));
    (before.to_owned(), after.to_owned())
}

fn page(frame: Frame, body: impl IntoView) -> impl IntoView {
    let lang = frame.lang;
    let kind = if frame.area.is_staff() { "desk" } else { "citizen" };
    let title = format!("{} · {}", frame.title, lang.t("一号", "Yihao"));
    let script =
        frame.islands.then(|| view! { <script type="module" src=frame.assets.boot.clone()></script> });
    let live = frame.live.then(|| view! { <script type="module" src=frame.assets.live.clone()></script> });
    view! {
        <html lang=lang.tag() data-look=frame.look.clone()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{title}</title>
                <link rel="icon" href="/pkg/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=frame.assets.css.clone()/>
                {script}
                {live}
            </head>
            <body class=format!("{kind} {}", frame.body_class)>
                <a class="skip-link" href="#main">{lang.t("跳到正文", "Skip to content")}</a>
                {if frame.area.is_staff() { staff::header(&frame).into_any() } else { header::header(&frame).into_any() }}
                <main id="main" class=frame.width>
                    {frame.flash.as_ref().map(flash)}
                    {body.into_any()}
                </main>
                {(!frame.area.is_staff()).then(|| header::footer(lang))}
            </body>
        </html>
    }
}

/// 一号's mark.
pub(crate) fn mark() -> impl IntoView {
    view! {
        <svg class="mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect class="ground" width="32" height="32" rx="7"/>
            <circle class="dot" cx="16" cy="10.5" r="3.5"/>
            <path class="stroke" d="M6 18.2h17.2l2.3-3.2 2.5 3.2v2.6H6z"/>
        </svg>
    }
}

/// The links of a navigation. The one that leads closest to the page's own address says so.
/// `waiting` is a page with the number of what waits there.
pub(crate) fn nav_links(
    links: &[(&'static str, &'static str)],
    path: &str,
    waiting: Option<(&'static str, u64)>,
) -> impl IntoView + use<> {
    let holds = |href: &str| path == href || (href.len() > 1 && path.starts_with(&format!("{href}/")));
    let here = links.iter().map(|(href, _)| *href).filter(|href| holds(href)).max_by_key(|href| href.len());
    links
        .iter()
        .map(|&(href, text)| {
            let count = waiting.filter(|(page, n)| *page == href && *n > 0);
            let count = count.map(|(_, n)| view! { " "<span class="count">{n}</span> });
            view! { <li><a href=href aria-current=(here == Some(href)).then_some("page")>{text}{count}</a></li> }
        })
        .collect_view()
}

/// The switch to the other language: a form, so that it works everywhere and changes no address.
pub(crate) fn language_switch(frame: &Frame) -> impl IntoView + use<> {
    let (other, name) = match frame.lang {
        Lang::Zh => (Lang::En, "English"),
        Lang::En => (Lang::Zh, "中文"),
    };
    view! {
        <form class="language-switch" method="post" action="/language">
            <input type="hidden" name="back" value=frame.path.clone()/>
            <button class="link" name="lang" value=other.as_str() lang=other.tag()>{name}</button>
        </form>
    }
}

/// Ends the session.
pub(crate) fn sign_out(lang: Lang) -> impl IntoView {
    view! {
        <form method="post" action="/sign-out">
            <button class="link">{lang.t("退出", "Sign out")}</button>
        </form>
    }
}
