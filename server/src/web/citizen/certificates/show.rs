//! 亮证: the code for a minute, and what is there when the minute is over.

use super::one::holder;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::citizen::access::line;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use crate::web::receipt;
use app::lang::Lang;
use app::pages::citizen::certificates::show::{LapsedPage, ShowPage, lapsed as lapsed_view, show as view};
use app::shell::Area;
use axum::extract::State;
use axum::response::Response;
use backend::access::{Act, LedgerQuery, of_certificate};
use backend::certificates::{Certificate, kind, present as presenting, wallet};
use backend::{Kind, Services};
use chrono::TimeDelta;
use domain::permission::Role;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use uuid::Uuid;

/// The browser goes there by itself, with or without scripts.
const REFRESH: HeaderName = HeaderName::from_static("refresh");
/// Scans told of once a code has lapsed.
const JUST_NOW: TimeDelta = TimeDelta::minutes(5);

pub(super) async fn present(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Citizen)?.actor();
    let certificate = wallet::one(services, &actor, id).await?;
    let made = match presenting::present(services, &actor, id).await {
        Ok(made) => made,
        // The certificate's own page says why.
        Err(error) if matches!(error.kind(), Kind::Invalid(_)) => {
            return Ok(context.redirect(&format!("/my/certificates/{id}")));
        }
        Err(error) => return Err(error.into()),
    };
    let address = format!("{}/present/{}", receipt::origin(&state, &headers), made.token.reveal());
    let (qr_path, qr_size) = receipt::qr(&address).unwrap_or_default();
    let page = ShowPage {
        lang,
        id: id.to_string(),
        name: name(services, lang, &certificate).await?,
        holder: holder(services, &actor).await?,
        qr_path,
        qr_size,
        expires_at: made.expires_at,
    };
    let frame = context.frame(Area::Citizen, lang.t("亮证", "Show a certificate"), Width::Page);
    let mut response = Context::html(StatusCode::OK, frame, move || view(page));
    let next = format!("{}; url=/my/certificates/{id}/present", presenting::LIFE.num_seconds());
    set(&mut response, REFRESH, &next);
    set(&mut response, header::REFERRER_POLICY, "no-referrer");
    Ok(response)
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

async fn name(services: &Services, lang: Lang, certificate: &Certificate) -> Result<String, PageError> {
    let kind = kind(&services.db.read, &certificate.code).await?;
    Ok(lang.pick(&kind.name, &kind.name_en).to_owned())
}

pub(super) async fn lapsed(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Citizen)?.actor();
    let certificate = wallet::one(services, &actor, id).await?;
    let shown = LedgerQuery { act: Some(Act::Presented), ..LedgerQuery::default() };
    let mut scans = of_certificate(services, certificate.holder, id, &shown).await?.lines;
    let since = services.clock.now() - JUST_NOW;
    scans.retain(|scan| scan.at >= since);
    let page = LapsedPage {
        lang,
        id: id.to_string(),
        name: name(services, lang, &certificate).await?,
        is_fit: certificate.standing.fit(services.clock.today()).is_ok(),
        seen: scans.into_iter().map(|scan| line(services, lang, scan)).collect(),
    };
    let title = lang.t("二维码已失效", "The code has lapsed");
    Ok(context.page(Area::Citizen, title, Width::Page, move || lapsed_view(page)))
}
