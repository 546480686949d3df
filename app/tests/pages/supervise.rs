//! The supervisor's figures, the cases behind them, and one of these.

use crate::document::{Page, of};
use crate::sample::{day, why};
use app::lang::Lang;
use app::pages::supervise::address::{CasesQuery, Query};
use app::pages::supervise::cases::Row;
use app::pages::supervise::compare::{ComparePage, compare};
use app::pages::supervise::completion::Worst;
use app::pages::supervise::figures::{AgeBand, Dwell, SpanLine};
use app::pages::supervise::heads::{By, Heads};
use app::pages::supervise::measure::Measure;
use app::pages::supervise::patterns::{PatternsPage, patterns};
use app::pages::supervise::period::{Period, Preset};
use app::pages::supervise::{
    CasePage, CasesPage, Chip, CompletionPage, Group, completion, supervised_case, supervised_cases,
};
use app::shell::Area;
use app::ui::light::Lamp;
use app::ui::plot::flow::{Band, End, Flow};
use app::ui::plot::heat::{Heat, HeatCell};
use app::ui::plot::tiles::{Block, Tile, TileMap};
use domain::case::Status;
use domain::deadline::Light;
use domain::indicator::{Distribution, Figures, Ratio, Stage};

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
        ("supervise_compare", of(&|| compare(two(lang, [Some("1"), Some("2")])))),
        ("supervise_compare_pick", of(&|| compare(two(lang, [Some("1"), None])))),
        ("supervise_patterns", of(&|| patterns(shapes(lang)))),
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
        query: query(),
        heads: vec![(By::Channel, "窗口".into())],
        today: day("2026-02-13"),
        read_at: "2026-02-13T02:32:00Z".parse().unwrap(),
        before: Figures::default(),
        year_before: few(),
        spans: vec![SpanLine {
            preset: Preset::Month,
            now: total.clone(),
            before: few(),
            year_before: Figures::default(),
        }],
        ages: vec![AgeBand {
            from: 0,
            to: Some(5),
            received_from: Some(day("2026-02-06")),
            received_to: day("2026-02-13"),
            n: total.open,
        }],
        dwell: vec![Dwell {
            stage: Stage::Decision,
            name: "受理至决定".into(),
            item: None,
            days: Distribution::new([(2, 8), (11, 2)]),
        }],
        courses: vec![("1".into(), vec![0, 3, 1])],
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

fn query() -> Query {
    let query = Query::of(Period { from: day("2026-02-01"), to: day("2026-02-13") });
    Query { heads: Heads::default().with(By::Channel, Some("window")), ..query }
}

fn two(lang: Lang, keys: [Option<&str>; 2]) -> ComparePage {
    let group =
        |key: &str, name: &str, figures| Group { key: key.into(), name: name.into(), name_en: None, figures };
    ComparePage {
        lang,
        query: query(),
        heads: vec![(By::Channel, "窗口".into())],
        today: day("2026-02-13"),
        groups: vec![group("1", "民政局", few()), group("2", "市场监管局", Figures::default())],
        chosen: keys.map(|key| key.map(str::to_owned)),
        total: few(),
    }
}

fn shapes(lang: Lang) -> PatternsPage {
    let tile = |name: &str, numerator, denominator| Tile {
        name: name.into(),
        href: (denominator > 0).then(|| "/supervise/cases?division=229902".to_owned()),
        rate: Ratio { numerator, denominator },
    };
    let end = |key, name: &str| End { key, name: name.into() };
    let href = String::from("/supervise/cases?fate=granted");
    PatternsPage {
        lang,
        query: query(),
        heads: vec![(By::Channel, "窗口".into())],
        today: day("2026-02-13"),
        received: 3,
        map: TileMap {
            id: "places",
            caption: "哪里超期".into(),
            over: "超期",
            blocks: vec![Block {
                whole: tile("城关区", 3, 20),
                href: Some("/supervise/patterns?division=229902".into()),
                parts: vec![tile("兰池街道", 3, 12), tile("东门街道", 0, 8), tile("西门街道", 0, 0)],
            }],
        },
        heat: Heat {
            id: "heat",
            caption: "什么时候来".into(),
            cells: vec![HeatCell { weekday: 0, hour: 9, n: 3, href: href.clone() }],
        },
        flow: Flow {
            id: "flow",
            caption: "从哪来、结果怎样".into(),
            left: vec![end("window", "窗口"), end("online", "网上")],
            right: vec![end("granted", "准予"), end("open", "在办")],
            bands: vec![
                Band { from: 0, to: 0, n: 2, href: href.clone() },
                Band { from: 1, to: 1, n: 1, href },
            ],
        },
    }
}

/// A rate is told with both its sides, and one without cases is a dash.
#[test]
fn two_groups_are_compared_by_rates_with_both_sides() {
    let html = leptos::prelude::RenderHtml::to_html(compare(two(Lang::Zh, [Some("1"), Some("2")])));
    assert!(html.contains("1,100 ÷ 1,200") && html.contains("91.7"), "{html}");
    assert!(html.contains("measure=closed&amp;") || html.contains("measure=closed&"), "{html}");
    assert!(html.contains("—") && !html.contains("NaN"));
    let picking = leptos::prelude::RenderHtml::to_html(compare(two(Lang::Zh, [None, Some("2")])));
    assert!(picking.contains("选两组") && !picking.contains("<table"));
}

/// Whoever does not see a plot reads its table; its numbers lead to their cases.
#[test]
fn every_plot_has_its_table_with_links() {
    let html = leptos::prelude::RenderHtml::to_html(patterns(shapes(Lang::Zh)));
    assert_eq!(html.matches("<details class=\"table-behind\"").count(), 3);
    assert!(html.contains("超期 3 / 12 件") && html.contains("25.0 %") && html.contains("没有办件"));
    assert!(!html.contains("role=\"img\"></"));
}

/// Beside the completion rate stand the rates that say how well.
#[test]
fn completion_never_stands_alone() {
    let html = leptos::prelude::RenderHtml::to_html(completion(figures(Lang::Zh, few())));
    for name in ["办结率", "超期率", "重开率", "补正率", "不予许可率", "环节退回率"] {
        assert!(html.contains(name), "{name}");
    }
    assert!(
        html.contains("data-live=\"completion_rate\"")
            && html.contains("data-live-source=\"/supervise/live?")
    );
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
