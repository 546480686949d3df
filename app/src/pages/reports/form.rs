//! The form in which a department reports: figures, words, and files by point.

use super::address::Place;
use super::one::{Point, Report, point_name};
use super::words::{act_name, field_name, number_words};
use crate::lang::Lang;
use crate::ui::error_summary::named_error_summary;
use crate::ui::field::{Field, error_of};
use crate::ui::file_field::{FileField, KeptFile, RefusedFile, file_name, refused_summary};
use domain::assessment::report::{Act, Figure};
use domain::field_error::FieldError;
use leptos::prelude::*;

/// What the form shows: what is stored, or what was typed and not taken.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    /// Where it is sent.
    pub action: String,
    /// The version that is shown.
    pub version: i32,
    /// As typed.
    pub numerator: String,
    /// As typed.
    pub denominator: String,
    /// As typed.
    pub text: String,
    /// Evidence that was ticked to be taken out.
    pub removed: Vec<String>,
    /// Files of a try before.
    pub kept: Vec<KeptFile>,
    /// Most megabytes of a file.
    pub megabytes: u64,
    /// What is wrong.
    pub errors: Vec<FieldError>,
    /// A file that was not taken.
    pub refused: RefusedFile,
    /// Somebody was faster: who, and what stands there now.
    pub stale: Option<(String, Figure)>,
}

impl ReportForm {
    /// What stands above everything when it was not taken.
    pub(super) fn top(&self, lang: Lang) -> Option<AnyView> {
        if let Some((who, figure)) = &self.stale {
            return Some(stale(lang, who, figure));
        }
        let refused = refused_summary(lang, &self.refused);
        let wrong = named_error_summary(lang, &self.errors, |field| field_name(lang, field));
        refused.or_else(|| wrong.map(IntoAny::into_any))
    }
}

fn stale(lang: Lang, who: &str, figure: &Figure) -> AnyView {
    let who = if who.is_empty() { lang.t("有人", "Somebody").to_owned() } else { who.to_owned() };
    let number = number_words(figure);
    let now = [number.as_str(), figure.text.as_str()];
    let now = now.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let now = if now.is_empty() { "—".to_owned() } else { now };
    let title = lang.t(
        format!("{who} 刚才改了这份填报，您填的还没有保存"),
        format!("{who} has just changed this report; what you typed was not saved yet"),
    );
    let then = lang.t(
        "您填的内容还在下面。核对现在存的内容，要以您的为准就再保存一次。",
        "What you typed is below. Compare it with what is stored, and save again to let yours stand.",
    );
    let stored = lang.t(format!("现在存的：{now}"), format!("Stored now: {now}"));
    view! {
        <section class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="errors">
            <h2 id="errors">{title}</h2><p>{then}</p><p>{stored}</p>
        </section>
    }
    .into_any()
}

pub(super) fn form(lang: Lang, report: &Report, form: &ReportForm) -> AnyView {
    let number = |name: &str, value: &str, hint: &str| {
        let field = Field::new(lang, name, field_name(lang, name)).value(value).errors(&form.errors);
        Field { class: "width-12", inputmode: "decimal", optional: true, ..field.hint(hint) }.view()
    };
    let part = lang.t(
        "是比率就填分子，如“已接入的部门数”；否则填数值",
        "Of a rate the part, such as departments connected; else the number",
    );
    let whole = lang.t("不是比率就留空；不能是 0", "Leave empty unless it is a rate; never 0");
    let words = Field::new(lang, "text", field_name(lang, "text")).value(&form.text).errors(&form.errors);
    let words = Field {
        optional: true,
        ..words.hint(lang.t("做了什么、进展如何", "What was done, how it stands"))
    };
    let points = report.points.iter().map(|point| point_field(lang, form, point)).collect_view();
    let save = act_name(lang, Act::Save);
    let submit = act_name(lang, Act::Submit);
    view! {
        <form class="edit-form" method="post" action=form.action.clone() enctype="multipart/form-data" autocomplete="off">
            <input type="hidden" name="version" value=form.version/>
            <h2>{lang.t("填报内容", "What is reported")}</h2>
            {number("numerator", &form.numerator, part)}
            {number("denominator", &form.denominator, whole)}
            {words.textarea("4")}
            <h2>{lang.t("佐证材料", "Evidence")}</h2>
            {points}
            <div class="page-actions">
                <button class="button secondary" name="act" value=Act::Save.as_str()>{save}</button>
                <button class="button" name="act" value=Act::Submit.as_str()>{submit}</button>
            </div>
        </form>
    }
    .into_any()
}

/// A point: its files, each with a box to take it out, and a field for more.
fn point_field(lang: Lang, form: &ReportForm, point: &Point) -> AnyView {
    let number = point.number.to_string();
    let removed = |id: &String| form.removed.contains(id);
    let line = |file: &super::one::EvidenceFile| {
        let (tick, href) = (format!("remove-{}", file.id), Place::Review.file(&file.id));
        let (name, size, id, out) =
            (file.name.clone(), file.size.clone(), file.id.clone(), removed(&file.id));
        let take_out = lang.t("取出", "Take out");
        let heard = name.clone();
        view! {
            <li>
                <a href=href>{name}</a>" "<span class="size meta">{size}</span>
                <div class="choice">
                    <input type="checkbox" id=tick.clone() name="remove" value=id checked=out/>
                    <label for=tick>{take_out}<span class="visually-hidden">" "{heard}</span></label>
                </div>
            </li>
        }
    };
    let files: Vec<_> = point.files.iter().map(line).collect();
    let files = (!files.is_empty()).then(|| view! { <ul class="file-list">{files}</ul> });
    let shown = point.indicator.as_ref().map(|_| {
        let words = lang.t(
            "系统指标会自动说明这一点，可以不附材料。",
            "The portal's own indicator shows this; a file is not needed.",
        );
        view! { <p class="hint">{words}</p> }
    });
    let error = error_of(lang, &file_name(&number), &form.errors);
    let refused =
        (form.refused.material == number && !form.refused.why.is_empty()).then(|| form.refused.why.clone());
    let field = FileField {
        lang,
        material: &number,
        label: point_name(lang, point),
        megabytes: form.megabytes,
        error: error.or(refused),
        kept: &form.kept,
    };
    view! { <div class="point">{field.view()}{shown}{files}</div> }.into_any()
}
