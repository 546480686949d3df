//! 电子监察: cards by department, and the orders of the quarter.

use app::lang::Lang;
use app::pages::supervise::quarter::{Cell, Grid, Head, Line, Section};
use backend::quarter::Quarter;
use backend::watch::{DepartmentCards, OrderRow};
use domain::watch::{Card, OrderState};

pub(super) fn section(lang: Lang, found: &Quarter) -> Section {
    let watched = &found.watched;
    let mut notes = vec![lang.t(
        format!("发现 {} 条，其中 {} 条核实后不予督办，不计牌。", watched.alerts, watched.dismissed),
        format!(
            "{} alerts, {} of them dismissed after a look: these give no card.",
            watched.alerts, watched.dismissed
        ),
    )];
    let mut grids = Vec::new();
    if watched.cards.is_empty() {
        notes.push(lang.t("本季度没有部门得牌。", "No department was given a card.").to_owned());
    } else {
        grids.push(cards(lang, found));
    }
    if watched.orders.is_empty() {
        notes.push(lang.t("本季度没有发出督办令。", "No order was issued.").to_owned());
    } else {
        grids.push(orders(lang, found));
    }
    let heading = lang.t("电子监察与督办", "Monitoring and orders").to_owned();
    Section { id: "watch", heading, notes, bars: Vec::new(), grids }
}

fn cards(lang: Lang, found: &Quarter) -> Grid {
    let (from, to) = (found.span.from, found.span.to);
    let line = |one: &DepartmentCards| {
        let link = |card: Card, n: u64| {
            let id = one.id;
            let href = format!(
                "/supervise/watch?state=carded&from={from}&to={to}&department={id}&card={}",
                card.as_str()
            );
            Cell::whole(i64::try_from(n).unwrap_or(i64::MAX)).to(href)
        };
        let name = Cell::words(lang.pick(&one.name, &one.name_en));
        Line { strong: false, cells: vec![name, link(Card::Red, one.red), link(Card::Yellow, one.yellow)] }
    };
    Grid {
        caption: lang.t("各部门得牌（张）", "Cards by department").to_owned(),
        sheet: lang.t("得牌", "Cards").to_owned(),
        heads: vec![
            Head::words(lang.t("部门", "Department")),
            Head::number(lang.t("红牌", "Red")),
            Head::number(lang.t("黄牌", "Yellow")),
        ],
        lines: found.watched.cards.iter().map(line).collect(),
    }
}

fn orders(lang: Lang, found: &Quarter) -> Grid {
    Grid {
        caption: lang.t("本季度发出的督办令", "Orders issued in the quarter").to_owned(),
        sheet: lang.t("督办令", "Orders").to_owned(),
        heads: vec![
            Head::words(lang.t("编号", "Number")),
            Head::words(lang.t("部门", "Department")),
            Head::words(lang.t("牌", "Card")),
            Head::words(lang.t("状态", "State")),
            Head::words(lang.t("答复期限", "Reply by")),
        ],
        lines: found.watched.orders.iter().map(|row| order(lang, row)).collect(),
    }
}

fn order(lang: Lang, row: &OrderRow) -> Line {
    let number = Cell::words(backend::watch::number(row.year, row.serial));
    let state = match row.state {
        OrderState::Issued if row.late => lang.t("逾期未答复", "no reply in time"),
        OrderState::Returned if row.late => lang.t("退回后逾期未答复", "sent back, no reply in time"),
        OrderState::Issued => lang.t("待答复", "reply owed"),
        OrderState::Answered => lang.t("已答复", "answered"),
        OrderState::Returned => lang.t("退回重办", "sent back"),
        OrderState::Accepted => lang.t("已认可", "accepted"),
        OrderState::Closed => lang.t("已销号", "closed"),
    };
    let card = match row.card {
        Card::Red => lang.t("红牌", "red"),
        Card::Yellow => lang.t("黄牌", "yellow"),
    };
    let cells = vec![
        Cell { href: Some(format!("/supervise/orders/{}", row.id)), ..number },
        Cell::words(lang.pick(&row.department, &row.department_en)),
        Cell::words(card),
        Cell::words(state),
        Cell::words(row.reply_by.to_string()),
    ];
    Line { strong: false, cells }
}
