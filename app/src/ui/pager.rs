//! From page to page of a list.

use crate::lang::Lang;
use leptos::prelude::*;

/// Links to the page before, the pages around and the page after; nothing where one page is all.
/// `address` is the list's address up to the page number, such as `/items?q=x&page=`.
pub fn pager(lang: Lang, page: u64, pages: u64, address: &str) -> Option<AnyView> {
    if pages < 2 {
        return None;
    }
    let link = |n: u64| format!("{address}{n}");
    let around = (1..=pages).filter(|&n| n == 1 || n == pages || n.abs_diff(page) <= 2);
    let mut last = 0;
    let numbers = around
        .map(|n| {
            let gap = (n > last + 1).then(|| view! { <li class="gap">"…"</li> });
            last = n;
            view! { {gap}<li><a href=link(n) aria-current=(n == page).then_some("page")>{n}</a></li> }
        })
        .collect_view();
    let before =
        (page > 1).then(|| view! { <a rel="prev" href=link(page - 1)>{lang.t("上一页", "Previous")}</a> });
    let after =
        (page < pages).then(|| view! { <a rel="next" href=link(page + 1)>{lang.t("下一页", "Next")}</a> });
    Some(view! { <nav class="pager" aria-label=lang.t("分页", "Pages")>{before}<ol>{numbers}</ol>{after}</nav> }.into_any())
}
