//! What somebody holds, in the words of the API.

use app::lang::Lang;
use backend::Holder;
use backend::certificates::Summary;
use backend::delegations::Delegation;
use backend::eligibility::Entitlement;
use backend::one_number::Expiring;
use backend::persons::mask_name;
use chrono::NaiveDate;
use domain::certificate::Unfit;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A certificate, without its number and particulars.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct CertificateBody {
    id: Uuid,
    /// The code of its type: EC_IDCARD.
    #[serde(rename = "type")]
    kind: String,
    name: String,
    /// 电子证照标识, without its root.
    identifier: String,
    issuer: String,
    /// valid, suspended, withdrawn, cancelled, lapsed, transferred, revoked or other.
    status: &'static str,
    /// The last day; none where it does not lapse.
    valid_until: Option<NaiveDate>,
    /// Whether it may be relied on today.
    fit: bool,
    /// Why not: superseded, status, not_yet_valid, expired or other_holder.
    unfit: Option<&'static str>,
}

impl CertificateBody {
    pub fn new(lang: Lang, one: &Summary, today: NaiveDate) -> Self {
        let fit = one.standing.fit(today);
        Self {
            id: one.id,
            kind: one.code.clone(),
            name: lang.pick(&one.name, &one.name_en).to_owned(),
            identifier: one.identifier.clone(),
            issuer: one.issuer.clone(),
            status: one.standing.status.as_str(),
            valid_until: one.standing.valid_until,
            fit: fit.is_ok(),
            unfit: fit.err().map(why),
        }
    }
}

fn why(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Superseded => "superseded",
        Unfit::Status(_) => "status",
        Unfit::NotYetValid => "not_yet_valid",
        Unfit::Expired => "expired",
        Unfit::OtherHolder => "other_holder",
    }
}

/// A certificate that lapses, and what renews it.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct ExpiringBody {
    /// The code of its type.
    #[serde(rename = "type")]
    kind: String,
    name: String,
    valid_until: NaiveDate,
    /// Days left after today; below nought once past.
    days: i64,
    /// The item that gives it again.
    item_id: Option<String>,
    /// In which situation of it.
    situation: Option<String>,
}

impl ExpiringBody {
    pub fn new(lang: Lang, one: &Expiring) -> Self {
        Self {
            kind: one.code.clone(),
            name: lang.pick(&one.name, &one.name_en).to_owned(),
            valid_until: one.valid_until,
            days: one.days,
            item_id: one.renewal.as_ref().map(|renewal| renewal.item_id.clone()),
            situation: one.renewal.as_ref().and_then(|renewal| renewal.situation.clone()),
        }
    }
}

/// An item that somebody may have.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct EntitledBody {
    item_id: String,
    item_name: String,
    /// Whether every condition is met.
    certain: bool,
    /// The conditions in words, never the facts behind them; or the one question that is open.
    reason: String,
}

impl EntitledBody {
    pub fn new(lang: Lang, one: &Entitlement) -> Self {
        let met = one.reasons.iter().map(|reason| lang.t(reason.zh.as_str(), reason.en.as_str()));
        let met: Vec<&str> = met.collect();
        let reason = match &one.lacking {
            None => met.join(lang.t("；", "; ")),
            Some(question) => lang.t(question.zh.as_str(), question.en.as_str()).to_owned(),
        };
        Self {
            item_id: one.item.clone(),
            item_name: lang.pick(&one.name, &one.name_en).to_owned(),
            certain: one.lacking.is_none(),
            reason,
        }
    }
}

/// Who acts for whom, seen from one side.
#[derive(Serialize, ToSchema)]
pub(in crate::api_v1) struct DelegationBody {
    id: Uuid,
    /// given: somebody acts for this one; received: this one acts for somebody.
    side: &'static str,
    /// The other side: a person's name masked, an organisation's in full.
    name: String,
    /// Ids of the items; empty means all.
    items: Vec<String>,
    valid_from: NaiveDate,
    valid_until: NaiveDate,
    /// offered, not_yet, in_force, over or revoked.
    state: &'static str,
}

impl DelegationBody {
    pub fn given(one: &Delegation, today: NaiveDate) -> Self {
        Self::new(one, "given", mask_name(&one.agent.name), today)
    }

    pub fn received(one: &Delegation, today: NaiveDate) -> Self {
        let name = match one.principal {
            Holder::Person(_) => mask_name(&one.principal_name),
            Holder::Entity(_) => one.principal_name.clone(),
        };
        Self::new(one, "received", name, today)
    }

    fn new(one: &Delegation, side: &'static str, name: String, today: NaiveDate) -> Self {
        Self {
            id: one.id,
            side,
            name,
            items: one.items.clone(),
            valid_from: one.valid_from,
            valid_until: one.valid_until,
            state: one.state(today).as_str(),
        }
    }
}
