//! The report in the shape that the template reads (`server/papers/templates/report.typ`).

use app::lang::Lang;
use app::pages::supervise::quarter::{Bars, Grid, Report, Section};
use serde::Serialize;

#[derive(Serialize)]
pub(in crate::web::supervise::quarter) struct Paper<'a> {
    lang: &'static str,
    region: &'static str,
    title: &'a str,
    place: &'a str,
    made: &'a str,
    foot: String,
    sentences: &'a [String],
    sections: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    heading: &'a str,
    notes: &'a [String],
    bars: Vec<Chart<'a>>,
    tables: Vec<Listing<'a>>,
}

#[derive(Serialize)]
struct Chart<'a> {
    caption: &'a str,
    /// The whole chart in one sentence, for those who do not see it.
    said: String,
    kinds: Vec<Tone<'a>>,
    bars: Vec<Stripe<'a>>,
}

#[derive(Serialize)]
struct Tone<'a> {
    name: &'a str,
    tone: &'static str,
}

#[derive(Serialize)]
struct Stripe<'a> {
    label: &'a str,
    said: &'a str,
    parts: &'a [i64],
}

#[derive(Serialize)]
struct Listing<'a> {
    caption: &'a str,
    columns: Vec<Above<'a>>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Above<'a> {
    name: &'a str,
    number: bool,
}

#[derive(Serialize)]
struct Row<'a> {
    strong: bool,
    cells: Vec<&'a str>,
}

pub(in crate::web::supervise::quarter) fn paper(lang: Lang, report: &Report) -> Paper<'_> {
    Paper {
        lang: lang.t("zh", "en"),
        region: lang.t("cn", "gb"),
        title: &report.title,
        place: &report.place,
        made: &report.made,
        foot: format!("{} · {}", report.place, report.title),
        sentences: &report.sentences,
        sections: report.sections.iter().map(|one| part(lang, one)).collect(),
    }
}

fn part(lang: Lang, section: &Section) -> Part<'_> {
    Part {
        heading: &section.heading,
        notes: &section.notes,
        bars: section.bars.iter().map(|bars| chart(lang, bars)).collect(),
        tables: section.grids.iter().map(listing).collect(),
    }
}

fn chart(lang: Lang, bars: &Bars) -> Chart<'_> {
    let each: Vec<String> = bars.bars.iter().map(|bar| format!("{} {}", bar.label, bar.said)).collect();
    let tone = |class: &str| match class {
        "late" | "past" => "bad",
        "early" => "good",
        _ => "fair",
    };
    Chart {
        caption: &bars.caption,
        said: format!("{}{}{}", bars.caption, lang.t("：", ": "), each.join(lang.t("；", "; "))),
        kinds: bars.kinds.iter().map(|kind| Tone { name: &kind.name, tone: tone(kind.class) }).collect(),
        bars: bars
            .bars
            .iter()
            .map(|bar| Stripe { label: &bar.label, said: &bar.said, parts: &bar.parts })
            .collect(),
    }
}

fn listing(grid: &Grid) -> Listing<'_> {
    Listing {
        caption: &grid.caption,
        columns: grid.heads.iter().map(|head| Above { name: &head.name, number: head.number }).collect(),
        rows: grid
            .lines
            .iter()
            .map(|line| Row {
                strong: line.strong,
                cells: line.cells.iter().map(|cell| cell.text.as_str()).collect(),
            })
            .collect(),
    }
}
