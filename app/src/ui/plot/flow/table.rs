//! The table behind the flow; its numbers lead to their cases.

use super::super::behind;
use super::{End, Flow};
use crate::lang::Lang;
use crate::ui::ratio::grouped;
use leptos::prelude::*;

pub(super) fn table(lang: Lang, flow: &Flow) -> AnyView {
    let heads = flow.right.iter().map(|end| view! { <th scope="col" class="num">{end.name.clone()}</th> });
    let heads = heads.collect_view();
    let rows = flow.left.iter().enumerate().map(|(at, end)| row(flow, at, end)).collect_view();
    let totals = (0..flow.right.len()).map(|to| {
        let n = flow.of(|band| band.to == to);
        view! { <td class="num">{grouped(n)}</td> }
    });
    let totals = totals.collect_view();
    let parts = view! {
        <thead><tr>
            <th scope="col">{lang.t("渠道", "Channel")}</th>{heads}
            <th scope="col" class="num">{lang.t("合计", "Total")}</th>
        </tr></thead>
        <tbody>{rows}</tbody>
        <tfoot><tr>
            <th scope="row">{lang.t("合计", "Total")}</th>{totals}<td class="num">{grouped(flow.total())}</td>
        </tr></tfoot>
    };
    behind(lang, &format!("{}-table", flow.id), flow.caption.clone(), parts)
}

fn row(flow: &Flow, from: usize, end: &End) -> AnyView {
    let cells = (0..flow.right.len()).map(|to| {
        let band = flow.bands.iter().find(|band| band.from == from && band.to == to && band.n > 0);
        match band {
            Some(band) => {
                let (href, n) = (band.href.clone(), grouped(band.n));
                view! { <td class="num"><a href=href>{n}</a></td> }.into_any()
            }
            None => view! { <td class="num">"0"</td> }.into_any(),
        }
    });
    let cells = cells.collect_view();
    let total = grouped(flow.of(|band| band.from == from));
    view! { <tr><th scope="row">{end.name.clone()}</th>{cells}<td class="num">{total}</td></tr> }.into_any()
}
