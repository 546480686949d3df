//! Somebody who is new in the demonstration city: the certificates that a population register has of
//! everybody, so that whoever tries the portal with a number of their own meets what citizens meet.

use domain::permission::Actor;
use domain::resident_id::Kind;
use uuid::Uuid;

use super::certificates::holders_number;
use crate::certificates::{NewCertificate, Occasion, issue, kind, summaries};
use crate::holder::Holder;
use crate::{Result, Services, persons};

/// Issues them, where the library has nothing of this person yet. Call it in demonstrations only.
///
/// # Errors
/// Storage errors.
pub async fn newcomer(services: &Services, person: Uuid) -> Result<()> {
    let holder = Holder::Person(person);
    let tx = services.db.begin().await?;
    if !summaries(&tx, holder).await?.is_empty() {
        return Ok(());
    }
    let row = persons::row(&tx, person).await?;
    let number = persons::number_of(&services.keys, &row)?;
    let actor = Actor::portal();
    let occasion = Occasion::now(services, &actor, "");
    for code in papers(number.kind(), row.hukou_division.is_some()) {
        let own = holders_number(code).then(|| number.reveal().to_owned());
        let new = NewCertificate::from(&kind(&tx, code).await?, holder, occasion.today);
        issue(&tx, &services.keys, &occasion, NewCertificate { number: own, ..new }).await?;
    }
    Ok(tx.commit().await?)
}

/// What somebody with such a number has; a household book and a social security card only where
/// their household is known.
fn papers(kind: Kind, household: bool) -> Vec<&'static str> {
    let identity = match kind {
        Kind::Resident => Some("EC_IDCARD"),
        Kind::HongKong | Kind::Macao | Kind::Taiwan | Kind::ForeignPermanent => None,
    };
    let household = if household { vec!["EC_HUKOU", "EC_SSCARD"] } else { Vec::new() };
    identity.into_iter().chain(household).collect()
}
