//! 填报: how the reports of departments for the quarter stand.

use app::lang::Lang;
use app::pages::supervise::quarter::{Cell, Grid, Head, Line, Section};
use backend::quarter::Quarter;
use domain::assessment::report::Shelf;

pub(super) fn section(lang: Lang, found: &Quarter) -> Section {
    let all = found.reports.iter().find(|(shelf, _)| *shelf == Shelf::All).map_or(0, |(_, n)| *n);
    let none = lang.t("本季度没有需要部门填报的指标。", "Departments owe no report for this quarter.");
    let (notes, grids) =
        if all == 0 { (vec![none.to_owned()], Vec::new()) } else { (Vec::new(), vec![grid(lang, found)]) };
    let heading = lang.t("考核填报", "Reports for assessment").to_owned();
    Section { id: "reports", heading, notes, bars: Vec::new(), grids }
}

fn grid(lang: Lang, found: &Quarter) -> Grid {
    let line = |(shelf, n): &(Shelf, usize)| {
        let name = match shelf {
            Shelf::Todo => lang.t("待填报", "with the department"),
            Shelf::Overdue => lang.t("其中逾期", "of these overdue"),
            Shelf::Waiting => lang.t("待核定", "waiting for sign-off"),
            Shelf::SignedOff => lang.t("已核定", "signed off"),
            Shelf::All => lang.t("合计", "all"),
        };
        let href = format!("/supervise/reports?list={}&period={}", shelf.as_str(), found.period);
        let count = Cell::whole(i64::try_from(*n).unwrap_or(i64::MAX)).to(href);
        Line { strong: *shelf == Shelf::All, cells: vec![Cell::words(name), count] }
    };
    Grid {
        caption: lang.t("本季度填报（项）", "Reports of the quarter").to_owned(),
        sheet: lang.t("填报", "Reports").to_owned(),
        heads: vec![Head::words(lang.t("状态", "State")), Head::number(lang.t("项", "Reports"))],
        lines: found.reports.iter().map(line).collect(),
    }
}
