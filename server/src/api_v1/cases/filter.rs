//! Which cases a list is to hold.

use super::super::page::{Span, refuse};
use super::super::problem::ApiError;
use backend::cases::{AssigneeFilter, CaseQuery, Order};
use backend::{Services, codes, organisation};
use chrono::NaiveDate;
use domain::case::Status;
use domain::field_error::{FieldCode, FieldError};
use domain::item::Channel;
use serde::Deserialize;
use utoipa::IntoParams;

/// What is left empty does not narrow.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(crate) struct CaseParams {
    /// One status, or several with commas.
    status: Option<String>,
    /// Item, by any of its codes.
    item: Option<String>,
    /// Department, by key or id.
    department: Option<String>,
    /// Division of the body that decides.
    division: Option<String>,
    /// window, online, mobile, kiosk, phone or post.
    channel: Option<String>,
    /// mine or nobody.
    assignee: Option<String>,
    /// First day of submission.
    from: Option<String>,
    /// Last day of submission.
    to: Option<String>,
    /// `true`: clock running and past the date given.
    overdue: Option<String>,
    /// `true`: decided elsewhere, with an open step of the caller's department.
    consulted: Option<String>,
    /// `true`: an extension waits for a head.
    extension: Option<String>,
    /// Case number, or part of the applicant's name.
    q: Option<String>,
    /// due (what is due first) or newest.
    order: Option<String>,
    /// From `next_cursor` of the page before.
    pub(super) cursor: Option<String>,
    /// 1 to 100; 20 when not given.
    pub(super) limit: Option<String>,
}

impl CaseParams {
    pub(super) async fn query(&self, services: &Services, span: Span) -> Result<CaseQuery, ApiError> {
        let mut errors = Vec::new();
        let mut query = self.plain(&mut errors);
        if let Some(code) = given(&self.item) {
            query.item_id =
                Some(codes::item(services, code).await.map(|named| named.item_id).unwrap_or_default());
        }
        if let Some(key) = given(&self.department) {
            let departments = organisation::departments(&services.db).await?;
            let found = departments.iter().find(|one| one.key == key || one.id.to_string() == key);
            query.department_id = found.map(|department| department.id);
            if found.is_none() {
                errors.push(FieldError::new("department", FieldCode::Unknown));
            }
        }
        refuse(errors)?;
        Ok(CaseQuery { page: span.page + 1, per_page: span.limit, ..query })
    }

    fn plain(&self, errors: &mut Vec<FieldError>) -> CaseQuery {
        let mut wrong = |field: &str, code| errors.push(FieldError::new(field, code));
        let mut query = CaseQuery {
            division: given(&self.division).map(str::to_owned),
            overdue: yes(&self.overdue),
            consulted: yes(&self.consulted),
            extension: yes(&self.extension),
            text: given(&self.q).map(str::to_owned),
            ..CaseQuery::default()
        };
        for name in given(&self.status).into_iter().flat_map(|names| names.split(',')) {
            match Status::parse(name.trim()) {
                Some(status) => query.status.push(status),
                None => wrong("status", FieldCode::Choice),
            }
        }
        query.channel = given(&self.channel).and_then(|name| {
            Channel::parse(name).or_else(|| {
                wrong("channel", FieldCode::Choice);
                None
            })
        });
        query.assignee = match given(&self.assignee) {
            None => AssigneeFilter::Any,
            Some("mine") => AssigneeFilter::Mine,
            Some("nobody") => AssigneeFilter::Nobody,
            Some(_) => {
                wrong("assignee", FieldCode::Choice);
                AssigneeFilter::Any
            }
        };
        query.order = match given(&self.order) {
            None | Some("due") => Order::Due,
            Some("newest") => Order::Newest,
            Some(_) => {
                wrong("order", FieldCode::Choice);
                Order::Due
            }
        };
        query.from = day("from", &self.from, errors);
        query.to = day("to", &self.to, errors);
        query
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

fn yes(text: &Option<String>) -> bool {
    given(text).is_some_and(|text| matches!(text, "true" | "1" | "yes"))
}

/// A day such as `2026-02-13`.
pub(crate) fn day(field: &str, text: &Option<String>, errors: &mut Vec<FieldError>) -> Option<NaiveDate> {
    let day = given(text)?.parse().ok();
    if day.is_none() {
        errors.push(FieldError::new(field, FieldCode::Date));
    }
    day
}
