//! The intake on one screen, and its check.

use crate::document::{Page, of};
use crate::sample::{day, places, who, why};
use app::lang::Lang;
use app::pages::desk;
use app::shell::Area;
use app::ui::automatic::Foreseen;
use domain::field_error::{FieldCode, FieldError};
use domain::intake::{Choice, FieldKind, FieldSpec};

fn question(key: &str, label: &str, kind: FieldKind, value: &str) -> desk::Question {
    let choice =
        |value: &str, label: &str| Choice { value: value.into(), label: label.into(), label_en: None };
    let spec = FieldSpec {
        label: label.into(),
        required: key != "note",
        options: vec![
            choice("post", "邮寄到家"),
            choice("hall", "到大厅领取"),
            choice("electronic", "只要电子证照"),
        ],
        ..FieldSpec::new(key, kind)
    };
    desk::Question {
        spec,
        value: value.into(),
        source: if value.is_empty() { "" } else { "来自已登记的信息" }.into(),
        fixed: String::new(),
        shown: value.into(),
        only_if: String::new(),
    }
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
        by_rule: Some(by_rule()),
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

/// Every page of an intake.
pub fn pages(lang: Lang) -> Vec<Page> {
    let wrong = vec![FieldError::new("bank_account", FieldCode::TooShort { min: 19 })];
    vec![
        ("desk_intake", of(lang, Area::Desk, || desk::intake(intake(lang, vec![])))),
        ("desk_intake_wrong", of(lang, Area::Desk, || desk::intake(intake(lang, wrong)))),
        ("desk_check", of(lang, Area::Desk, || desk::check(check(lang)))),
    ]
}

fn check(lang: Lang) -> desk::CheckPage {
    desk::CheckPage {
        lang,
        address: "/desk/intake/1".into(),
        item: "高龄津贴申领".into(),
        who: who(),
        answers: vec![("联系电话".into(), "13800000001".into()), ("备注".into(), String::new())],
        materials: vec![("居民户口簿".into(), "纸质原件 B".into())],
        outcome: outcome(),
    }
}

fn by_rule() -> Foreseen {
    Foreseen { rules: vec!["年满 60 周岁".into(), "户籍在本市".into()], person_wanted: true }
}
