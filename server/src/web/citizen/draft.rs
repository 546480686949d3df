//! A draft with all that its pages need: the item, the person, what is answered and what is not.

use crate::state::AppState;
use crate::web::context::Context;
use crate::web::error::PageError;
use crate::web::marks::{fixed_words, source_words};
use app::lang::Lang;
use app::pages::citizen::materials::DraftManner;
use backend::Error;
use backend::catalogue::{IntakeItem, Material};
use backend::drafts::{self, DraftView, Manner, MaterialAnswer};
use backend::intake::{self, Handed};
use domain::field_error::FieldCode;
use domain::intake::{FieldSpec, check_field};
use domain::permission::{Actor, Role};
use std::path::PathBuf;
use uuid::Uuid;

/// A draft of who is signed in.
pub(super) struct Draft {
    pub draft: DraftView,
    pub item: IntakeItem,
    pub actor: Actor,
    pub lang: Lang,
    /// What becomes of each material, in the order of the item.
    pub handed: Vec<Handed>,
}

impl Draft {
    /// The draft with this id.
    pub(super) async fn open(context: &Context, state: &AppState, id: Uuid) -> Result<Self, PageError> {
        let actor = context.require(Role::Citizen)?.actor();
        let draft = drafts::get(&state.services, &actor, id).await?;
        let mut item =
            state.services.catalogue.intake_item(&draft.item_id, draft.situation.as_deref()).await?;
        draft.person_id.ok_or_else(Error::not_found)?;
        let handed = handed(state, &actor, &draft, &mut item).await?;
        Ok(Self { draft, item, actor, lang: context.lang, handed })
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

    /// Where an answer that nobody typed comes from; empty for what was typed.
    pub(super) fn source(&self, spec: &FieldSpec) -> String {
        self.draft.prefilled.get(&spec.key).map(|mark| source_words(self.lang, mark)).unwrap_or_default()
    }

    /// Why an answer cannot be changed here; empty where it can.
    pub(super) fn fixed(&self, spec: &FieldSpec) -> String {
        self.draft.prefilled.get(&spec.key).map(|mark| fixed_words(self.lang, mark)).unwrap_or_default()
    }

    /// What was said of a material.
    pub(super) fn given(&self, material: &Material) -> Option<&MaterialAnswer> {
        self.draft.materials.iter().find(|answer| answer.material_id == material.id)
    }

    /// What becomes of a material.
    pub(super) fn handed(&self, material: &Material) -> Option<&Handed> {
        self.handed.iter().find(|handed| handed.material_id == material.id)
    }

    /// How a material gets here, as far as the draft goes.
    pub(super) fn manner(&self, material: &Material) -> DraftManner {
        match self.handed(material) {
            Some(handed) if handed.spared() => DraftManner::Have,
            Some(handed) if !handed.uploads.is_empty() => DraftManner::Uploaded,
            Some(handed) if handed.manner == Manner::Paper => DraftManner::Paper,
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

/// What becomes of each material; those that are not needed after what was answered are left out.
async fn handed(
    state: &AppState,
    actor: &Actor,
    draft: &DraftView,
    item: &mut IntakeItem,
) -> Result<Vec<Handed>, PageError> {
    let application = intake::application_of(draft, None)?;
    let handed = intake::materials(&state.services, actor, &application).await?;
    item.materials.retain(|material| handed.iter().any(|one| one.material_id == material.id));
    Ok(handed)
}

/// The name of a file without any folder.
pub(super) fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    PathBuf::from(last).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
