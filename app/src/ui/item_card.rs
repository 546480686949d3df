//! An item as a line of a list: name, what it is about, who, how long, how much, how often.

use super::date_strip::limit_words;
use crate::lang::Lang;
use domain::deadline::Limit;
use domain::item::CaseKind;
use leptos::prelude::*;

/// What a list shows of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemLine {
    /// The item's id, such as `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One sentence: who may apply.
    pub summary: String,
    /// Who is responsible.
    pub department: String,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// The promised limit.
    pub promised: Option<Limit>,
    /// Costs money.
    pub charged: bool,
    /// How often one must come.
    pub visits: u16,
    /// Can be applied for here, online.
    pub online: bool,
}

/// How long it takes, in a few characters.
pub fn how_long(lang: Lang, kind: CaseKind, promised: Option<Limit>) -> String {
    match (kind, promised) {
        (CaseKind::Instant, _) => lang.t("当场办结", "On the spot").to_owned(),
        (CaseKind::Promise, Some(limit)) => limit_words(lang, limit),
        (CaseKind::Promise, None) => lang.t("时限见指南", "See the guide").to_owned(),
    }
}

/// How often one must come.
pub fn visits_words(lang: Lang, visits: u16) -> String {
    match (lang, visits) {
        (Lang::Zh, 0) => "不用跑".to_owned(),
        (Lang::Zh, n) => format!("跑 {n} 次"),
        (Lang::En, 0) => "No visit".to_owned(),
        (Lang::En, 1) => "1 visit".to_owned(),
        (Lang::En, n) => format!("{n} visits"),
    }
}

/// One result of a search.
pub fn item_line(lang: Lang, item: &ItemLine) -> impl IntoView + use<> {
    let fee = if item.charged { lang.t("收费", "Fee") } else { lang.t("不收费", "Free") };
    let online =
        if item.online { lang.t("可网上办", "Online") } else { lang.t("窗口办", "At a window") };
    view! {
        <li>
            <h2><a href=format!("/items/{}", item.id)>{item.name.clone()}</a></h2>
            {(!item.summary.is_empty()).then(|| view! { <p class="summary">{item.summary.clone()}</p> })}
            <ul class="facts">
                <li>{item.department.clone()}</li>
                <li class="strong">{how_long(lang, item.kind, item.promised)}</li>
                <li>{fee}</li>
                <li>{visits_words(lang, item.visits)}</li>
                <li>{online}</li>
            </ul>
        </li>
    }
}
