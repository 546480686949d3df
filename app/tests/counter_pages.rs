//! The pages of the counter and of review, as HTML: one heading, no id and no key twice, labels
//! for every field. With `YIHAO_PICTURES` set, the pages are also written there, to be looked at.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use app::lang::Lang;
use app::pages::{desk, review};
use app::shell::{Area, Assets, Frame, Viewer, document};
use app::ui::case_table::CaseRow;
use app::ui::date_strip::WhyDate;
use app::ui::light::Lamp;
use app::ui::receipt::Receipt;
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::case::{ActionKind, Status};
use domain::deadline::{Light, Limit, due, strip};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::{Choice, FieldKind, FieldSpec};
use domain::item::Channel;
use domain::permission::Role;
use leptos::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn why() -> WhyDate {
    let calendar = Calendar::plain();
    let deadline = due(&calendar, day("2026-02-06"), Limit::workdays(10), &[]).unwrap();
    WhyDate {
        limit: Limit::workdays(10),
        cells: strip(&calendar, day("2026-02-06"), &deadline),
        start: "受理".into(),
        today: day("2026-02-13"),
        expected: false,
    }
}

fn row(n: usize) -> CaseRow {
    let lights = [Some(Light::Black), Some(Light::Red), Some(Light::Yellow), Some(Light::Green), None];
    let items =
        ["高龄津贴申领", "城乡居民最低生活保障审核确认", "老年人优待证办理", "社会团体成立、变更、注销登记"];
    CaseRow {
        number: format!("11229900MB9000015W499201400100020260206{n:04}"),
        href: format!("/review?case={n}"),
        item: items[n % 4].into(),
        applicant: ["王*英", "李*", "欧**锋"][n % 3].into(),
        status: [Status::Accepted, Status::Received, Status::Correction, Status::Submitted][n % 4],
        outcome: None,
        lamp: Lamp { light: lights[n % 5], days: u32::try_from(n).unwrap() },
        due: Some(day("2026-02-20")),
        channel: Some(Channel::Window),
        holder: ["", "周启明"][n % 2].into(),
        at: "10:32".into(),
    }
}

fn who() -> desk::PersonFacts {
    desk::PersonFacts {
        name: "王秀英".into(),
        masked_number: "2299**********0021".into(),
        kind: "居民身份证".into(),
        born: Some(day("1944-03-12")),
        age: Some(81),
        sex: "女".into(),
        phone: "13800000001".into(),
        household: "示范市城关区钟楼街道".into(),
        residence: "示范市城关区钟楼街道文庙社区".into(),
        address: "文庙巷5号2单元301".into(),
        chips: vec!["本市户籍".into(), "满 80 周岁".into()],
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

fn question(key: &str, label: &str, kind: FieldKind, value: &str) -> desk::Question {
    let choice =
        |value: &str, label: &str| Choice { value: value.into(), label: label.into(), label_en: None };
    let spec = FieldSpec {
        key: key.into(),
        label: label.into(),
        label_en: None,
        hint: None,
        hint_en: None,
        kind,
        required: key != "note",
        max: None,
        options: vec![
            choice("post", "邮寄到家"),
            choice("hall", "到大厅领取"),
            choice("electronic", "只要电子证照"),
        ],
        source: None,
    };
    desk::Question {
        spec,
        value: value.into(),
        source: if value.is_empty() { "" } else { "来自已登记的信息" }.into(),
    }
}

fn places() -> Vec<desk::PlaceGroup> {
    vec![desk::PlaceGroup {
        name: "城关区".into(),
        places: vec![("229902".into(), "城关区".into()), ("229902001".into(), "　钟楼街道".into())],
    }]
}

fn material(n: usize, name: &str, manner: &str, grade: Option<char>) -> desk::MaterialRow {
    let manners =
        [("missing", "未收"), ("paper", "纸质原件"), ("certificate", "电子证照"), ("upload", "上传扫描件")];
    desk::MaterialRow {
        id: format!("m{n}"),
        name: name.into(),
        required: n != 3,
        source: "公安电子证照".into(),
        grade,
        manner: manner.into(),
        manners: manners.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect(),
        uploads: vec![],
    }
}

fn outcome() -> desk::Outcome {
    desk::Outcome {
        body: "城关区民政局".into(),
        reason: "现住地在城关区".into(),
        immediate: false,
        promise: Some(desk::Promise { due: day("2026-02-20"), why: why() }),
        receipt_due: Some(day("2026-02-13")),
        fee: "不收费".into(),
        missing: vec!["银行账户或社保卡".into()],
    }
}

fn intake(lang: Lang, errors: Vec<FieldError>) -> desk::IntakePage {
    desk::IntakePage {
        lang,
        address: "/desk/intake/1".into(),
        item: "高龄津贴申领".into(),
        meta: "示范市民政局 · 承诺 10 个工作日 · 不收费".into(),
        situations: vec![("01".into(), "新办".into()), ("02".into(), "变更".into())],
        situation: "01".into(),
        who: who(),
        questions: vec![
            question("contact_phone", "联系电话", FieldKind::Phone, "13800000001"),
            question("residence_division", "现住地所在区划", FieldKind::Division, "229902001"),
            question("address", "详细住址", FieldKind::Text, "文庙巷5号2单元301"),
            question("bank_name", "开户银行", FieldKind::Text, ""),
            question("bank_account", "银行账号", FieldKind::BankAccount, "62220200000012345"),
            question("delivery", "结果怎么给您", FieldKind::Choice, ""),
            question("note", "备注", FieldKind::Multiline, ""),
        ],
        materials: vec![
            material(0, "申请人有效身份证件", "certificate", Some('A')),
            material(1, "居民户口簿", "certificate", Some('A')),
            material(2, "银行账户或社保卡", "missing", None),
            material(3, "近期照片", "paper", Some('B')),
        ],
        outcome: outcome(),
        places: places(),
        saved: "草稿已存 10:31".into(),
        errors,
        refused_file: None,
    }
}

fn receipt() -> Receipt {
    Receipt {
        case_no: "11229900MB9000015W4992014001000202602060042".into(),
        query_code: "K7M42QXD".into(),
        qr_path: String::new(),
        qr_size: 25,
        item_name: "高龄津贴申领".into(),
        applicant: "王*英".into(),
        body: "城关区民政局".into(),
        route_reason: "现住地在城关区".into(),
        submitted_at: "2026-02-06T02:32:00Z".parse().unwrap(),
        receipt_due: Some(day("2026-02-13")),
        due: Some(day("2026-02-20")),
        why: Some(why()),
        materials: vec!["身份证件".into()],
        next: vec!["城关区民政局 2 月 13 日前告知是否受理。".into()],
        phone: "0499-5550100".into(),
        place: "市民中心 A03 窗口".into(),
    }
}

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

fn frame(lang: Lang, area: Area, role: Role) -> Frame {
    Frame {
        lang,
        title: "页".into(),
        area,
        viewer: Some(Viewer { name: "林晓芸".into(), role, place: "市民中心 · A03 窗口".into() }),
        look: String::new(),
        path: "/desk".into(),
        flash: None,
        islands: true,
        body_class: "",
        width: "page full",
        assets: Assets { css: "/pkg/yihao.css".into(), boot: "/pkg/boot.js".into() },
    }
}

/// Every page in one language, with its name.
fn pages(lang: Lang) -> Vec<(&'static str, String)> {
    let wrong = vec![FieldError::new("bank_account", FieldCode::TooShort { min: 19 })];
    let numbers = desk::Numbers { taken_in: 14, closed: 6, needs_care: 1 };
    let reviewer =
        |make: Box<dyn FnOnce() -> AnyView>| document(frame(lang, Area::Review, Role::Reviewer), make);
    let mut all = Vec::new();
    let mut add = |name, html| all.push((name, html));
    let desk_page = |make: Box<dyn FnOnce() -> AnyView>| document(frame(lang, Area::Desk, Role::Clerk), make);
    add(
        "desk_start",
        desk_page(Box::new(move || {
            desk::start(desk::StartPage {
                lang,
                typed: String::new(),
                errors: vec![],
                current: Some("王秀英".into()),
                numbers,
                recent: (0..5).map(row).collect(),
            })
        })),
    );
    add(
        "desk_start_wrong",
        desk_page(Box::new(move || {
            let errors = vec![FieldError::new("find", FieldCode::Checksum)];
            desk::start(desk::StartPage {
                lang,
                typed: "229902194403120020".into(),
                errors,
                current: None,
                numbers,
                recent: vec![],
            })
        })),
    );
    add(
        "desk_found",
        desk_page(Box::new(move || {
            desk::found(desk::FoundPage {
                lang,
                typed: "gljt".into(),
                current: None,
                items: items(),
                cases: (0..2).map(row).collect(),
            })
        })),
    );
    add(
        "desk_new_person",
        desk_page(Box::new(move || {
            desk::new_person(desk::NewPersonPage {
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
            })
        })),
    );
    add(
        "desk_person",
        desk_page(Box::new(move || {
            let draft = desk::OpenDraft {
                href: "/desk/intake/1".into(),
                item: "临时救助".into(),
                saved: "10:31 保存".into(),
            };
            desk::person(desk::PersonPage {
                lang,
                who: who(),
                drafts: vec![draft],
                open: (1..4).map(row).collect(),
                past: (4..8).map(row).collect(),
                query: String::new(),
                items: items(),
            })
        })),
    );
    add("desk_intake", desk_page(Box::new(move || desk::intake(intake(lang, vec![])))));
    add("desk_intake_wrong", desk_page(Box::new(move || desk::intake(intake(lang, wrong)))));
    add(
        "desk_check",
        desk_page(Box::new(move || {
            desk::check(desk::CheckPage {
                lang,
                address: "/desk/intake/1".into(),
                item: "高龄津贴申领".into(),
                who: who(),
                answers: vec![("联系电话".into(), "13800000001".into()), ("备注".into(), String::new())],
                materials: vec![("居民户口簿".into(), "纸质原件 B".into())],
                outcome: outcome(),
            })
        })),
    );
    add(
        "desk_receipt",
        desk_page(Box::new(move || {
            desk::receipt(desk::DeskReceiptPage {
                lang,
                fresh: true,
                receipt: receipt(),
                status: Status::Correction,
                outcome: None,
                lamp: Lamp::default(),
                actions: vec![ActionKind::AnswerCorrection, ActionKind::Withdraw],
                version: 2,
                corrections: vec!["补交照片".into()],
                has_person: true,
            })
        })),
    );
    add(
        "desk_today",
        desk_page(Box::new(move || {
            desk::today(desk::TodayPage {
                lang,
                date: day("2026-02-13"),
                numbers,
                rows: (0..14).map(row).collect(),
            })
        })),
    );
    add("review", reviewer(Box::new(move || review::review(review_page(lang, None, None)))));
    add(
        "review_decide",
        reviewer(Box::new(move || {
            let actions = vec![ActionKind::Decide, ActionKind::Release];
            review::review(review_page(lang, Some(pane(actions, review::Typed::default(), vec![])), None))
        })),
    );
    add(
        "review_door",
        reviewer(Box::new(move || {
            let actions =
                vec![ActionKind::Take, ActionKind::Accept, ActionKind::AskCorrection, ActionKind::NotAccept];
            let typed =
                review::Typed { action: "not_accept".into(), remedies: "x".into(), ..Default::default() };
            let errors = vec![FieldError::new("reason", FieldCode::Missing)];
            review::review(review_page(lang, Some(pane(actions, typed, errors)), None))
        })),
    );
    add(
        "review_stale",
        reviewer(Box::new(move || {
            let typed = review::Typed {
                action: "decide-granted".into(),
                reason: "写了半天".into(),
                ..Default::default()
            };
            let stale = review::Stale { held_by: Some("赵敏".into()), why: None };
            review::review(review_page(lang, Some(pane(vec![], typed, vec![])), Some(stale)))
        })),
    );
    all
}

/// All values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start).filter_map(|(at, found)| html[at + found.len()..].split('"').next()).collect()
}

fn doubles(mut values: Vec<&str>) -> Vec<String> {
    values.sort_unstable();
    values.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect()
}

#[test]
fn every_page_has_one_heading_and_no_double_id_or_key() {
    for lang in [Lang::Zh, Lang::En] {
        for (name, html) in pages(lang) {
            if let Ok(folder) = std::env::var("YIHAO_PICTURES") {
                std::fs::write(format!("{folder}/{name}-{}.html", lang.as_str()), &html).unwrap();
            }
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            assert_eq!(doubles(values(&html, "id")), Vec::<String>::new(), "{name}: id");
            assert_eq!(doubles(values(&html, "accesskey")), Vec::<String>::new(), "{name}: accesskey");
            assert!(html.matches(" autofocus").count() <= 1, "{name}: focus");
            for wanted in values(&html, "for") {
                assert!(values(&html, "id").contains(&wanted), "{name}: no field for label {wanted}");
            }
        }
    }
}

#[test]
fn what_was_typed_for_an_action_that_is_gone_is_still_there() {
    let (_, html) = pages(Lang::Zh).into_iter().find(|(name, _)| *name == "review_stale").unwrap();
    assert!(html.contains("写了半天") && html.contains("赵敏"));
}

#[test]
fn a_card_read_on_the_check_page_has_no_button_to_press() {
    let (_, html) = pages(Lang::Zh).into_iter().find(|(name, _)| *name == "desk_check").unwrap();
    let focus = html.split(" autofocus").next().unwrap().rsplit('<').next().unwrap().to_owned();
    assert!(focus.starts_with("h1"), "{focus}");
}
