//! 免于提交率: how many required materials nobody was asked for, with its formula.

use super::period::{Period, Preset};
use crate::lang::Lang;
use crate::ui::ratio::{formula, grouped, percent_or_dash};
use chrono::NaiveDate;
use domain::indicator::Ratio;
use leptos::prelude::*;

/// How required materials came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Materials that were required.
    pub required: i64,
    /// By a certificate.
    pub certificate: i64,
    /// By a registry.
    pub share: i64,
    /// By a file kept from before.
    pub holding: i64,
    /// All three of all that was required.
    pub rate: Ratio,
}

/// A department, or an item.
#[derive(Clone, Debug, PartialEq)]
pub struct SparedLine {
    /// Its name.
    pub name: String,
    /// One step further down: its items, or its cases.
    pub href: String,
    /// Its figures.
    pub figures: Figures,
    /// What the catalogue makes possible for the item.
    pub possible: Option<Ratio>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MaterialsPage {
    /// The language.
    pub lang: Lang,
    /// Today.
    pub today: NaiveDate,
    /// The cases that came in from a day to a day.
    pub period: Period,
    /// All of them.
    pub total: Figures,
    /// Required materials of the catalogue that can be obtained without asking.
    pub catalogue: Ratio,
    /// The department whose items are listed; none for all departments.
    pub department: Option<String>,
    /// The lines, where most is asked for first.
    pub lines: Vec<SparedLine>,
}

/// The page.
pub fn materials(page: MaterialsPage) -> AnyView {
    let lang = page.lang;
    let back = if page.department.is_some() {
        let Period { from, to } = page.period;
        (format!("/supervise/materials?from={from}&to={to}"), lang.t("全部部门", "All departments"))
    } else {
        ("/supervise".to_owned(), lang.t("总览", "Overview"))
    };
    view! {
        <a class="back-link" href=back.0>{back.1}</a>
        <div class="page-head">
            <h1>{lang.t("免于提交率", "Materials not asked for")}</h1>
            <p class="lead">{span(lang, page.period)}{page.department.clone().map(|name| format!(" · {name}"))}</p>
        </div>
        {presets(&page)}
        {figures(&page)}
        {table(&page)}
    }
    .into_any()
}

fn span(lang: Lang, Period { from, to }: Period) -> String {
    lang.t(format!("{from} 至 {to} 收的件"), format!("Cases received from {from} to {to}"))
}

fn presets(page: &MaterialsPage) -> AnyView {
    let lang = page.lang;
    let link = |preset: Preset| {
        let Period { from, to } = preset.period(page.today);
        view! { <a href=format!("/supervise/materials?from={from}&to={to}")>{preset.name(lang)}</a>" " }
    };
    let links = [Preset::Month, Preset::Quarter, Preset::Year].map(link).collect_view();
    view! { <p class="row">{links}</p> }.into_any()
}

fn figures(page: &MaterialsPage) -> AnyView {
    let (lang, total) = (page.lang, page.total);
    let spared = lang.t("没有让申请人交的必需材料", "required materials not asked for");
    let required = lang.t("必需材料", "required materials");
    let able = lang.t("可由电子证照或数据共享取得的必需材料", "required materials that can be obtained");
    let of_catalogue = formula(able, lang.t("目录中的必需材料", "required in the catalogue"), page.catalogue);
    view! {
        <section class="section">
            <p class="lead"><strong>{percent_or_dash(total.rate)}</strong></p>
            <p>{lang.t("公式：", "Formula: ")}{formula(spared, required, total.rate)}</p>
            <p>{lang.t(
                format!("其中：电子证照 {}，数据共享 {}，复用以前交的 {}。", grouped(total.certificate), grouped(total.share), grouped(total.holding)),
                format!("By certificate {}, by shared data {}, kept from before {}.", grouped(total.certificate), grouped(total.share), grouped(total.holding)),
            )}</p>
            <p>{lang.t("目录可达到：", "The catalogue allows: ")}{percent_or_dash(page.catalogue)}" ("{of_catalogue}")"</p>
        </section>
    }
    .into_any()
}

fn table(page: &MaterialsPage) -> AnyView {
    let lang = page.lang;
    if page.lines.is_empty() {
        return view! { <p class="notice">{lang.t("这段时间没有收件。", "Nothing came in during this time.")}</p> }
            .into_any();
    }
    let items = page.department.is_some();
    let first = if items { lang.t("事项", "Service") } else { lang.t("部门", "Department") };
    let rows = page.lines.iter().map(|line| row(line, items)).collect_view();
    let possible =
        items.then(|| view! { <th scope="col" class="num">{lang.t("目录可达到", "Possible")}</th> });
    view! {
        <table class="data-table">
            <caption class="visually-hidden">{lang.t("免于提交率", "Materials not asked for")}</caption>
            <thead><tr>
                <th scope="col">{first}</th>
                <th scope="col" class="num">{lang.t("必需材料", "Required")}</th>
                <th scope="col" class="num">{lang.t("电子证照", "Certificate")}</th>
                <th scope="col" class="num">{lang.t("数据共享", "Shared data")}</th>
                <th scope="col" class="num">{lang.t("复用", "Kept")}</th>
                <th scope="col" class="num">{lang.t("免于提交率", "Not asked for")}</th>
                {possible}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(line: &SparedLine, items: bool) -> AnyView {
    let Figures { required, certificate, share, holding, rate } = line.figures;
    let possible = items.then(|| {
        let ratio = line.possible.map_or_else(|| "—".to_owned(), percent_or_dash);
        view! { <td class="num">{ratio}</td> }
    });
    view! {
        <tr>
            <th scope="row"><a href=line.href.clone()>{line.name.clone()}</a></th>
            <td class="num">{grouped(required)}</td>
            <td class="num">{grouped(certificate)}</td>
            <td class="num">{grouped(share)}</td>
            <td class="num">{grouped(holding)}</td>
            <td class="num">{percent_or_dash(rate)}</td>
            {possible}
        </tr>
    }
    .into_any()
}
