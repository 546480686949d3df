//! What a paper must be, read back from its bytes.

use papers::{PaperError, Press, Template, reading};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// None where the machine has no Chinese font: then there is nothing to print, and that is tested.
static PRESS: LazyLock<Option<Press>> = LazyLock::new(|| match Press::new() {
    Ok(press) => Some(press),
    Err(PaperError::NoChineseFont) => None,
    Err(other) => panic!("{other}"),
});

fn report(rows: usize) -> Value {
    let row = |n: usize| json!({ "strong": n == 0, "cells": [format!("市民政局{n}"), "1,284", "98.5 %"] });
    json!({
        "lang": "zh", "region": "cn",
        "title": "2026 年第三季度政务服务监督报告",
        "place": "示范市",
        "made": "2026 年 11 月 22 日生成",
        "foot": "示范市一号政务服务",
        "sentences": ["本季度收件 1,284 件，办结 1,199 件。", "#evil *not markup* $x$ \\ @ref <label> \"quoted\""],
        "sections": [{
            "heading": "各部门",
            "notes": ["办结率、超期率和重开率并列。"],
            "bars": [{
                "caption": "办结", "said": "办结：市民政局 12",
                "kinds": [{ "name": "按时", "tone": "fair" }, { "name": "超期", "tone": "bad" }],
                "bars": [{ "label": "市民政局", "said": "12", "parts": [10, 2] }, { "label": "市税务局", "said": "0", "parts": [0, 0] }],
            }],
            "tables": [{
                "caption": "办件",
                "columns": [{ "name": "部门", "number": false }, { "name": "办结", "number": true }, { "name": "按时率", "number": true }],
                "rows": (0..rows).map(row).collect::<Vec<_>>(),
            }],
        }],
    })
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

#[test]
fn a_short_report_is_one_page_and_can_be_read() {
    let Some(press) = PRESS.as_ref() else { return };
    let paper = press.print(Template::Report, &report(12)).unwrap();
    assert!(paper.pdf.starts_with(b"%PDF-1.7"));
    assert_eq!(paper.pages, 1);
    let pages = reading::pages(&paper.pdf).unwrap();
    let text = squeezed(&pages[0]);
    for part in ["2026年第三季度政务服务监督报告", "本季度收件1,284件", "市民政局11", "98.5%", "1/1"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    // What a cell holds is text, whatever it looks like.
    assert!(text.contains("#evil*notmarkup*$x$\\@ref<label>\"quoted\""), "{text}");
    assert!(!text.contains(char::REPLACEMENT_CHARACTER), "{text}");
    assert_eq!(reading::title(&paper.pdf).as_deref(), Some("2026 年第三季度政务服务监督报告"));
    assert!(paper.pdf.len() < 300_000, "only the glyphs shown are in it: {} bytes", paper.pdf.len());
}

#[test]
fn a_long_table_goes_on_under_its_head() {
    let Some(press) = PRESS.as_ref() else { return };
    let paper = press.print(Template::Report, &report(120)).unwrap();
    assert!(paper.pages > 2);
    for page in reading::pages(&paper.pdf).unwrap() {
        assert!(page.contains("按时率"), "{page}");
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let Some(press) = PRESS.as_ref() else { return };
    let once = press.print(Template::Report, &report(3)).unwrap();
    let again = Press::new().unwrap().print(Template::Report, &report(3)).unwrap();
    assert_eq!(once, again);
    let text = String::from_utf8_lossy(&once.pdf);
    assert!(!text.contains("CreationDate"), "a paper knows no clock");
}

#[test]
fn data_that_do_not_fit_are_an_error_and_no_paper() {
    let Some(press) = PRESS.as_ref() else { return };
    let wrong = press.print(Template::Report, &json!({ "title": "x" })).unwrap_err();
    assert!(matches!(wrong, PaperError::Setting(_)), "{wrong}");
}
