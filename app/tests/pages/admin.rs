//! The administrator's lists and forms.

use crate::document::{Page, of};
use app::lang::Lang;
use app::pages::admin;
use app::pages::admin::values::Values;
use app::shell::Area;
use domain::calendar::{SpecialDay, SpecialKind};
use domain::field_error::{FieldCode, FieldError};
use domain::item::lint::{Finding, Rule, Severity};
use domain::permission::Role;

/// Every page of the administrator that holds a list or a form.
pub fn pages(lang: Lang) -> Vec<Page> {
    let of = |view: &dyn Fn() -> leptos::prelude::AnyView| of(lang, Area::Admin, view);
    vec![
        ("admin_staff", of(&|| admin::staff::staff(staff(lang)))),
        ("admin_staff_form", of(&|| admin::staff_form::staff_form(staff_form(lang, Some("7"))))),
        ("admin_staff_new", of(&|| admin::staff_form::staff_form(staff_form(lang, None)))),
        ("admin_departments", of(&|| admin::departments::departments(departments(lang)))),
        ("admin_department", of(&|| admin::department::department(department(lang)))),
        ("admin_halls", of(&|| admin::halls::halls(halls(lang)))),
        ("admin_hall", of(&|| admin::hall::hall(hall(lang)))),
        ("admin_window", of(&|| admin::window::window(window(lang)))),
        ("admin_items", of(&|| admin::items::items(items(lang, 3)))),
        ("admin_items_none", of(&|| admin::items::items(items(lang, 0)))),
        ("admin_item", of(&|| admin::item::item(item(lang)))),
        ("admin_lint", of(&|| admin::lint::lint(lint(lang)))),
        ("admin_calendar", of(&|| admin::calendar::calendar(calendar(lang)))),
    ]
}

fn staff(lang: Lang) -> admin::staff::StaffPage {
    let row = |role: Role| admin::staff::StaffRow {
        id: "7".into(),
        username: "zhou".into(),
        name: "周启明".into(),
        role,
        department: "民政局".into(),
        place: String::new(),
        active: role == Role::Clerk,
        last_sign_in: None,
    };
    let counts = vec![(Role::Clerk, 1), (Role::Reviewer, 1)];
    let rows = vec![row(Role::Clerk), row(Role::Reviewer)];
    admin::staff::StaffPage { lang, role: Some(Role::Clerk), counts, rows }
}

fn staff_form(lang: Lang, id: Option<&str>) -> admin::staff_form::StaffFormPage {
    admin::staff_form::StaffFormPage {
        lang,
        id: id.map(str::to_owned),
        own: false,
        active: true,
        values: wrong("name"),
        choices: admin::staff_form::Choices::default(),
    }
}

/// A form with one field that was left empty.
fn wrong(field: &str) -> Values {
    Values { errors: vec![FieldError::new(field, FieldCode::Missing)], ..Values::default() }
}

fn departments(lang: Lang) -> admin::departments::DepartmentsPage {
    let row = admin::departments::DepartmentRow {
        id: "1".into(),
        key: "MZ".into(),
        name: "民政局".into(),
        uscc: "11229900MB9000015W".into(),
        phone: "0499-5550100".into(),
        items: 42,
        staff: 7,
        active: true,
    };
    admin::departments::DepartmentsPage { lang, rows: vec![row] }
}

fn department(lang: Lang) -> admin::department::DepartmentPage {
    admin::department::DepartmentPage { lang, id: Some("1".into()), active: true, values: wrong("uscc") }
}

fn halls(lang: Lang) -> admin::halls::HallsPage {
    let row = admin::halls::HallRow {
        id: "1".into(),
        name: "市民中心".into(),
        division: "示范市城关区".into(),
        address: "文庙巷1号".into(),
        hours: "周一至周五 9:00–17:00".into(),
        windows: (12, 14),
        active: true,
    };
    admin::halls::HallsPage { lang, rows: vec![row] }
}

fn hall(lang: Lang) -> admin::hall::HallPage {
    let window = admin::windows::WindowRow {
        id: "3".into(),
        number: "A03".into(),
        name: "综合窗口".into(),
        general: true,
        clerks: "林晓芸".into(),
        active: true,
    };
    admin::hall::HallPage {
        lang,
        id: Some("1".into()),
        active: false,
        values: Values::default(),
        divisions: vec![("229902".into(), "城关区".into())],
        windows: vec![window],
    }
}

fn window(lang: Lang) -> admin::window::WindowPage {
    admin::window::WindowPage {
        lang,
        hall: "1".into(),
        hall_name: "市民中心".into(),
        id: Some("3".into()),
        active: true,
        values: wrong("number"),
    }
}

fn items(lang: Lang, n: usize) -> admin::items::ItemsPage {
    let row = |at: usize| admin::items::ItemRow {
        id: format!("MZ-{at:03}"),
        name: "高龄津贴申领".into(),
        department: "民政局".into(),
        kind: "承诺件".into(),
        promise: "10 个工作日".into(),
        findings: (at % 2, at),
        state: "active",
    };
    admin::items::ItemsPage {
        lang,
        query: admin::items::ItemsQuery { page: 1, ..Default::default() },
        departments: vec![("MZ".into(), "民政局".into())],
        total: n,
        pages: 2,
        all: (420, 3_100),
        rows: (0..n).map(row).collect(),
    }
}

fn findings() -> Vec<Finding> {
    let found = |rule, severity| Finding { rule, severity, field: "fee_text".into(), detail: None };
    vec![found(Rule::FeeBasis, Severity::Error), found(Rule::SamePhone, Severity::Warning)]
}

fn item(lang: Lang) -> admin::item::ItemPage {
    admin::item::ItemPage {
        lang,
        id: "MZ-001".into(),
        department: "民政局".into(),
        base_code: "000111001000".into(),
        implementations: 12,
        values: wrong("subject"),
        themes: vec![("elder".into(), "养老".into())],
        findings: findings(),
        stale: false,
    }
}

fn lint(lang: Lang) -> admin::lint::LintPage {
    let item =
        admin::lint::ItemFindings {
            id: "MZ-001".into(), name: "高龄津贴申领".into(), findings: findings()
        };
    admin::lint::LintPage { lang, checked: 420, items: vec![item] }
}

fn calendar(lang: Lang) -> admin::calendar::CalendarPage {
    let day = |date: &str, kind| SpecialDay {
        date: date.parse().unwrap(),
        kind,
        name: "春节".into(),
        name_en: "Spring Festival".into(),
    };
    admin::calendar::CalendarPage {
        lang,
        today: "2026-02-13".parse().unwrap(),
        covered: None,
        year: 2026,
        days: vec![day("2026-02-14", SpecialKind::Workday), day("2026-02-17", SpecialKind::Holiday)],
        outcome: None,
    }
}
