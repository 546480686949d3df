//! A form that needs words: each action has its own, folded until it is wanted.

use super::filters::ListQuery;
use super::input::{confirm, files};
use super::pane::CasePane;
use crate::lang::Lang;
use crate::ui::field::Field;
use domain::case::ActionKind;
use leptos::prelude::*;

/// A form of its own for one action: what every one of them carries, and its fields.
#[derive(Clone, Copy)]
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
    /// The shortcut; none for what is rare.
    pub key: &'static str,
    /// Refusals look like one.
    pub danger: bool,
    /// Unfolded from the start.
    pub open: bool,
    /// Files can be put to it.
    pub files: bool,
    /// What has to be ticked because it cannot be undone.
    pub confirm: &'static str,
}

impl<'a> Form<'a> {
    /// A folded form of an action, without anything special.
    pub fn new(lang: Lang, case: &'a CasePane, query: &'a ListQuery, action: ActionKind) -> Self {
        Self {
            lang,
            case,
            query,
            name: action.as_str(),
            action,
            outcome: "",
            verb: crate::ui::status::action_name(lang, action),
            key: "",
            danger: false,
            open: false,
            files: false,
            confirm: "",
        }
    }

    /// Whether what was typed belongs here.
    pub fn is_typed(&self) -> bool {
        self.case.typed.form == self.name
    }

    /// What was typed into a field of this form, or what is proposed.
    pub fn value(&self, name: &str, proposal: &str) -> String {
        if self.is_typed() { self.case.typed.value(name).to_owned() } else { proposal.to_owned() }
    }

    /// Whether a box of this form was ticked, or is ticked from the start.
    pub fn ticked(&self, name: &str, value: &str, proposal: bool) -> bool {
        if self.is_typed() { self.case.typed.holds(name, value) } else { proposal }
    }

    /// A line or text of the form. Ids are the form's own, so that a page can hold several forms.
    pub fn field(&self, name: &str, label: &str, proposal: &str) -> Field {
        let errors = if self.is_typed() { self.case.errors.clone() } else { Vec::new() };
        Field::new(self.lang, name, label).value(&self.value(name, proposal)).errors(&errors)
    }

    /// The fold with the form.
    pub fn view(self, fields: AnyView) -> AnyView {
        // Only one fold of the same name stays open: the one that was written into.
        let open = self.is_typed() || (self.open && self.case.typed.form.is_empty());
        let class = if self.danger { "button danger" } else { "button" };
        // The key unfolds what is folded, and presses the button of what is not.
        let key = Some(self.key.to_lowercase()).filter(|key| !key.is_empty());
        let (unfold, press) = if open { (None, key) } else { (key, None) };
        let encoding = self.files.then_some("multipart/form-data");
        view! {
            <details class="disclosure" name="decision" open=open>
                <summary accesskey=unfold>{self.verb}{self.hint(!open)}</summary>
                <form class="decision" method="post" action=address(self.case) enctype=encoding>
                    {hidden(self.case, self.query)}
                    <input type="hidden" name="outcome" value=self.outcome/>
                    <input type="hidden" name="form" value=self.name/>
                    {fields}
                    {self.files.then(|| files(&self))}
                    {(!self.confirm.is_empty()).then(|| confirm(&self))}
                    <div class="page-actions">
                        <button class=class name="action" value=self.action.as_str() accesskey=press>
                            {self.verb}{self.hint(open)}
                        </button>
                    </div>
                </form>
            </details>
        }
        .into_any()
    }

    fn hint(&self, there: bool) -> Option<AnyView> {
        let key = self.key;
        (there && !key.is_empty())
            .then(|| view! { " "<kbd class="kbd">{format!("Alt {key}")}</kbd> }.into_any())
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
