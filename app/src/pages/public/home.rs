//! Home: a search that takes any words, what most people come for, and one's own cases.

mod cases;
mod halls;
mod search;
mod ways;

pub use halls::{HallLine, office};
pub use ways::Way;

use crate::lang::Lang;
use crate::pages::citizen::my::CaseLine;
use crate::render::render;
use crate::ui::item_card::ItemLine;
use leptos::prelude::*;

/// What home shows.
#[derive(Clone, Debug, PartialEq)]
pub struct HomePage {
    /// The language.
    pub lang: Lang,
    /// The items most people come for.
    pub top: Vec<ItemLine>,
    /// 人生事 and 一件事.
    pub events: Vec<Way>,
    /// 主题.
    pub themes: Vec<Way>,
    /// Items by kind: 即办, 全程网办, 跨省通办 …
    pub kinds: Vec<Way>,
    /// How many items the catalogue has.
    pub items: u64,
    /// In how many places and situations they are done.
    pub implementations: u64,
    /// Where one may go.
    pub halls: Vec<HallLine>,
}

/// Where the cases go that ask for something, and where one's other cases; characters for private
/// use, which no page shows.
const URGENT: &str = "\u{e001}";
const MINE: &str = "\u{e002}";

/// Home as it was made for everybody, with the cases of who is signed in.
pub fn with_own(lang: Lang, home: &str, cases: Option<&[CaseLine]>) -> String {
    let urgent = cases.and_then(|cases| cases::urgent(lang, cases));
    let mine = cases.map(|cases| cases::my_cases(lang, cases));
    let html = |part: Option<AnyView>| part.map(|part| render(|| part)).unwrap_or_default();
    home.replacen(URGENT, &html(urgent), 1).replacen(MINE, &html(mine), 1)
}

/// The page for everybody; [`with_own`] puts in what is one's own.
pub fn home(page: HomePage) -> impl IntoView {
    let lang = page.lang;
    view! {
        {search::hero(lang)}
        <div class="wrap">
            {URGENT}
            <div class="home-first">
                {cases::track_box(lang)}
                {search::top(lang, &page.top)}
            </div>
            {MINE}
            {ways::ways(lang, lang.t("人生大事，一次办好", "Life events"), "events", &page.events)}
            {ways::ways(lang, lang.t("按主题找", "By theme"), "themes", &page.themes)}
            {ways::kinds(&page)}
            {halls::halls(lang, &page.halls)}
        </div>
    }
    .into_any()
}
