//! Cases as rows: the counter's lists, and the work list of a department.

use super::light::{Lamp, light};
use super::status::{channel_name, outcome_tag, status_tag};
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
    let caption = caption.to_owned();
    let heads =
        heads(lang, columns).into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let open = current == Some(row.number.as_str());
            table_row(lang, columns, row, open)
        })
        .collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="cases-caption" tabindex="0">
            <table class="data-table dense">
                <caption id="cases-caption" class="visually-hidden">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn heads(lang: Lang, columns: Columns) -> Vec<&'static str> {
    match columns {
        Columns::Desk => vec![
            lang.t("时间", "Time"),
            lang.t("事项", "Service"),
            lang.t("申请人", "Applicant"),
            lang.t("状态", "Status"),
            lang.t("期限", "Due"),
            lang.t("办件编号", "Number"),
        ],
        Columns::Review => vec![
            lang.t("期限", "Due"),
            lang.t("时效", "Clock"),
            lang.t("事项", "Service"),
            lang.t("申请人", "Applicant"),
            lang.t("状态", "Status"),
            lang.t("办理人", "Held by"),
        ],
    }
}

fn table_row(lang: Lang, columns: Columns, row: CaseRow, open: bool) -> AnyView {
    let late = row.lamp.light.is_some_and(|light| light >= domain::deadline::Light::Red);
    let cells = match columns {
        Columns::Desk => desk_cells(lang, row),
        Columns::Review => review_cells(lang, row),
    };
    view! { <tr class:late=late aria-current=open.then_some("true")>{cells}</tr> }.into_any()
}

fn desk_cells(lang: Lang, row: CaseRow) -> AnyView {
    let tail = short_number(&row.number).to_owned();
    view! {
        <td class="nowrap">{row.at}</td>
        <th scope="row"><a href=row.href>{row.item}</a></th>
        <td>{row.applicant}</td>
        <td>{state(lang, row.status, row.outcome)}</td>
        <td>{due(row.due)}</td>
        <td><span class="code nowrap">{tail}</span></td>
    }
    .into_any()
}

fn review_cells(lang: Lang, row: CaseRow) -> AnyView {
    let channel = row.channel.map(|channel| channel_name(lang, channel)).unwrap_or_default();
    let holder = if row.holder.is_empty() { lang.t("—", "—").to_owned() } else { row.holder };
    view! {
        <td>{due(row.due)}</td>
        <td>{light(lang, row.lamp)}</td>
        <th scope="row" class="wrap-cell"><a href=row.href title=channel>{row.item}</a></th>
        <td>{row.applicant}</td>
        <td>{state(lang, row.status, row.outcome)}</td>
        <td>{holder}</td>
    }
    .into_any()
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
