//! What certificates fix is looked at once more before a draft is submitted: they may have been
//! replaced, revoked or lapsed since it was begun.

use crate::drafts::{self, DraftView};
use crate::{Error, Result, Services};
use domain::field_error::{FieldCode, FieldError};
use domain::intake::FormSpec;
use domain::prefill::Prefilled;

/// Brings the fixed answers of a draft up to date. Where one has changed, the draft has the new value
/// (or, where no certificate states it any more, the old one to be corrected) and is not submitted
/// before its author has seen it.
///
/// # Errors
/// [`crate::Kind::Invalid`] with [`FieldCode::Stated`] for each that has changed, or
/// [`FieldCode::NoCertificate`] where none states it now.
pub(crate) async fn verify(services: &Services, form: &FormSpec, draft: &DraftView) -> Result<()> {
    if draft.prefilled.values().all(|mark| mark.correctable) {
        return Ok(());
    }
    let mut now = super::answers(services, form, draft).await?;
    let mut fresh = draft.clone();
    let mut changed = Vec::new();
    for (key, _) in draft.prefilled.iter().filter(|(_, mark)| !mark.correctable) {
        match now.remove(key).filter(|one| !one.mark.correctable) {
            Some(one) if draft.answers.get(key) == Some(&one.value) => {}
            Some(Prefilled { value, mark }) => {
                fresh.answers.insert(key.clone(), value);
                fresh.prefilled.insert(key.clone(), mark);
                changed.push(FieldError::new(key, FieldCode::Stated));
            }
            None => {
                fresh.prefilled.remove(key);
                changed.push(FieldError::new(key, FieldCode::NoCertificate));
            }
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let tx = services.db.begin().await?;
    drafts::write(&tx, services, &mut fresh).await?;
    tx.commit().await?;
    Err(Error::invalid(changed))
}
