//! The form that shows an item as it is.

use domain::money::Fen;

use super::super::super::row;
use super::ItemForm;
use super::boxes::box_of;
use crate::repo::item as rows;
use crate::{Db, Result};

/// Fills it.
pub(in crate::catalogue) async fn form(db: &Db, id: &str) -> Result<ItemForm> {
    let (item, _) = rows::item(&db.read, id).await?;
    let subjects = rows::subjects(&db.read, Some(id)).await?.remove(id).unwrap_or_default();
    let text = row::guide(&item)?;
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let flags = row::flags(&item);
    Ok(ItemForm {
        version: item.version.to_string(),
        name: item.name,
        name_en: item.name_en.unwrap_or_default(),
        theme: item.theme,
        state: item.state,
        case_kind: item.case_kind,
        subject: subjects.join(" "),
        legal_value: number(item.legal_value),
        legal_unit: item.legal_unit.unwrap_or_default(),
        promise_value: number(item.promise_value),
        promise_unit: item.promise_unit.unwrap_or_default(),
        charged: box_of(item.charged),
        fee_text: item.fee_text,
        fee_amount: item.fee_fen.map(yuan).unwrap_or_default(),
        pay_online: box_of(text.online_pay == Some(true)),
        visits: item.visits.to_string(),
        onsite_reason: text.onsite_reason.unwrap_or_default(),
        consult_phone: text.consult_phone.unwrap_or_default(),
        complaint_phone: text.complaint_phone.unwrap_or_default(),
        eligibility: text.eligibility,
        conditions: text.conditions.join("\n"),
        keywords: text.keywords.join("\n"),
        law: text.law,
        note: text.note,
        ..ItemForm::default()
    }
    .with_flags(flags))
}

/// Yuan without a sign, as one types it.
fn yuan(fen: i64) -> String {
    Fen(fen).to_string().replace('¥', "")
}
