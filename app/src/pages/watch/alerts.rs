//! The alerts: by card, rule and department, each leading to the event that shows it.

use super::{Place, parts};
use crate::lang::Lang;
use crate::ui::code_number::code_number;
use crate::ui::pager::pager;
use crate::ui::panel::panel;
use crate::ui::status::status_tag;
use crate::ui::table::{Caption, Table};
use crate::ui::toolbar::select;
use crate::ui::watch::{alert_state, card, card_name};
use chrono::NaiveDate;
use domain::case::Status;
use domain::watch::{AlertState, Card};
use leptos::prelude::*;

/// One alert.
#[derive(Clone, Debug)]
pub struct AlertLine {
    /// Key.
    pub id: String,
    /// The rule.
    pub rule: String,
    /// The card.
    pub card: Card,
    /// Where it stands.
    pub state: AlertState,
    /// The item.
    pub item: String,
    /// 办件编号.
    pub number: String,
    /// The event that shows it.
    pub seq: i32,
    /// Where the case stands now.
    pub status: Status,
    /// Whose it is.
    pub department: String,
    /// The day on which it came to be.
    pub on: NaiveDate,
    /// What was seen.
    pub seen: String,
    /// Its order: key and number.
    pub order: Option<(String, String)>,
    /// Why it was dismissed.
    pub reason: String,
}

/// The cards of a department.
#[derive(Clone, Debug)]
pub struct Cards {
    /// Key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// 黄牌.
    pub yellow: u64,
    /// 红牌.
    pub red: u64,
}

/// What was asked for; only words of our own making, so nothing needs escaping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlertsAddress {
    /// In this state.
    pub state: Option<AlertState>,
    /// All that give a card.
    pub carded: bool,
    /// With this card.
    pub card: Option<Card>,
    /// Against this rule.
    pub rule: String,
    /// Of this department.
    pub department: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// The page, from 1.
    pub page: u64,
}

impl AlertsAddress {
    /// The address without its page.
    pub fn first(&self) -> String {
        let state = match (self.state, self.carded) {
            (Some(state), _) => state.as_str(),
            (None, true) => "carded",
            (None, false) => "any",
        };
        let mut parts = vec![format!("state={state}")];
        parts.extend(self.card.map(|card| format!("card={}", card.as_str())));
        let texts =
            [("rule", &self.rule), ("department", &self.department), ("from", &self.from), ("to", &self.to)];
        parts.extend(
            texts.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}={text}")),
        );
        format!("/supervise/watch?{}", parts.join("&"))
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct AlertsPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: AlertsAddress,
    /// How many there are.
    pub total: u64,
    /// How many pages.
    pub pages: u64,
    /// Rules to choose from: key and name.
    pub rules: Vec<(String, String)>,
    /// Departments to choose from: key and name.
    pub departments: Vec<(String, String)>,
    /// The alerts of this page.
    pub lines: Vec<AlertLine>,
    /// The cards of the departments, under the same conditions but state and department.
    pub cards: Vec<Cards>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("电子监察", "Watch")
}

/// The view.
pub fn alerts(page: &AlertsPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let lead = lang.t(
        "按规则从办件的每一步中发现的问题，每个只记一次，并指向证据所在的那一步。",
        "What the rules found in the course of cases: each once, and each leading to the event that shows it.",
    );
    let nothing = lang.t("没有符合条件的监察提醒", "No such alert");
    let more = format!("{}&page=", query.first());
    view! {
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
        {parts(lang, "/supervise/watch")}
        {filters(page)}
        <p class="meta">{lang.t(format!("共 {} 条", page.total), format!("{} in all", page.total))}</p>
        <form method="get" action="/supervise/orders/new">
            {table(lang).panel(&page.lines, nothing, ())}
            {pick(page)}
        </form>
        {pager(lang, query.page, page.pages, &more)}
        {cards(page)}
    }
    .into_any()
}

fn pick(page: &AlertsPage) -> Option<AnyView> {
    let lang = page.lang;
    page.lines.iter().any(|line| line.state == AlertState::Open).then(|| {
        view! {
            <div class="page-actions">
                <button class="button">{lang.t("就选中的提醒发督办单", "Issue an order on those ticked")}</button>
                <p class="hint">{lang.t("可以选同一部门的几条。", "Several may be ticked, of one department.")}</p>
            </div>
        }
        .into_any()
    })
}

fn filters(page: &AlertsPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let states: Vec<_> = AlertState::ALL
        .map(|state| (state.as_str().to_owned(), alert_state(lang, state).to_owned()))
        .into_iter()
        .chain([("carded".to_owned(), lang.t("计牌的（除不予督办）", "All that give a card").to_owned())])
        .collect();
    let state = query.state.map_or(if query.carded { "carded" } else { "" }, AlertState::as_str);
    let cards = Card::ALL.map(|card| (card.as_str().to_owned(), card_name(lang, card).to_owned()));
    let card = query.card.map(Card::as_str).unwrap_or_default();
    view! {
        <form class="toolbar" method="get" action="/supervise/watch" aria-label=lang.t("筛选", "Filter")>
            {select(lang.t("状态", "State"), "state", lang.t("所有状态", "Any state"), &states, state)}
            {select(lang.t("牌", "Card"), "card", lang.t("黄牌和红牌", "Any card"), &cards, card)}
            {select(lang.t("规则", "Rule"), "rule", lang.t("所有规则", "Any rule"), &page.rules, &query.rule)}
            {select(lang.t("部门", "Department"), "department", lang.t("所有部门", "Any department"), &page.departments, &query.department)}
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

fn table(lang: Lang) -> Table<'static, AlertLine> {
    Table::new(Caption::heard("alerts-caption", title(lang)))
        .stacked()
        .late(|line: &AlertLine| line.card == Card::Red && line.state == AlertState::Open)
        .column(lang.t("选", "Tick"), move |line| tick(lang, line))
        .row_name(lang.t("提醒", "Alert"), |line| {
            view! { <a href=format!("/supervise/watch/{}", line.id)>{line.rule.clone()}</a> }
        })
        .short(lang.t("牌", "Card"), move |line| card(lang, line.card))
        .short(lang.t("发生日期", "Day"), move |line| lang.date(line.on))
        .column(lang.t("部门", "Department"), |line| line.department.clone())
        .column(lang.t("事项", "Service"), |line| line.item.clone())
        .column(lang.t("证据", "Evidence"), |line| {
            let href = Place::Supervise.event(&line.number, line.seq);
            view! { <a href=href>{code_number(&line.number, "")}</a> }
        })
        .column(lang.t("办件现状", "Case now"), move |line| status_tag(lang, line.status))
        .column(lang.t("处理", "State"), move |line| state(lang, line))
}

fn tick(lang: Lang, line: &AlertLine) -> Option<AnyView> {
    (line.state == AlertState::Open).then(|| {
        let label = lang
            .t(format!("选中 {} {}", line.rule, line.number), format!("Tick {} {}", line.rule, line.number));
        view! { <input type="checkbox" name="alert" value=line.id.clone() aria-label=label/> }.into_any()
    })
}

/// Where it stands, with its order.
pub(super) fn state(lang: Lang, line: &AlertLine) -> AnyView {
    match &line.order {
        Some((id, number)) => {
            let href = Place::Supervise.order(id);
            view! { {alert_state(lang, line.state)}" "<a href=href>{number.clone()}</a> }.into_any()
        }
        None => view! { {alert_state(lang, line.state)} }.into_any(),
    }
}

fn cards(page: &AlertsPage) -> Option<AnyView> {
    let (lang, query) = (page.lang, page.query.clone());
    if page.cards.is_empty() {
        return None;
    }
    let link = move |row: &Cards, card: Card, n: u64| {
        let address = AlertsAddress {
            state: None,
            carded: true,
            card: Some(card),
            department: row.id.clone(),
            ..query.clone()
        };
        if n == 0 { "0".into_any() } else { view! { <a href=address.first()>{n}</a> }.into_any() }
    };
    let red = link.clone();
    let table = Table::new(Caption::heard("cards-caption", lang.t("部门牌数", "Cards")))
        .row_name(lang.t("部门", "Department"), |row: &Cards| row.name.clone())
        .number(lang.t("红牌", "Red"), move |row| red(row, Card::Red, row.red))
        .number(lang.t("黄牌", "Yellow"), move |row| link(row, Card::Yellow, row.yellow));
    let note =
        lang.t("一条提醒一张牌，不予督办的不计。", "One alert gives one card; dismissed ones give none.");
    let body = view! { <p class="hint">{note}</p>{table.rows(&page.cards)} };
    Some(panel(lang.t("各部门黄牌、红牌", "Yellow and red cards by department"), body))
}
