//! What a decision makes of certificates: granting issues one, or a new version of the one that is held;
//! taking the decision back withdraws it.
//!
//! The electronic certificate comes with the decision (行政许可法 art. 39), not with the paper: 制证 and
//! 送达 tell of the paper. Everything happens in the transaction of the decision, done by the portal.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::case::{Case, Event, Outcome};
use domain::certificate::{Operation, Status, id_card_years};
use domain::intake::Answers;
use domain::permission::Actor;
use entity::{case_file, certificate, legal_entity, person};
use sea_orm::{ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::held::whose;
use super::kind::{self, Again, CertificateKind, HolderKind, Known, Numbering};
use super::operate::{self, NewVersion};
use super::{NewCertificate, Occasion, back, issue};
use crate::cases::record::Moment;
use crate::catalogue::IntakeItem;
use crate::crypto::{Field, Keys};
use crate::holder::Holder;
use crate::{Result, persons};

/// Digits of a code of implementation before those of the situation.
const BODY: usize = 31;

/// What has to be known of a case to issue what it grants.
pub(crate) struct Grant<'a> {
    pub keys: &'a Keys,
    /// The type of certificate that its item yields.
    pub code: Option<&'a str>,
    /// The situation that was applied in.
    pub situation: Option<&'a str>,
    /// The organisation it is for.
    pub entity: Option<Uuid>,
    /// What was answered.
    pub form: Form<'a>,
}

impl<'a> Grant<'a> {
    /// What a stored case issues.
    pub fn of(keys: &'a Keys, row: &'a case_file::Model, item: &'a IntakeItem) -> Self {
        let chosen = row.implementation_code.get(BODY..).filter(|code| !code.is_empty());
        Self {
            keys,
            code: item.result_certificate.as_deref(),
            situation: chosen.or_else(|| item.situations.first().map(|first| first.code.as_str())),
            entity: row.entity_id,
            form: Form::Sealed(&row.form_cipher),
        }
    }
}

/// The answers of a form, as they are at hand.
pub(crate) enum Form<'a> {
    Sealed(&'a str),
    Open(&'a Answers),
}

/// What follows from events.
pub(crate) async fn follow(
    tx: &impl ConnectionTrait,
    grant: Option<&Grant<'_>>,
    case_id: Uuid,
    case: &Case,
    events: &[Event],
    moment: &Moment<'_>,
) -> Result<()> {
    let portal = Actor::portal();
    let occasion = |reason: &str| Occasion {
        actor: &portal,
        at: moment.at,
        today: moment.today,
        reason: reason.to_owned(),
        case: Some(case_id),
    };
    for event in events {
        if let Some(reason) = taken_back(event) {
            back::take(tx, &occasion(reason), case_id).await?;
        }
        let granted = matches!(event, Event::Decided { outcome: Outcome::Granted, .. });
        if let Some(grant) = grant.filter(|_| granted) {
            issued(tx, grant, case, &occasion("准予决定")).await?;
        }
    }
    Ok(())
}

/// Why a decision is no longer there, where it is not.
fn taken_back(event: &Event) -> Option<&'static str> {
    match event {
        Event::Voided { .. } => Some("办件作废"),
        Event::CommitmentVerified { kept: false, .. } => Some("承诺不实，撤销决定"),
        Event::PersonAsked { .. } => Some("申请转人工，重新审查"),
        _ => None,
    }
}

/// Types that the program does not know, and departments without a credit code, issue on paper.
async fn issued(
    tx: &impl ConnectionTrait,
    grant: &Grant<'_>,
    case: &Case,
    occasion: &Occasion<'_>,
) -> Result<()> {
    let Some((code, known)) = grant.code.and_then(|code| Some((code, kind::known(code)?))) else {
        return Ok(());
    };
    let kind = kind::kind(tx, code).await?;
    let holder = grant.entity.filter(|_| kind.holder != HolderKind::Person);
    let holder = holder.map_or(Holder::Person(case.applicant), Holder::Entity);
    let current = if known.again == Again::Another { None } else { current(tx, holder, code).await? };
    if let (Some("05"), Some(current)) = (grant.situation, &current) {
        return operate::cancel(tx, occasion, current.id).await.map(drop);
    }
    match current.filter(|_| follows(known, grant.situation)) {
        _ if grant.situation == Some("05") => Ok(()),
        // Who has had it taken away for a time gets no other meanwhile.
        Some(held) if held.status == Status::Suspended.as_str() => Ok(()),
        Some(held) => version(tx, grant, &kind, &held, occasion).await,
        None => first(tx, grant, known, &kind, holder, case, occasion).await,
    }
}

/// Whether granting it once more makes a new version of what is held.
fn follows(known: &Known, situation: Option<&str>) -> bool {
    match known.again {
        Again::One => true,
        Again::BySituation => matches!(situation, Some("02" | "03" | "04")),
        Again::Another => false,
    }
}

/// The latest that can go on.
async fn current(
    tx: &impl ConnectionTrait,
    holder: Holder,
    code: &str,
) -> Result<Option<certificate::Model>> {
    let alive = [Status::Valid, Status::Suspended, Status::Lapsed].map(Status::as_str);
    let found = certificate::Entity::find()
        .filter(whose(holder))
        .filter(certificate::COLUMN.code.eq(code))
        .filter(certificate::COLUMN.superseded.eq(false))
        .filter(certificate::COLUMN.status.is_in(alive))
        .order_by_desc(certificate::Column::IssuedOn);
    Ok(found.one(tx).await?)
}

/// 变更 and 补证 leave the term as it is, unless it is over; all else begins a new one.
async fn version(
    tx: &impl ConnectionTrait,
    grant: &Grant<'_>,
    kind: &CertificateKind,
    held: &certificate::Model,
    occasion: &Occasion<'_>,
) -> Result<()> {
    let today = occasion.today;
    let over = held.status != Status::Valid.as_str() || held.valid_until.is_some_and(|last| last < today);
    let stays = matches!(grant.situation, Some("02" | "04")) || kind.valid_months.is_none();
    let data = particulars(grant, kind, occasion)?;
    let (operation, term) = if stays && !over {
        (Operation::Change, None)
    } else {
        let next = held.valid_until.and_then(|last| last.succ_opt()).unwrap_or(today).max(today);
        (Operation::Renew, Some((today, term(tx, kind, held.person_id, next).await?)))
    };
    let new = NewVersion { term, data };
    operate::version(tx, grant.keys, occasion, operation, held.id, new).await.map(drop)
}

async fn first(
    tx: &impl ConnectionTrait,
    grant: &Grant<'_>,
    known: &Known,
    kind: &CertificateKind,
    holder: Holder,
    case: &Case,
    occasion: &Occasion<'_>,
) -> Result<()> {
    let issuer = issue::issuer(tx, kind, Some(case.department)).await?;
    let new = NewCertificate {
        number: number(tx, grant.keys, known, holder).await?,
        valid_until: term(tx, kind, holder.person(), occasion.today).await?,
        data: particulars(grant, kind, occasion)?,
        department: Some(case.department),
        ..NewCertificate::from(kind, holder, occasion.today)
    };
    match issue::first(grant.keys, occasion, kind, &issuer, new) {
        Ok(row) => issue::insert(tx, grant.keys, occasion, Operation::Issue, row).await.map(drop),
        Err(error) if matches!(error.kind(), crate::Kind::Conflict) => {
            tracing::warn!(code = kind.code, department = issuer.key, "no certificate can be issued here");
            Ok(())
        }
        Err(error) => Err(error),
    }
}

/// The number a new certificate has; none for one of its own.
pub(super) async fn number(
    tx: &impl ConnectionTrait,
    keys: &Keys,
    known: &Known,
    holder: Holder,
) -> Result<Option<String>> {
    Ok(match (known.number, holder) {
        (Numbering::Holder, Holder::Person(id)) => {
            let row = persons::row(tx, id).await?;
            Some(persons::number_of(keys, &row)?.reveal().to_owned())
        }
        (Numbering::CreditCode, Holder::Entity(id)) => {
            legal_entity::Entity::find_by_id(id).one(tx).await?.map(|entity| entity.code)
        }
        (
            Numbering::Holder | Numbering::CreditCode | Numbering::Own,
            Holder::Person(_) | Holder::Entity(_),
        ) => None,
    })
}

/// The last day of a term. That of an ID card follows from the holder's age.
pub(super) async fn term(
    tx: &impl ConnectionTrait,
    kind: &CertificateKind,
    holder: Option<Uuid>,
    from: NaiveDate,
) -> Result<Option<NaiveDate>> {
    if kind.code != "EC_IDCARD" {
        return Ok(issue::last_day(kind, from));
    }
    let Some(holder) = holder else { return Ok(issue::last_day(kind, from)) };
    let person = person::Entity::find_by_id(holder).one(tx).await?;
    let age = person.and_then(|person| from.years_since(person.birth_date?)).unwrap_or_default();
    let months = id_card_years(age).map(|years| years.saturating_mul(12));
    Ok(issue::last_day(&CertificateKind { valid_months: months, ..kind.clone() }, from))
}

/// What was answered to questions that have the keys of its own particulars.
fn particulars(
    grant: &Grant<'_>,
    kind: &CertificateKind,
    occasion: &Occasion<'_>,
) -> Result<BTreeMap<String, String>> {
    let own = |answers: &Answers| {
        let value = |key: &String| answers.get(key).filter(|value| !value.is_empty()).cloned();
        kind.fields.iter().filter_map(|field| Some((field.key.clone(), value(&field.key)?))).collect()
    };
    match grant.form {
        Form::Open(answers) => Ok(own(answers)),
        Form::Sealed(sealed) => {
            let case = occasion.case.unwrap_or_default();
            Ok(own(&serde_json::from_str(&grant.keys.open(Field::CASE_FORM.of(case), sealed)?)?))
        }
    }
}
