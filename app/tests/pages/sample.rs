//! A person, their cases, and what came of one of them.

use app::pages::desk;
use app::ui::case_table::CaseRow;
use app::ui::date_strip::WhyDate;
use app::ui::light::Lamp;
use app::ui::receipt::Receipt;
use chrono::NaiveDate;
use domain::calendar::Calendar;
use domain::case::Status;
use domain::deadline::{Light, Limit, due, strip};
use domain::item::Channel;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn why() -> WhyDate {
    let calendar = Calendar::plain();
    let deadline = due(&calendar, day("2026-02-06"), Limit::workdays(10), &[]).unwrap();
    WhyDate {
        limit: Limit::workdays(10),
        cells: strip(&calendar, day("2026-02-06"), &deadline),
        start: "受理".into(),
        today: day("2026-02-13"),
        expected: false,
        stops: vec![],
        extended: None,
    }
}

pub fn row(n: usize) -> CaseRow {
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
        lamp: Lamp { light: lights[n % 5], days: u32::try_from(n).unwrap(), stopped: false },
        due: Some(day("2026-02-20")),
        channel: Some(Channel::Window),
        holder: ["", "周启明"][n % 2].into(),
        at: "10:32".into(),
    }
}

pub fn who() -> desk::PersonFacts {
    desk::PersonFacts {
        name: "王秀英".into(),
        masked_number: "2299**********0021".into(),
        kind: "居民身份证".into(),
        born: Some(day("1944-03-12")),
        age: Some(81),
        sex: "女".into(),
        phone: "13800000001".into(),
        household: "示范市城关区钟楼街道".into(),
        householder: String::new(),
        residence: "示范市城关区钟楼街道文庙社区".into(),
        address: "文庙巷5号2单元301".into(),
        chips: vec!["本市户籍".into(), "满 80 周岁".into()],
    }
}

pub fn places() -> Vec<desk::PlaceGroup> {
    vec![desk::PlaceGroup {
        name: "城关区".into(),
        places: vec![("229902".into(), "城关区".into()), ("229902001".into(), "　钟楼街道".into())],
    }]
}

pub fn receipt() -> Receipt {
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
