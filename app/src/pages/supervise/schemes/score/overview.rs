//! The scores of everybody over a period.

use super::address;
use crate::lang::Lang;
use crate::ui::table::{Caption, Table};
use leptos::prelude::*;

/// One who is assessed.
#[derive(Clone, Debug)]
pub struct Row {
    /// `department:FG`.
    pub subject: String,
    /// The name.
    pub name: String,
    /// The score; none where something is lacking.
    pub value: Option<String>,
    /// How many things are lacking; none where nothing was put in.
    pub lacking: Option<usize>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct ScoresPage {
    /// The language.
    pub lang: Lang,
    /// Short stable name of the scheme.
    pub key: String,
    /// The scheme's name.
    pub name: String,
    /// The period asked for.
    pub period: String,
    /// Periods to choose from: as in addresses, and in words.
    pub periods: Vec<(String, String)>,
    /// Whether the scheme scores anything.
    pub scored: bool,
    /// Districts, then departments.
    pub rows: Vec<Row>,
}

/// The view.
pub fn scores(page: ScoresPage) -> AnyView {
    let lang = page.lang;
    let nothing = lang
        .t("这份方案的原件没有计分办法，不计分。", "The document of this scheme gives no way of scoring.");
    let body = if page.scored {
        view! { {picker(&page)}{table(&page).panel(&page.rows, nothing, ())} }.into_any()
    } else {
        view! { <div class="notice" role="status"><p>{nothing}</p></div> }.into_any()
    };
    view! {
        <a class="back-link" href=super::super::address(&page.key, None)>{page.name.clone()}</a>
        <div class="page-head">
            <h1>{lang.t("得分", "Scores")}</h1>
            <p class="lead">{lang.t(
                "由现在填报的数值算出，随时可以重算；缺项的不给分数，并说明缺什么。",
                "Worked out of what is put in, as often as anybody looks. Where something is lacking there is no number, and it is said what.",
            )}</p>
        </div>
        {body}
    }
    .into_any()
}

fn picker(page: &ScoresPage) -> AnyView {
    let lang = page.lang;
    let options = page.periods.iter().map(|(value, name)| {
        view! { <option value=value.clone() selected={*value == page.period}>{name.clone()}</option> }
    });
    view! {
        <form class="toolbar" method="get" action=format!("/supervise/schemes/{}/scores", page.key)>
            <div class="field">
                <label for="period">{lang.t("期间", "Period")}</label>
                <select id="period" name="period">{options.collect_view()}</select>
            </div>
            <button class="button small">{lang.t("查看", "Show")}</button>
        </form>
    }
    .into_any()
}

fn table(page: &ScoresPage) -> Table<'_, Row> {
    let lang = page.lang;
    Table::new(Caption::heard("scores-caption", lang.t("各对象得分", "All scores")))
        .stacked()
        .row_name(lang.t("考评对象", "Who is assessed"), move |row: &Row| {
            view! { <a href=address(&page.key, &page.period, &row.subject)>{row.name.clone()}</a> }
        })
        .number(lang.t("得分", "Score"), |row| row.value.clone().unwrap_or_else(|| "—".to_owned()))
        .column(lang.t("说明", "Remark"), move |row| match (row.lacking, &row.value) {
            (None, None) => lang.t("还没有填报", "Nothing put in yet").to_owned(),
            (Some(n), None) => lang.t(format!("缺 {n} 项"), format!("{n} lacking")),
            (_, Some(_)) => String::new(),
        })
}
