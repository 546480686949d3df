//! The program at the command line.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn yihao(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yihao"))
        .args(arguments)
        .env_remove("YIHAO_TODAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || pipe.write_all(input.as_bytes()).unwrap_or_default());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn check(kind: &str, input: &str) -> Vec<String> {
    let output = yihao(&["check", kind], input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn each_line_gets_one_answer() {
    assert_eq!(
        check("id-number", "11010519491231002X\n11010519491231002x\r\n110105194912310021\n\n"),
        [
            r#"{"ok":true,"kind":"resident","birth_date":"1949-12-31","sex":"female","division":"110105"}"#,
            r#"{"ok":true,"kind":"resident","birth_date":"1949-12-31","sex":"female","division":"110105"}"#,
            r#"{"ok":false,"code":"checksum"}"#,
            r#"{"ok":false,"code":"length"}"#,
        ]
    );
    assert_eq!(
        check("workday", "2026-02-14\n2026-02-16\n2199-01-01"),
        [r#"{"ok":true,"workday":true}"#, r#"{"ok":true,"workday":false}"#, r#"{"ok":true,"workday":null}"#]
    );
    let deadline = check("deadline", "2026-02-13 5 workday\n").remove(0);
    assert!(
        deadline.starts_with(
            r#"{"ok":true,"due":"2026-02-27","expected":false,"excluded":[{"date":"2026-02-15""#
        ),
        "{deadline}"
    );
}

#[test]
fn a_hundred_thousand_lines_go_through_and_what_is_no_text_is_a_wrong_value() {
    let input = "11010519491231002X\n".repeat(100_000);
    assert_eq!(check("id-number", &input).len(), 100_000);
    assert_eq!(check("id-number", &"9".repeat(1_000_000)), [r#"{"ok":false,"code":"length"}"#]);
}

#[test]
fn wrong_usage_and_wrong_settings_end_with_code_two_and_a_sentence() {
    for arguments in [&["check", "shoe-size"][..], &["dance"], &["import", "items"], &[]] {
        let output = yihao(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_yihao"))
        .arg("check-config")
        .env("YIHAO_LISTEN", "everywhere")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("YIHAO_LISTEN"));
    let output = Command::new(env!("CARGO_BIN_EXE_yihao"))
        .arg("serve")
        .env("YIHAO_TODAY", "2026-02-13")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("YIHAO_TODAY"));
}

#[test]
fn a_database_is_made_filled_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_yihao"))
            .args(arguments)
            .env("YIHAO_DATA_DIR", folder.path())
            .env_remove("DATABASE_URL")
            .env_remove("YIHAO_TODAY")
            .output()
            .unwrap()
    };
    let data = |name: &str| format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"));
    for arguments in [
        &["migrate"][..],
        &["import", "calendar", &data("calendar.json")],
        &["import", "items", &data("items.json")],
        &["import", "items", &data("items.json")],
        &["verify"],
        &["rotate-keys", "--prepare"],
        &["rotate-keys"],
        &["rotate-keys"],
        &["reseal"],
        &["verify"],
        &["check-config"],
    ] {
        let output = run(arguments);
        let said = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{arguments:?}: {said:?}");
    }
    let keys = std::fs::read_to_string(folder.path().join("keys.json")).unwrap();
    assert_eq!(keys.matches("\"version\": 3").count(), 2, "what was prepared is used, not added to");
    let fresh = run(&["reseal", "--retire"]);
    assert_eq!(fresh.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&fresh.stderr).contains("older keys stay"));
    let wrong = folder.path().join("wrong.json");
    std::fs::write(&wrong, "{\"items\": 7}").unwrap();
    for file in [wrong.as_path(), folder.path().join("nowhere.json").as_path()] {
        let output = run(&["import", "items", file.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(!output.stderr.is_empty());
    }
}
