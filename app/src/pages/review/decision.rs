//! Forms that need words: each action has its own, folded until it is wanted.

use super::case::CasePane;
use super::filters::ListQuery;
use crate::lang::Lang;
use crate::ui::field::Field;
use domain::case::ActionKind;
use leptos::prelude::*;

/// What a reviewer typed, kept when the action was refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The action it was for, by its name, with the outcome for a decision: `decide-granted`.
    pub action: String,
    /// The opinion, or the reason.
    pub reason: String,
    /// The list of corrections, one a line.
    pub list: String,
    /// Ticked materials.
    pub ticks: Vec<String>,
    /// Who is competent instead.
    pub competent_body: String,
    /// How to object.
    pub remedies: String,
}

/// A form of its own for one action: what every one of them carries, and its fields.
pub(super) struct Form<'a> {
    /// The language.
    pub lang: Lang,
    /// The case.
    pub case: &'a CasePane,
    /// The list to come back to.
    pub query: &'a ListQuery,
    /// The name by which what was typed finds its form again.
    pub name: &'static str,
    /// The action.
    pub action: ActionKind,
    /// `granted` or `refused`, for decisions.
    pub outcome: &'static str,
    /// The verb, on the fold and on the button.
    pub verb: &'static str,
    /// The shortcut.
    pub key: &'static str,
    /// Refusals look like one.
    pub danger: bool,
    /// Unfolded from the start.
    pub open: bool,
}

impl Form<'_> {
    /// Whether what was typed belongs here.
    fn is_typed(&self) -> bool {
        self.case.typed.action == self.name
    }

    /// A line or text of the form. Ids are the form's own, so that a page can hold several forms.
    fn field(&self, name: &str, label: &str, typed: &str, proposal: &str) -> Field {
        let value = if self.is_typed() { typed } else { proposal };
        let errors = if self.is_typed() { self.case.errors.clone() } else { Vec::new() };
        Field::new(self.lang, name, label).value(value).errors(&errors)
    }

    /// The fold with the form.
    pub fn view(self, fields: AnyView) -> AnyView {
        let open = self.open || self.is_typed();
        let class = if self.danger { "button danger" } else { "button" };
        // The key unfolds what is folded, and presses the button of what is not.
        let (unfold, press) =
            if open { (None, Some(self.key.to_lowercase())) } else { (Some(self.key.to_lowercase()), None) };
        let hint =
            |there: bool| there.then(|| view! { " "<kbd class="kbd">{format!("Alt {}", self.key)}</kbd> });
        view! {
            <details class="disclosure" name="decision" open=open>
                <summary accesskey=unfold>{self.verb}{hint(!open)}</summary>
                <form class="decision" method="post" action=address(self.case)>
                    {hidden(self.case, self.query)}
                    <input type="hidden" name="outcome" value=self.outcome/>
                    <input type="hidden" name="form" value=self.name/>
                    {fields}
                    <div class="page-actions">
                        <button class=class name="action" value=self.action.as_str() accesskey=press>
                            {self.verb}{hint(open)}
                        </button>
                    </div>
                </form>
            </details>
        }
        .into_any()
    }
}

/// Where actions are posted.
pub(super) fn address(case: &CasePane) -> String {
    format!("/review/cases/{}/actions", case.number)
}

/// The version acted on, the list to come back to, and the case that follows.
pub(super) fn hidden(case: &CasePane, query: &ListQuery) -> AnyView {
    let next = case.next.clone().unwrap_or_default();
    view! {
        <input type="hidden" name="version" value=case.version/>
        <input type="hidden" name="back" value=query.address(None)/>
        <input type="hidden" name="next" value=next/>
    }
    .into_any()
}

/// 准予: the usual sentence is proposed and can be changed.
pub(super) fn grant(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let usual = lang.t(
        "经审查，申请材料齐全，符合规定条件，准予。",
        "Examined: complete and meets the conditions. Granted.",
    );
    let field = form.field("reason", lang.t("意见", "Opinion"), &form.case.typed.reason, usual);
    let fields = unique(field, form.name, 2);
    form.view(fields)
}

/// 不予: reasons and how to object (行政许可法 art. 38).
pub(super) fn refuse(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let typed = &form.case.typed;
    let hint = lang.t("写明事实和依据，申请人会看到", "Facts and legal ground; the applicant reads this");
    let reason =
        form.field("reason", lang.t("不予的理由和依据", "Reasons for refusal"), &typed.reason, "").hint(hint);
    let remedies =
        form.field("remedies", lang.t("救济途径", "How to object"), &typed.remedies, remedies(lang));
    let fields = view! { {unique(reason, form.name, 3)}{unique(remedies, form.name, 2)} }.into_any();
    form.view(fields)
}

/// 不予受理: reason, competent body, remedies (行政许可法 art. 32 (1), (2)).
pub(super) fn not_accept(form: Form<'_>) -> AnyView {
    let lang = form.lang;
    let typed = &form.case.typed;
    let reason = form.field("reason", lang.t("不予受理的理由", "Why it is not accepted"), &typed.reason, "");
    let label = lang.t("应向哪个机关申请", "Competent body");
    let mut body = form.field("competent_body", label, &typed.competent_body, "");
    body.optional = true;
    let remedies =
        form.field("remedies", lang.t("救济途径", "How to object"), &typed.remedies, remedies(lang));
    let fields =
        view! { {unique(reason, form.name, 3)}{line(body, form.name)}{unique(remedies, form.name, 2)} }
            .into_any();
    form.view(fields)
}

fn remedies(lang: Lang) -> &'static str {
    lang.t(
        "如不服，可自收到之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼。",
        "You may apply for administrative review within 60 days, or bring an action within 6 months, of receiving this.",
    )
}

/// A text whose id is the form's own; its name stays the field's.
pub(super) fn unique(field: Field, form: &str, rows: u8) -> AnyView {
    let (name, id) = (field.name.clone(), id(&field, form));
    let (invalid, described) = (field.error.is_some().then_some("true"), described(&field, &id));
    let value = field.value.clone();
    let text = view! {
        <textarea id=id.clone() name=name rows=rows class="width-full" aria-invalid=invalid aria-describedby=described>
            {value}
        </textarea>
    };
    Field { name: id, ..field }.around(text.into_any())
}

fn line(field: Field, form: &str) -> AnyView {
    let (name, id) = (field.name.clone(), id(&field, form));
    let value = field.value.clone();
    let input = view! { <input id=id.clone() name=name class="width-full" value=value autocomplete="off"/> };
    Field { name: id, ..field }.around(input.into_any())
}

/// The field that is wrong keeps the plain id, so that the summary's link reaches it.
fn id(field: &Field, form: &str) -> String {
    if field.error.is_some() { field.name.clone() } else { format!("{form}-{}", field.name) }
}

fn described(field: &Field, id: &str) -> Option<String> {
    let parts = [(!field.hint.is_empty()).then_some("hint"), field.error.is_some().then_some("error")];
    let ids: Vec<String> = parts.into_iter().flatten().map(|part| format!("{id}-{part}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
