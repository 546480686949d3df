//! One certificate of one's own.

use super::renewal;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::citizen::access;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::citizen::access::AccessLine;
use app::pages::citizen::certificates::one::{CertificatePage, CopyLine, VersionLine, certificate as view};
use app::shell::Area;
use app::ui::certificate::State as Standing;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::access::{LedgerQuery, of_certificate};
use backend::certificates::copies::{self, Copy};
use backend::certificates::present::mask_own;
use backend::certificates::{Certificate, CertificateKind, Summary, kind, producers, wallet};
use backend::{Services, persons};
use chrono::NaiveDate;
use domain::certificate::OID_ROOT;
use domain::permission::{Actor, Role};
use domain::resident_id::ResidentId;
use serde::Deserialize;
use uuid::Uuid;

/// How much of one's own number is shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    number: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Citizen)?.actor();
    let page = build(&state.services, context.lang, &actor, id, wanted.number == "full").await?;
    let title = page.name.clone();
    Ok(context.page(Area::Citizen, title, Width::Page, move || view(page)))
}

async fn build(
    services: &Services,
    lang: Lang,
    actor: &Actor,
    id: Uuid,
    in_full: bool,
) -> Result<CertificatePage, PageError> {
    let certificate = wallet::one(services, actor, id).await?;
    let kind = kind(&services.db.read, &certificate.code).await?;
    let today = services.clock.today();
    let number = certificate.number.as_deref();
    Ok(CertificatePage {
        lang,
        id: id.to_string(),
        name: lang.pick(&kind.name, &kind.name_en).to_owned(),
        holder: holder(services, actor).await?,
        number: number.map(|number| if in_full { number.to_owned() } else { mask_own(number) }),
        in_full,
        issuer: certificate.issuer.clone(),
        issued_on: certificate.issued_on,
        term: (certificate.standing.valid_from, certificate.standing.valid_until),
        identifier: format!("{OID_ROOT}{}", certificate.identifier),
        state: Standing::of(&certificate.standing, today),
        reason: certificate.status_reason.clone(),
        fields: fields(lang, &kind, &certificate, in_full),
        case_no: wallet::granted_by(services, &certificate).await?,
        renewal: renewal(lang, &producers(services).await?, &certificate.code),
        versions: versions(&wallet::all(services, actor).await?, &certificate, today),
        copies: copies::of(services, actor, id).await?.iter().map(|copy| line(copy, today)).collect(),
        uses: uses(services, lang, &certificate).await?,
    })
}

pub(super) async fn holder(services: &Services, actor: &Actor) -> Result<String, PageError> {
    let person = actor.person.ok_or_else(PageError::not_found)?;
    Ok(persons::get(services, person).await?.name)
}

/// Its own fields in the order of its type; numbers of people masked like its own.
pub(super) fn fields(
    lang: Lang,
    kind: &CertificateKind,
    certificate: &Certificate,
    in_full: bool,
) -> Vec<(String, String)> {
    let is_number = |value: &str| ResidentId::parse(value, NaiveDate::MAX).is_ok();
    let known = kind.fields.iter().filter_map(|field| Some((field, certificate.data.get(&field.key)?)));
    let shown = known.filter(|(_, value)| !value.is_empty()).map(|(field, value)| {
        let name = lang.t(&field.label, &field.label_en).clone();
        let hidden = !in_full && is_number(value);
        let value = if hidden { mask_own(value) } else { field.shown(value, lang == Lang::En) };
        (name, value)
    });
    shown.collect()
}

fn versions(held: &[Summary], certificate: &Certificate, today: NaiveDate) -> Vec<VersionLine> {
    let serial = |identifier: &str| identifier.split('.').take(3).collect::<Vec<_>>().join(".");
    let own = serial(&certificate.identifier);
    let others = held.iter().filter(|one| one.id != certificate.id && serial(&one.identifier) == own);
    let line = |one: &Summary| VersionLine {
        id: one.id.to_string(),
        version: one.version,
        issued_on: one.issued_on,
        state: Standing::of(&one.standing, today),
    };
    others.map(line).collect()
}

fn line(copy: &Copy, today: NaiveDate) -> CopyLine {
    CopyLine {
        id: copy.id.to_string(),
        purpose: copy.purpose.clone(),
        expires_on: copy.expires_on,
        expired: copy.expires_on < today,
    }
}

/// Who used it, newest first.
pub(super) async fn uses(
    services: &Services,
    lang: Lang,
    certificate: &Certificate,
) -> Result<Vec<AccessLine>, PageError> {
    let Certificate { holder, id, .. } = certificate;
    let page = of_certificate(services, *holder, *id, &LedgerQuery::default()).await?;
    Ok(page.lines.into_iter().map(|one| access::line(services, lang, one)).collect())
}
