//! The key file.

use std::fs;
use std::path::Path;

use super::*;

const OLD: &str = r#"{"index":{"version":1,"suite":"sm4-gcm+hmac-sm3","key":"000102030405060708090a0b0c0d0e0f"},
"encryption":[{"version":1,"suite":"sm4-gcm+hmac-sm3","key":"0f0e0d0c0b0a09080706050403020100"}]}"#;

fn open(path: &Path) -> Keys {
    Keys::open_or_create(path, CipherSuite::Sm).unwrap()
}

#[test]
fn the_key_file_is_made_kept_and_grows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("secret/keys.json");
    let (first, server) = (open(&path), open(&path));
    let sealed = first.seal(Field::CASE_FORM, "one").unwrap();
    let index = first.index(Field::PERSON_NUMBER, "x").unwrap();
    let mark = first.mark();
    first.add_version(CipherSuite::International).unwrap();
    // Nothing is written with it yet.
    assert!(first.seal(Field::CASE_FORM, "two").unwrap().starts_with("v1:"));
    assert_eq!(first.index(Field::PERSON_NUMBER, "x").unwrap(), index);
    first.use_versions(first.newest());
    let two = first.seal(Field::CASE_FORM, "two").unwrap();
    let newer = first.index(Field::PERSON_NUMBER, "x").unwrap();
    assert!(two.starts_with("v2:") && newer.starts_with("2:"));
    // A server that has not read the file since reads it when it meets what it does not know.
    assert_eq!(server.indexes(Field::PERSON_NUMBER, "x"), [index.as_str()]);
    assert_eq!(*server.open(Field::CASE_FORM, &two).unwrap(), "two");
    assert_eq!(server.indexes(Field::PERSON_NUMBER, "x"), [newer.as_str(), index.as_str()]);
    assert_eq!((server.mark(), open(&path).mark()), (mark.clone(), mark));
    for keys in [&first, &server, &open(&path)] {
        assert_eq!(*keys.open(Field::CASE_FORM, &sealed).unwrap(), "one");
        assert!(keys.is_index_of(&index, Field::PERSON_NUMBER, "x"));
        assert!(keys.is_index_of(&newer, Field::PERSON_NUMBER, "x"));
        assert!(!keys.is_index_of(&newer, Field::PERSON_NUMBER, "y"));
        assert!(!keys.is_index_of("", Field::PERSON_NUMBER, "x"));
        assert!(!keys.is_index_of(&format!("3:{index}"), Field::PERSON_NUMBER, "x"));
    }
}

#[test]
fn a_file_of_the_first_release_is_read_and_keeps_its_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    fs::write(&path, OLD).unwrap();
    let keys = open(&path);
    // Computed by Python: `hmac.new(bytes(range(16)), b"person.number\0229901199001011234", "sm3")`.
    let index = "3f8d38e8b49e253ed76b9f02dbbe103aa7e68d8d4618a46e69235c648c6b832f";
    assert_eq!(keys.index(Field::PERSON_NUMBER, "229901199001011234").unwrap(), index);
    let mark = keys.mark();
    keys.add_version(CipherSuite::Sm).unwrap();
    keys.use_versions(keys.newest());
    assert_eq!(keys.drop_before(keys.newest()).unwrap(), 2);
    let kept = open(&path);
    assert_eq!(kept.mark(), mark);
    assert!(kept.index(Field::PERSON_NUMBER, "x").unwrap().starts_with("2:"));
    assert_eq!(kept.indexes(Field::PERSON_NUMBER, "x").len(), 1);
}

#[test]
fn a_version_in_use_that_no_file_holds_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let keys = open(&folder.path().join("keys.json"));
    let elsewhere = Versions { encryption: 2, index: 2 };
    keys.use_versions(elsewhere);
    assert!(!keys.has(elsewhere));
    assert!(keys.seal(Field::CASE_FORM, "").is_err() && keys.index(Field::QUERY_CODE, "").is_err());
}

#[test]
fn rotations_at_the_same_time_each_make_a_version_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    let first = open(&path);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| open(&path).add_version(CipherSuite::Sm).unwrap());
        }
    });
    first.use_versions(Versions { encryption: 9, index: 9 });
    assert_eq!(first.newest(), Versions { encryption: 9, index: 9 });
}

#[cfg(unix)]
#[test]
fn only_the_owner_reads_the_key_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    Keys::open_or_create(&path, CipherSuite::Sm).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_damaged_key_file_is_named_and_never_quoted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    for text in [
        "",
        "{\"index\": \"5ec2e7\"}",
        "{\"index\":{\"version\":1,\"suite\":\"sm4-gcm+hmac-sm3\",\"key\":\"5ec2e7\"},\"encryption\":[]}",
    ] {
        fs::write(&path, text).unwrap();
        let sentence = Keys::open_or_create(&path, CipherSuite::Sm).unwrap_err().to_string();
        assert!(sentence.contains("keys.json") && !sentence.contains("5ec2e7"), "{sentence}");
    }
}

#[test]
fn a_rotation_that_fails_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    let keys = open(&path);
    let before = fs::read(&path).unwrap();
    fs::create_dir_all(folder.path().join("keys.new/inside")).unwrap();
    assert!(keys.add_version(CipherSuite::Sm).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(keys.seal(Field::CASE_FORM, "").unwrap().starts_with("v1:"));
    assert!(Keys::random(CipherSuite::Sm).add_version(CipherSuite::Sm).is_err());
}
