//! The counter around an intake: who comes, what is found, what was taken in.

use crate::document::{Page, of};
use crate::sample::{day, places, receipt, row, who};
use app::lang::Lang;
use app::pages::desk;
use app::shell::Area;
use app::ui::certificate::State;
use app::ui::correction::{Correction, Point, What};
use app::ui::file_field::KeptFile;
use app::ui::light::Lamp;
use domain::case::{ActionKind, Status as CaseStatus};
use domain::certificate::{Status, Unfit};
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
        ("desk_person_dead", of(lang, Area::Desk, || desk::person(dead(lang)))),
        ("desk_entity", of(lang, Area::Desk, || desk::entity(entity(lang, may())))),
        ("desk_entity_alone", of(lang, Area::Desk, || desk::entity(entity(lang, desk::Standing::Nobody)))),
        ("desk_new_entity", of(lang, Area::Desk, || desk::new_entity(new_entity(lang)))),
        ("desk_which", of(lang, Area::Desk, || desk::which(which(lang)))),
        ("desk_receipt", of(lang, Area::Desk, || desk::receipt(desk_receipt(lang)))),
        ("desk_today", of(lang, Area::Desk, || desk::today(today(lang)))),
    ]
}

fn may() -> desk::Standing {
    desk::Standing::May { name: "林晓雨".into(), right: "是法定代表人".into() }
}

fn which(lang: Lang) -> desk::WhichPage {
    desk::WhichPage { lang, typed: "129901195001010010".into() }
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
        death: None,
        entity: Some("示范市晓雨文化传播有限公司".into()),
        certificates: certificates(),
        lapsing: lapsing(),
        drafts: vec![draft],
        online: vec![desk::OnlineLine {
            id: "7".into(),
            item: "公积金提取".into(),
            saved: "昨天 18:02".into(),
        }],
        open: (1..4).map(row).collect(),
        past: (4..8).map(row).collect(),
        agents: delegations(None),
        principals: delegations(Some("91229902MA0DEM011A".into())),
        start: start_list(),
    }
}

/// Somebody who has died: nothing can be started.
fn dead(lang: Lang) -> desk::PersonPage {
    let death = desk::DeathNote { on: day("2026-02-01"), items: items().into_iter().take(2).collect() };
    desk::PersonPage { death: Some(death), entity: None, lapsing: vec![], ..person(lang) }
}

fn start_list() -> desk::Startable {
    let mut items = items();
    let entitled = items.drain(..3).collect();
    desk::Startable { query: String::new(), entitled, items }
}

fn certificates() -> Vec<desk::CertificateLine> {
    let line = |name: &str, state, until: Option<&str>| desk::CertificateLine {
        name: name.into(),
        state,
        until: until.map(day),
        issuer: "示范市公安局".into(),
    };
    vec![
        line("居民身份证", State::Good, Some("2036-05-01")),
        line("居住证", State::Ending(23), Some("2026-03-08")),
        line("道路运输从业资格证", State::Unfit(Unfit::Status(Status::Revoked)), None),
    ]
}

fn lapsing() -> Vec<desk::LapseLine> {
    vec![desk::LapseLine {
        name: "居住证".into(),
        until: day("2026-03-08"),
        days: 23,
        item: Some("GA-005/03".into()),
        item_name: "居住证申领".into(),
    }]
}

fn delegations(code: Option<String>) -> Vec<desk::DelegationLine> {
    vec![desk::DelegationLine {
        name: "王*英".into(),
        code,
        scope: "高龄津贴、老年人优待证办理".into(),
        until: Some(day("2026-10-22")),
        state: "对方还没接受".into(),
    }]
}

fn entity(lang: Lang, standing: desk::Standing) -> desk::EntityPage {
    desk::EntityPage {
        lang,
        facts: desk::EntityFacts {
            name: "示范市晓雨文化传播有限公司".into(),
            code: "91229902MA0DEM011A".into(),
            kind: "企业法人".into(),
            registry: "企业".into(),
            status: "存续".into(),
            active: true,
            established: "2019年4月12日".into(),
            domicile: "城关区钟楼街道文庙巷12号".into(),
            legal_person: "林*雨".into(),
            administrator: String::new(),
        },
        standing,
        agents: delegations(None),
        certificates: certificates(),
        lapsing: lapsing(),
        open: (1..3).map(row).collect(),
        past: (4..6).map(row).collect(),
        start: start_list(),
    }
}

fn new_entity(lang: Lang) -> desk::NewEntityPage {
    desk::NewEntityPage {
        lang,
        code: "91229902MA0DEM011A".into(),
        derived: "企业".into(),
        name: String::new(),
        kind: "company".into(),
        legal_person: String::new(),
        division: String::new(),
        address: String::new(),
        places: places(),
        errors: vec![FieldError::new("name", FieldCode::Missing)],
    }
}

fn desk_receipt(lang: Lang) -> desk::DeskReceiptPage {
    desk::DeskReceiptPage {
        lang,
        fresh: true,
        receipt: receipt(),
        status: CaseStatus::Correction,
        outcome: None,
        lamp: Lamp::default(),
        actions: vec![ActionKind::AnswerCorrection, ActionKind::Withdraw],
        version: 2,
        correction: Some(correction()),
        owed: None,
        ruled: None,
        changes: vec![],
        uncompared: vec![("佐证材料".into(), "/desk/receipts/1/materials/2/compared".into())],
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
