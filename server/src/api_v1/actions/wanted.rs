//! What is to be done, as JSON.

use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// What is to be done.
#[derive(Default, Deserialize, ToSchema)]
pub(in crate::api_v1) struct Wanted {
    /// One of the case's `available_actions`; `grant` and `refuse` stand for deciding so.
    #[serde(default)]
    pub action: String,
    /// The opinion; where no reason is given and one is wanted, it is the reason. It stays with what was
    /// done.
    #[serde(default)]
    pub opinion: Option<String>,
    /// The version that was read: 409 when the case has moved on.
    #[serde(default)]
    pub version: Option<u32>,
    /// Everything that must be corrected, for `ask_correction`, in words alone.
    #[serde(default)]
    pub list: Option<Vec<String>>,
    /// Everything that must be corrected, for `ask_correction`, each to its answer or material; told
    /// before `list`.
    #[serde(default)]
    pub marks: Vec<MarkBody>,
    /// granted or refused, for `decide` and `decide_now`.
    #[serde(default)]
    pub outcome: Option<String>,
    /// The reason, or what was found.
    #[serde(default)]
    pub reason: Option<String>,
    /// Who is competent instead, for `not_accept`.
    #[serde(default)]
    pub competent_body: Option<String>,
    /// How to object, for `not_accept`.
    #[serde(default)]
    pub remedies: Option<String>,
    /// What the applicant says to the corrections, for `answer_correction`: at most 500 characters;
    /// where it is not given, the opinion. With neither words, `answers`, `files` nor `uploads` it is no
    /// answer, but at the counter, where that says that the papers were handed over.
    #[serde(default)]
    pub note: Option<String>,
    /// Answers put right, by key of the question, for `answer_correction`; only what was asked for.
    #[schema(value_type = Object)]
    #[serde(default)]
    pub answers: BTreeMap<String, Value>,
    /// Files for one material each, given before, for `answer_correction` and `supplement`.
    #[serde(default)]
    pub files: Vec<FileBody>,
    /// Papers were handed over at the counter, for `answer_correction` and `supplement`.
    #[serde(default)]
    pub papers: Option<bool>,
    /// Files given before: for `answer_correction` and `supplement` what came, else attachments of the
    /// one who acts.
    #[serde(default)]
    pub uploads: Vec<Uuid>,
    /// Materials of the item that are to follow, for `accept_deferred`: all that are missing.
    #[serde(default)]
    pub materials: Vec<Uuid>,
    /// The applicant has signed the promise (容缺承诺书), for `accept_deferred`.
    #[serde(default)]
    pub signed: bool,
    /// The key of the step, for `take_step`, `give_opinion` and `return_step`.
    #[serde(default)]
    pub step: Option<String>,
    /// Whether the department agrees to granting, for `give_opinion`.
    #[serde(default)]
    pub agrees: Option<bool>,
    /// Who went along, for `give_opinion` after a site visit.
    #[serde(default)]
    pub second: Option<String>,
    /// hearing, tender, auction, inspection, testing, quarantine, appraisal or expert_review, for
    /// `suspend`.
    #[serde(default)]
    pub procedure: Option<String>,
    /// The day by which the procedure should be over, for `suspend`: after today.
    #[serde(default)]
    pub expected: Option<String>,
    /// Working days more, for `ask_extension`.
    #[serde(default)]
    pub workdays: Option<u16>,
    /// The number of the certificate, for `make_certificate`.
    #[serde(default)]
    pub number: Option<String>,
    /// window, post or electronic, for `deliver`.
    #[serde(default)]
    pub delivery: Option<String>,
    /// Who signed, or the tracking number, for `deliver`; not needed electronically.
    #[serde(default)]
    pub proof: Option<String>,
    /// Whether the commitment was kept, for `verify_commitment`; a broken one revokes the decision.
    #[serde(default)]
    pub kept: Option<bool>,
    /// The account that gets the case, for `assign` and `hand_over`: one of the case's `colleagues`.
    #[serde(default)]
    pub to: Option<Uuid>,
}

/// One thing to be corrected.
#[derive(Deserialize, ToSchema)]
pub(in crate::api_v1) struct MarkBody {
    /// Words the applicant can act on.
    #[serde(default)]
    pub words: String,
    /// The key of the question, where it is about an answer.
    #[serde(default)]
    pub answer: Option<String>,
    /// The item's material, where it is about one.
    #[serde(default)]
    pub material: Option<Uuid>,
}

/// A file for one material.
#[derive(Deserialize, ToSchema)]
pub(in crate::api_v1) struct FileBody {
    /// The item's material.
    pub material: Uuid,
    /// The file, given before.
    pub upload: Uuid,
}
