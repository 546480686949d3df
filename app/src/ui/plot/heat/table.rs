//! The table behind weekdays and hours; its numbers lead to their cases.

use super::super::behind;
use super::{Heat, weekday_name};
use crate::lang::Lang;
use crate::ui::ratio::grouped;
use leptos::prelude::*;

pub(super) fn table(lang: Lang, heat: &Heat) -> AnyView {
    let heads = heat.hours().map(|hour| view! { <th scope="col" class="num">{hour}</th> }).collect_view();
    let rows = (0..7).map(|weekday| table_row(lang, heat, weekday)).collect_view();
    let parts = view! {
        <thead><tr>
            <th scope="col">{lang.t("星期 \\ 时", "Day \\ hour")}</th>{heads}
            <th scope="col" class="num">{lang.t("合计", "Total")}</th>
        </tr></thead>
        <tbody>{rows}</tbody>
    };
    behind(lang, &format!("{}-table", heat.id), heat.caption.clone(), parts)
}

fn table_row(lang: Lang, heat: &Heat, weekday: u32) -> AnyView {
    let cells = heat.hours().map(|hour| match heat.at(weekday, hour).filter(|cell| cell.n > 0) {
        Some(cell) => {
            let (href, n) = (cell.href.clone(), grouped(cell.n));
            view! { <td class="num"><a href=href>{n}</a></td> }.into_any()
        }
        None => view! { <td class="num">"0"</td> }.into_any(),
    });
    let cells = cells.collect_view();
    let total: i64 = heat.hours().map(|hour| heat.n(weekday, hour)).sum();
    view! {
        <tr><th scope="row">{weekday_name(lang, weekday)}</th>{cells}<td class="num">{grouped(total)}</td></tr>
    }
    .into_any()
}
