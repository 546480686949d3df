//! Numbers of people: the vectors of the standard, and what people type.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use domain::number::NumberCode::{self, Character, Checksum, Date, Division, Future, Length};
use domain::resident_id::{AnyId, IdError, Kind, OldForeignId, ResidentId, Sex};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn parse(text: &str) -> Result<ResidentId, IdError> {
    ResidentId::parse(text, day(2026, 11, 21))
}

#[test]
fn takes_the_numbers_of_the_standards() {
    for (text, kind, sex, birth, division) in [
        ("11010519491231002X", Kind::Resident, Sex::Female, day(1949, 12, 31), Some("110105")),
        ("440524188001010014", Kind::Resident, Sex::Male, day(1880, 1, 1), Some("440524")),
        ("440308199901101512", Kind::Resident, Sex::Male, day(1999, 1, 10), Some("440308")),
        ("810000199408230021", Kind::HongKong, Sex::Female, day(1994, 8, 23), Some("810000")),
        ("820000198506150014", Kind::Macao, Sex::Male, day(1985, 6, 15), Some("820000")),
        ("830000199201300022", Kind::Taiwan, Sex::Female, day(1992, 1, 30), Some("830000")),
        ("911124198108030024", Kind::ForeignPermanent, Sex::Female, day(1981, 8, 3), None),
    ] {
        let id = parse(text).unwrap();
        assert_eq!(id.reveal(), text);
        assert_eq!((id.kind(), id.sex(), id.birth_date(), id.division()), (kind, sex, birth, division));
    }
    assert_eq!(parse("911124198108030024").unwrap().province_of_application(), Some("11"));
    assert_eq!(parse("11010519491231002X").unwrap().province_of_application(), None);
}

#[test]
fn names_the_first_thing_wrong() {
    for (text, code) in [
        ("", Length),
        ("1101051949123100", Length),
        ("11010519491231002XX", Length),
        ("11010519491231?02", Length),
        ("1101051949X231002X", Character),
        ("1101051949123100２Y", Character),
        ("11010519491331002X", Date),
        ("110105194902300021", Date),
        ("110105190002290021", Date),
        ("110105184912310021", Date),
        ("110105000012310021", Date),
        ("110105202611220021", Future),
        ("990105194912310021", Division),
        ("000105194912310021", Division),
        ("161105194912310021", Division),
        ("110105194912310021", Checksum),
        ("911124198108030025", Checksum),
    ] {
        assert_eq!(parse(text).unwrap_err().code, code, "{text}");
    }
}

#[test]
fn says_which_character_is_wrong() {
    assert_eq!(parse("1101 O519491231002X").unwrap_err().at, Some(5));
    assert_eq!(parse("X1010519491231002X").unwrap_err().at, Some(1));
    assert_eq!(parse("1101051949123100２号").unwrap_err().at, Some(18));
    assert_eq!(parse("110105194912310021").unwrap_err().at, None);
}

#[test]
fn born_today_is_no_future() {
    let today = day(2026, 11, 21);
    let id = ResidentId::compose("229902", today, 1).unwrap();
    assert!(ResidentId::parse(id.reveal(), today).is_ok());
    let yesterday = today.pred_opt().unwrap();
    assert_eq!(ResidentId::parse(id.reveal(), yesterday).unwrap_err().code, Future);
}

#[test]
fn reads_what_people_type() {
    for text in [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "110105-19491231-002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "１１０１０５１９４９１２３１００２ｘ",
        "\u{feff}110105\u{3000}19491231\u{a0}002X\u{200b}\r\n",
    ] {
        assert_eq!(parse(text).unwrap().reveal(), "11010519491231002X", "{text}");
    }
}

#[test]
fn an_abolished_county_is_taken() {
    // 220301 is no county of today.
    assert!(ResidentId::compose("220301", day(1980, 1, 1), 1).is_some());
    assert!(ResidentId::compose("710101", day(1980, 1, 1), 1).is_some());
}

#[test]
fn composes_only_what_can_be_read() {
    let id = ResidentId::compose("229902", day(1950, 3, 4), 402).unwrap();
    assert!(id.reveal().starts_with("22990219500304402"));
    assert_eq!((id.sequence(), id.birth_year()), (402, 1950));
    assert!(ResidentId::compose("229902", day(1950, 3, 4), 1000).is_none());
    assert!(ResidentId::compose("22990", day(1950, 3, 4), 1).is_none());
    assert!(ResidentId::compose("0099020", day(1950, 3, 4), 1).is_none());
    assert!(ResidentId::compose("229902", day(1849, 3, 4), 1).is_none());
    assert!(ResidentId::compose("229902", NaiveDate::MAX, 1).is_none());
    assert!(ResidentId::compose("229902", NaiveDate::MIN, 1).is_none());
}

#[test]
fn hides_itself() {
    let id = parse("11010519491231002X").unwrap();
    assert_eq!(id.masked(), "1101**********002X");
    assert_eq!(id.masked_public(), "1****************X");
    assert_eq!(format!("{id:?}"), "ResidentId(1****************X)");
    let old = OldForeignId::parse("abc123456789012").unwrap();
    assert_eq!(format!("{old:?}"), "OldForeignId(A*************2)");
}

#[test]
fn counts_completed_years() {
    let id = ResidentId::compose("229902", day(1956, 2, 29), 3).unwrap();
    for (on, age) in [
        (day(2026, 2, 28), 69),
        (day(2026, 3, 1), 70),
        (day(2024, 2, 28), 67),
        (day(2024, 2, 29), 68),
        (day(1950, 1, 1), 0),
    ] {
        assert_eq!(id.age_on(on), age, "{on}");
    }
}

#[test]
fn makes_fifteen_digits_eighteen() {
    let upgraded = |text| ResidentId::parse_legacy(text, day(2026, 11, 21));
    assert_eq!(upgraded("610104620927690").unwrap().reveal(), "610104196209276908");
    assert_eq!(upgraded("610104620927996").unwrap().birth_date(), day(1862, 9, 27));
    assert_eq!(upgraded("610104490927996").unwrap().birth_date(), day(1949, 9, 27));
    let code = |text| upgraded(text).unwrap_err().code;
    assert_eq!(code("61010462092769"), Length);
    assert_eq!(code("61010462092769X"), Character);
    assert_eq!(code("610104621327690"), Date);
    assert_eq!(code("000104620927690"), Division);
}

#[test]
fn takes_any_number_a_person_may_have_had() {
    let any = |text| AnyId::parse(text, day(2026, 11, 21));
    assert!(matches!(any("11010519491231002X").unwrap(), AnyId::Current(_)));
    assert!(matches!(any("610104620927690").unwrap(), AnyId::Legacy(_)));
    let old = any("usa 1100 6209 2769").unwrap();
    let AnyId::ForeignPermanentOld(old) = old else { panic!("an old card") };
    assert_eq!((old.country(), old.reveal()), ("USA", "USA110062092769"));
    let code = |text| -> NumberCode { any(text).unwrap_err().code };
    assert_eq!(code("US1110062092769"), Character);
    assert_eq!(code("1234567890123456"), Length);
}
