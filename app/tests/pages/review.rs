//! The work list of a department, with a case beside it.

use crate::document::{Page, of};
use crate::sample::{day, row, who, why};
use app::lang::Lang;
use app::pages::review;
use app::shell::Area;
use app::ui::light::Lamp;
use app::ui::steps::{Part, Progress, Step};
use domain::case::{ActionKind, Procedure, RuleResult, Status};
use domain::deadline::Light;
use domain::field_error::{FieldCode, FieldError};
use domain::process::StepKind;
use uuid::Uuid;

fn pane(actions: Vec<ActionKind>, typed: review::Typed, errors: Vec<FieldError>) -> review::CasePane {
    review::CasePane {
        number: row(3).number,
        item: "高龄津贴申领".into(),
        status: Status::Accepted,
        outcome: None,
        version: 3,
        applicant: who(),
        unmask: true,
        agent: String::new(),
        came: "窗口 · 市民中心 A03 · 2026年2月6日 10:32".into(),
        route: "城关区民政局（现住地在城关区）".into(),
        holder: "周启明".into(),
        clock: review::Clock {
            lamp: Lamp { light: Some(Light::Yellow), days: 2, stopped: false },
            receipt_due: None,
            promised: Some(day("2026-02-20")),
            statutory: Some(day("2026-03-20")),
            why: Some(why()),
            stopped: None,
        },
        answers: vec![review::Answer {
            key: "contact_phone".into(),
            label: "联系电话".into(),
            value: "13800000001".into(),
        }],
        materials: vec![review::PaneMaterial {
            material: Some(Uuid::from_u128(1)),
            name: "居民户口簿".into(),
            required: true,
            manner: "上传".into(),
            missing: false,
            deferrable: false,
            grade: Some('C'),
            compare: Some("/review/cases/1/materials/1/compared".into()),
            upload: Some(review::PaneUpload {
                href: "/uploads/1".into(),
                name: "户口簿.jpg".into(),
                size: "1.8 MB".into(),
            }),
        }],
        answered: Some(review::Answered {
            asked: vec!["补交房产证".into()],
            said: vec!["第 1 项：没有房产证，房子是租的。".into()],
        }),
        changes: vec![review::Change {
            label: "银行账号".into(),
            before: "622".into(),
            after: "6222".into(),
        }],
        steps: vec![],
        course: review::Course::default(),
        attachments: vec![],
        offers: review::Offers::default(),
        events: vec![],
        actions,
        immediate: false,
        typed,
        errors,
        next: Some("2".into()),
    }
}

fn review_page(
    lang: Lang,
    case: Option<review::CasePane>,
    stale: Option<review::Stale>,
) -> review::ReviewPage {
    review::ReviewPage {
        lang,
        query: review::ListQuery { page: 1, ..Default::default() },
        options: review::Options::default(),
        counts: review::Counts { mine: 3, unassigned: 14, all: 27, consulted: 2, extensions: Some(1) },
        rows: (0..25).map(row).collect(),
        pages: 2,
        case,
        stale,
    }
}

/// Every page of a department.
pub fn pages(lang: Lang) -> Vec<Page> {
    let page =
        |name, case, stale| (name, of(lang, Area::Review, || review::review(review_page(lang, case, stale))));
    vec![
        page("review", None, None),
        page("review_decide", Some(decide()), None),
        page("review_door", Some(door()), None),
        page("review_casework", Some(casework()), None),
        page(
            "review_stale",
            Some(too_late()),
            Some(review::Stale { held_by: Some("赵敏".into()), why: None }),
        ),
    ]
}

fn decide() -> review::CasePane {
    pane(vec![ActionKind::Decide, ActionKind::Release], review::Typed::default(), vec![])
}

fn typed(form: &str, field: &str, text: &str) -> review::Typed {
    let fields = vec![(field.to_owned(), text.to_owned())];
    review::Typed { form: form.into(), fields, files: vec![] }
}

/// Everything that casework knows, at once: no reviewer sees all of it, but each of it is a page's.
fn casework() -> review::CasePane {
    // Deciding on the spot and after acceptance are never offered together.
    let actions = ActionKind::ALL.iter().copied().filter(|kind| *kind != ActionKind::DecideNow).collect();
    let step = |key: &str, name: &str| review::OwnStep {
        key: key.into(),
        name: name.into(),
        site: true,
        take: true,
        speak: true,
    };
    let offers = review::Offers {
        steps: vec![step("site", "现场核查"), step("joint", "联合审查")],
        returnable: vec![("first", "初审"), ("site", "现场核查")]
            .into_iter()
            .map(|(a, b)| (a.into(), b.into()))
            .collect(),
        colleagues: vec![review::Colleague {
            account: Uuid::from_u128(3),
            name: "赵敏".into(),
            open: 4,
            absent_until: Some(day("2026-02-27")),
            deputy: "李强".into(),
        }],
        most_workdays: 10,
        reply: 15,
        pauses: true,
        asked_before: 1,
        defer_days: 10,
    };
    review::CasePane {
        offers,
        course: course(),
        steps: steps(),
        ..pane(actions, review::Typed::default(), vec![])
    }
}

fn course() -> review::Course {
    let stop = |until, late| review::Stop {
        procedure: Procedure::Appraisal,
        from: day("2026-02-09"),
        expected: day("2026-02-12"),
        until,
        reason: "笔迹需要鉴定".into(),
        late,
    };
    let rule = |met| RuleResult { zh: "年满 80 周岁".into(), en: "Aged 80 or more".into(), met };
    review::Course {
        deemed: Some((day("2026-02-06"), day("2026-02-14"))),
        past: true,
        stops: vec![stop(Some(day("2026-02-11")), false), stop(None, true)],
        extending: Some(review::Extending {
            by: "周启明".into(),
            on: day("2026-02-10"),
            workdays: 5,
            reason: "需要异地核实".into(),
            before: Some(day("2026-02-20")),
            after: Some(day("2026-02-27")),
        }),
        extended: Some((5, day("2026-02-11"))),
        owed: Some(review::Owed { materials: vec!["照片".into()], due: day("2026-02-27"), supplied: None }),
        promise: Some(review::Promise::ToVerify(Some(day("2026-03-27")))),
        repeated_on: Some(day("2026-02-09")),
        barred: true,
        person_wanted: true,
        automatic: false,
        rules: vec![rule(Some(true)), rule(Some(false)), rule(None)],
        pre_reviewed: true,
        certificate: "证 0001".into(),
        delivered_on: Some(day("2026-02-18")),
    }
}

fn steps() -> Vec<Step> {
    let part = |agrees, late| Part {
        department: "消防救援大队".into(),
        holder: "赵敏".into(),
        due: Some(day("2026-02-18")),
        late,
        agrees,
        opinion: "疏散通道符合要求".into(),
        second: "李强".into(),
    };
    let step = |name: &str, kind, progress, parts| Step {
        name: name.into(),
        kind,
        progress,
        after: vec![],
        beside: vec!["联合审查".into()],
        limit: Some(3),
        parts,
    };
    vec![
        step("初审", StepKind::Review, Progress::Done, vec![part(Some(true), false)]),
        step("现场核查", StepKind::Site, Progress::Open, vec![part(None, true), part(Some(false), false)]),
        step("联合审查", StepKind::Joint, Progress::Waiting, vec![]),
    ]
}

fn door() -> review::CasePane {
    let actions =
        vec![ActionKind::Take, ActionKind::Accept, ActionKind::AskCorrection, ActionKind::NotAccept];
    let typed = typed("not_accept", "remedies", "x");
    pane(actions, typed, vec![FieldError::new("reason", FieldCode::Missing)])
}

/// Somebody else acted meanwhile: nothing can be done any more, yet what was written is there.
fn too_late() -> review::CasePane {
    let typed = typed("decide-granted", "reason", "写了半天");
    pane(vec![], typed, vec![])
}
