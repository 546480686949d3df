use super::*;
use std::collections::BTreeSet;

#[test]
fn every_indicator_has_its_own_key_a_formula_and_a_source() {
    let mut keys = BTreeSet::new();
    for one in all() {
        assert!(keys.insert(one.key), "{} twice", one.key);
        assert!(one.key.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{}", one.key);
        assert!(!one.formula.0.is_empty() && !one.formula.1.is_empty(), "{} has no formula", one.key);
        assert!(!one.source.is_empty(), "{} has no source", one.key);
    }
    assert!(keys.len() >= 90, "{}", keys.len());
    assert!(BESIDE.into_iter().all(|key| find(key).is_some()));
}

#[test]
fn each_side_counts_what_it_says() {
    for one in all().filter(|one| one.is_computed()) {
        let (over, under) = one.sides();
        assert!(!over.is_empty(), "{}", one.key);
        assert_eq!(under.is_empty(), one.below.is_none(), "{}", one.key);
    }
}

#[test]
fn sums_are_over_a_set_of_their_own_kind() {
    for fact in Fact::ALL {
        assert_eq!(Fact::parse(fact.as_str()), Some(*fact));
        if let Some(set) = fact.summed_over() {
            assert_eq!(set.set(), fact.set(), "{fact:?}");
        }
    }
}
