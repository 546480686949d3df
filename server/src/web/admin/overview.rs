//! Where an administrator begins.

use super::administrator::{Administrator, Answer};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::overview::{Count, OverviewPage, Warning, overview as view};
use backend::accounts::{self, Account};
use backend::organisation::{self, Department, Hall, Window};
use backend::{Services, places};
use domain::item::lint::Severity;
use domain::permission::{Actor, Role};

/// The calendar's end is told this many days before.
const SOON: i64 = 120;

pub(super) async fn page(admin: Administrator) -> Answer {
    let lang = admin.lang();
    let page = build(admin.services(), &admin.actor, lang).await?;
    Ok(admin.page(lang.t("概览", "Overview"), move || view(page)))
}

async fn build(services: &Services, actor: &Actor, lang: Lang) -> Result<OverviewPage, PageError> {
    let mut staff = accounts::staff(services, actor).await?;
    staff.retain(|account| account.active);
    let mut departments = organisation::departments(&services.db).await?;
    departments.retain(|one| one.active);
    let mut halls = organisation::halls(&services.db).await?;
    halls.retain(|hall| hall.active);
    let windows = windows(services, &halls).await?;
    let sits = |window: &Window| staff.iter().any(|one| one.window_id == Some(window.id));
    let idle = windows.iter().filter(|window| !sits(window)).count();
    let mut warnings = pressing(services).await?;
    warnings.extend(unreviewed(lang, &departments, &staff));
    warnings.extend((idle > 0).then_some(Warning::IdleWindows { n: idle }));
    let (windows, items) = (windows.len(), services.catalogue.counts());
    let places = items.implementations;
    let counts = vec![
        count(
            lang.t("事项", "Items"),
            items.total,
            lang.t(format!("{places} 项实施清单"), format!("{places} implementations")),
            "/admin/items",
        ),
        count(lang.t("部门", "Departments"), departments.len(), String::new(), "/admin/departments"),
        count(
            lang.t("大厅", "Halls"),
            halls.len(),
            lang.t(format!("{windows} 个窗口"), format!("{windows} windows")),
            "/admin/halls",
        ),
        count(lang.t("人员", "Staff"), staff.len(), of_roles(lang, &staff), "/admin/staff"),
    ];
    Ok(OverviewPage { lang, counts, warnings })
}

fn count(name: &str, n: usize, note: String, href: &'static str) -> Count {
    Count { name: name.to_owned(), n, note, href }
}

/// The windows in use.
async fn windows(services: &Services, halls: &[Hall]) -> Result<Vec<Window>, PageError> {
    let mut windows = Vec::new();
    for hall in halls {
        windows.extend(organisation::windows(&services.db, hall.id).await?);
    }
    windows.retain(|window| window.active);
    Ok(windows)
}

fn of_roles(lang: Lang, staff: &[Account]) -> String {
    let n = |role| staff.iter().filter(|one| one.role == role).count();
    let (clerks, reviewers) = (n(Role::Clerk), n(Role::Reviewer));
    lang.t(format!("窗口 {clerks}，审批 {reviewers}"), format!("{clerks} clerks, {reviewers} reviewers"))
}

/// The calendar and the catalogue.
async fn pressing(services: &Services) -> Result<Vec<Warning>, PageError> {
    let mut warnings = Vec::new();
    match places::coverage(&services.db).await? {
        None => warnings.push(Warning::NoCalendar),
        Some(covered) => {
            let days = (covered.to - services.clock.today()).num_days();
            warnings.extend((days < SOON).then_some(Warning::CalendarEnds { to: covered.to, days }));
        }
    }
    let found = services.catalogue.lint().await?;
    let faulty = |item: &&backend::catalogue::ItemFindings| {
        item.findings.iter().any(|finding| finding.severity == Severity::Error)
    };
    let errors = found.iter().filter(faulty).count();
    let all = found.len();
    warnings.extend((all > 0).then_some(Warning::Lint { errors, warnings: all - errors }));
    Ok(warnings)
}

fn unreviewed(lang: Lang, departments: &[Department], staff: &[Account]) -> Option<Warning> {
    let reviews = |id| staff.iter().any(|one| one.role == Role::Reviewer && one.department_id == Some(id));
    let names: Vec<String> = departments
        .iter()
        .filter(|one| !reviews(one.id))
        .map(|one| lang.pick(&one.name, &one.name_en).to_owned())
        .collect();
    (!names.is_empty()).then_some(Warning::NoReviewer { departments: names })
}
