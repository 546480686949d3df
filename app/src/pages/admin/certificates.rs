//! 证照目录 (GB/T 36902): every type of certificate.

use crate::lang::Lang;
use crate::pages::review::certificates::status_name;
use crate::ui::table::{Caption, Table, or_dash};
use domain::certificate::Status;
use leptos::prelude::*;

/// One type.
#[derive(Clone, Debug)]
pub struct KindRow {
    /// 证照类型名称.
    pub name: String,
    /// Its short code here.
    pub code: String,
    /// 证照类型代码.
    pub type_code: String,
    /// 证照定义机构 and its code.
    pub definer: String,
    /// The definer's credit code.
    pub definer_code: String,
    /// 关联事项: id and name.
    pub items: Vec<(String, String)>,
    /// 持证主体类别.
    pub holder: String,
    /// 有效期限, in months.
    pub months: Option<u32>,
    /// How many are in each status.
    pub counts: Vec<(Status, u64)>,
    /// Uses in the last thirty days.
    pub uses: u64,
}

/// The page.
#[derive(Clone, Debug)]
pub struct DirectoryPage {
    /// The language.
    pub lang: Lang,
    /// The types.
    pub rows: Vec<KindRow>,
}

/// The page's name.
pub fn title(lang: Lang) -> &'static str {
    lang.t("证照目录", "Certificate directory")
}

/// The view.
pub fn directory(page: DirectoryPage) -> AnyView {
    let lang = page.lang;
    let lead = lang.t(
        "按 GB/T 36902 登记的证照类型，以及证照库里各类证照的数量和近 30 天的使用次数。定义机构级别均为地市级。",
        "The types of certificates as GB/T 36902 records them, how many there are of each, and uses in 30 days. All are defined by the city.",
    );
    view! {
        <div class="page-head"><h1>{title(lang)}</h1><p class="lead">{lead}</p></div>
        {table(lang).panel(&page.rows, lang.t("还没有证照类型", "No type yet"), ())}
    }
    .into_any()
}

fn table(lang: Lang) -> Table<'static, KindRow> {
    Table::new(Caption::heard("directory", title(lang)))
        .stacked()
        .row_name(lang.t("证照类型", "Type"), |row: &KindRow| {
            view! { {row.name.clone()}<br/><span class="code">{or_dash(&row.type_code)}</span> }
        })
        .column(lang.t("定义和颁发机构", "Defined and issued by"), |row| {
            view! { {or_dash(&row.definer)}<br/><span class="code">{row.definer_code.clone()}</span> }
        })
        .column(lang.t("关联事项", "Granted by"), |row| {
            let link = |(id, name): &(String, String)| {
                view! { <li><a href=format!("/admin/items/{id}")>{name.clone()}</a></li> }
            };
            view! { <ul class="plain">{row.items.iter().map(link).collect_view()}</ul> }
        })
        .column(lang.t("持证主体", "Held by"), |row| row.holder.clone())
        .short(lang.t("有效期", "Term"), move |row| months(lang, row.months))
        .column(lang.t("数量", "How many"), move |row| {
            let one = |(status, n): &(Status, u64)| format!("{} {n}", status_name(lang, *status));
            or_dash(&row.counts.iter().map(one).collect::<Vec<_>>().join(lang.t("，", ", ")))
        })
        .number(lang.t("近 30 天使用", "Uses in 30 days"), |row| row.uses)
}

fn months(lang: Lang, months: Option<u32>) -> String {
    match months {
        None => lang.t("长期", "No end").to_owned(),
        Some(months) if months % 12 == 0 => {
            let years = months / 12;
            lang.t(format!("{years} 年"), format!("{years} years"))
        }
        Some(months) => lang.t(format!("{months} 个月"), format!("{months} months")),
    }
}
