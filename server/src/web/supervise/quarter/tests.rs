//! Page, PDF and workbook say the same, cell by cell.

use super::xlsx::sheets;
use super::{cases, departments, indicators, pdf, reports, watched, words};
use crate::export::workbook;
use app::lang::Lang;
use app::pages::supervise::quarter::{QuarterPage, Report, Value, quarter as view};
use app::ui::ratio::grouped;
use backend::indicators::{Origin, Told};
use backend::quarter::{Quarter, Spanned, Watched};
use backend::supervision::{Completion, Group};
use backend::watch::DepartmentCards;
use calamine::{Data, Reader as _, Xlsx};
use domain::assessment::Period;
use domain::assessment::report::Shelf;
use domain::indicator::catalogue::{Reading, all};
use domain::indicator::{Figures, Span};
use leptos::prelude::RenderHtml as _;
use papers::{PaperError, Press, Template, reading};
use std::io::BufReader;

fn figures(received: i64) -> Figures {
    Figures {
        received,
        accepted: received - 10,
        closed: received - 30,
        on_time: received - 33,
        early: 900,
        overdue: 3,
        open: 41,
        reopened: 2,
        corrected: 77,
        granted: 1_000,
        refused: 12,
        past: true,
        ..Figures::default()
    }
}

fn found() -> Quarter {
    let period = Period::parse("2026-Q3").unwrap();
    let span = Span { from: period.from(), to: period.to() };
    let group = |name: &str, received| Group {
        key: uuid::Uuid::from_u128(7).to_string(),
        name: name.to_owned(),
        name_en: Some("Bureau".to_owned()),
        figures: figures(received),
    };
    let before = Span { from: period.previous().from(), to: period.previous().to() };
    Quarter {
        period,
        span,
        running: false,
        now: Completion {
            groups: vec![group("市民政局 =1+1 & <b>", 1_284), group("市税务局", 1_111)],
            total: figures(2_395),
        },
        before: Spanned { span: before, figures: figures(2_000) },
        year_before: Spanned { span: span.year_before(), figures: Figures::default() },
        months: vec![(span.from, figures(2_395))],
        indicators: all()
            .take(12)
            .map(|indicator| Told {
                indicator,
                reading: Reading::of(842, 1_000),
                origin: Origin::Computed,
                targets: Vec::new(),
                trend: Vec::new(),
            })
            .collect(),
        watched: Watched {
            alerts: 9,
            dismissed: 1,
            cards: vec![DepartmentCards {
                id: uuid::Uuid::from_u128(7),
                name: "市民政局".to_owned(),
                name_en: None,
                yellow: 5,
                red: 3,
            }],
            orders: Vec::new(),
        },
        reports: vec![(Shelf::Todo, 4), (Shelf::Overdue, 1), (Shelf::SignedOff, 6), (Shelf::All, 10)],
    }
}

fn report(lang: Lang) -> Report {
    let found = found();
    Report {
        title: words::title(lang, &found),
        made: words::made(lang, &found, "2026-10-08".parse().unwrap()),
        place: "示范市".to_owned(),
        sentences: words::sentences(lang, &found),
        sections: vec![
            cases::section(lang, &found),
            departments::section(lang, &found),
            indicators::section(lang, &found),
            watched::section(lang, &found),
            reports::section(lang, &found),
        ],
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

/// What the report says, in order.
fn said(report: &Report) -> Vec<String> {
    let mut all = report.sentences.clone();
    for section in &report.sections {
        all.extend(section.notes.clone());
        for grid in &section.grids {
            all.extend(grid.heads.iter().map(|head| head.name.clone()));
            all.extend(grid.lines.iter().flat_map(|line| line.cells.iter().map(|cell| cell.text.clone())));
        }
    }
    all
}

#[test]
fn three_sentences_tell_the_quarter() {
    let sentences = report(Lang::Zh).sentences;
    assert_eq!(
        sentences,
        [
            "2026年第3季度收件 2,395 件，比上季度多 395 件（19.8 %）；办结 2,365 件，办结率 99.2 %（办结 2,365 件 ÷ 受理 2,385 件）。",
            "办结的办件按时率 99.9 %（按时 2,362 件 ÷ 办结 2,365 件），超期办结 3 件，重新打开 2 件，超期最多的是市税务局（3 件）。",
            "电子监察发现 9 条，红牌 3 张、黄牌 5 张，发出督办令 0 件，逾期未答复 0 件；有目标的指标达到 0 项、未达到 0 项。",
        ]
    );
}

#[test]
fn the_page_says_what_the_report_says() {
    for lang in [Lang::Zh, Lang::En] {
        let report = report(lang);
        let page = QuarterPage {
            lang,
            period: Period::parse("2026-Q3").unwrap(),
            choices: Vec::new(),
            told: Ok(report.clone()),
        };
        let html = view(page).to_html();
        for text in said(&report) {
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(html.contains(&escaped), "{text}");
        }
    }
}

#[test]
fn the_paper_says_what_the_report_says() {
    let press = match Press::new() {
        Ok(press) => press,
        Err(PaperError::NoChineseFont) => return,
        Err(other) => panic!("{other}"),
    };
    for lang in [Lang::Zh, Lang::En] {
        let report = report(lang);
        let paper = press.print(Template::Report, &pdf::paper::paper(lang, &report)).unwrap();
        let text = squeezed(&reading::pages(&paper.pdf).unwrap().concat());
        for part in said(&report) {
            // A word broken at the end of a line has a hyphen more.
            let part = squeezed(&part);
            assert!(
                text.contains(&part) || text.replace(['-', '\u{ad}'], "").contains(&part.replace('-', "")),
                "{part} in {text}"
            );
        }
        assert_eq!(reading::title(&paper.pdf), Some(report.title));
    }
}

#[tokio::test]
async fn the_workbook_says_what_the_report_says() {
    let report = report(Lang::Zh);
    let file = workbook(sheets(Lang::Zh, &report)).await.unwrap();
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).unwrap();
    let grids: Vec<_> = report.sections.iter().flat_map(|section| &section.grids).collect();
    assert_eq!(book.sheet_names().len(), grids.len() + 1);
    for grid in grids {
        let sheet = book.worksheet_range(&grid.sheet).unwrap();
        let mut rows = sheet.rows();
        rows.next().unwrap();
        for (line, row) in grid.lines.iter().zip(rows) {
            let mut cells = row.iter();
            for (cell, head) in line.cells.iter().zip(&grid.heads) {
                let found = cells.next().unwrap();
                match (cell.value, found) {
                    (None, Data::String(text)) => assert_eq!(*text, cell.text),
                    (Some(Value::Whole(n)), Data::Float(found)) => {
                        assert_eq!(grouped(n), format_whole(*found))
                    }
                    (Some(Value::Rate(rate)), Data::Float(found)) => assert_eq!(rate.value(), Some(*found)),
                    (Some(Value::Rate(rate)), Data::Empty) => assert_eq!(rate.value(), None),
                    (Some(Value::Decimal(n)), Data::Float(found)) => assert_eq!(n.to_bits(), found.to_bits()),
                    other => panic!("{other:?} in {}", grid.sheet),
                }
                if let (true, Some(Value::Rate(rate))) = (head.sides, cell.value) {
                    let sides = [cells.next().unwrap(), cells.next().unwrap()].map(|side| match side {
                        Data::Float(n) => format_whole(*n),
                        other => format!("{other:?}"),
                    });
                    assert_eq!(sides, [grouped(rate.numerator), grouped(rate.denominator)]);
                }
            }
        }
    }
}

fn format_whole(n: f64) -> String {
    grouped(format!("{n:.0}").parse().unwrap())
}
