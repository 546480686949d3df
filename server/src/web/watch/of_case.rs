//! What watch knows of one case, for its page.

use super::lines;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::watch::case::of_case;
use backend::Services;
use backend::watch::{self, Subject};
use domain::permission::Actor;
use leptos::prelude::AnyView;

/// Its alerts and the notes on it.
pub(in crate::web) async fn watched(
    services: &Services,
    lang: Lang,
    actor: &Actor,
    case_no: &str,
) -> Result<AnyView, PageError> {
    let alerts = watch::of_case(services, actor, case_no).await?;
    let alerts: Vec<_> = alerts.into_iter().map(|row| lines::alert(lang, row)).collect();
    let notes = lines::notes(services, actor, Subject::case(services, case_no).await?).await?;
    Ok(of_case(lang, case_no, &alerts, &notes))
}
