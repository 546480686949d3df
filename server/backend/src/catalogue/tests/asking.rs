//! 办前引导 over the whole delivered catalogue: every way through ends, and conditions mean something.

use std::collections::BTreeSet;

use domain::guidance::{Guidance, Next, Plan, SITUATION, needed};
use domain::intake::{Answers, Choice, FieldKind, FormSpec};

use super::{FORMS, ITEMS};
use crate::catalogue::file::{File, FileItem};
use crate::catalogue::forms::Forms;

/// More questions than this before applying, and people would rather telephone.
const MOST: usize = 5;

fn guidance(item: &FileItem, form: &FormSpec) -> Guidance {
    let situations = item.guide.situations.iter().map(|one| Choice {
        value: one.code.clone(),
        label: one.name.clone(),
        label_en: one.name_en.clone(),
    });
    let materials = item.materials.iter().filter_map(|one| one.needed_if.as_ref());
    let fees = item.guide.fee_items.iter().filter_map(|one| one.applies_if.as_ref());
    Guidance::of(&Plan {
        situations: situations.collect(),
        form,
        conditions: materials.chain(fees).collect(),
        agent: item.channels.agent,
        places: true,
    })
}

/// Everything that can be answered to every question, to the very end.
fn ways(guidance: &Guidance, answers: &Answers, ends: &mut Vec<Answers>) {
    let field = match guidance.next(answers) {
        Next::Done => return ends.push(answers.clone()),
        Next::Ask(field) => field,
    };
    assert!(!answers.contains_key(&field.key), "asked twice: {}", field.key);
    let offered: Vec<&str> = match field.kind {
        FieldKind::Yesno => vec!["yes", "no"],
        FieldKind::Choice => field.options.iter().map(|one| one.value.as_str()).collect(),
        FieldKind::Division => vec!["229902001001"],
        FieldKind::Text
        | FieldKind::Multiline
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Number
        | FieldKind::BankAccount
        | FieldKind::IdNumber
        | FieldKind::CreditCode
        | FieldKind::Money => panic!("{} cannot be asked before applying", field.key),
    };
    assert!(!offered.is_empty(), "{} offers nothing", field.key);
    for value in offered {
        let mut answers = answers.clone();
        answers.insert(field.key.clone(), value.to_owned());
        ways(guidance, &answers, ends);
    }
}

#[test]
fn every_way_through_every_item_ends() {
    let file: File = serde_json::from_str(ITEMS).unwrap();
    let forms = Forms::parse(FORMS).unwrap();
    let mut all = 0;
    for item in &file.items {
        let form = forms.of(item);
        let guidance = guidance(item, &form);
        assert!(guidance.questions().len() <= MOST, "{} asks {:?}", item.id, guidance.questions().len());
        let mut ends = Vec::new();
        ways(&guidance, &Answers::new(), &mut ends);
        assert!(!ends.is_empty(), "{}", item.id);
        assert!(ends.iter().all(|answers| guidance.check(answers).is_ok()), "{}", item.id);
        all += ends.len();
    }
    assert_eq!((file.items.len(), all > 400), (104, true), "{all} ways");
}

/// A material that is marked is needed by some and not by others; else the mark says nothing.
#[test]
fn each_condition_holds_for_some_and_not_for_others() {
    let file: File = serde_json::from_str(ITEMS).unwrap();
    let forms = Forms::parse(FORMS).unwrap();
    let mut marked = 0;
    for item in &file.items {
        let form = forms.of(item);
        let mut ends = Vec::new();
        ways(&guidance(item, &form), &Answers::new(), &mut ends);
        for material in item.materials.iter().filter(|one| one.needed_if.is_some()) {
            let needs = |answers: &Answers| {
                let first = item.guide.situations.first().map(|one| one.code.as_str());
                let situation = answers.get(SITUATION).map(String::as_str).or(first);
                needed(material.needed_if.as_ref(), &form, situation, answers)
            };
            let both: BTreeSet<bool> = ends.iter().map(needs).collect();
            assert_eq!(both.len(), 2, "{} {}", item.id, material.name);
            marked += 1;
        }
    }
    assert!(marked >= 40, "{marked}");
}

#[test]
fn a_condition_on_a_question_that_the_item_does_not_ask_is_a_fault() {
    use crate::catalogue::check::conditions;
    use crate::import::Faults;
    use domain::intake::Condition;
    let file: File = serde_json::from_str(ITEMS).unwrap();
    let forms = Forms::parse(FORMS).unwrap();
    let mut item = file.items.into_iter().find(|item| item.id == "RS-001").unwrap();
    for (field, is, right) in [
        ("situation", "01", true),
        ("situation", "09", false),
        ("for_whom", "child", true),
        ("x", "yes", false),
    ] {
        let condition = Condition { field: field.to_owned(), is: vec![is.to_owned()] };
        item.materials.first_mut().unwrap().needed_if = Some(condition);
        let mut faults = Faults::default();
        conditions::check("items[0]", &item, &forms.of(&item), &mut faults);
        assert_eq!(faults.none().is_ok(), right, "{field} {is}");
    }
}
