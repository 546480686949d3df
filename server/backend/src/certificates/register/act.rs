//! What a reviewer does to a certificate of their department.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::certificate::{Operation, Standing};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Actor;
use uuid::Uuid;

use super::by_hand::particulars;
use crate::certificates::granted::term;
use crate::certificates::{Occasion, change, held, kind, may, operate, renew};
use crate::{Error, Portal, Result};

/// What staff do by hand, in the order in which it is offered.
const BY_HAND: [Operation; 7] = [
    Operation::Renew,
    Operation::Change,
    Operation::Suspend,
    Operation::Release,
    Operation::Cancel,
    Operation::Withdraw,
    Operation::Revoke,
];

/// What is typed with it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// Why.
    pub reason: String,
    /// 延续: the last day of the new term; as the type says where there is none.
    pub until: Option<NaiveDate>,
    /// 变更: the particulars as they are from now on.
    pub data: BTreeMap<String, String>,
}

/// What the actor may do to it on a day.
pub fn offered(
    actor: &Actor,
    department: Option<Uuid>,
    standing: &Standing,
    today: NaiveDate,
) -> Vec<Operation> {
    let possible = |operation: &Operation| {
        may(actor, *operation, department).is_ok() && operation.on(standing, today).is_ok()
    };
    BY_HAND.into_iter().filter(possible).collect()
}

/// Does it; the version that counts afterwards.
///
/// # Errors
/// [`crate::Kind::Invalid`] on `reason`, `until` or a particular; else as [`operate`].
pub async fn act(
    portal: &Portal,
    actor: &Actor,
    id: Uuid,
    operation: Operation,
    typed: Typed,
) -> Result<Uuid> {
    if !BY_HAND.contains(&operation) {
        return Err(Error::not_found());
    }
    let occasion = Occasion::now(portal, actor, typed.reason);
    let tx = portal.db.begin().await?;
    let held = held::one(&tx, &portal.keys, id).await?;
    may(actor, operation, held.department_id)?;
    let kind = kind(&tx, &held.code).await?;
    let keys = &portal.keys;
    let id = match operation {
        Operation::Renew => {
            let from = occasion.today;
            let until = match typed.until {
                Some(until) if until < from => {
                    return Err(Error::invalid(vec![FieldError::new("until", FieldCode::Past)]));
                }
                Some(until) => Some(until),
                None => term(&tx, &kind, held.holder.person(), from).await?,
            };
            renew(&tx, keys, &occasion, id, (from, until), BTreeMap::new()).await?.id
        }
        Operation::Change => change(&tx, keys, &occasion, id, particulars(&kind, &typed.data)?).await?.id,
        Operation::Issue
        | Operation::Suspend
        | Operation::Release
        | Operation::Withdraw
        | Operation::Cancel
        | Operation::Revoke
        | Operation::Lapse
        | Operation::TransferIn
        | Operation::CancelTransfer
        | Operation::Other => {
            operate(&tx, &occasion, operation, id).await?;
            id
        }
    };
    tx.commit().await?;
    Ok(id)
}
