//! Steps added, removed and moved in the form: nothing typed is lost, and no step waits for a later one.

use std::collections::BTreeMap;

use crate::catalogue::version::{StepForm, VersionForm};

fn step(key: &str, after: &[&str]) -> StepForm {
    StepForm {
        key: key.into(),
        name: format!("环节{key}"),
        places: vec!["competent".into(), "x".into()],
        after: after.iter().map(|key| (*key).to_owned()).collect(),
        ..StepForm::default()
    }
}

fn three() -> VersionForm {
    let steps = vec![step("a", &[]), step("b", &["a"]), step("c", &["b"])];
    VersionForm { fields: BTreeMap::from([("note".into(), "为何".into())]), steps }
}

fn order(form: &VersionForm) -> Vec<(String, String)> {
    form.steps.iter().map(|step| (step.key.clone(), step.after.join(" "))).collect()
}

fn said(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, after)| ((*key).to_owned(), (*after).to_owned())).collect()
}

#[test]
fn a_form_comes_back_as_it_was_sent() {
    let form = three();
    assert_eq!(VersionForm::typed(form.values()), form);
}

#[test]
fn a_new_step_comes_after_the_last_under_a_key_of_its_own() {
    let mut form = VersionForm::default();
    assert_eq!((form.add_step(), form.add_step()), (0, 1));
    assert_eq!(order(&form), said(&[("s1", ""), ("s2", "s1")]));
    form.remove_step(0);
    form.add_step();
    assert_eq!(order(&form), said(&[("s2", ""), ("s1", "s2")]));
    for _ in 0..30 {
        form.add_step();
    }
    assert_eq!(form.steps.len(), 20, "there is an end");
}

#[test]
fn what_waited_for_a_removed_step_waits_for_what_that_waited_for() {
    let mut form = three();
    form.remove_step(1);
    assert_eq!(order(&form), said(&[("a", ""), ("c", "a")]));
    form.remove_step(7);
    assert_eq!(form.steps.len(), 2);
}

#[test]
fn a_moved_step_keeps_its_words_and_waits_for_none_below_it() {
    let mut form = three();
    form.move_up(2);
    assert_eq!(order(&form), said(&[("a", ""), ("c", ""), ("b", "a")]));
    assert_eq!(form.steps[1].name, "环节c");
    form.move_down(0);
    assert_eq!(order(&form), said(&[("c", ""), ("a", ""), ("b", "a")]));
    let same = form.clone();
    form.move_up(0);
    form.move_down(2);
    assert_eq!(form, same);
}
