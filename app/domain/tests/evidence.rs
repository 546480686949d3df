//! What satisfies a material, by table and by property.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test tells of its failure by panicking")]

use chrono::NaiveDate;
use domain::certificate::{Standing, Status, Unfit};
use domain::evidence::{Found, Grade, Means, Near, Need, Offer, find};
use proptest::prelude::*;
use uuid::Uuid;

const MARRIAGE: &str = "EC_MARRIAGE";

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 2, 13).unwrap() + chrono::Duration::days(n)
}

fn need() -> Need<'static> {
    Need { name: "结婚证", certificate: Some(MARRIAGE), share: Some("婚姻登记系统") }
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn valid() -> Standing {
    Standing { status: Status::Valid, superseded: false, valid_from: day(-10), valid_until: None }
}

fn certificate(n: u128, standing: Standing) -> Offer {
    Offer::Certificate { id: id(n), code: MARRIAGE.into(), own: true, standing }
}

fn holding(n: u128, name: &str, grade: Grade, until: Option<i64>) -> Offer {
    Offer::Holding { id: id(n), name: name.into(), certificate: None, grade, valid_until: until.map(day) }
}

fn share() -> Offer {
    Offer::Share { source: "婚姻登记系统".into(), as_of: Some(day(-1)) }
}

fn why(standing: Standing) -> Unfit {
    match find(Need { share: None, ..need() }, &[certificate(1, standing)], day(0)) {
        Found::Ask(near) => near[0].why,
        Found::Met(met) => panic!("{met:?}"),
    }
}

#[test]
fn each_reason_is_told() {
    for status in Status::ALL.into_iter().filter(|status| *status != Status::Valid) {
        assert_eq!(why(Standing { status, ..valid() }), Unfit::Status(status));
    }
    assert_eq!(why(Standing { superseded: true, ..valid() }), Unfit::Superseded);
    assert_eq!(why(Standing { valid_from: day(1), ..valid() }), Unfit::NotYetValid);
    assert_eq!(why(Standing { valid_until: Some(day(-1)), ..valid() }), Unfit::Expired);
    let other = Offer::Certificate { id: id(1), code: MARRIAGE.into(), own: false, standing: valid() };
    let near = Near { what: Means::Certificate(id(1)), why: Unfit::OtherHolder };
    assert_eq!(find(Need { share: None, ..need() }, &[other], day(0)), Found::Ask(vec![near]));
}

#[test]
fn the_last_day_still_counts() {
    let last = Standing { valid_until: Some(day(0)), ..valid() };
    assert_eq!(find(need(), &[certificate(1, last)], day(0)).met().unwrap().by, Means::Certificate(id(1)));
    let kept = holding(2, "结婚证", Grade::C, Some(0));
    assert_eq!(find(need(), std::slice::from_ref(&kept), day(0)).met().unwrap().grade, Grade::C);
    let near = Near { what: Means::Holding(id(2)), why: Unfit::Expired };
    assert_eq!(find(need(), &[kept], day(1)), Found::Ask(vec![near]));
}

#[test]
fn the_best_is_taken_first() {
    let all = [
        holding(5, "结婚证", Grade::D, None),
        holding(4, "结婚证", Grade::C, Some(9)),
        holding(3, " 结婚证 ", Grade::B, Some(9)),
        share(),
        certificate(2, Standing { valid_until: Some(day(30)), ..valid() }),
        certificate(1, valid()),
    ];
    let taken = |n: usize| find(need(), &all[..n], day(0)).met().unwrap().by.clone();
    assert_eq!(taken(6), Means::Certificate(id(1)));
    assert_eq!(taken(5), Means::Certificate(id(2)));
    assert_eq!(taken(4), Means::Share("婚姻登记系统".into()));
    assert_eq!(taken(3), Means::Holding(id(3)));
    assert_eq!(taken(2), Means::Holding(id(4)));
    assert_eq!(taken(1), Means::Holding(id(5)));
}

#[test]
fn what_is_something_else_is_not_even_near() {
    let others = [
        Offer::Certificate { id: id(1), code: "EC_DIVORCE".into(), own: true, standing: valid() },
        Offer::Share { source: "学籍系统".into(), as_of: None },
        holding(2, "离婚证", Grade::B, None),
    ];
    assert_eq!(find(need(), &others, day(0)), Found::Ask(Vec::new()));
}

#[test]
fn a_copy_kept_stands_in_for_its_certificate_but_a_form_is_for_once() {
    let copy = |name: &str| Offer::Holding {
        id: id(1),
        name: name.into(),
        certificate: Some(MARRIAGE.into()),
        grade: Grade::C,
        valid_until: None,
    };
    assert!(find(need(), &[copy("婚姻证明")], day(0)).met().is_some());
    let form = Need { name: "申请表", certificate: None, share: None };
    assert_eq!(find(form, &[holding(1, "申请表", Grade::C, None)], day(0)), Found::Ask(Vec::new()));
}

fn standing() -> impl Strategy<Value = Standing> {
    let status = prop::sample::select(Status::ALL.to_vec());
    (status, any::<bool>(), -20..20_i64, prop::option::of(-20..20_i64)).prop_map(
        |(status, superseded, from, until)| Standing {
            status,
            superseded,
            valid_from: day(from),
            valid_until: until.map(day),
        },
    )
}

fn offer() -> impl Strategy<Value = Offer> {
    let any_id = 1..9_u128;
    prop_oneof![
        (any_id.clone(), any::<bool>(), standing()).prop_map(|(n, own, standing)| Offer::Certificate {
            id: id(n),
            code: MARRIAGE.into(),
            own,
            standing
        }),
        (any_id, prop::sample::select(Grade::ALL.to_vec()), prop::option::of(-20..20_i64))
            .prop_map(|(n, grade, until)| holding(n, "结婚证", grade, until)),
        Just(share()),
    ]
}

proptest! {
    #[test]
    fn no_unfit_certificate_ever_satisfies(offers in prop::collection::vec(offer(), 0..8)) {
        let alone = |offer: &Offer| matches!(offer, Offer::Certificate { own, standing, .. }
            if !*own || standing.fit(day(0)).is_err());
        let unfit: Vec<Offer> = offers.into_iter().filter(alone).collect();
        prop_assert!(find(need(), &unfit, day(0)).met().is_none());
    }

    #[test]
    fn nothing_better_is_left_aside(offers in prop::collection::vec(offer(), 0..8)) {
        let grades = offers.iter().filter_map(|one| {
            Some(find(need(), std::slice::from_ref(one), day(0)).met()?.grade)
        });
        let taken = find(need(), &offers, day(0)).met().map(|met| met.grade);
        prop_assert_eq!(taken, grades.min());
    }

    #[test]
    fn the_order_of_offers_does_not_matter(offers in prop::collection::vec(offer(), 0..8)) {
        let mut turned = offers.clone();
        turned.reverse();
        let (one, other) = (find(need(), &offers, day(0)), find(need(), &turned, day(0)));
        let by = |found: &Found| found.met().map(|met| (met.grade, met.until));
        prop_assert_eq!(by(&one), by(&other));
    }

    #[test]
    fn more_never_makes_it_worse(offers in prop::collection::vec(offer(), 0..8), more in offer()) {
        let before = find(need(), &offers, day(0)).met().map(|met| met.grade);
        let with: Vec<Offer> = offers.into_iter().chain([more]).collect();
        let after = find(need(), &with, day(0)).met().map(|met| met.grade);
        prop_assert!(before.is_none_or(|before| after.is_some_and(|after| after <= before)));
    }
}
