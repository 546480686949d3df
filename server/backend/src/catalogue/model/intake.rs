//! An item as intake sees it.

use domain::case::Limits;
use domain::guidance;
use domain::intake::{Answers, FormSpec};
use domain::item::CaseKind;
use domain::process::Process;
use domain::routing::Body;
use std::sync::Arc;
use uuid::Uuid;

use super::super::file::{Flags, Situation};
use super::{ItemState, Material};

/// What intake needs of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeItem {
    /// `RS-001`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: Option<String>,
    /// The department in charge.
    pub department_id: Uuid,
    /// 即办件 or 承诺件.
    pub kind: CaseKind,
    /// Its limits.
    pub limits: Limits,
    /// How it is handled now.
    pub process: Arc<Process>,
    /// The version of that.
    pub process_version: i32,
    /// Whether cases are taken.
    pub state: ItemState,
    /// The questions.
    pub form: FormSpec,
    /// The materials.
    pub materials: Vec<Material>,
    /// The situations.
    pub situations: Vec<Situation>,
    /// How it can be handled.
    pub flags: Flags,
    /// The type of certificate that is issued when it is granted.
    pub result_certificate: Option<String>,
    /// The bodies of the chosen situation.
    pub bodies: Vec<IntakeBody>,
    /// Rises with each edit.
    pub version: i32,
}

/// A body that could decide, with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntakeBody {
    /// Code and area.
    pub body: Body,
    /// The department in charge.
    pub department_id: Uuid,
    /// Its name.
    pub department: String,
    /// In English.
    pub department_en: Option<String>,
    /// The body's name.
    pub name: String,
    /// The hall.
    pub hall_id: Option<Uuid>,
}

impl IntakeItem {
    /// The bodies, as the rules of routing want them.
    pub fn routing_bodies(&self) -> Vec<Body> {
        self.bodies.iter().map(|body| body.body.clone()).collect()
    }

    /// Whether somebody who answers so in this situation needs a material. Where no situation was
    /// chosen, the first one counts, as everywhere.
    pub fn needs(&self, material: &Material, situation: Option<&str>, answers: &Answers) -> bool {
        let situation = situation.or_else(|| self.situations.first().map(|first| first.code.as_str()));
        guidance::needed(material.needed_if.as_ref(), &self.form, situation, answers)
    }

    /// The materials that somebody who answers so needs, in order.
    pub fn needed<'a>(
        &'a self,
        situation: Option<&'a str>,
        answers: &'a Answers,
    ) -> impl Iterator<Item = &'a Material> {
        self.materials.iter().filter(move |material| self.needs(material, situation, answers))
    }

    /// The body with this code.
    pub fn body(&self, code: &str) -> Option<&IntakeBody> {
        self.bodies.iter().find(|body| body.body.code == code)
    }
}
