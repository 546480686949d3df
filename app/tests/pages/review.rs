//! The work list of a department, with a case beside it.

use crate::document::{Page, of};
use crate::sample::{day, row, who, why};
use app::lang::Lang;
use app::pages::review;
use app::shell::Area;
use app::ui::light::Lamp;
use domain::case::{ActionKind, Status};
use domain::deadline::Light;
use domain::field_error::{FieldCode, FieldError};

fn pane(actions: Vec<ActionKind>, typed: review::Typed, errors: Vec<FieldError>) -> review::CasePane {
    review::CasePane {
        number: row(3).number,
        item: "高龄津贴申领".into(),
        status: Status::Accepted,
        outcome: None,
        version: 3,
        applicant: who(),
        agent: String::new(),
        came: "窗口 · 市民中心 A03 · 2026年2月6日 10:32".into(),
        route: "城关区民政局（现住地在城关区）".into(),
        holder: "周启明".into(),
        clock: review::Clock {
            lamp: Lamp { light: Some(Light::Yellow), days: 2 },
            receipt_due: None,
            promised: Some(day("2026-02-20")),
            statutory: Some(day("2026-03-20")),
            why: Some(why()),
        },
        answers: vec![review::Answer { label: "联系电话".into(), value: "13800000001".into() }],
        materials: vec![review::PaneMaterial {
            name: "居民户口簿".into(),
            required: true,
            manner: "上传".into(),
            missing: false,
            grade: Some('C'),
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
        counts: review::Counts { mine: 3, unassigned: 14, all: 27 },
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

fn door() -> review::CasePane {
    let actions =
        vec![ActionKind::Take, ActionKind::Accept, ActionKind::AskCorrection, ActionKind::NotAccept];
    let typed = review::Typed { action: "not_accept".into(), remedies: "x".into(), ..Default::default() };
    pane(actions, typed, vec![FieldError::new("reason", FieldCode::Missing)])
}

/// Somebody else acted meanwhile: nothing can be done any more, yet what was written is there.
fn too_late() -> review::CasePane {
    let typed =
        review::Typed {
            action: "decide-granted".into(), reason: "写了半天".into(), ..Default::default()
        };
    pane(vec![], typed, vec![])
}
