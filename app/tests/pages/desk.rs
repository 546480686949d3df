//! The counter around an intake: who comes, what is found, what was taken in.

use crate::document::{Page, of};
use crate::sample::{day, places, receipt, row, who};
use app::lang::Lang;
use app::pages::desk;
use app::shell::Area;
use app::ui::correction::{Correction, Point, What};
use app::ui::file_field::KeptFile;
use app::ui::light::Lamp;
use domain::case::{ActionKind, Status};
use domain::field_error::{FieldCode, FieldError};

const NUMBERS: desk::Numbers = desk::Numbers { taken_in: 14, closed: 6, needs_care: 1 };

/// Every page of the counter but the intake.
pub fn pages(lang: Lang) -> Vec<Page> {
    vec![
        ("desk_start", of(lang, Area::Desk, || desk::start(start(lang)))),
        ("desk_start_wrong", of(lang, Area::Desk, || desk::start(start_wrong(lang)))),
        ("desk_found", of(lang, Area::Desk, || desk::found(found(lang)))),
        ("desk_new_person", of(lang, Area::Desk, || desk::new_person(new_person(lang)))),
        ("desk_person", of(lang, Area::Desk, || desk::person(person(lang)))),
        ("desk_receipt", of(lang, Area::Desk, || desk::receipt(desk_receipt(lang)))),
        ("desk_today", of(lang, Area::Desk, || desk::today(today(lang)))),
    ]
}

fn start(lang: Lang) -> desk::StartPage {
    desk::StartPage {
        lang,
        typed: String::new(),
        errors: vec![],
        current: Some("王秀英".into()),
        numbers: NUMBERS,
        recent: (0..5).map(row).collect(),
    }
}

fn start_wrong(lang: Lang) -> desk::StartPage {
    desk::StartPage {
        typed: "229902194403120020".into(),
        errors: vec![FieldError::new("find", FieldCode::Checksum)],
        current: None,
        recent: vec![],
        ..start(lang)
    }
}

fn items() -> Vec<desk::ItemLine> {
    (1..=9)
        .map(|n| desk::ItemLine {
            id: format!("MZ-{n:03}"),
            name: format!("高龄津贴申领 {n}"),
            meta: "民政局 · 10 个工作日".into(),
        })
        .collect()
}

fn found(lang: Lang) -> desk::FoundPage {
    desk::FoundPage {
        lang,
        typed: "gljt".into(),
        current: None,
        items: items(),
        cases: (0..2).map(row).collect(),
    }
}

fn new_person(lang: Lang) -> desk::NewPersonPage {
    desk::NewPersonPage {
        lang,
        id_number: "229902194403120021".into(),
        derived: "1944年3月12日 · 女".into(),
        name: String::new(),
        phone: String::new(),
        household: String::new(),
        residence: String::new(),
        address: String::new(),
        places: places(),
        errors: vec![FieldError::new("name", FieldCode::Missing)],
    }
}

fn person(lang: Lang) -> desk::PersonPage {
    let draft = desk::OpenDraft {
        href: "/desk/intake/1".into(),
        item: "临时救助".into(),
        saved: "10:31 保存".into(),
    };
    desk::PersonPage {
        lang,
        who: who(),
        drafts: vec![draft],
        open: (1..4).map(row).collect(),
        past: (4..8).map(row).collect(),
        query: String::new(),
        items: items(),
    }
}

fn desk_receipt(lang: Lang) -> desk::DeskReceiptPage {
    desk::DeskReceiptPage {
        lang,
        fresh: true,
        receipt: receipt(),
        status: Status::Correction,
        outcome: None,
        lamp: Lamp::default(),
        actions: vec![ActionKind::AnswerCorrection, ActionKind::Withdraw],
        version: 2,
        correction: Some(correction()),
        owed: None,
        ruled: None,
        changes: vec![],
        has_person: true,
    }
}

fn correction() -> Correction {
    Correction {
        points: vec![material(), Point::words("补交房产证")],
        version: 2,
        megabytes: 20,
        note: "第 2 项：没有房产证".into(),
        files: vec![KeptFile {
            id: "7".into(),
            name: "照片.jpg".into(),
            size: "1.8 MB".into(),
            material: "m1".into(),
        }],
        errors: vec![FieldError::new("note", FieldCode::TooLong { max: 500 })],
        ..Correction::default()
    }
}

fn material() -> Point {
    Point {
        words: vec!["补交照片".into()],
        what: What::Material { id: "m1".into(), name: "近期照片".into() },
    }
}

fn today(lang: Lang) -> desk::TodayPage {
    desk::TodayPage { lang, date: day("2026-02-13"), numbers: NUMBERS, rows: (0..14).map(row).collect() }
}
