//! The supervisor's figures, the cases behind them, and one of these.

use crate::document::{Page, of};
use crate::sample::{day, why};
use app::lang::Lang;
use app::pages::supervise::address::{CasesQuery, Query};
use app::pages::supervise::cases::Row;
use app::pages::supervise::column::Column;
use app::pages::supervise::completion::Worst;
use app::pages::supervise::heads::{By, Heads};
use app::pages::supervise::measure::Measure;
use app::pages::supervise::period::Period;
use app::pages::supervise::{
    CasePage, CasesPage, Chip, CompletionPage, Group, completion, supervised_case, supervised_cases,
};
use app::shell::Area;
use app::ui::light::Lamp;
use domain::case::Status;
use domain::deadline::Light;
use domain::indicator::Figures;

const LATE: Lamp = Lamp { light: Some(Light::Red), days: 3, stopped: false };

/// Every page of the supervisor.
pub fn pages(lang: Lang) -> Vec<Page> {
    let of = |view: &dyn Fn() -> leptos::prelude::AnyView| of(lang, Area::Supervise, view);
    vec![
        ("supervise", of(&|| completion(figures(lang, few())))),
        ("supervise_nothing", of(&|| completion(figures(lang, Figures::default())))),
        ("supervise_cases", of(&|| supervised_cases(cases(lang, vec![row()])))),
        ("supervise_cases_none", of(&|| supervised_cases(cases(lang, vec![])))),
        ("supervise_case", of(&|| supervised_case(case(lang)))),
    ]
}

fn few() -> Figures {
    Figures {
        received: 1_284,
        accepted: 1_200,
        closed: 1_100,
        on_time: 1_080,
        early: 900,
        overdue: 20,
        open: 184,
        overdue_open: 7,
        ..Figures::default()
    }
}

fn figures(lang: Lang, total: Figures) -> CompletionPage {
    let group = Group { key: "1".into(), name: "民政局".into(), name_en: None, figures: total.clone() };
    CompletionPage {
        lang,
        query: Query {
            period: Period { from: day("2026-02-01"), to: day("2026-02-13") },
            by: By::Department,
            heads: Heads::default().with(By::Channel, Some("window")),
            sort: Column::default(),
            ascending: false,
        },
        heads: vec![(By::Channel, "窗口".into())],
        today: day("2026-02-13"),
        read_at: "2026-02-13T02:32:00Z".parse().unwrap(),
        before: Figures::default(),
        groups: vec![group.clone()],
        departments: vec![group],
        months: vec![(day("2026-01-01"), total.clone()), (day("2026-02-01"), total.clone())],
        worst: vec![Worst {
            number: "11229900MB9000015W4992014001000202602060042".into(),
            item: "高龄津贴申领".into(),
            department: "民政局".into(),
            lamp: LATE,
            holder: String::new(),
        }],
        total,
    }
}

fn row() -> Row {
    Row {
        number: "11229900MB9000015W4992014001000202602060042".into(),
        item: "高龄津贴申领".into(),
        department: "民政局".into(),
        status: Status::Accepted,
        outcome: None,
        lamp: LATE,
        submitted: day("2026-02-06"),
        due: Some(day("2026-02-10")),
        decided: None,
        holder: String::new(),
    }
}

fn cases(lang: Lang, rows: Vec<Row>) -> CasesPage {
    CasesPage {
        lang,
        query: CasesQuery { measure: Some(Measure::OverdueOpen), page: 1, ..CasesQuery::default() },
        chips: vec![Chip { name: "现在超期".into(), without: "/supervise/cases".into() }],
        back: "/supervise".into(),
        total: 1,
        pages: 1,
        not_found: rows.is_empty(),
        rows,
    }
}

fn case(lang: Lang) -> CasePage {
    CasePage {
        lang,
        number: "11229900MB9000015W4992014001000202602060042".into(),
        item: "高龄津贴申领".into(),
        status: Status::Accepted,
        outcome: None,
        lamp: LATE,
        body: "民政局 · 城关区民政局".into(),
        route: "现住地在城关区".into(),
        applicant: "王*英 · 2299**********0021".into(),
        came: "窗口 · 市民中心 A03".into(),
        holder: String::new(),
        receipt_due: Some(day("2026-02-13")),
        promised: Some(day("2026-02-20")),
        statutory: None,
        decided: None,
        handling_days: None,
        why: Some(why()),
        materials: vec![("居民户口簿".into(), "上传".into())],
        events: vec![],
    }
}
