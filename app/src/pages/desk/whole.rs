//! What the page of a person and that of an organisation have in common: certificates, what lapses,
//! and who acts for whom.

use super::person_start::picks;
use crate::lang::Lang;
use crate::ui::certificate::{State, state_tag};
use chrono::NaiveDate;
use leptos::prelude::*;

/// A certificate in the library.
#[derive(Clone, Debug)]
pub struct CertificateLine {
    /// The name of its type.
    pub name: String,
    /// Whether it may be relied on today.
    pub state: State,
    /// Its last day; none where it does not lapse.
    pub until: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: String,
}

/// A certificate that lapses, and the item that gives it again.
#[derive(Clone, Debug)]
pub struct LapseLine {
    /// The name of its type.
    pub name: String,
    /// Its last day.
    pub until: NaiveDate,
    /// Days left after today; below nought once past.
    pub days: i64,
    /// The item to start, with its situation: `GA-004/03`; none where the portal offers none.
    pub item: Option<String>,
    /// The item's name.
    pub item_name: String,
}

/// One delegation, seen from one of its sides.
#[derive(Clone, Debug)]
pub struct DelegationLine {
    /// The other side's name.
    pub name: String,
    /// The credit code where the other side is an organisation; it can be served then.
    pub code: Option<String>,
    /// For what.
    pub scope: String,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// Where it stands, in words; empty while it holds.
    pub state: String,
}

/// What is registered, a line each.
pub(super) fn facts(lang: Lang, lines: &[(&'static str, String)]) -> AnyView {
    let unknown = lang.t("未记录", "not recorded");
    let lines = lines
        .iter()
        .map(|(name, value)| {
            let value = if value.trim().is_empty() { unknown.to_owned() } else { value.clone() };
            view! { <div><dt>{*name}</dt><dd>{value}</dd></div> }
        })
        .collect_view();
    view! { <dl class="facts-list">{lines}</dl> }.into_any()
}

/// 电子证照.
pub(super) fn certificates(lang: Lang, lines: Vec<CertificateLine>) -> AnyView {
    let count = lang.t(format!("{} 份", lines.len()), format!("{} held", lines.len()));
    let body = if lines.is_empty() {
        view! { <p class="meta">{lang.t("证照库里还没有。", "None in the library.")}</p> }.into_any()
    } else {
        table(lang, lines)
    };
    view! {
        <section class="panel" aria-labelledby="certificates">
            <header><h2 id="certificates">{lang.t("电子证照", "Certificates")}</h2><span class="aside">{count}</span></header>
            {body}
        </section>
    }
    .into_any()
}

fn table(lang: Lang, lines: Vec<CertificateLine>) -> AnyView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let until = line.until.map_or_else(
                || lang.t("长期", "No end").to_owned(),
                |day| day.format("%Y-%m-%d").to_string(),
            );
            view! {
                <tr>
                    <th scope="row" title=line.issuer>{line.name}</th>
                    <td>{state_tag(lang, line.state)}</td>
                    <td class="nowrap">{until}</td>
                </tr>
            }
        })
        .collect_view();
    let title = lang.t("电子证照", "Certificates");
    view! {
        <table class="data-table dense">
            <caption class="visually-hidden">{title}</caption>
            <thead><tr>
                <th scope="col">{lang.t("证照", "Certificate")}</th>
                <th scope="col">{lang.t("状态", "State")}</th>
                <th scope="col">{lang.t("有效期至", "Until")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// 快到期: each with the key that renews it. Nothing where nothing lapses.
pub(super) fn lapsing(lang: Lang, lines: Vec<LapseLine>, first: usize, entity: bool) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let (startable, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.item.is_some());
    let items = startable.into_iter().filter_map(|line| {
        let meta = lapse_words(lang, &line);
        Some(super::ItemLine { name: line.item_name, meta, id: line.item? })
    });
    let list = picks(items.collect(), first, entity);
    let rest = others
        .into_iter()
        .map(|line| view! { <p class="meta">{lapse_words(lang, &line)}</p> })
        .collect_view();
    Some(
        view! {
            <section class="panel lapsing" aria-labelledby="lapsing">
                <header><h2 id="lapsing">{lang.t("快到期，可以顺便办", "About to lapse")}</h2></header>
                {list}
                {rest}
            </section>
        }
        .into_any(),
    )
}

/// `居住证 还有 23 天到期`.
fn lapse_words(lang: Lang, line: &LapseLine) -> String {
    let name = &line.name;
    match line.days {
        0 => lang.t(format!("{name} 今天到期"), format!("{name} ends today")),
        days if days > 0 => {
            lang.t(format!("{name} 还有 {days} 天到期"), format!("{name} ends in {days} days"))
        }
        days => {
            let days = days.unsigned_abs();
            lang.t(format!("{name} 已过期 {days} 天"), format!("{name} ended {days} days ago"))
        }
    }
}

/// A list of delegations under their heading; nothing where there are none.
pub(super) fn delegations(lang: Lang, title: &'static str, lines: Vec<DelegationLine>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| delegation(lang, line)).collect_view();
    Some(view! { <h3>{title}</h3><ul class="case-list">{lines}</ul> }.into_any())
}

fn delegation(lang: Lang, line: DelegationLine) -> AnyView {
    let until = line.until.map(|day| lang.t(format!("至 {day}"), format!("until {day}")));
    let state = (!line.state.is_empty())
        .then(|| view! { <span class="tag status-void">{line.state.clone()}</span>" " });
    let serve = line.code.map(|code| {
        let label = lang.t(format!("打开 {}", line.name), format!("Open {}", line.name));
        view! {
            <form method="post" action="/desk/find">
                <input type="hidden" name="q" value=code/>
                <button class="link" aria-label=label>{lang.t("打开", "Open")}</button>
            </form>
        }
    });
    view! {
        <li>
            <p class="line"><strong>{line.name}</strong>{state}{serve}</p>
            <p class="meta">{line.scope}" "{until}</p>
        </li>
    }
    .into_any()
}
