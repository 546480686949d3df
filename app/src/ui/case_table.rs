//! Cases as rows: the counter's lists, and the work list of a department.

use super::light::{Lamp, light};
use super::status::{channel_name, outcome_tag, status_tag};
use super::table::{Caption, Table, or_dash};
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::case::{Outcome, Status};
use domain::item::Channel;
use leptos::prelude::*;

/// One case in a list.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// 办件编号.
    pub number: String,
    /// Where it opens.
    pub href: String,
    /// The item's name.
    pub item: String,
    /// The name of the person who applies.
    pub applicant: String,
    /// Where it stands.
    pub status: Status,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Its light.
    pub lamp: Lamp,
    /// The day that counts next: of the receipt clock, or the promised one.
    pub due: Option<NaiveDate>,
    /// The way it came.
    pub channel: Option<Channel>,
    /// Who has it in hand; empty when nobody has.
    pub holder: String,
    /// When it came, as text.
    pub at: String,
}

/// Which columns a list has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Columns {
    /// At the counter: what was taken in, and when.
    Desk,
    /// The work list of a department.
    Review,
}

/// The list. `current` is the number of the case that stands open beside it.
pub fn case_table(
    lang: Lang,
    caption: &str,
    columns: Columns,
    rows: Vec<CaseRow>,
    current: Option<&str>,
) -> AnyView {
    let table = Table::new(Caption::heard("cases-caption", caption));
    let table = match columns {
        Columns::Desk => desk(lang, table),
        Columns::Review => review(lang, table),
    };
    table.late(|row| row.lamp.is_late()).open(|row| current == Some(row.number.as_str())).rows(&rows)
}

fn desk(lang: Lang, table: Table<'_, CaseRow>) -> Table<'_, CaseRow> {
    table
        .short(lang.t("时间", "Time"), |row| row.at.clone())
        .row_name(lang.t("事项", "Service"), |row| {
            view! { <a href=row.href.clone()>{row.item.clone()}</a> }
        })
        .column(lang.t("申请人", "Applicant"), |row| row.applicant.clone())
        .column(lang.t("状态", "Status"), move |row| state(lang, row.status, row.outcome))
        .column(lang.t("期限", "Due"), |row| due(row.due))
        .column(lang.t("办件编号", "Number"), |row| {
            view! { <span class="code nowrap">{short_number(&row.number).to_owned()}</span> }
        })
}

fn review(lang: Lang, table: Table<'_, CaseRow>) -> Table<'_, CaseRow> {
    table
        .column(lang.t("期限", "Due"), |row| due(row.due))
        .column(lang.t("时效", "Clock"), move |row| light(lang, row.lamp))
        .row_name(lang.t("事项", "Service"), move |row| {
            let channel = row.channel.map(|channel| channel_name(lang, channel)).unwrap_or_default();
            view! { <a href=row.href.clone() title=channel>{row.item.clone()}</a> }
        })
        .column(lang.t("申请人", "Applicant"), |row| row.applicant.clone())
        .column(lang.t("状态", "Status"), move |row| state(lang, row.status, row.outcome))
        .column(lang.t("办理人", "Held by"), |row| or_dash(&row.holder))
}

/// The status, or what was decided once it is.
pub fn state(lang: Lang, status: Status, outcome: Option<Outcome>) -> AnyView {
    match outcome {
        Some(outcome) => view! { {status_tag(lang, status)}" "{outcome_tag(lang, outcome)} }.into_any(),
        None => status_tag(lang, status).into_any(),
    }
}

fn due(date: Option<NaiveDate>) -> Option<impl IntoView> {
    date.map(|date| view! { <time datetime=date.to_string()>{date.format("%m-%d").to_string()}</time> })
}

/// What of a case number stands in a list: all of it, or the last 12 characters of a longer one.
pub fn short_number(number: &str) -> &str {
    let long = number.len() > 20;
    number.len().checked_sub(12).filter(|_| long).and_then(|start| number.get(start..)).unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::short_number;

    #[test]
    fn only_a_long_number_is_cut() {
        assert_eq!(short_number("11229900MB9000015W4992014001000202611210042"), "202611210042");
        assert_eq!(short_number("261009264918408"), "261009264918408");
    }
}
