//! What holds for every number: one slip of a digit, or two digits swapped, is always caught.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use chrono::{Days, NaiveDate};
use domain::credit_code::CreditCode;
use domain::resident_id::{AnyId, ResidentId};
use proptest::prelude::*;

fn id() -> impl Strategy<Value = ResidentId> {
    let births = 0u64..60_000;
    (births, 0u16..1000, 0u32..100).prop_map(|(after, sequence, county)| {
        let birth = NaiveDate::from_ymd_opt(1860, 1, 1).unwrap() + Days::new(after);
        ResidentId::compose(&format!("2299{county:02}"), birth, sequence).unwrap()
    })
}

fn is_taken(text: &str) -> bool {
    ResidentId::parse(text, NaiveDate::MAX).is_ok()
}

proptest! {
    #[test]
    fn any_single_wrong_digit_is_caught(id in id(), at in 0usize..18, digit in 0u8..10) {
        let mut typed = id.reveal().as_bytes().to_vec();
        prop_assume!(typed[at] != b'0' + digit);
        typed[at] = b'0' + digit;
        prop_assert!(!is_taken(std::str::from_utf8(&typed).unwrap()));
    }

    #[test]
    fn two_swapped_neighbours_are_caught(id in id(), at in 0usize..17) {
        let mut typed = id.reveal().as_bytes().to_vec();
        prop_assume!(typed[at] != typed[at + 1]);
        typed.swap(at, at + 1);
        prop_assert!(!is_taken(std::str::from_utf8(&typed).unwrap()));
    }

    #[test]
    fn reading_twice_changes_nothing(id in id()) {
        let again = ResidentId::parse(id.reveal(), NaiveDate::MAX).unwrap();
        prop_assert_eq!(again.reveal(), id.reveal());
    }

    #[test]
    fn a_mask_never_shows_the_birth(id in id()) {
        for masked in [id.masked(), id.masked_public()] {
            prop_assert_eq!(masked.len(), 18);
            prop_assert_eq!(&masked[6..14], "********");
        }
    }

    #[test]
    fn nothing_typed_makes_it_panic(typed in "\\PC{0,40}") {
        let _ = AnyId::parse(&typed, NaiveDate::MAX);
        let _ = CreditCode::parse(&typed);
        let _ = domain::item_code::ItemCode::parse(&typed);
        let _ = domain::certificate::CertificateId::parse(&typed);
        let _ = typed.parse::<domain::money::Fen>();
    }

    #[test]
    fn a_wrong_character_of_a_credit_code_is_caught(
        body in "[0-9A-HJ-NPQRTUWXY]{8}", at in 0usize..18, slip in "[0-9A-HJ-NPQRTUWXY]",
    ) {
        let code = CreditCode::compose("91", "229902", &body).unwrap();
        let mut typed = code.to_string();
        prop_assume!(typed[at..=at] != slip);
        typed.replace_range(at..=at, &slip);
        prop_assert!(CreditCode::parse(&typed).is_err());
    }

    #[test]
    fn money_reads_what_it_shows(fen in -1_000_000_000i64..1_000_000_000) {
        let fen = domain::money::Fen(fen);
        prop_assert_eq!(fen.to_string().parse::<domain::money::Fen>().unwrap(), fen);
    }
}
