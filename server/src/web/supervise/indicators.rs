//! 指标: all of them, one of them, and what each side counts.

mod listed;
mod one;
mod shape;

pub(super) use listed::listed;
pub(super) use one::one;
pub(super) use shape::settled;

use super::asked::Parts;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::indicators::{IndicatorQuery, IndicatorsPage, TargetLine, indicators as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::indicators::{self, Told};
use backend::{Services, organisation};
use domain::indicator::Span;
use domain::indicator::catalogue::Target;
use domain::permission::Role;
use uuid::Uuid;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let asked = Asked::of(services, raw.as_deref());
    let told = indicators::list(services, &actor, asked.span(), asked.department).await?;
    let reported = indicators::reported(services, &actor, asked.span().to).await?;
    let targets = indicators::targets(services).await?;
    let targets =
        targets.into_iter().map(|target| target_line(lang, &asked, &told, &reported, target)).collect();
    let page = IndicatorsPage {
        lang,
        today: services.clock.today(),
        choices: departments(services, lang).await?,
        without_cases: without_cases(&told),
        lines: told.into_iter().map(|one| shape::line(lang, one)).collect(),
        targets,
        query: asked.query,
    };
    let title = lang.t("指标", "Indicators");
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}

/// What the address asks for. What does not read is left out.
struct Asked {
    query: IndicatorQuery,
    department: Option<Uuid>,
    page: u64,
}

impl Asked {
    fn of(services: &Services, raw: Option<&str>) -> Self {
        let parts = Parts::of(raw);
        let department = parts.department();
        let pairs = form_urlencoded::parse(raw.unwrap_or_default().as_bytes());
        let page = pairs.into_iter().find(|(name, _)| name == "page").and_then(|(_, n)| n.parse().ok());
        Self {
            query: IndicatorQuery {
                period: parts.figures(services.clock.today()).period,
                department: department.map(|id| id.to_string()),
            },
            department,
            page: page.unwrap_or(1).max(1),
        }
    }

    fn span(&self) -> Span {
        Span::new(self.query.period.from, self.query.period.to)
    }
}

/// Departments to choose from.
async fn departments(services: &Services, lang: Lang) -> Result<Vec<(String, String)>, PageError> {
    let all = organisation::departments(&services.db).await?;
    Ok(all
        .into_iter()
        .map(|one| (one.id.to_string(), lang.pick(&one.name, &one.name_en).to_owned()))
        .collect())
}

/// The name of the department that was chosen.
async fn department(services: &Services, lang: Lang, asked: &Asked) -> Result<Option<String>, PageError> {
    let Some(id) = &asked.query.department else { return Ok(None) };
    let all = departments(services, lang).await?;
    Ok(all.into_iter().find(|(own, _)| own == id).map(|(_, name)| name))
}

fn without_cases(told: &[Told]) -> bool {
    let denominator = |key: &str| {
        let found = told.iter().find(|one| one.indicator.key == key);
        found.and_then(|one| one.reading.denominator).unwrap_or_default()
    };
    ["corrections", "portal_cases", "on_time"].into_iter().all(|key| denominator(key) == 0)
}

fn target_line(
    lang: Lang,
    asked: &Asked,
    told: &[Told],
    reported: &[indicators::Reported],
    target: Target,
) -> TargetLine {
    let indicator = target.indicator.as_ref().and_then(|key| {
        let one = told.iter().find(|one| one.indicator.key == key)?;
        Some((one.indicator, asked.query.one(key), one.reading))
    });
    let of_row = |one: &&indicators::Reported| target.source.split("; ").any(|row| row == one.entry);
    let reported = reported.iter().find(of_row).filter(|_| indicator.is_none());
    TargetLine { indicator, reported: reported.map(|one| shape::reported(lang, one)), target }
}
