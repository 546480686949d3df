//! 免于提交率, by department and item, with the way down to the cases.

use super::asked::Parts;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::materials::{MaterialsPage, SparedLine, materials as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::Services;
use backend::supervision::{self, Obtainable, Spared};
use domain::permission::Role;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let parts = Parts::of(raw.as_deref());
    let period = parts.figures(services.clock.today()).period;
    let all = supervision::spared(services, &actor, period.from, period.to).await?;
    let possible = supervision::obtainable(services).await?;
    let chosen: Option<Uuid> = parts.department();
    let shown: Vec<&Spared> =
        all.iter().filter(|one| chosen.is_none_or(|chosen| chosen == one.department_id)).collect();
    let span = format!("from={}&to={}", period.from, period.to);
    let page = MaterialsPage {
        lang,
        today: services.clock.today(),
        period,
        total: figures(Spared::sum(shown.iter().copied())),
        catalogue: possible.all,
        department: shown.first().filter(|_| chosen.is_some()).map(|one| department(lang, one)),
        lines: match chosen {
            Some(_) => items(services, lang, &shown, &possible, &span),
            None => departments(lang, &shown, &span),
        },
    };
    let title = lang.t("免于提交率", "Materials not asked for");
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}

fn figures(by: supervision::SparedBy) -> app::pages::supervise::materials::Figures {
    app::pages::supervise::materials::Figures {
        required: by.required,
        certificate: by.certificate,
        share: by.share,
        holding: by.holding,
        rate: by.rate(),
    }
}

fn department(lang: Lang, one: &Spared) -> String {
    lang.pick(&one.department, &one.department_en).to_owned()
}

fn departments(lang: Lang, all: &[&Spared], span: &str) -> Vec<SparedLine> {
    let mut by: BTreeMap<Uuid, Vec<&Spared>> = BTreeMap::new();
    for one in all {
        by.entry(one.department_id).or_default().push(one);
    }
    let line = |(id, items): (Uuid, Vec<&Spared>)| {
        Some(SparedLine {
            name: department(lang, items.first()?),
            href: format!("/supervise/materials?{span}&department={id}"),
            figures: figures(Spared::sum(items.into_iter())),
            possible: None,
        })
    };
    sorted(by.into_iter().filter_map(line).collect())
}

fn items(
    services: &Services,
    lang: Lang,
    all: &[&Spared],
    possible: &Obtainable,
    span: &str,
) -> Vec<SparedLine> {
    let line = |one: &&Spared| {
        let card = services.catalogue.card(&one.item_id);
        let name = card.map(|card| lang.pick(&card.name, &card.name_en).to_owned());
        let (department, item) = (one.department_id, &one.item_id);
        SparedLine {
            name: name.unwrap_or_else(|| item.clone()),
            href: format!("/supervise/cases?{span}&department={department}&item={item}"),
            figures: figures(one.by),
            possible: possible.items.get(item).copied(),
        }
    };
    sorted(all.iter().map(line).collect())
}

/// Where most is still asked for comes first.
fn sorted(mut lines: Vec<SparedLine>) -> Vec<SparedLine> {
    let asked = |line: &SparedLine| line.figures.rate.denominator - line.figures.rate.numerator;
    lines.sort_by_key(|line| std::cmp::Reverse(asked(line)));
    lines
}
