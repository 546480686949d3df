//! Where an administrator begins: what there is, and what wants attention.

use crate::lang::Lang;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How many of something, and where it is kept.
#[derive(Clone, Debug)]
pub struct Count {
    /// What.
    pub name: String,
    /// How many.
    pub n: usize,
    /// A word more, such as how many are inactive.
    pub note: String,
    /// Where it is kept.
    pub href: &'static str,
}

/// What wants attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Catalogue entries that contradict themselves.
    Lint {
        /// Items with errors.
        errors: usize,
        /// Items with warnings only.
        warnings: usize,
    },
    /// The calendar ends soon, or has ended.
    CalendarEnds {
        /// The last day covered.
        to: NaiveDate,
        /// Days from today; negative when past.
        days: i64,
    },
    /// No calendar was imported.
    NoCalendar,
    /// Windows at which nobody sits.
    IdleWindows {
        /// How many.
        n: usize,
    },
    /// Departments without a reviewer.
    NoReviewer {
        /// Their names.
        departments: Vec<String>,
    },
}

/// The page.
#[derive(Clone, Debug)]
pub struct OverviewPage {
    /// The language.
    pub lang: Lang,
    /// What there is.
    pub counts: Vec<Count>,
    /// What wants attention, the most pressing first.
    pub warnings: Vec<Warning>,
}

/// The view.
pub fn overview(page: OverviewPage) -> AnyView {
    let lang = page.lang;
    let counts = page.counts.into_iter().map(|count| {
        view! {
            <div class="figure">
                <dt>{count.name}</dt>
                <dd class="value"><a href=count.href>{count.n}</a></dd>
                <dd class="target">{count.note}</dd>
            </div>
        }
    });
    view! {
        <div class="page-head"><h1>{lang.t("概览", "Overview")}</h1></div>
        <dl class="figures">{counts.collect_view()}</dl>
        <section class="section">
            <h2>{lang.t("需要留意", "Wants attention")}</h2>
            {warnings(lang, &page.warnings)}
        </section>
    }
    .into_any()
}

fn warnings(lang: Lang, warnings: &[Warning]) -> AnyView {
    if warnings.is_empty() {
        return view! { <div class="notice success"><p>{lang.t("一切正常。", "All is well.")}</p></div> }
            .into_any();
    }
    let lines = warnings.iter().map(|warning| line(lang, warning)).collect_view();
    view! { <div class="stack">{lines}</div> }.into_any()
}

/// Class, words, and the way to mend it.
type Told = (&'static str, String, &'static str, &'static str);

fn line(lang: Lang, warning: &Warning) -> AnyView {
    let (class, text, href, action) = match warning {
        Warning::Lint { errors, warnings } => findings(lang, *errors, *warnings),
        Warning::CalendarEnds { to, days } => calendar_ends(lang, *to, *days),
        Warning::NoCalendar => no_calendar(lang),
        Warning::IdleWindows { n } => (
            "notice",
            lang.t(format!("{n} 个窗口没有安排人员。"), format!("{n} windows have nobody assigned.")),
            "/admin/staff",
            lang.t("安排人员", "Assign staff"),
        ),
        Warning::NoReviewer { departments } => (
            "notice warning",
            lang.t(
                format!("{} 个部门没有审批人员：{}。", departments.len(), departments.join("、")),
                format!("{} departments have no reviewer: {}.", departments.len(), departments.join(", ")),
            ),
            "/admin/staff/new",
            lang.t("添加人员", "Add staff"),
        ),
    };
    view! { <div class=class><p>{text}" "<a href=href>{action}</a></p></div> }.into_any()
}

fn findings(lang: Lang, errors: usize, warnings: usize) -> Told {
    let text = match (errors, warnings) {
        (n, 0) => lang.t(format!("目录里 {n} 个事项有错误。"), format!("{n} items have errors.")),
        (0, n) => lang.t(format!("目录里 {n} 个事项有提醒。"), format!("{n} items have warnings.")),
        (n, more) => lang.t(
            format!("目录里 {n} 个事项有错误，另有 {more} 个有提醒。"),
            format!("{n} items have errors, {more} more have warnings."),
        ),
    };
    let class = if errors > 0 { "notice danger" } else { "notice warning" };
    (class, text, "/admin/lint", lang.t("查看目录检查", "See the catalogue check"))
}

fn no_calendar(lang: Lang) -> Told {
    let text = lang.t(
        "还没有导入工作日历，期限只按周一至周五推算。",
        "No calendar was imported: dates are counted by weekdays only.",
    );
    ("notice danger", text.to_owned(), "/admin/calendar", lang.t("导入日历", "Import a calendar"))
}

fn calendar_ends(lang: Lang, to: NaiveDate, days: i64) -> Told {
    let date = lang.date(to);
    let (class, text) = if days < 0 {
        let text = lang.t(
            format!("工作日历只到 {date}，已经过期，以后的期限只是预计。"),
            format!("The calendar ended on {date}: later dates are only expected."),
        );
        ("notice danger", text)
    } else {
        let text = lang.t(
            format!("工作日历到 {date} 为止，还有 {days} 天；之后的期限只是预计，请在放假安排公布后导入。"),
            format!("The calendar ends on {date}, in {days} days; later dates are only expected. Import the next one once it is announced."),
        );
        ("notice warning", text)
    };
    (class, text, "/admin/calendar", lang.t("看日历", "See the calendar"))
}
