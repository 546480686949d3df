//! Credit codes, codes of items, identifiers of certificates, divisions and money.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use domain::certificate::CertificateId;
use domain::credit_code::{CreditCode, Registry};
use domain::division::{Division, DivisionCode, DivisionLevel, DivisionTree};
use domain::item_code::{BaseCode, HandlingCode, ImplementationCode, ItemCode};
use domain::money::Fen;
use domain::number::NumberCode::{Character, Checksum, Division as Place, Length};

#[test]
fn takes_real_credit_codes() {
    for (text, registry) in [
        ("91110000600037341L", Registry::Enterprise),
        ("11370800MB28559184", Registry::StateOrgan),
        ("11440232MB2D06811W", Registry::StateOrgan),
        ("11100000000013338W", Registry::StateOrgan),
        ("11430000006122244L", Registry::StateOrgan),
        ("11220000013544541J", Registry::StateOrgan),
        ("11330105002500287C", Registry::StateOrgan),
    ] {
        let code = CreditCode::parse(text).unwrap();
        assert_eq!((code.as_str(), code.registry()), (text, Some(registry)));
    }
    let code = CreditCode::parse("９１110000 600037341l").unwrap();
    assert_eq!((code.division(), code.organisation()), ("110000", "600037341"));
}

#[test]
fn names_what_is_wrong_with_a_credit_code() {
    let error = |text: &str| CreditCode::parse(text).unwrap_err();
    for (at, letter) in [(2, 'I'), (9, 'O'), (12, 'S'), (16, 'V'), (18, 'Z'), (5, 'A'), (17, 'A')] {
        let mut text = "91110000600037341L".to_owned();
        text.replace_range(at - 1..at, &letter.to_string());
        assert_eq!((error(&text).code, error(&text).at), (Character, Some(at)), "{text}");
    }
    assert_eq!(error("91110000600037341").code, Length);
    assert_eq!(error("91160000600037341L").code, Place);
    assert_eq!(error("91110000600037341M").code, Checksum);
    assert_eq!(error("91110000600037351L").code, Checksum);
}

#[test]
fn composes_credit_codes() {
    let code = CreditCode::compose("91", "110000", "60003734").unwrap();
    assert_eq!(code.as_str(), "91110000600037341L");
    assert_eq!(
        CreditCode::compose("N1", "229902", "MF012345").unwrap().registry(),
        Some(Registry::RuralCollective)
    );
    assert!(CreditCode::compose("9", "110000", "600037340").is_none());
}

#[test]
fn takes_codes_of_items() {
    let text = "11440232MB2D06811W400011705100001";
    let handling = HandlingCode::parse(text).unwrap();
    let base = handling.implementation.base;
    assert_eq!((handling.to_string().as_str(), handling.situation().as_str()), (text, "01"));
    assert_eq!(handling.implementation.level(), 4);
    assert_eq!((base.origin(), base.kind(), base.department()), ("00", "01", "17"));
    assert_eq!((base.main_item(), base.sub_item()), ("051", "000"));
    let local = ImplementationCode::parse("11370800MB285591843370117002011").unwrap();
    assert_eq!((local.body.as_str(), local.base.as_str()), ("11370800MB28559184", "370117002011"));
    assert_eq!(HandlingCode::compose(handling.implementation, 1), Some(handling));
    assert_eq!(BaseCode::compose("00", "01", "17", "051", "000"), Some(base));
    assert_eq!(ImplementationCode::compose(local.body, 8, base), None);
}

#[test]
fn names_what_is_wrong_with_a_code_of_an_item() {
    for (text, code, at) in [
        ("00011705100", Length, None),
        ("00011705100O", Character, Some(12)),
        ("980117051000", Place, None),
        ("11440232MB2D06811W8000117051000", Character, Some(19)),
        ("11440232MB2D06811X4000117051000", Checksum, None),
        ("11440232MB2D06811W40001170510000A", Character, Some(33)),
        ("11440232MB2D06811W990117051000", Length, None),
    ] {
        let error = ItemCode::parse(text).unwrap_err();
        assert_eq!((error.code, error.at), (code, at), "{text}");
    }
}

/// The identifiers of the standard's users, whole.
const CERTIFICATES: [&str; 6] = [
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
    "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S",
    "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
    "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3",
    "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
    "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0",
];

#[test]
fn takes_identifiers_of_certificates() {
    for text in CERTIFICATES {
        let id = CertificateId::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(id.to_string(), text);
        assert_eq!(CertificateId::parse(&id.short()), Ok(id.clone()));
        let again = CertificateId::compose(id.kind(), id.issuer(), id.serial(), id.version());
        assert_eq!(again, Some(id));
    }
    let id = CertificateId::parse(CERTIFICATES[3]).unwrap();
    assert_eq!((id.definer(), id.version(), id.check_character()), ("11100000000013338W", 1, '3'));
}

#[test]
fn names_what_is_wrong_with_an_identifier() {
    for (text, code) in [
        (&CERTIFICATES[0].replace(".U", ".V"), Checksum),
        (&CERTIFICATES[0].replace(".001", ".002"), Checksum),
        (&CERTIFICATES[0].replace(".001", ".01"), Length),
        (&CERTIFICATES[0].replace(".U", ""), Length),
        (&CERTIFICATES[0].replace(".001", ".0A1"), Character),
        (&CERTIFICATES[0].replace("W011", "W0A1"), Character),
        (&CERTIFICATES[0].replace("20230000403", "2023_000403"), Character),
        (&String::new(), Length),
    ] {
        assert_eq!(CertificateId::parse(text).unwrap_err().code, code, "{text}");
    }
}

#[test]
fn a_vendors_made_up_identifier_is_wrong() {
    let made_up = "11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M";
    assert_eq!(CertificateId::parse(made_up).unwrap_err().code, Checksum);
    assert!(CertificateId::parse(&made_up.replace(".M", ".D")).is_ok());
}

fn code(text: &str) -> DivisionCode {
    text.parse().unwrap()
}

#[test]
fn a_division_knows_where_it_lies() {
    let village = code("220303001002");
    assert_eq!(village.level(), DivisionLevel::Village);
    let above: Vec<String> =
        core::iter::successors(Some(village), |code| code.parent()).map(|code| code.to_string()).collect();
    assert_eq!(above, ["220303001002", "220303001", "220303", "220300", "220000"]);
    assert!(village.within(&code("220300")) && village.within(&village));
    assert!(!code("220300").within(&village) && !code("220302").within(&code("220303")));
    assert_eq!(code("511602000000"), code("511602"));
    assert_eq!(code("220303").twelve_digits(), "220303000000");
    assert_eq!((code("220000").prefecture(), code("220300").county()), (None, None));
    for wrong in ["", "22030", "2203031", "22030a", "000000", "２２０３０３"] {
        assert!(DivisionCode::parse(wrong).is_err(), "{wrong}");
    }
}

fn division(text: &str, name: &str, years: (Option<u16>, Option<u16>)) -> Division {
    let code = code(text);
    Division {
        code,
        name: name.to_owned(),
        name_en: None,
        parent: code.parent(),
        level: code.level(),
        from_year: years.0,
        to_year: years.1,
    }
}

#[test]
fn the_tree_names_places_by_year() {
    let tree = DivisionTree::new(vec![
        division("110105", "朝阳区", (None, None)),
        division("110100", "市辖区", (None, None)),
        division("110000", "北京市", (None, None)),
        division("229902", "新县", (Some(1980), Some(1999))),
        division("229902", "新区", (Some(2000), None)),
    ]);
    assert_eq!(tree.path_name(code("110105")), "北京市朝阳区");
    assert_eq!(tree.name_in(code("229902"), 1990), Some("新县"));
    assert_eq!(tree.name_in(code("229902"), 2000), Some("新区"));
    assert_eq!(tree.name_in(code("229902"), 1950), Some("新区"));
    assert_eq!(tree.name(code("229903")), None);
    assert_eq!(tree.children(code("110000")).count(), 1);
    assert_eq!(tree.roots().count(), 1);
}

#[test]
fn reads_and_shows_money() {
    for (typed, fen, shown) in [
        ("12", 1200, "¥12.00"),
        ("12.3", 1230, "¥12.30"),
        ("￥1,234.56元", 123_456, "¥1234.56"),
        ("-0.05", -5, "-¥0.05"),
        ("１２．５", 1250, "¥12.50"),
    ] {
        assert_eq!(typed.parse::<Fen>(), Ok(Fen(fen)), "{typed}");
        assert_eq!(Fen(fen).to_string(), shown);
    }
    for wrong in ["", "¥", ".5", "1.234", "1.", "a", "--1", "99999999999999999999", "92233720368547759"] {
        assert!(wrong.parse::<Fen>().is_err(), "{wrong}");
    }
}
