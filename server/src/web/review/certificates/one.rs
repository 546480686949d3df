//! One certificate, and what is done to it.

use super::invalid;
use crate::state::AppState;
use crate::web::citizen::access::act_name;
use crate::web::context::Context;
use crate::web::desk::answer;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::review::certificates::one::{
    CertificatePage, Entry, Particular, Version, certificate as view,
};
use app::pages::review::certificates::operation_name;
use app::shell::Area;
use app::ui::certificate::State as Standing;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use backend::Kind;
use backend::certificates::register::{self, Detail, Typed, Use};
use backend::certificates::{CertificateEvent, CertificateKind};
use domain::certificate::Operation;
use domain::field_error::FieldError;
use domain::permission::Role;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A form as it was posted.
type Posted = BTreeMap<String, String>;

/// What came of a form, when it was not taken.
#[derive(Default)]
struct Untaken {
    typed: Posted,
    errors: Vec<FieldError>,
    late: bool,
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let id = id.parse().map_err(|_| PageError::not_found())?;
    page(&context, &state, id, Untaken::default()).await
}

pub(super) async fn act(
    context: Context,
    State(state): State<AppState>,
    Path(id): Path<String>,
    Form(posted): Form<Posted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Reviewer)?.actor();
    let id: Uuid = id.parse().map_err(|_| PageError::not_found())?;
    let operation = posted.get("operation").and_then(|name| Operation::parse(name));
    let operation = operation.ok_or_else(PageError::not_found)?;
    // The fields of each form begin with its operation, for the page has several.
    let prefix = format!("{}-", operation.as_str());
    let own = |(key, value): (&String, &String)| Some((key.strip_prefix(&prefix)?.to_owned(), value.clone()));
    let mut typed: Posted = posted.iter().filter_map(own).collect();
    let given = Typed {
        reason: typed.get("reason").cloned().unwrap_or_default(),
        until: typed.get("until").and_then(|day| day.parse().ok()),
        data: typed.clone(),
    };
    match register::act(&state.services, &actor, id, operation, given).await {
        Ok(id) => {
            let done = |lang| operation_name(lang, operation);
            let flash =
                Flash::done(format!("{}，已办。", done(Lang::Zh)), format!("{}: done.", done(Lang::En)));
            context.redirect_with(flash, &format!("/review/certificates/{id}")).await
        }
        Err(error) => {
            let late = matches!(error.kind(), Kind::Conflict);
            let errors = if late { Vec::new() } else { invalid(error)? };
            typed.insert("operation".to_owned(), operation.as_str().to_owned());
            page(&context, &state, id, Untaken { typed, errors, late }).await
        }
    }
}

async fn page(
    context: &Context,
    state: &AppState,
    id: Uuid,
    untaken: Untaken,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Reviewer)?.actor();
    let found = register::detail(services, &actor, id).await?;
    let (one, today) = (&found.certificate, services.clock.today());
    let status = if untaken.late {
        StatusCode::CONFLICT
    } else if untaken.errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let version = |version: &backend::certificates::Summary| Version {
        id: version.id.to_string(),
        version: version.version,
        issued: version.issued_on,
        state: Standing::of(&version.standing, today),
        here: version.id == id,
    };
    let page = CertificatePage {
        lang,
        id: id.to_string(),
        name: lang.pick(&found.kind.name, &found.kind.name_en).to_owned(),
        state: Standing::of(&one.standing, today),
        facts: facts(lang, &found),
        term: (one.standing.valid_from, one.standing.valid_until),
        particulars: particulars(lang, &found.kind, &one.data),
        versions: found.versions.iter().map(version).collect(),
        events: found.events.iter().map(|event| happened(lang, event)).collect(),
        uses: found.uses.iter().map(|one| used(lang, one)).collect(),
        offered: register::offered(&actor, one.department_id, &one.standing, today),
        typed: untaken.typed,
        errors: untaken.errors,
        late: untaken.late,
    };
    let title = page.name.clone();
    answer::page(context, Area::Review, status, title, move || view(page)).await
}

/// What it says of itself. Its number may be the ID number of its holder, so it is masked.
fn facts(lang: Lang, found: &Detail) -> Vec<(String, String)> {
    let one = &found.certificate;
    let number = one.number.as_deref().map(backend::certificates::present::mask);
    let mut facts = vec![
        (lang.t("持证人", "Holder"), found.holder.clone()),
        (lang.t("证照标识", "Identifier"), one.identifier.clone()),
        (lang.t("证照编号", "Number"), number.unwrap_or_default()),
        (lang.t("颁发机构", "Issued by"), one.issuer.clone()),
        (lang.t("颁发日期", "Issued on"), lang.date(one.issued_on)),
    ];
    let reason =
        one.status_reason.clone().map(|reason| (lang.t("状态说明", "Why it has its status"), reason));
    facts.extend(reason);
    facts.into_iter().map(|(label, value)| (label.to_owned(), value)).collect()
}

/// The particulars of a type with their values.
pub(super) fn particulars(
    lang: Lang,
    kind: &CertificateKind,
    data: &BTreeMap<String, String>,
) -> Vec<Particular> {
    let english = lang == Lang::En;
    let one = |field: &backend::certificates::OwnField| {
        let value = data.get(&field.key).cloned().unwrap_or_default();
        let option = |one: &backend::certificates::OwnOption| {
            (one.value.clone(), lang.t(&one.label, &one.label_en).clone())
        };
        Particular {
            key: field.key.clone(),
            label: lang.t(&field.label, &field.label_en).clone(),
            shown: field.shown(&value, english),
            options: field.options.iter().map(option).collect(),
            value,
        }
    };
    kind.fields.iter().map(one).collect()
}

fn happened(lang: Lang, event: &CertificateEvent) -> Entry {
    Entry {
        at: event.at,
        what: format!("{} {}", event.operation.code(), operation_name(lang, event.operation)),
        who: if event.automatic { lang.t("系统", "Portal").to_owned() } else { event.actor.clone() },
        why: event.reason.clone().unwrap_or_default(),
    }
}

fn used(lang: Lang, one: &Use) -> Entry {
    Entry {
        at: one.at,
        what: one.act.map(|act| act_name(lang, act).to_owned()).unwrap_or_default(),
        who: one.who.clone(),
        why: one.reason.clone(),
    }
}
