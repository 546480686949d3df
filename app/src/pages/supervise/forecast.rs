//! 预测: what falls due in the coming working days, and which cases will be late if nothing changes.

mod address;
mod days;
mod departments;
mod list;
mod words;

pub use address::{ForecastQuery, List};
pub use departments::DepartmentLine;
pub use list::{CaseLine, Lines, Listed};

use crate::lang::Lang;
use crate::ui::ratio::cases;
use chrono::NaiveDate;
use domain::forecast::Day;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastPage {
    /// The language.
    pub lang: Lang,
    /// What was asked for.
    pub query: ForecastQuery,
    /// Today.
    pub today: NaiveDate,
    /// First day of those that the pace is taken from.
    pub since: NaiveDate,
    /// Their last day.
    pub until: NaiveDate,
    /// Every department to choose from: id and name.
    pub choices: Vec<(String, String)>,
    /// The departments shown, those with most to be late first.
    pub departments: Vec<DepartmentLine>,
    /// All of them together.
    pub total: DepartmentLine,
    /// The coming days of all of them together.
    pub days: Vec<Day>,
    /// The cases of the number chosen.
    pub listed: Listed,
}

/// The page.
pub fn forecast(page: ForecastPage) -> AnyView {
    let lang = page.lang;
    if page.choices.is_empty() {
        return view! {
            {head(lang, String::new())}
            {crate::ui::empty::empty(
                lang.t("现在没有计时中的办件，没有可预测的。", "No clock is running now: there is nothing to foretell."),
                (),
            )}
        }
        .into_any();
    }
    view! {
        {head(lang, lead(&page))}
        {filter(&page)}
        {days::days(&page)}
        {departments::departments(&page)}
        {list::list(&page)}
        {how(&page)}
    }
    .into_any()
}

fn head(lang: Lang, lead: String) -> AnyView {
    view! {
        <div class="page-head">
            <h1>{lang.t("预测", "Forecast")}</h1>
            {(!lead.is_empty()).then(|| view! { <p class="lead">{lead}</p> })}
        </div>
    }
    .into_any()
}

/// The forecast in a sentence or two.
fn lead(page: &ForecastPage) -> String {
    let (lang, total) = (page.lang, &page.total);
    let soon: u64 = page.days.iter().map(|day| day.late).sum();
    let (due, late, past) = (cases(lang, total.due), cases(lang, total.late), cases(lang, total.past));
    let ahead = match (lang, total.late) {
        (Lang::Zh, 0) => format!("未来 20 个工作日到期 {due}；照现在的速度都能按时办完。"),
        (Lang::Zh, _) => {
            format!(
                "未来 20 个工作日到期 {due}。照现在的速度，{late}会晚于期限，其中 {soon} 件在这 20 个工作日内到期。"
            )
        }
        (Lang::En, 0) => {
            format!("{due} fall due in the next 20 working days. At the present pace all will be in time.")
        }
        (Lang::En, _) => format!(
            "{due} fall due in the next 20 working days. At the present pace {late} will be late, {soon} of them due in these days."
        ),
    };
    let already = match (lang, total.past) {
        (_, 0) => String::new(),
        (Lang::Zh, _) => format!("另有 {past}已经超期。"),
        (Lang::En, _) => format!(" {past} past their date already."),
    };
    ahead + &already
}

fn filter(page: &ForecastPage) -> AnyView {
    let lang = page.lang;
    let options = page.choices.iter().map(|(id, name)| {
        let chosen = page.query.department.as_ref() == Some(id);
        view! { <option value=id.clone() selected=chosen>{name.clone()}</option> }
    });
    view! {
        <form class="toolbar" method="get" action="/supervise/forecast">
            <div class="field">
                <label for="department">{lang.t("部门", "Department")}</label>
                <select id="department" name="department">
                    <option value="">{lang.t("全部部门", "All departments")}</option>
                    {options.collect_view()}
                </select>
            </div>
            <button class="button small">{lang.t("查看", "Show")}</button>
        </form>
    }
    .into_any()
}

/// What the forecast takes for granted.
fn how(page: &ForecastPage) -> AnyView {
    let (lang, since, until) = (page.lang, page.since, page.until);
    let lines = [
        lang.t(
            format!("速度：{since} 至 {until} 这 20 个工作日里，决定的办件中受理当天没有决定的件数 ÷ 20。受理当天就决定的（即办、秒批）不排队，不算在内。"),
            format!("Pace: cases decided in the 20 working days from {since} to {until}, but for those decided on the day of acceptance, divided by 20. What is decided at once never waits."),
        ),
        lang.t(
            "顺序：期限早的先办；期限相同，先到的先办；没有期限的最后办。".to_owned(),
            "Order: the earliest date first; of equal dates, what came first; cases without a date last.".to_owned(),
        ),
        lang.t(
            "排在第 n 位的办件，在速度 × 工作日数满 n 件的那一天办完；今天已决定的从今天的份额里扣除。".to_owned(),
            "The n-th case is decided on the day on which pace × working days reaches n; what was decided today is taken off today's share.".to_owned(),
        ),
        lang.t(
            "不算在内：停止计时的（特别程序）、还没有受理的，以及以后新来的办件。新来的办件期限更早时，排在后面的会更晚。".to_owned(),
            "Not counted: cases whose clock stands still, cases not accepted yet, and cases still to come. A new case that is due earlier makes those behind it later.".to_owned(),
        ),
    ];
    let lines = lines.map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <details class="section prose">
            <summary>{lang.t("怎么算", "How this is reckoned")}</summary>
            {lines}
        </details>
    }
    .into_any()
}
