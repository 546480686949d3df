//! The two families of algorithms: those of the commercial-cryptography rules (GB/T 39786), and
//! the international ones.

use aes_gcm::{
    Aes256Gcm, AesGcm, KeyInit,
    aead::{Aead, Payload, consts::U12},
};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use sm3::Sm3;
use sm4::Sm4;

type Sm4Gcm = AesGcm<Sm4, U12>;

/// Which algorithms a key is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CipherSuite {
    /// SM4-GCM (GB/T 32907) and HMAC-SM3 (GB/T 32905).
    #[default]
    #[serde(rename = "sm4-gcm+hmac-sm3")]
    Sm,
    /// AES-256-GCM and HMAC-SHA-256.
    #[serde(rename = "aes-256-gcm+hmac-sha-256")]
    International,
}

impl CipherSuite {
    /// Bytes of a key.
    pub(super) fn key_length(self) -> usize {
        match self {
            Self::Sm => 16,
            Self::International => 32,
        }
    }

    pub(super) fn seal(self, key: &[u8], nonce: &[u8; 12], aad: &[u8], msg: &[u8]) -> Option<Vec<u8>> {
        let payload = Payload { msg, aad };
        match self {
            Self::Sm => Sm4Gcm::new_from_slice(key).ok()?.encrypt(&(*nonce).into(), payload).ok(),
            Self::International => {
                Aes256Gcm::new_from_slice(key).ok()?.encrypt(&(*nonce).into(), payload).ok()
            }
        }
    }

    pub(super) fn open(self, key: &[u8], nonce: &[u8; 12], aad: &[u8], msg: &[u8]) -> Option<Vec<u8>> {
        let payload = Payload { msg, aad };
        match self {
            Self::Sm => Sm4Gcm::new_from_slice(key).ok()?.decrypt(&(*nonce).into(), payload).ok(),
            Self::International => {
                Aes256Gcm::new_from_slice(key).ok()?.decrypt(&(*nonce).into(), payload).ok()
            }
        }
    }

    /// HMAC over the parts, one after the other. It takes keys of any length.
    pub(crate) fn mac(self, key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
        match self {
            Self::Sm => hmac::<Hmac<Sm3>>(key, parts),
            Self::International => hmac::<Hmac<Sha256>>(key, parts),
        }
    }
}

fn hmac<M: Mac + KeyInit>(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    // HMAC takes a key of any length, so this cannot fail; an empty hash would find nothing.
    let Ok(mut mac) = <M as KeyInit>::new_from_slice(key) else { return Vec::new() };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}
