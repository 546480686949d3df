use super::*;

/// Rows: each operation. Columns: 01 有效 02 暂扣 03 撤销 04 注销 05 失效 06 转出 07 吊销 99 其他. What the
/// status is afterwards, `--` where it is not possible.
const TABLE: [(&str, [&str; 8]); 12] = [
    ("issue", ["--", "--", "--", "--", "--", "--", "--", "--"]),
    ("renew", ["01", "--", "--", "--", "01", "--", "--", "--"]),
    ("suspend", ["02", "--", "--", "--", "--", "--", "--", "--"]),
    ("lapse", ["05", "05", "--", "--", "--", "--", "--", "--"]),
    ("withdraw", ["03", "03", "--", "--", "03", "--", "--", "--"]),
    ("cancel", ["04", "04", "--", "--", "04", "--", "--", "--"]),
    ("revoke", ["07", "07", "--", "--", "--", "--", "--", "--"]),
    ("release", ["--", "01", "--", "--", "--", "--", "--", "--"]),
    ("other", ["01", "02", "03", "04", "05", "06", "07", "99"]),
    ("transfer_in", ["--", "--", "--", "--", "--", "--", "--", "--"]),
    ("change", ["01", "--", "--", "--", "--", "--", "--", "--"]),
    ("cancel_transfer", ["--", "--", "--", "--", "--", "01", "--", "--"]),
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn standing(status: Status) -> Standing {
    Standing {
        status,
        superseded: false,
        valid_from: day("2020-01-01"),
        valid_until: Some(day("2026-01-31")),
    }
}

#[test]
fn every_operation_from_every_status() {
    assert_eq!(TABLE.len(), Operation::ALL.len());
    for ((name, row), operation) in TABLE.iter().zip(Operation::ALL) {
        assert_eq!(*name, operation.as_str());
        assert_eq!(Operation::parse(name), Some(operation));
        for (status, expected) in Status::ALL.into_iter().zip(row) {
            let found = operation.from(Some(status)).map_or("--", Status::code);
            assert_eq!(found, *expected, "{name} from {}", status.as_str());
        }
    }
}

#[test]
fn only_what_begins_a_certificate_needs_none() {
    for operation in Operation::ALL {
        let begins = matches!(operation, Operation::Issue | Operation::TransferIn);
        assert_eq!(operation.from(None).is_ok(), begins, "{}", operation.as_str());
    }
}

#[test]
fn the_codes_are_those_of_the_standards() {
    let codes: Vec<&str> = Operation::ALL.into_iter().map(Operation::code).collect();
    assert_eq!(codes, ["01", "02", "03", "04", "05", "05", "05", "06", "07", "08", "09", "10"]);
}

#[test]
fn nothing_is_done_to_a_version_replaced() {
    for operation in Operation::ALL {
        for status in Status::ALL {
            let replaced = Standing { superseded: true, ..standing(status) };
            assert_eq!(operation.on(&replaced, day("2026-01-01")), Err(Impossible::Superseded));
        }
    }
}

#[test]
fn a_term_that_is_over_can_be_renewed_and_ended() {
    let (last, over) = (day("2026-01-31"), day("2026-02-01"));
    let valid = standing(Status::Valid);
    assert_eq!(Operation::Change.on(&valid, last), Ok(Status::Valid));
    assert_eq!(Operation::Change.on(&valid, over), Err(Impossible::Expired));
    assert_eq!(Operation::Suspend.on(&valid, over), Err(Impossible::Expired));
    assert_eq!(Operation::Renew.on(&valid, over), Ok(Status::Valid));
    assert_eq!(Operation::Cancel.on(&valid, over), Ok(Status::Cancelled));
    assert_eq!(Operation::Lapse.on(&valid, last), Err(Impossible::NotExpired));
    assert_eq!(Operation::Lapse.on(&valid, over), Ok(Status::Lapsed));
    let endless = Standing { valid_until: None, ..valid };
    assert_eq!(Operation::Lapse.on(&endless, over), Err(Impossible::NotExpired));
}

#[test]
fn what_weighs_on_the_holder_is_the_heads() {
    let heads: Vec<&str> =
        Operation::ALL.into_iter().filter(|one| one.needs_head()).map(Operation::as_str).collect();
    assert_eq!(heads, ["suspend", "withdraw", "revoke", "release"]);
}
