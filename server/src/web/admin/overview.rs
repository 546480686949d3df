//! Where an administrator begins.

use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::overview::{Count, OverviewPage, Warning, overview as view};
use app::shell::Area;
use axum::extract::State;
use axum::response::Response;
use backend::accounts::{self, Account};
use backend::organisation::{self, Department};
use backend::{Services, places};
use domain::item::lint::Severity;
use domain::permission::{Actor, Role};

/// The calendar's end is told this many days before.
const SOON: i64 = 120;

pub(super) async fn page(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let page = build(&state.services, &actor, context.lang).await?;
    Ok(context.page(Area::Admin, context.lang.t("概览", "Overview"), Width::Full, move || view(page)))
}

async fn build(services: &Services, actor: &Actor, lang: Lang) -> Result<OverviewPage, PageError> {
    let staff: Vec<Account> =
        accounts::staff(services, actor).await?.into_iter().filter(|account| account.active).collect();
    let departments: Vec<Department> =
        organisation::departments(&services.db).await?.into_iter().filter(|one| one.active).collect();
    let halls = organisation::halls(&services.db).await?;
    let mut windows = Vec::new();
    for hall in halls.iter().filter(|hall| hall.active) {
        windows.extend(organisation::windows(&services.db, hall.id).await?);
    }
    windows.retain(|window| window.active);
    let counts = services.catalogue.counts();
    let count = |name: &str, n, note: String, href| Count { name: name.to_owned(), n, note, href };
    let idle =
        windows.iter().filter(|window| !staff.iter().any(|one| one.window_id == Some(window.id))).count();
    let open_halls = halls.iter().filter(|hall| hall.active).count();
    let implementations = counts.implementations;
    let mut warnings = pressing(services).await?;
    warnings.extend(unreviewed(lang, &departments, &staff));
    warnings.extend((idle > 0).then_some(Warning::IdleWindows { n: idle }));
    Ok(OverviewPage {
        lang,
        counts: vec![
            count(
                lang.t("事项", "Items"),
                counts.total,
                lang.t(format!("{implementations} 项实施清单"), format!("{implementations} implementations")),
                "/admin/items",
            ),
            count(lang.t("部门", "Departments"), departments.len(), String::new(), "/admin/departments"),
            count(
                lang.t("大厅", "Halls"),
                open_halls,
                lang.t(format!("{} 个窗口", windows.len()), format!("{} windows", windows.len())),
                "/admin/halls",
            ),
            count(lang.t("人员", "Staff"), staff.len(), of_roles(lang, &staff), "/admin/staff"),
        ],
        warnings,
    })
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
