//! 经办: what the procedure of a case remembers, as JSON.

use backend::cases::{CaseView, ChangeView, StepState, StepView, TaskView};
use chrono::NaiveDate;
use domain::case::{Case, Event, RuleResult, Special, Target};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What the procedure remembers; what never happened is null or empty.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorkBody {
    /// 预审通过.
    pre_reviewed: bool,
    /// Last day to answer corrections, while they are waited for.
    reply_by: Option<NaiveDate>,
    /// How often corrections were asked for.
    corrections: u16,
    /// The day of a request that could have been made before (行政许可法 art. 32 (4)).
    repeated_on: Option<NaiveDate>,
    /// 视为受理: the day on which it became known; it counts from `accepted_on`.
    deemed_on: Option<NaiveDate>,
    /// 容缺.
    deferral: Option<DeferralBody>,
    /// 特别程序, in the order in which they began.
    suspensions: Vec<SuspensionBody>,
    /// 延期 that waits for a head.
    extension_request: Option<ExtensionRequestBody>,
    /// 延期, as given.
    extension: Option<ExtensionBody>,
    /// The steps of the process.
    steps: Vec<StepBody>,
    /// What answers to corrections changed, oldest first; identity numbers are masked.
    changes: Vec<ChangeBody>,
    /// 秒批: decided by rule.
    automatic: bool,
    /// The rules as they were last applied.
    rules: Vec<RuleBody>,
    /// The applicant wants a person to decide.
    person_wanted: bool,
    /// 告知承诺: on a commitment.
    committed: bool,
    /// Whether the commitment was kept, once verified.
    kept: Option<bool>,
    /// The decision was revoked for a broken commitment.
    revoked_on: Option<NaiveDate>,
    /// The number of the certificate.
    certificate: Option<String>,
    delivered_on: Option<NaiveDate>,
    /// Materials of the item that are needed and not there.
    missing: Vec<Uuid>,
    /// Materials of the item that may follow.
    deferrable: Vec<Uuid>,
    /// A broken promise stands against the applicant.
    barred: bool,
}

/// What was to follow.
#[derive(Debug, Serialize, ToSchema)]
struct DeferralBody {
    materials: Vec<Uuid>,
    due: NaiveDate,
    supplied_on: Option<NaiveDate>,
}

/// A time for which the handling clock stood still.
#[derive(Debug, Serialize, ToSchema)]
struct SuspensionBody {
    procedure: &'static str,
    reason: String,
    /// First day that does not count.
    from: NaiveDate,
    expected: NaiveDate,
    /// First day that counts again.
    until: Option<NaiveDate>,
}

/// An extension asked for.
#[derive(Debug, Serialize, ToSchema)]
struct ExtensionRequestBody {
    workdays: u16,
    reason: String,
    on: NaiveDate,
}

/// An extension given.
#[derive(Debug, Serialize, ToSchema)]
struct ExtensionBody {
    workdays: u16,
    on: NaiveDate,
}

/// A step.
#[derive(Debug, Serialize, ToSchema)]
struct StepBody {
    key: String,
    name: String,
    name_en: Option<String>,
    /// review, joint or site.
    kind: &'static str,
    /// waiting, open or done.
    state: &'static str,
    /// The steps that it waits for.
    after: Vec<String>,
    /// Working days of its own.
    limit: Option<u16>,
    departments: Vec<TaskBody>,
}

/// A department's part of a step.
#[derive(Debug, Serialize, ToSchema)]
struct TaskBody {
    department: String,
    department_en: Option<String>,
    holder: Option<String>,
    due: Option<NaiveDate>,
    late: bool,
    agrees: Option<bool>,
    opinion: Option<String>,
    /// Whether it is the caller's department.
    mine: bool,
}

/// What an answer to corrections changed.
#[derive(Debug, Serialize, ToSchema)]
struct ChangeBody {
    /// The event that did it.
    seq: i32,
    /// The key of the question, or null.
    answer: Option<String>,
    /// The item's material, or null.
    material: Option<Uuid>,
    label: String,
    label_en: Option<String>,
    before: String,
    after: String,
}

/// A rule and what came of it.
#[derive(Debug, Serialize, ToSchema)]
struct RuleBody {
    zh: String,
    en: String,
    /// null where it is not known.
    met: Option<bool>,
}

impl WorkBody {
    pub(super) fn new(view: &CaseView) -> Self {
        let Case { work, corrections, .. } = &view.case;
        Self {
            pre_reviewed: work.pre_reviewed,
            reply_by: work.reply_by,
            corrections: *corrections,
            repeated_on: work.repeated_on,
            deemed_on: work.deemed_on,
            deferral: work.deferral.clone().map(|one| DeferralBody {
                materials: one.materials,
                due: one.due,
                supplied_on: one.supplied,
            }),
            suspensions: suspensions(view),
            extension_request: work.extension_request.clone().map(|asked| ExtensionRequestBody {
                workdays: asked.workdays,
                reason: asked.reason,
                on: asked.day,
            }),
            extension: work.extension.map(|given| ExtensionBody { workdays: given.workdays, on: given.on }),
            steps: view.steps.iter().map(|step| StepBody::new(view, step)).collect(),
            changes: view.changes.iter().map(ChangeBody::new).collect(),
            automatic: work.automatic,
            rules: rules(view),
            person_wanted: work.person_wanted,
            committed: work.committed,
            kept: work.kept,
            revoked_on: work.revoked_on,
            certificate: work.certificate.clone(),
            delivered_on: work.delivered_on,
            missing: view.missing.clone(),
            deferrable: view.deferrable.clone(),
            barred: view.barred,
        }
    }
}

fn suspensions(view: &CaseView) -> Vec<SuspensionBody> {
    let reasons = view.events.iter().filter_map(|one| match &one.event {
        Event::Suspended { reason, .. } => Some(reason.clone()),
        _ => None,
    });
    let body = |(special, reason): (&Special, String)| SuspensionBody {
        procedure: special.procedure.as_str(),
        reason,
        from: special.from,
        expected: special.expected,
        until: special.until,
    };
    view.case.work.specials.iter().zip(reasons).map(body).collect()
}

fn rules(view: &CaseView) -> Vec<RuleBody> {
    let applied = view.events.iter().rev().find_map(|one| match &one.event {
        Event::RulesApplied { rules } => Some(rules.as_slice()),
        _ => None,
    });
    let body = |rule: &RuleResult| RuleBody { zh: rule.zh.clone(), en: rule.en.clone(), met: rule.met };
    applied.unwrap_or_default().iter().map(body).collect()
}

impl StepBody {
    fn new(view: &CaseView, step: &StepView) -> Self {
        let spec = &step.spec;
        Self {
            key: spec.key.clone(),
            name: spec.name.clone(),
            name_en: spec.name_en.clone(),
            kind: spec.kind.as_str(),
            state: match step.state {
                StepState::Waiting => "waiting",
                StepState::Open => "open",
                StepState::Done => "done",
            },
            after: spec.after.clone(),
            limit: spec.limit,
            departments: step.tasks.iter().map(|task| TaskBody::new(view, task)).collect(),
        }
    }
}

impl TaskBody {
    fn new(view: &CaseView, one: &TaskView) -> Self {
        let task = &one.task;
        let said = view.events.iter().rev().find_map(|event| match &event.event {
            Event::OpinionGiven { step, department, opinion, .. } if task.is(step, *department) => {
                Some(opinion.clone())
            }
            _ => None,
        });
        Self {
            department: one.department.clone(),
            department_en: one.department_en.clone(),
            holder: task.holder.as_ref().map(|holder| holder.name.clone()),
            due: task.due,
            late: one.late,
            agrees: task.agrees,
            opinion: said.filter(|_| task.agrees.is_some()),
            mine: one.mine,
        }
    }
}

impl ChangeBody {
    fn new(change: &ChangeView) -> Self {
        let (answer, material) = match &change.target {
            Target::Answer(key) => (Some(key.clone()), None),
            Target::Material(id) => (None, Some(*id)),
        };
        Self {
            seq: change.seq,
            label: change.label.clone(),
            label_en: change.label_en.clone(),
            before: change.before.clone(),
            after: change.after.clone(),
            answer,
            material,
        }
    }
}
