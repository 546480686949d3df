//! The names beside the items: types of certificates, themes and life events.

use super::super::{CertificateType, themes};
use super::Plan;
use crate::db::Tx;
use crate::repo::item as rows;
use crate::{Result, settings};

/// Writes them; those known are brought up to date.
pub(super) async fn save(tx: &Tx, plan: &Plan) -> Result<()> {
    let kinds = plan.file.e_certificates.iter().map(|kind| CertificateType {
        code: kind.code.clone(),
        name: kind.name.clone(),
        name_en: kind.name_en.clone(),
        issuer: kind.issuing_department.clone(),
    });
    rows::save_certificates(tx, kinds.collect()).await?;
    if let Some(themes) = &plan.themes {
        settings::put(tx, themes::THEMES, themes).await?;
    }
    if let Some(events) = &plan.events {
        settings::put(tx, themes::EVENTS, events).await?;
    }
    Ok(())
}
