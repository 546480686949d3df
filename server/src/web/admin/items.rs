//! The catalogue as a list, and its check.

use super::administrator::{Administrator, Answer};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::admin::items::{ItemRow, ItemsPage, ItemsQuery, items as view};
use app::pages::admin::lint::{ItemFindings, LintPage, lint as lint_view};
use app::ui::date_strip::limit_words;
use axum::extract::RawQuery;
use backend::catalogue::{ItemCard, ItemState, Query};
use backend::{Services, organisation};
use domain::item::CaseKind;
use domain::item::lint::{Finding, Severity};
use std::collections::HashMap;

/// Items on a page.
const PER_PAGE: usize = 25;

pub(super) async fn list(admin: Administrator, RawQuery(raw): RawQuery) -> Answer {
    let (services, lang) = (admin.services(), admin.lang());
    let query = read(raw.as_deref());
    let findings = findings(services).await?;
    let cards: Vec<ItemCard> =
        found(services, &query.text).into_iter().filter(|card| fits(&query, &findings, card)).collect();
    let counts = services.catalogue.counts();
    let page = usize::try_from(query.page).unwrap_or(1);
    let rows = cards.iter().skip((page - 1).saturating_mul(PER_PAGE)).take(PER_PAGE);
    let page = ItemsPage {
        lang,
        departments: departments(services, lang).await?,
        total: cards.len(),
        pages: u64::try_from(cards.len().div_ceil(PER_PAGE)).unwrap_or(1),
        all: (counts.total, counts.implementations),
        rows: rows.map(|card| row(lang, &findings, card)).collect(),
        query,
    };
    Ok(admin.page(lang.t("事项", "Items"), move || view(page)))
}

fn read(raw: Option<&str>) -> ItemsQuery {
    let mut query = ItemsQuery { page: 1, ..ItemsQuery::default() };
    for (name, value) in form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
        match name.as_ref() {
            "q" => query.text = value.trim().to_owned(),
            "department" => query.department = value.into_owned(),
            "state" => query.state = value.into_owned(),
            "faulty" => query.faulty = value == "1",
            "page" => query.page = value.parse().unwrap_or(1).max(1),
            _ => {}
        }
    }
    query
}

/// All items, or those that the words find; withdrawn ones by their name, as the search leaves
/// them out.
fn found(services: &Services, text: &str) -> Vec<ItemCard> {
    let index = services.catalogue.index();
    if text.is_empty() {
        return index.cards().cloned().collect();
    }
    let query = Query { text: text.to_owned(), limit: usize::MAX, ..Query::default() };
    let mut cards = index.search(&query).items;
    let gone = index.cards().filter(|card| card.state == ItemState::Withdrawn && card.name.contains(text));
    cards.extend(gone.cloned());
    cards
}

type Found = HashMap<String, (usize, usize)>;

async fn findings(services: &Services) -> Result<Found, PageError> {
    let all = services.catalogue.lint().await?;
    Ok(all.into_iter().map(|item| (item.id, counted(&item.findings))).collect())
}

fn counted(findings: &[Finding]) -> (usize, usize) {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    (errors, findings.len() - errors)
}

fn fits(query: &ItemsQuery, findings: &Found, card: &ItemCard) -> bool {
    let is = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
    is(&query.department, &card.department_key)
        && is(&query.state, card.state.as_str())
        && (!query.faulty || findings.contains_key(&card.id))
}

async fn departments(services: &Services, lang: Lang) -> Result<Vec<(String, String)>, PageError> {
    let all = organisation::departments(&services.db).await?;
    let pair =
        |one: organisation::Department| (one.key.clone(), lang.pick(&one.name, &one.name_en).to_owned());
    Ok(all.into_iter().map(pair).collect())
}

fn row(lang: Lang, findings: &Found, card: &ItemCard) -> ItemRow {
    let kind = match card.kind {
        CaseKind::Instant => lang.t("即办件", "Immediate"),
        CaseKind::Promise => lang.t("承诺件", "Promised"),
    };
    ItemRow {
        id: card.id.clone(),
        name: lang.pick(&card.name, &card.name_en).to_owned(),
        department: lang.pick(&card.department, &card.department_en).to_owned(),
        kind: kind.to_owned(),
        promise: card.promise().map(|limit| limit_words(lang, limit)).unwrap_or_default(),
        findings: findings.get(&card.id).copied().unwrap_or_default(),
        state: card.state.as_str(),
    }
}

pub(super) async fn lint(admin: Administrator) -> Answer {
    let (catalogue, lang) = (&admin.services().catalogue, admin.lang());
    let mut found = catalogue.lint().await?;
    found.sort_by_key(|item| core::cmp::Reverse(counted(&item.findings)));
    let page = LintPage {
        lang,
        checked: catalogue.index().cards().count(),
        items: found
            .into_iter()
            .map(|item| ItemFindings { id: item.id, name: item.name, findings: item.findings })
            .collect(),
    };
    Ok(admin.page(lang.t("目录检查", "Catalogue check"), move || lint_view(page)))
}
