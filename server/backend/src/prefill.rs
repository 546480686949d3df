//! 预填: a new draft is filled in with what is known of whom it is for. Each answer is marked with its
//! source; the owner of the data reads one line of it in the ledger. What somebody has gone on with is
//! never overwritten.

mod gather;
mod verify;

pub(crate) use verify::verify;

use crate::access::{self, Access, Act};
use crate::drafts::{self, DraftView};
use crate::{Holder, Result, Services};
use domain::intake::FormSpec;
use domain::permission::Actor;
use domain::prefill::{Prefilled, prefill};
use std::collections::{BTreeMap, BTreeSet};

/// What the owner reads in the ledger.
const REASON: &str = "申请时自动填表，免得重复填写";

/// Fills in a draft that has just been begun; any other is given back as it is.
///
/// # Errors
/// Storage errors.
pub async fn fill(
    services: &Services,
    actor: &Actor,
    form: &FormSpec,
    mut draft: DraftView,
) -> Result<DraftView> {
    let Some(holder) = draft.holder().filter(|_| is_new(&draft)) else { return Ok(draft) };
    let answers = answers(services, form, &draft).await?;
    if answers.is_empty() {
        return Ok(draft);
    }
    let tx = services.db.begin().await?;
    for (key, Prefilled { value, mark }) in answers {
        draft.answers.insert(key.clone(), value);
        draft.prefilled.insert(key, mark);
    }
    drafts::write(&tx, services, &mut draft).await?;
    access::record(&tx, services.clock.now(), actor, vec![line(holder, &draft)]).await?;
    tx.commit().await?;
    Ok(draft)
}

/// What is known of whom a draft is for, as answers to a form.
async fn answers(
    services: &Services,
    form: &FormSpec,
    draft: &DraftView,
) -> Result<BTreeMap<String, Prefilled>> {
    let known = gather::gather(services, form, draft.person_id, draft.entity_id).await?;
    Ok(prefill(form, &known, services.clock.today()))
}

/// Nobody has typed anything yet.
fn is_new(draft: &DraftView) -> bool {
    draft.version == 1 && draft.answers.is_empty() && draft.prefilled.is_empty()
}

/// One line for all of it, however many answers there are: from which sources, for which item.
fn line(holder: Holder, draft: &DraftView) -> Access {
    let sources: BTreeSet<&str> = draft.prefilled.values().map(|mark| mark.origin.what()).collect();
    let sources: Vec<&str> = sources.into_iter().collect();
    Access {
        item: Some(draft.item_id.clone()),
        ..Access::new(holder, Act::Prefilled, sources.join(","), REASON)
    }
}

#[cfg(test)]
mod tests;
