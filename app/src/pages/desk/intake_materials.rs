//! The materials of an intake: each with its source, its grade, and how it came today.

use crate::lang::Lang;
use crate::ui::field::error_of;
use domain::field_error::FieldError;
use leptos::prelude::*;

/// One material.
#[derive(Clone, Debug)]
pub struct MaterialRow {
    /// Its id; the fields are `manner-ID` and `file-ID`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the case cannot do without it.
    pub required: bool,
    /// Where it comes from, in words.
    pub source: String,
    /// A, B, C or D, by the way it came.
    pub grade: Option<char>,
    /// How it came: one of the values of `manners`.
    pub manner: String,
    /// How it may come: values with names.
    pub manners: Vec<(String, String)>,
    /// What was uploaded for it.
    pub uploads: Vec<KnownUpload>,
}

/// A file that is already there.
#[derive(Clone, Debug)]
pub struct KnownUpload {
    /// Where it can be seen.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its size in words.
    pub size: String,
}

/// The panel.
pub(super) fn materials(lang: Lang, rows: Vec<MaterialRow>, errors: &[FieldError]) -> AnyView {
    let total = rows.len();
    let here = rows.iter().filter(|row| row.manner != "missing" && !row.manner.is_empty()).count();
    let count = lang.t(format!("{total} 份，已齐 {here} 份"), format!("{here} of {total} here"));
    let error = error_of(lang, "materials", errors);
    let rows = rows.into_iter().map(|row| material(lang, row)).collect_view();
    view! {
        <section class="panel materials" id="materials" tabindex="-1" aria-labelledby="materials-title">
            <header>
                <h2 id="materials-title">{lang.t("材料", "Materials")}</h2><span class="aside">{count}</span>
            </header>
            {error.map(|text| view! { <p class="error">{text}</p> })}
            <table class="data-table dense materials-table">
                <caption class="visually-hidden">{lang.t("材料", "Materials")}</caption>
                <thead><tr>
                    <th scope="col">{lang.t("材料", "Material")}</th>
                    <th scope="col">{lang.t("等级", "Grade")}</th>
                    <th scope="col">{lang.t("怎么交的", "How it came")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn material(lang: Lang, row: MaterialRow) -> AnyView {
    let required =
        (!row.required).then(|| view! { " "<span class="optional">{lang.t("如有", "if any")}</span> });
    let grade = row.grade.map(|grade| {
        let class = format!("grade {}", grade.to_ascii_lowercase());
        view! { <span class=class>{grade.to_string()}</span> }
    });
    view! {
        <tr>
            <th scope="row">{row.name.clone()}{required}<span class="meta">{row.source.clone()}</span></th>
            <td>{grade}</td>
            <td><div class="row">{manner(lang, &row)}{files(lang, &row)}</div></td>
        </tr>
    }
    .into_any()
}

fn manner(lang: Lang, row: &MaterialRow) -> AnyView {
    let options = row
        .manners
        .iter()
        .map(|(value, text)| {
            let selected = *value == row.manner;
            view! { <option value=value.clone() selected=selected>{text.clone()}</option> }
        })
        .collect_view();
    let label = lang.t(format!("“{}”怎么交的", row.name), format!("How “{}” came", row.name));
    view! { <select name=format!("manner-{}", row.id) aria-label=label>{options}</select> }.into_any()
}

fn files(lang: Lang, row: &MaterialRow) -> AnyView {
    let there = row
        .uploads
        .iter()
        .map(|file| view! { <li><a class="name" href=file.href.clone()>{file.name.clone()}</a>" "<span class="size">{file.size.clone()}</span></li> })
        .collect_view();
    let list = (!row.uploads.is_empty()).then(|| view! { <ul class="file-list">{there}</ul> });
    let label = lang.t(format!("上传“{}”的扫描件", row.name), format!("Upload a scan of “{}”", row.name));
    view! {
        {list}
        <details class="scan">
            <summary>{lang.t("扫描件", "Scan")}</summary>
            <input type="file" name=format!("file-{}", row.id) aria-label=label
                accept="image/jpeg,image/png,application/pdf"/>
        </details>
    }
    .into_any()
}
