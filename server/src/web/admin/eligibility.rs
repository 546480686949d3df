//! 条件推演: rules taken apart, facts tried, figures of the city set.

mod words;

use super::administrator::{Administrator, Answer};
use super::typed::{Posted, refused, saved, status, typed};
use crate::web::address::At;
use crate::web::error::PageError;
use crate::web::public::eligibility::{asked, conditions, with_answers};
use app::pages::admin::eligibility::{AllPage, RuleRow, WhatIfPage, all as all_view, what_if as view};
use app::pages::admin::values::Values;
use axum::Form;
use backend::eligibility::{self, Analysis};
use backend::{Error, Kind, known};
use std::collections::BTreeMap;

const ALL: &str = "/admin/eligibility";

pub(super) async fn all(admin: Administrator) -> Answer {
    let set = known::parameters(&admin.db().read).await?;
    let typed = set.into_iter().map(|(name, value)| (name, value.to_string())).collect();
    shown(&admin, Values { typed, errors: Vec::new() }).await
}

/// Sets one figure of the city.
pub(super) async fn set(admin: Administrator, Form(posted): Posted) -> Answer {
    let typed = typed(posted);
    let rules = eligibility::analyse_all(admin.services(), &admin.actor).await?;
    let figures = words::figures(admin.lang(), &rules);
    let given = typed.iter().find(|(name, _)| figures.iter().any(|figure| figure.name == **name));
    let (name, value) = given.ok_or_else(Error::not_found)?;
    match known::set_parameter(admin.services(), &admin.actor, name, value).await {
        Ok(()) => {
            let words = figures.iter().find(|one| one.name == *name).map(|one| one.words.clone());
            admin.done(saved(&words.unwrap_or_default()), ALL).await
        }
        Err(error) if matches!(error.kind(), Kind::Invalid(_)) => {
            let name = name.clone();
            let mut values = refused(typed, error)?;
            values.errors.iter_mut().for_each(|error| error.field.clone_from(&name));
            shown(&admin, values).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn shown(admin: &Administrator, mut values: Values) -> Answer {
    let lang = admin.lang();
    for (name, value) in known::parameters(&admin.db().read).await? {
        values.typed.entry(name).or_insert_with(|| value.to_string());
    }
    let rules = eligibility::analyse_all(admin.services(), &admin.actor).await?;
    let row = |one: &Analysis| RuleRow {
        id: one.item.clone(),
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        ways: (one.yes.len(), one.no.len()),
        facts: words::counts(one),
        faults: words::faults(lang, one),
    };
    let mut rows: Vec<RuleRow> = rules.iter().map(row).collect();
    rows.sort_by_key(|row| row.faults.is_empty());
    let status = status(&values);
    let page = AllPage { lang, rows, figures: words::figures(lang, &rules), values };
    Ok(admin.form(status, lang.t("条件推演", "Who may apply"), ALL.to_owned(), move || all_view(page)))
}

pub(super) async fn what_if(admin: Administrator, At(id): At<String>) -> Answer {
    tried(&admin, &id, &BTreeMap::new()).await
}

pub(super) async fn try_out(admin: Administrator, At(id): At<String>, Form(posted): Posted) -> Answer {
    tried(&admin, &id, &posted.into_iter().collect()).await
}

async fn tried(admin: &Administrator, id: &str, answers: &BTreeMap<String, String>) -> Answer {
    let (lang, services) = (admin.lang(), admin.services());
    let analysis =
        eligibility::analyse(services, &admin.actor, id).await?.ok_or_else(PageError::not_found)?;
    let before = eligibility::for_item(&services.db.read, services, None, id).await?;
    let told = with_answers(before.known.clone(), &before.questions, answers, services.clock.today());
    let after = eligibility::of_known(services, id, told).await?;
    let page = WhatIfPage {
        lang,
        id: id.to_owned(),
        name: lang.pick(&analysis.name, &analysis.name_en).to_owned(),
        conditions: conditions(lang, &after),
        verdict: answers.values().any(|value| !value.is_empty()).then(|| after.truth()),
        asked: before.questions.iter().map(|one| asked(lang, one, answers)).collect(),
        yes: analysis.yes.iter().map(|way| words::way(lang, way)).collect(),
        no: analysis.no.iter().map(|way| words::way(lang, way)).collect(),
        faults: words::faults(lang, &analysis),
        fields: analysis.fields.iter().map(|one| words::field(lang, one)).collect(),
    };
    let (title, path) = (lang.t("条件推演", "What if"), format!("/admin/items/{id}/eligibility"));
    Ok(admin.form(http::StatusCode::OK, title, path, move || view(page)))
}
