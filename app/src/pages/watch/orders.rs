//! Orders of supervision as a list: of the whole city, or to one department.

use super::alerts::AlertLine;
use super::{Place, parts};
use crate::lang::Lang;
use crate::ui::pager::pager;
use crate::ui::panel::panel;
use crate::ui::table::{Caption, Table};
use crate::ui::toolbar::select;
use crate::ui::watch::{alert_state, card, card_name, order_state, order_tag};
use chrono::{DateTime, NaiveDate, Utc};
use domain::watch::{Card, OrderState};
use leptos::prelude::*;

/// One order.
#[derive(Clone, Debug)]
pub struct OrderLine {
    /// Key.
    pub id: String,
    /// 督〔2026〕17号.
    pub number: String,
    /// To whom.
    pub department: String,
    /// The card.
    pub card: Card,
    /// Where it stands.
    pub state: OrderState,
    /// Last day to reply.
    pub reply_by: NaiveDate,
    /// A reply is owed, and its day has passed.
    pub late: bool,
    /// How many alerts.
    pub alerts: u64,
    /// When issued.
    pub at: DateTime<Utc>,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrdersAddress {
    /// In this state.
    pub state: Option<OrderState>,
    /// Late ones only.
    pub late: bool,
    /// With this card.
    pub card: Option<Card>,
    /// To this department.
    pub department: String,
    /// The page, from 1.
    pub page: u64,
}

impl OrdersAddress {
    fn first(&self, place: Place) -> String {
        let state = if self.late { "late" } else { self.state.map_or("any", OrderState::as_str) };
        let mut parts = vec![format!("state={state}")];
        parts.extend(self.card.map(|card| format!("card={}", card.as_str())));
        parts.extend(Some(&self.department).filter(|id| !id.is_empty()).map(|id| format!("department={id}")));
        format!("{}?{}", place.orders(), parts.join("&"))
    }
}

/// The page.
#[derive(Clone, Debug)]
pub struct OrdersPage {
    /// The language.
    pub lang: Lang,
    /// Whose page it is.
    pub place: Place,
    /// What was asked for.
    pub query: OrdersAddress,
    /// How many there are.
    pub total: u64,
    /// How many pages.
    pub pages: u64,
    /// Departments to choose from; none for a head.
    pub departments: Vec<(String, String)>,
    /// The orders of this page.
    pub lines: Vec<OrderLine>,
    /// For a head: the newest alerts on the department.
    pub alerts: Vec<AlertLine>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("督办单", "Orders of supervision")
}

/// The view.
pub fn orders(page: &OrdersPage) -> AnyView {
    let (lang, place) = (page.lang, page.place);
    let lead = match place {
        Place::Supervise => lang.t(
            "对监察提醒的督办：期限前一个工作日提醒部门，逾期未回复自动升级为红牌。",
            "Orders on alerts: the department is reminded the working day before the last, and without a reply the order becomes a red card.",
        ),
        Place::Review => lang.t(
            "监察部门发给本部门的督办单，请在期限内回复。",
            "Orders of supervision to your department; reply by the day given.",
        ),
    };
    let nothing = lang.t("没有督办单", "No order");
    let more = format!("{}&page=", page.query.first(place));
    view! {
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
        {(place == Place::Supervise).then(|| parts(lang, "/supervise/orders"))}
        {filters(page)}
        {table(lang, place).panel(&page.lines, nothing, ())}
        {pager(lang, page.query.page, page.pages, &more)}
        {(place == Place::Review).then(|| own_alerts(page))}
    }
    .into_any()
}

fn filters(page: &OrdersPage) -> AnyView {
    let (lang, query) = (page.lang, &page.query);
    let states: Vec<_> = OrderState::ALL
        .map(|state| (state.as_str().to_owned(), order_state(lang, state).to_owned()))
        .into_iter()
        .chain([("late".to_owned(), lang.t("逾期未回复", "Reply overdue").to_owned())])
        .collect();
    let state = if query.late { "late" } else { query.state.map_or("", OrderState::as_str) };
    let cards = Card::ALL.map(|card| (card.as_str().to_owned(), card_name(lang, card).to_owned()));
    let department = (!page.departments.is_empty()).then(|| {
        let all = lang.t("所有部门", "Any department");
        select(lang.t("部门", "Department"), "department", all, &page.departments, &query.department)
    });
    view! {
        <form class="toolbar" method="get" action=page.place.orders() aria-label=lang.t("筛选", "Filter")>
            {select(lang.t("状态", "State"), "state", lang.t("所有状态", "Any state"), &states, state)}
            {select(lang.t("牌", "Card"), "card", lang.t("黄牌和红牌", "Any card"), &cards, query.card.map_or("", Card::as_str))}
            {department}
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

fn table(lang: Lang, place: Place) -> Table<'static, OrderLine> {
    Table::new(Caption::heard("orders-caption", title(lang)))
        .stacked()
        .late(|line: &OrderLine| line.late)
        .row_name(lang.t("编号", "Number"), move |line| {
            view! { <a href=place.order(&line.id)>{line.number.clone()}</a> }
        })
        .short(lang.t("牌", "Card"), move |line| card(lang, line.card))
        .column(lang.t("部门", "Department"), |line| line.department.clone())
        .column(lang.t("状态", "State"), move |line| order_tag(lang, line.state, line.late))
        .short(lang.t("回复期限", "Reply by"), move |line| lang.date(line.reply_by))
        .number(lang.t("提醒", "Alerts"), |line| line.alerts)
        .short(lang.t("发出时间", "Issued"), move |line| {
            view! { <time datetime=line.at.to_rfc3339()>{lang.moment(line.at)}</time> }
        })
}

/// What was found about the department, and why something was dismissed.
fn own_alerts(page: &OrdersPage) -> AnyView {
    let lang = page.lang;
    let table = Table::new(Caption::heard("own-alerts", lang.t("监察提醒", "Alerts")))
        .stacked()
        .row_name(lang.t("提醒", "Alert"), |line: &AlertLine| line.rule.clone())
        .short(lang.t("牌", "Card"), move |line| card(lang, line.card))
        .short(lang.t("发生日期", "Day"), move |line| lang.date(line.on))
        .column(lang.t("证据", "Evidence"), |line| line.seen.clone())
        .column(lang.t("办件编号", "Case number"), |line| {
            view! { <a class="code" href=format!("/review/cases/{}", line.number)>{line.number.clone()}</a> }
        })
        .column(lang.t("处理", "State"), move |line| {
            let why = (!line.reason.is_empty()).then(|| view! { <p class="hint">{line.reason.clone()}</p> });
            view! { {alert_state(lang, line.state)}{why} }
        });
    let nothing = view! { <p class="hint">{lang.t("没有发现本部门的问题。", "Nothing was found.")}</p> };
    let body = if page.alerts.is_empty() { nothing.into_any() } else { table.rows(&page.alerts) };
    panel(lang.t("本部门最近的监察提醒", "The newest alerts on your department"), body)
}
