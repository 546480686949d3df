//! A draft with all that its pages need: the item, the person, what is answered and what is not.

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::materials::DraftManner;
use backend::Error;
use backend::catalogue::{IntakeItem, Material};
use backend::drafts::{self, DraftView, Manner, MaterialAnswer};
use backend::persons::{self, Contact};
use domain::field_error::FieldCode;
use domain::intake::{Answers, FieldSpec, check_field};
use domain::permission::{Actor, Role};
use std::path::PathBuf;
use uuid::Uuid;

/// A draft of who is signed in.
pub(super) struct Draft {
    pub draft: DraftView,
    pub item: IntakeItem,
    pub actor: Actor,
    pub known: Answers,
    pub lang: Lang,
}

impl Draft {
    /// The draft with this id.
    pub(super) async fn open(context: &Context, state: &AppState, id: Uuid) -> Result<Self, PageError> {
        let actor = context.require(Role::Citizen)?.actor();
        let draft = drafts::get(&state.services, &actor, id).await?;
        let item = state.services.catalogue.intake_item(&draft.item_id, draft.situation.as_deref()).await?;
        let person = draft.person_id.ok_or_else(Error::not_found)?;
        let known = known_answers(persons::contact(&state.services, person).await?);
        Ok(Self { draft, item, actor, known, lang: context.lang })
    }

    pub(super) fn item_name(&self) -> String {
        self.lang.pick(&self.item.name, &self.item.name_en).to_owned()
    }

    pub(super) fn situation_name(&self) -> String {
        let chosen = self.item.situations.iter().find(|one| Some(&one.code) == self.draft.situation.as_ref());
        chosen.map(|one| self.lang.pick(&one.name, &one.name_en).to_owned()).unwrap_or_default()
    }

    pub(super) fn href(&self, step: &str) -> String {
        format!("/drafts/{}/{step}", self.draft.id)
    }

    pub(super) fn home(&self) -> String {
        format!("/drafts/{}", self.draft.id)
    }

    /// The questions that the answers so far lead to.
    pub(super) fn asked(&self) -> impl DoubleEndedIterator<Item = &FieldSpec> {
        self.item.form.asked(&self.draft.answers)
    }

    /// The question of a step; not found where the answers so far do not lead to it.
    pub(super) fn question(&self, step: &str) -> Result<FieldSpec, Error> {
        self.asked().find(|spec| spec.key == step).cloned().ok_or_else(Error::not_found)
    }

    /// What was answered so far; nothing where the question has not been seen.
    pub(super) fn answer(&self, spec: &FieldSpec) -> Option<&str> {
        self.draft.answers.get(&spec.key).map(String::as_str)
    }

    /// What is wrong with the answer to a question.
    pub(super) fn wrong(&self, state: &AppState, spec: &FieldSpec) -> Option<FieldCode> {
        check_field(spec, self.answer(spec).unwrap_or_default(), state.services.clock.today()).err()
    }

    /// The question needs somebody to look at it.
    pub(super) fn is_open(&self, state: &AppState, spec: &FieldSpec) -> bool {
        self.answer(spec).is_none() || self.wrong(state, spec).is_some()
    }

    /// Where a known answer comes from.
    pub(super) fn source(&self, spec: &FieldSpec) -> String {
        let value = self.answer(spec);
        let same = value.is_some() && value == self.known.get(&spec.key).map(String::as_str);
        if same {
            self.lang.t("来自您的账户资料", "From your account").to_owned()
        } else {
            String::new()
        }
    }

    /// What was said of a material.
    pub(super) fn given(&self, material: &Material) -> Option<&MaterialAnswer> {
        self.draft.materials.iter().find(|answer| answer.material_id == material.id)
    }

    /// How a material gets here, as far as the draft goes.
    pub(super) fn manner(&self, material: &Material) -> DraftManner {
        if is_fetched(material) {
            return DraftManner::Have;
        }
        match self.given(material) {
            Some(answer) if !answer.uploads.is_empty() => DraftManner::Uploaded,
            Some(answer) if answer.manner == Manner::Paper => DraftManner::Paper,
            Some(_) | None => DraftManner::Missing,
        }
    }

    /// Required, not deferrable and not here.
    pub(super) fn lacks(&self, material: &Material) -> bool {
        material.required && self.manner(material) == DraftManner::Missing
    }

    /// Where to go on after `step`: the next open question, the materials, the check.
    pub(super) fn next_after(&self, state: &AppState, step: &str) -> String {
        let fields: Vec<&FieldSpec> = self.asked().collect();
        let at = fields.iter().position(|spec| spec.key == step).map_or(0, |at| at + 1);
        let (before, after) = fields.split_at(at.min(fields.len()));
        let open = after.iter().chain(before).find(|spec| self.is_open(state, spec));
        match open {
            Some(spec) => self.href(&spec.key),
            None if self.item.materials.iter().any(|material| self.lacks(material)) => self.href("materials"),
            None => self.href("check"),
        }
    }
}

/// The department fetches it: nobody is asked to bring it.
pub(super) fn is_fetched(material: &Material) -> bool {
    material.certificate_code.is_some() || material.data_share.is_some()
}

/// What the portal knows of a person, by the names of the form's questions.
pub(super) fn known_answers(contact: Contact) -> Answers {
    let Contact { phone, hukou_division: _, residence_division, address } = contact;
    let known = [("contact_phone", phone), ("residence_division", residence_division), ("address", address)];
    known.into_iter().filter_map(|(key, value)| value.map(|value| (key.to_owned(), value))).collect()
}

/// The name of a file without any folder.
pub(super) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    PathBuf::from(last).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
