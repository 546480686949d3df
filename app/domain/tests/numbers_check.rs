//! The JSON of `yihao check`, as the manual gives it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod announced;

use announced::{calendar, day};
use domain::check::{CheckKind, check};

fn answers(kind: &str, lines: &[(&str, &str)]) {
    let calendar = calendar();
    let kind: CheckKind = kind.parse().unwrap();
    for (line, expected) in lines {
        let answer = check(kind, line, day("2026-11-21"), &calendar);
        assert_eq!(serde_json::to_string(&answer).unwrap(), *expected, "{line}");
    }
}

#[test]
fn answers_numbers_of_people() {
    answers(
        "id-number",
        &[
            (
                "11010519491231002x",
                r#"{"ok":true,"kind":"resident","birth_date":"1949-12-31","sex":"female","division":"110105"}"#,
            ),
            (
                "911124198108030024",
                r#"{"ok":true,"kind":"foreign","birth_date":"1981-08-03","sex":"female","division":null}"#,
            ),
            (
                "610104620927690",
                r#"{"ok":true,"kind":"resident_15","birth_date":"1962-09-27","sex":"female","division":"610104"}"#,
            ),
            (
                "USA110062092769",
                r#"{"ok":true,"kind":"foreign_old","birth_date":null,"sex":null,"division":null}"#,
            ),
            ("110105194912310021", r#"{"ok":false,"code":"checksum"}"#),
            ("11010519491331002X", r#"{"ok":false,"code":"date"}"#),
            ("", r#"{"ok":false,"code":"length"}"#),
        ],
    );
}

#[test]
fn answers_codes() {
    answers(
        "credit-code",
        &[
            (
                "91110000600037341L\r",
                r#"{"ok":true,"kind":"企业","division":"110000","organisation":"600037341"}"#,
            ),
            ("91110000600037341I", r#"{"ok":false,"code":"character"}"#),
        ],
    );
    answers(
        "item-code",
        &[
            ("000117051000", r#"{"ok":true,"kind":"base","base":"000117051000"}"#),
            (
                "11370800MB285591843370117002011",
                r#"{"ok":true,"kind":"implementation","base":"370117002011","body":"11370800MB28559184","level":3}"#,
            ),
            (
                "11440232MB2D06811W400011705100002",
                r#"{"ok":true,"kind":"handling","base":"000117051000","body":"11440232MB2D06811W","level":4,"situation":"02"}"#,
            ),
            ("0001", r#"{"ok":false,"code":"length"}"#),
        ],
    );
    answers(
        "certificate-id",
        &[(
            "11100000MB03271699022.340100.000000016.001.9",
            r#"{"ok":true,"kind":"11100000MB03271699022","issuer":"340100","serial":"000000016","version":1}"#,
        )],
    );
}

#[test]
fn answers_days() {
    answers(
        "workday",
        &[
            ("2026-02-14", r#"{"ok":true,"workday":true}"#),
            (" 2026-02-15 ", r#"{"ok":true,"workday":false}"#),
            ("2027-02-15", r#"{"ok":true,"workday":null}"#),
            ("2026-02-30", r#"{"ok":false,"code":"date"}"#),
            ("2026-2-3", r#"{"ok":false,"code":"format"}"#),
            ("2026.02.03", r#"{"ok":false,"code":"format"}"#),
            ("", r#"{"ok":false,"code":"format"}"#),
        ],
    );
}

#[test]
fn answers_limits() {
    answers(
        "deadline",
        &[
            (
                "2026-11-20 1 workday",
                r#"{"ok":true,"due":"2026-11-23","expected":false,"excluded":[{"date":"2026-11-21","reason":"周末"},{"date":"2026-11-22","reason":"周末"}]}"#,
            ),
            (
                "2026-04-03\t1  workday",
                r#"{"ok":true,"due":"2026-04-07","expected":false,"excluded":[{"date":"2026-04-04","reason":"清明节"},{"date":"2026-04-05","reason":"清明节"},{"date":"2026-04-06","reason":"清明节"}]}"#,
            ),
            ("2027-01-05 1 workday", r#"{"ok":true,"due":"2027-01-06","expected":true,"excluded":[]}"#),
            ("2026-11-20 0 day", r#"{"ok":true,"due":"2026-11-20","expected":false,"excluded":[]}"#),
            ("2026-11-20 1 month extra", r#"{"ok":false,"code":"format"}"#),
            ("2026-11-20 +1 month", r#"{"ok":false,"code":"format"}"#),
            ("2026-11-20 65536 day", r#"{"ok":false,"code":"format"}"#),
            ("2026-11-20 1 week", r#"{"ok":false,"code":"format"}"#),
            ("2026-11-31 1 day", r#"{"ok":false,"code":"date"}"#),
            ("2026-11-20", r#"{"ok":false,"code":"format"}"#),
        ],
    );
    assert!("passport".parse::<CheckKind>().is_err());
}
