mod file;

use uuid::Uuid;

use sm4::{
    Sm4,
    cipher::{BlockCipherEncrypt, KeyInit},
};

use super::*;

fn bytes(text: &str) -> Vec<u8> {
    hex::decode(text).unwrap()
}

/// GB/T 32905 annex A: SM3 of "abc".
#[test]
fn sm3_agrees_with_the_standard() {
    use sm3::Digest;
    let digest = sm3::Sm3::digest(b"abc");
    assert_eq!(hex::encode(digest), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

/// GB/T 32907 annex A, example 1.
#[test]
fn sm4_agrees_with_the_standard() {
    let text = bytes("0123456789abcdeffedcba9876543210");
    let mut block = <[u8; 16]>::try_from(text.as_slice()).unwrap().into();
    Sm4::new_from_slice(&text).unwrap().encrypt_block(&mut block);
    assert_eq!(hex::encode(block), "681edf34d206965e86b3e94f536e4246");
}

/// RFC 8998, appendix A.1.
#[test]
fn sm4_gcm_agrees_with_the_rfc() {
    let plain = bytes(
        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd\
         eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
    );
    let nonce: [u8; 12] = bytes("00001234567800000000abcd").try_into().unwrap();
    let aad = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let key = bytes("0123456789abcdeffedcba9876543210");
    let sealed = CipherSuite::Sm.seal(&key, &nonce, &aad, &plain).unwrap();
    assert_eq!(
        hex::encode(sealed),
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735\
         d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d\
         83de3541e4c2b58177e065a9bf7b62ec"
    );
}

/// Computed by Python: `hmac.new(key, text, 'sm3')`; the SHA-256 one is RFC 4231, case 2.
#[test]
fn the_macs_agree_with_an_independent_one() {
    let mac = |suite: CipherSuite, key: &[u8], text: &[u8]| hex::encode(suite.mac(key, &[text]));
    let text = b"what do ya want for nothing?";
    assert_eq!(
        mac(CipherSuite::Sm, b"Jefe", text),
        "2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882"
    );
    assert_eq!(
        mac(CipherSuite::International, b"Jefe", text),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    let key: Vec<u8> = (0..16).collect();
    assert_eq!(
        mac(CipherSuite::Sm, &key, b"person.number\x00229901199001011234"),
        "3f8d38e8b49e253ed76b9f02dbbe103aa7e68d8d4618a46e69235c648c6b832f"
    );
}

#[test]
fn what_is_sealed_opens_again_for_the_same_field_only() {
    for suite in [CipherSuite::Sm, CipherSuite::International] {
        let keys = Keys::random(suite);
        let sealed = keys.seal(Field::PERSON_PHONE, "13800000000").unwrap();
        assert!(sealed.starts_with("v1:") && !sealed.contains("138"));
        assert_eq!(*keys.open(Field::PERSON_PHONE, &sealed).unwrap(), "13800000000");
        assert!(keys.open(Field::PERSON_ADDRESS, &sealed).is_err());
        assert_ne!(sealed, keys.seal(Field::PERSON_PHONE, "13800000000").unwrap());
    }
}

#[test]
fn a_wrong_key_or_an_altered_text_is_told() {
    let keys = Keys::random(CipherSuite::Sm);
    let sealed = keys.seal(Field::CASE_FORM, "{}").unwrap();
    let told = |keys: &Keys, text: &str| keys.open(Field::CASE_FORM, text).unwrap_err().causes().join(" ");
    assert!(told(&Keys::random(CipherSuite::Sm), &sealed).contains("wrong key"));
    assert!(told(&keys, &sealed.replace("v1:", "v9:")).contains("version 9"));
    assert!(told(&keys, "v1:AAAA").contains("not a ciphertext"));
    let last = if sealed.ends_with('A') { 'B' } else { 'A' };
    let mut altered = sealed.clone();
    altered.pop();
    assert!(!told(&keys, &format!("{altered}{last}")).is_empty());
}

#[test]
fn what_is_sealed_for_one_row_opens_in_no_other() {
    for suite in [CipherSuite::Sm, CipherSuite::International] {
        let keys = Keys::random(suite);
        let (one, two) = (Uuid::now_v7(), Uuid::now_v7());
        let sealed = keys.seal(Field::PERSON_NUMBER.of(one), "x").unwrap();
        assert!(sealed.starts_with("r1:"));
        assert_eq!(*keys.open(Field::PERSON_NUMBER.of(one), &sealed).unwrap(), "x");
        assert!(keys.open(Field::PERSON_NUMBER.of(two), &sealed).is_err());
        assert!(keys.open(Field::PERSON_PHONE.of(one), &sealed).is_err());
        assert!(keys.open(Field::PERSON_NUMBER, &sealed).is_err());
        assert!(keys.open(Field::PERSON_NUMBER.of(one), &sealed.replace("r1:", "v1:")).is_err());
        // Sealed before rows were bound.
        let old = keys.seal(Field::PERSON_NUMBER, "x").unwrap();
        assert_eq!(*keys.open(Field::PERSON_NUMBER.of(two), &old).unwrap(), "x");
        assert!(keys.open(Field::PERSON_NUMBER.of(two), &old.replace("v1:", "r1:")).is_err());
        assert!(keys.is_current(&sealed) && !keys.is_current(&old));
    }
}
