//! Today, this month, this year: each against the period before and the same days a year before.

use super::address::Query;
use super::figures::{CompletionPage, SpanLine};
use super::measure::{Measure, Told as _};
use super::rate::Rate;
use crate::ui::ratio::{grouped, percent};
use crate::ui::table::{Caption, DENSE, scrolling};
use domain::indicator::Figures;
use leptos::prelude::*;

const COUNTS: [Measure; 6] =
    [Measure::Received, Measure::Accepted, Measure::Closed, Measure::OnTime, Measure::Early, Measure::Late];
const RATES: [Rate; 4] = [Rate::Completion, Rate::Late, Rate::Reopened, Rate::OnTime];

pub(super) fn spans(page: &CompletionPage) -> AnyView {
    let lang = page.lang;
    let heads = COUNTS.map(|measure| measure.name(lang)).into_iter();
    let heads = heads.chain(RATES.map(|rate| rate.name(lang)));
    let heads = heads.map(|name| view! { <th scope="col" class="num">{name}</th> }).collect_view();
    let rows = page.spans.iter().map(|line| row(page, line)).collect_view();
    let caption = lang.t(
        "今天、本月、本年（括号内：上期 / 去年同期）",
        "Today, this month, this year (in brackets: before / last year)",
    );
    let parts = view! {
        <thead><tr><th scope="col">{lang.t("时间", "Period")}</th>{heads}</tr></thead>
        <tbody>{rows}</tbody>
    };
    view! { <section class="panel">{scrolling(Caption::shown("spans", caption.to_owned()), DENSE, parts)}</section> }
        .into_any()
}

fn row(page: &CompletionPage, line: &SpanLine) -> AnyView {
    let lang = page.lang;
    let query = Query { period: line.preset.period(page.today), ..page.query.clone() };
    let all = [&line.now, &line.before, &line.year_before];
    let counts = COUNTS.map(|measure| {
        let [now, before, year] = all.map(|figures| grouped(measure.of(figures)));
        cell(Some(query.cases(measure, None)).filter(|_| measure.of(&line.now) > 0), now, &before, &year)
    });
    let shown = |rate: Rate, figures: &Figures| {
        percent(rate.of(figures)).map_or_else(|| "—".to_owned(), |value| format!("{value}%"))
    };
    let rates = RATES.map(|rate| {
        let [now, before, year] = all.map(|figures| shown(rate, figures));
        cell(None, now, &before, &year)
    });
    let name = line.preset.name(lang);
    view! {
        <tr><th scope="row"><a href=query.address()>{name}</a></th>{counts.collect_view()}{rates.collect_view()}</tr>
    }
    .into_any()
}

fn cell(href: Option<String>, now: String, before: &str, year: &str) -> AnyView {
    let now = match href {
        Some(href) => view! { <a class="strong" href=href>{now}</a> }.into_any(),
        None => view! { <span class="strong">{now}</span> }.into_any(),
    };
    let earlier = format!("({before} / {year})");
    view! { <td class="num">{now}" "<span class="meta nowrap">{earlier}</span></td> }.into_any()
}
