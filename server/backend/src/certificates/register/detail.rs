//! One certificate with its versions, what was done with it, and who used it.

use chrono::{DateTime, Utc};
use domain::permission::Actor;
use entity::{access, certificate};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use crate::access::{self as ledger, Access, Act};
use crate::certificates::event::{self, CertificateEvent};
use crate::certificates::kind::{self, CertificateKind};
use crate::certificates::summary::{self, Summary};
use crate::certificates::{Certificate, held};
use crate::{Error, Portal, Result};

/// Uses that are shown.
const USES: u64 = 50;
/// Why staff look at a certificate, as its holder reads it.
const REASON: &str = "证照管理";

/// One certificate with all that its department may see.
#[derive(Clone, Debug)]
pub struct Detail {
    /// This version.
    pub certificate: Certificate,
    /// The name of its holder: a person's masked.
    pub holder: String,
    /// Its type.
    pub kind: CertificateKind,
    /// Every version, newest first.
    pub versions: Vec<Summary>,
    /// What was done with any of them, newest first.
    pub events: Vec<CertificateEvent>,
    /// Its latest uses.
    pub uses: Vec<Use>,
}

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom, as they were called then.
    pub who: String,
    /// What was done; none for a word of a later release.
    pub act: Option<Act>,
    /// Why.
    pub reason: String,
}

/// One certificate of the actor's department. That they looked stands in the holder's ledger.
///
/// # Errors
/// [`crate::Kind::Denied`] to all but reviewers; [`crate::Kind::NotFound`] for what another department
/// issued.
pub async fn detail(portal: &Portal, actor: &Actor, id: Uuid) -> Result<Detail> {
    let department = super::department(actor)?;
    let db = &portal.db.read;
    let row = certificate::Entity::find_by_id(id).one(db).await?;
    let row = row.filter(|row| row.department_id == Some(department)).ok_or_else(Error::not_found)?;
    let same = certificate::Entity::find()
        .filter(certificate::COLUMN.serial.eq(row.serial.clone()))
        .filter(certificate::COLUMN.code.eq(row.code.clone()))
        .filter(certificate::COLUMN.issuer_code.eq(row.issuer_code.clone()));
    let mut versions = summary::found(db, same).await?;
    versions.sort_by_key(|version| std::cmp::Reverse(version.version));
    let ids: Vec<Uuid> = versions.iter().map(|version| version.id).collect();
    let certificate = held::opened(&portal.keys, row)?;
    let own = versions.iter().find(|version| version.id == id).cloned().into_iter().collect();
    let named = super::named(portal, own).await?;
    let found = Detail {
        kind: kind::kind(db, &certificate.code).await?,
        holder: named.into_iter().map(|(_, name)| name).next().unwrap_or_default(),
        events: event::of(db, ids.clone()).await?,
        uses: uses(portal, ids).await?,
        versions,
        certificate,
    };
    told(portal, actor, &found.certificate).await?;
    Ok(found)
}

async fn told(portal: &Portal, actor: &Actor, certificate: &Certificate) -> Result<()> {
    let line = Access::new(certificate.holder, Act::LookedUp, certificate.code.clone(), REASON);
    let line = Access { certificate: Some(certificate.id), ..line };
    ledger::record(&portal.db.write, portal.clock.now(), actor, vec![line]).await
}

async fn uses(portal: &Portal, certificates: Vec<Uuid>) -> Result<Vec<Use>> {
    let rows = access::Entity::find()
        .filter(access::COLUMN.certificate_id.is_in(certificates))
        .order_by_desc(access::Column::At)
        .order_by_desc(access::Column::Id)
        .limit(USES)
        .all(&portal.db.read)
        .await?;
    let read = |row: access::Model| Use {
        at: row.at,
        who: row.actor_name,
        act: Act::parse(&row.act),
        reason: row.reason,
    };
    Ok(rows.into_iter().map(read).collect())
}
