use super::*;
use crate::intake::{Choice, FieldKind, FieldSpec};

fn field(key: &str, asked_if: Option<Condition>) -> FieldSpec {
    FieldSpec { label: key.to_owned(), required: true, asked_if, ..FieldSpec::new(key, FieldKind::Yesno) }
}

fn when(field: &str, is: &[&str]) -> Condition {
    Condition { field: field.to_owned(), is: is.iter().map(|&one| one.to_owned()).collect() }
}

/// `married` → `again` (if married); `lost` matters to nothing.
fn form() -> FormSpec {
    let again = field("again", Some(when("married", &["yes"])));
    FormSpec { fields: vec![field("lost", None), field("married", None), again] }
}

fn given(answers: &[(&str, &str)]) -> Answers {
    answers.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn situations() -> Vec<Choice> {
    let choice = |value: &str| Choice { value: value.to_owned(), label: value.to_owned(), label_en: None };
    vec![choice("01"), choice("05")]
}

#[test]
fn a_material_is_needed_by_those_whose_answers_say_so() {
    let again = when("again", &["yes"]);
    let new = when(SITUATION, &["01"]);
    for (condition, situation, answers, is) in [
        (None, None, given(&[]), true),
        (Some(&new), None, given(&[]), false),
        (Some(&new), Some("01"), given(&[]), true),
        (Some(&new), Some("05"), given(&[]), false),
        (Some(&again), None, given(&[]), false),
        (Some(&again), None, given(&[("again", "yes")]), false),
        (Some(&again), None, given(&[("married", "yes"), ("again", " yes ")]), true),
        (Some(&again), None, given(&[("married", "no"), ("again", "yes")]), false),
        (Some(&when(BY_AGENT, &["yes"])), None, given(&[(BY_AGENT, "yes")]), true),
    ] {
        assert_eq!(needed(condition, &form(), situation, &answers), is, "{condition:?} {answers:?}");
    }
}

#[test]
fn only_what_something_depends_on_is_asked_and_in_order() {
    let (form, again) = (form(), when("again", &["yes"]));
    let plan =
        Plan { situations: situations(), form: &form, conditions: vec![&again], agent: true, places: false };
    let guidance = Guidance::of(&plan);
    let keys: Vec<_> = guidance.questions().iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, [SITUATION, BY_AGENT, "married", "again"]);
    let mut answers = Answers::new();
    for (key, value) in [(SITUATION, "05"), (BY_AGENT, "no"), ("married", "yes"), ("again", "no")] {
        assert!(matches!(guidance.next(&answers), Next::Ask(one) if one.key == key), "{key}");
        answers.insert(key.to_owned(), value.to_owned());
    }
    assert_eq!(guidance.next(&answers), Next::Done);
    answers.insert("married".to_owned(), "no".to_owned());
    assert_eq!(guidance.next(&answers), Next::Done, "what is not asked is passed over");
    assert_eq!(guidance.kept(&form, &answers), given(&[("married", "no")]));
}

#[test]
fn an_item_without_conditions_asks_nothing() {
    let form = form();
    let plan = Plan { situations: Vec::new(), form: &form, conditions: vec![], agent: false, places: false };
    assert_eq!(Guidance::of(&plan).next(&Answers::new()), Next::Done);
}

#[test]
fn an_answer_that_was_not_offered_is_told_of() {
    let (form, married) = (form(), when("married", &["yes"]));
    let plan = Plan {
        situations: situations(),
        form: &form,
        conditions: vec![&married],
        agent: false,
        places: false,
    };
    let guidance = Guidance::of(&plan);
    let wrong = guidance.check(&given(&[(SITUATION, "01"), ("married", "maybe")])).unwrap_err();
    assert_eq!(wrong.iter().map(|error| error.field.as_str()).collect::<Vec<_>>(), ["married"]);
    assert!(guidance.check(&given(&[("other", "1")])).is_ok());
}
