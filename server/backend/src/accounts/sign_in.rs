//! Signing in, by name or by identity number.

use domain::{permission::Actor, resident_id::ResidentId};
use entity::account;
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter};

use super::{Account, by_username, of_person};
use crate::{
    Error, Portal, Result,
    audit::{self, Entry},
    persons,
};

/// Checks a name or identity number and a password. An unknown name, a wrong password and a
/// closed account are refused alike, and after the same time.
///
/// # Errors
/// [`crate::Kind::Denied`] when they do not fit.
pub async fn sign_in(portal: &Portal, name: &str, password: &str) -> Result<Account> {
    let found = find(portal, name).await?;
    let stored = found.as_ref().map(|account| account.password_hash.as_str());
    let fits = portal.passwords.fits(password, stored).await?;
    match found {
        Some(account) if fits && account.active => admit(portal, account).await,
        refused => {
            tell(portal, refused.as_ref()).await?;
            Err(Error::denied())
        }
    }
}

async fn find(portal: &Portal, name: &str) -> Result<Option<account::Model>> {
    let db = &portal.db.read;
    match ResidentId::parse(name, portal.clock.today()) {
        Ok(number) => match persons::by_number(db, &portal.keys, &number).await? {
            Some(person) => of_person(db, person.id).await,
            None => Ok(None),
        },
        Err(_) => by_username(db, name).await,
    }
}

async fn admit(portal: &Portal, row: account::Model) -> Result<Account> {
    let now = portal.clock.now();
    let mut account = Account::try_from(row)?;
    let tx = portal.db.begin().await?;
    let seen = account::ActiveModel { last_sign_in_at: Set(Some(now)), ..Default::default() };
    account::Entity::update_many().set(seen).filter(account::COLUMN.id.eq(account.id)).exec(&tx).await?;
    let entry = Entry::new(&account.actor(), "account.sign_in", format!("account/{}", account.id));
    audit::record(&tx, now, entry).await?;
    tx.commit().await?;
    account.last_sign_in_at = Some(now);
    Ok(account)
}

/// A failure goes into the trail; a name that is nobody's does not, for people type passwords and
/// numbers into the wrong field.
async fn tell(portal: &Portal, account: Option<&account::Model>) -> Result<()> {
    let subject = account.map_or_else(|| "account/unknown".to_owned(), |row| format!("account/{}", row.id));
    let entry = Entry::new(&Actor::portal(), "account.sign_in_refused", subject);
    audit::record(&portal.db.write, portal.clock.now(), entry).await
}
