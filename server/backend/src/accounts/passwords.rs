//! Passwords: argon2id, off the threads that answer requests.

use std::{fmt, sync::Arc, thread::available_parallelism};

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::SaltString,
};
use domain::field_error::{FieldCode, FieldError};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{Error, Kind, Result};

/// What hashing a password costs. The default is OWASP's least: 19 MiB, two passes, one lane.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
    /// Fewest characters of a password.
    pub min_length: usize,
}

impl Default for Cost {
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1, min_length: 10 }
    }
}

/// Most characters: beyond, hashing only serves to keep the server busy.
const MAX_LENGTH: usize = 128;

/// The cost asked for cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Less than is safe.
    #[error("passwords must be hashed with at least 19456 KiB and 2 passes")]
    TooCheap,
    /// Argon2 refuses.
    #[error("passwords cannot be hashed at this cost: {0}")]
    Cost(String),
}

/// Hashes and checks passwords.
#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    min_length: usize,
    /// Verified when there is no account, so that an unknown name takes as long as a wrong password.
    decoy: Arc<str>,
    /// Each hash takes its memory: no more at once than there are cores.
    at_once: Arc<Semaphore>,
}

impl Passwords {
    /// Hashing at the given cost.
    ///
    /// # Errors
    /// [`PasswordError`] when it is less than safe, or impossible.
    pub fn new(cost: Cost) -> Result<Self, PasswordError> {
        let least = Cost::default();
        if cost.memory_kib < least.memory_kib || cost.passes < least.passes {
            return Err(PasswordError::TooCheap);
        }
        Self::at(cost)
    }

    /// The least that argon2 allows, for tests.
    ///
    /// # Panics
    /// Never: the cost is allowed.
    #[cfg(any(test, feature = "testing"))]
    #[expect(clippy::expect_used, reason = "for tests only")]
    pub fn cheap() -> Self {
        Self::at(Cost { memory_kib: 8, passes: 1, lanes: 1, min_length: 10 }).expect("argon2's least")
    }

    fn at(cost: Cost) -> Result<Self, PasswordError> {
        let Cost { memory_kib, passes, lanes, min_length } = cost;
        let params = Params::new(memory_kib, passes, lanes, None);
        let params = params.map_err(|error| PasswordError::Cost(error.to_string()))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = hash(&argon2, "decoy").map_err(|error| PasswordError::Cost(error.to_string()))?.into();
        let cores = available_parallelism().map_or(1, usize::from);
        Ok(Self { argon2, min_length, decoy, at_once: Arc::new(Semaphore::new(cores)) })
    }

    /// What is wrong with a new password, if anything.
    pub fn check(&self, field: &str, password: &str) -> Option<FieldError> {
        match password.chars().count() {
            0 => Some(FieldError::new(field, FieldCode::Missing)),
            n if n < self.min_length => {
                Some(FieldError::new(field, FieldCode::Password { min: self.min_length }))
            }
            n if n > MAX_LENGTH => Some(FieldError::new(field, FieldCode::TooLong { max: MAX_LENGTH })),
            _ => None,
        }
    }

    /// Fewest characters of a password.
    pub fn min_length(&self) -> usize {
        self.min_length
    }

    pub(super) async fn hash(&self, password: &str) -> Result<String> {
        let password = Zeroizing::new(password.to_owned());
        self.off_thread(move |argon2| hash(argon2, &password))
            .await?
            .map_err(|e| Error::internal(e.to_string()))
    }

    /// Whether the password fits; without a hash never, and no faster.
    pub(super) async fn fits(&self, password: &str, stored: Option<&str>) -> Result<bool> {
        let password: Zeroizing<String> = Zeroizing::new(password.chars().take(MAX_LENGTH + 1).collect());
        let against = stored.unwrap_or(&self.decoy).to_owned();
        let fits = self
            .off_thread(move |argon2| {
                PasswordHash::new(&against)
                    .is_ok_and(|hash| argon2.verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(fits && stored.is_some())
    }

    async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static,
    ) -> Result<T> {
        let turn = self.at_once.clone().acquire_owned().await;
        let turn = turn.map_err(|error| Error::because(Kind::Unavailable, error))?;
        let argon2 = self.argon2.clone();
        let done = tokio::task::spawn_blocking(move || {
            let outcome = work(&argon2);
            drop(turn);
            outcome
        });
        done.await.map_err(Error::internal)
    }
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String, argon2::password_hash::Error> {
    let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>())?;
    Ok(argon2.hash_password(password.as_bytes(), &salt)?.to_string())
}

impl fmt::Debug for Passwords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Passwords({:?})", self.argon2.params())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_default_cost_is_argon2id_with_19_mib() {
        let passwords = Passwords::new(Cost::default()).unwrap();
        let hash = passwords.hash("correct horse").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.fits("correct horse", Some(&hash)).await.unwrap());
        assert!(!passwords.fits("correct house", Some(&hash)).await.unwrap());
        assert!(!passwords.fits("decoy", None).await.unwrap());
    }

    #[test]
    fn less_than_safe_is_refused() {
        let cheap = Cost { memory_kib: 1024, ..Cost::default() };
        assert!(matches!(Passwords::new(cheap), Err(PasswordError::TooCheap)));
    }

    #[test]
    fn a_short_password_is_told() {
        let passwords = Passwords::cheap();
        let code = |text: &str| passwords.check("password", text).map(|error| error.code.as_str());
        assert_eq!(
            [code(""), code("九个字九个字九个字"), code("yihao-demo-2026")],
            [Some("missing"), Some("password"), None]
        );
    }
}
