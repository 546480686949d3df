//! Departments: never the rate of completion alone, but with what was late and opened again beside it.

use super::cases::{closed, kinds, listed};
use app::lang::Lang;
use app::pages::supervise::measure::Measure;
use app::pages::supervise::quarter::{Bars, Cell, Grid, Head, Line, Section};
use backend::quarter::Quarter;
use backend::supervision::Group;
use domain::indicator::Figures;

/// More bars than this tell less; the table has all.
const MOST: usize = 12;

pub(super) fn section(lang: Lang, found: &Quarter) -> Section {
    let notes = if found.now.groups.is_empty() {
        vec![lang.t("本季度没有部门办过件。", "No department had a case in this quarter.").to_owned()]
    } else {
        Vec::new()
    };
    Section {
        id: "departments",
        heading: lang.t("部门", "Departments").to_owned(),
        notes,
        bars: bars(lang, found),
        grids: vec![grid(lang, found)],
    }
}

fn bars(lang: Lang, found: &Quarter) -> Vec<Bars> {
    let mut groups: Vec<&Group> = found.now.groups.iter().filter(|group| group.figures.closed > 0).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.figures.closed));
    if groups.is_empty() {
        return Vec::new();
    }
    let bar = |group: &&Group| {
        let name = lang.pick(&group.name, &group.name_en).to_owned();
        closed(lang, name, &group.figures, found.span, Some(&group.key))
    };
    let all = groups.len() <= MOST;
    let caption = if all {
        lang.t("各部门办结：按时、超期（件）", "Closed by department: on time, late")
    } else {
        lang.t("办结最多的 12 个部门：按时、超期（件）", "The 12 departments that closed most: on time, late")
    };
    vec![Bars {
        id: "by-department",
        caption: caption.to_owned(),
        head: lang.t("部门", "Department").to_owned(),
        kinds: kinds(lang),
        bars: groups.iter().take(MOST).map(bar).collect(),
    }]
}

fn grid(lang: Lang, found: &Quarter) -> Grid {
    let line = |group: &Group| {
        let name = lang.pick(&group.name, &group.name_en);
        cells(name, &group.figures, |measure| listed(measure, found.span, Some(&group.key)), false)
    };
    let total =
        cells(lang.t("合计", "Total"), &found.now.total, |measure| listed(measure, found.span, None), true);
    Grid {
        caption: lang.t("各部门（件）", "Departments (cases)").to_owned(),
        sheet: lang.t("部门", "Departments").to_owned(),
        heads: heads(lang),
        lines: found.now.groups.iter().map(line).chain([total]).collect(),
    }
}

fn heads(lang: Lang) -> Vec<Head> {
    vec![
        Head::words(lang.t("部门", "Department")),
        Head::number(lang.t("收件", "Received")),
        Head::number(lang.t("办结", "Closed")),
        Head::rate(lang.t("办结率", "Completion")),
        Head::number(lang.t("超期办结", "Late")),
        Head::rate(lang.t("超期办结率", "Late rate")),
        Head::number(lang.t("重开", "Reopened")),
        Head::rate(lang.t("重开率", "Reopen rate")),
        Head::number(lang.t("期末在办", "Open at end")),
    ]
}

fn cells(name: &str, figures: &Figures, list: impl Fn(Measure) -> String, strong: bool) -> Line {
    let count = |measure: Measure| Cell::whole(measure.of(figures)).to(list(measure));
    let cells = vec![
        Cell::words(name),
        count(Measure::Received),
        count(Measure::Closed),
        Cell::rate(figures.completion_rate()),
        count(Measure::Late),
        Cell::rate(figures.late_rate()),
        count(Measure::Reopened),
        Cell::rate(figures.reopen_rate()),
        count(Measure::Open),
    ];
    Line { strong, cells }
}
