//! A form that needs words: each action has its own, folded until it is wanted.

use super::filters::ListQuery;
use super::pane::CasePane;
use crate::lang::Lang;
use crate::ui::field::Field;
use domain::case::ActionKind;
use leptos::prelude::*;

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
    pub fn field(&self, name: &str, label: &str, typed: &str, proposal: &str) -> Field {
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

/// One line, its id the form's own as well.
pub(super) fn line(field: Field, form: &str) -> AnyView {
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
