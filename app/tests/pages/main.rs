//! Pages of all who work with the portal, as HTML: one heading, no id and no key twice, labels for
//! every field. With `YIHAO_PICTURES` set, the pages are also written there, to be looked at.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod admin;
mod audit;
mod desk;
mod document;
mod intake;
mod review;
mod sample;
mod supervise;

use app::lang::Lang;
use document::{Page, doubles, values};

fn pages(lang: Lang) -> Vec<Page> {
    let counter = [desk::pages(lang), intake::pages(lang), review::pages(lang)];
    let office = [supervise::pages(lang), admin::pages(lang), audit::pages(lang)];
    counter.into_iter().chain(office).flatten().collect()
}

fn page(wanted: &str) -> String {
    pages(Lang::Zh).into_iter().find(|(name, _)| *name == wanted).unwrap().1
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

/// On a phone the head of a table is gone; each cell says its column itself.
#[test]
fn every_cell_of_a_stacked_table_but_its_heading_has_a_label() {
    for (name, html) in pages(Lang::Zh) {
        for table in html.split("<table").filter(|table| table.contains("dense stacked")) {
            let body = table.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
            for row in body.split("<tr").skip(1) {
                let cells = row.matches("<td").count() + row.matches("<th").count();
                let headings = usize::from(row.split_once("<t").unwrap().1.starts_with("h scope=\"row\">"));
                assert_eq!(row.matches("data-label=").count() + headings, cells, "{name}: {row}");
            }
        }
    }
}

#[test]
fn what_was_typed_for_an_action_that_is_gone_is_still_there() {
    let html = page("review_stale");
    assert!(html.contains("写了半天") && html.contains("赵敏"));
}

#[test]
fn an_answer_that_was_not_taken_keeps_words_and_files() {
    let html = page("desk_receipt");
    for kept in ["第 2 项：没有房产证", "照片.jpg", "value=\"7\" checked", "href=\"#note\"", "最多 500 个字"]
    {
        assert!(html.contains(kept), "{kept}");
    }
}

#[test]
fn a_card_read_on_the_check_page_has_no_button_to_press() {
    let html = page("desk_check");
    let focus = html.split(" autofocus").next().unwrap().rsplit('<').next().unwrap().to_owned();
    assert!(focus.starts_with("h1"), "{focus}");
}
