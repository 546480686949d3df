//! Reading the forms of the review pane.

use super::*;

fn read(kind: ActionKind, pairs: &[(&str, &str)]) -> Result<Option<Action>, FieldError> {
    action(Lang::Zh, kind, &Posted::of(pairs))
}

fn field(kind: ActionKind, pairs: &[(&str, &str)]) -> Option<(String, FieldCode)> {
    read(kind, pairs).err().map(|error| (error.field, error.code))
}

#[test]
fn corrections_are_marks_with_their_words_and_free_lines() {
    let id = Uuid::from_u128(7);
    let material = format!("material:{id}");
    let words = format!("words:{material}");
    let posted = [
        ("mark", "answer:bank_account"),
        ("words:answer:bank_account", " 账号少一位 "),
        ("words:answer:address", "没有勾选的不算"),
        ("mark", material.as_str()),
        (words.as_str(), ""),
        ("mark", "words:照片"),
        ("words:words:照片", "请补交：照片"),
        ("list", "签名\n\n  \n日期"),
    ];
    let asked = read(ActionKind::AskCorrection, &posted);
    let mark = |words: &str, target| Mark { words: words.into(), target };
    let list = vec![
        mark("账号少一位", Some(Target::Answer("bank_account".into()))),
        mark("请更正这一项", Some(Target::Material(id))),
        mark("请补交：照片", None),
        mark("签名", None),
        mark("日期", None),
    ];
    assert_eq!(asked, Ok(Some(Action::AskCorrection { list })));
}

#[test]
fn a_refusal_needs_a_reason_of_its_own() {
    assert_eq!(opinion(&Posted::of(&[("remedies", "可申请复议")])), "");
    let both = Posted::of(&[("reason", "收入超标"), ("remedies", "可申请复议")]);
    assert_eq!(opinion(&both), "收入超标\n可申请复议");
}

#[test]
fn what_cannot_be_undone_is_confirmed() {
    let missing = |name: &str| Some((name.to_owned(), FieldCode::Missing));
    for kind in [ActionKind::Terminate, ActionKind::Void] {
        assert_eq!(field(kind, &[("reason", "录错了人")]), missing("confirm"));
        assert_eq!(field(kind, &[("reason", "录错了人"), ("confirm", "yes")]), None);
    }
    let broken = [("kept", "no"), ("reason", "人不在")];
    assert_eq!(field(ActionKind::VerifyCommitment, &broken), missing("confirm"));
    assert_eq!(field(ActionKind::VerifyCommitment, &[("kept", "yes"), ("reason", "属实")]), None);
}

#[test]
fn dates_numbers_and_choices_are_told_by_field() {
    let suspend = |expected| field(ActionKind::Suspend, &[("procedure", "hearing"), ("expected", expected)]);
    assert_eq!(suspend(""), Some(("expected".into(), FieldCode::Missing)));
    assert_eq!(suspend("2026-13-01"), Some(("expected".into(), FieldCode::Date)));
    assert_eq!(suspend("2026-12-01"), None);
    assert_eq!(field(ActionKind::Suspend, &[]), Some(("procedure".into(), FieldCode::Missing)));
    assert_eq!(
        field(ActionKind::AskExtension, &[("workdays", "多几天")]),
        Some(("workdays".into(), FieldCode::Number))
    );
    assert_eq!(field(ActionKind::GiveOpinion, &[("step", "a")]), Some(("agrees".into(), FieldCode::Missing)));
    assert_eq!(field(ActionKind::Assign, &[("to", "赵敏")]), Some(("to".into(), FieldCode::Choice)));
    assert_eq!(
        field(ActionKind::Decide, &[("outcome", "maybe")]),
        Some(("outcome".into(), FieldCode::Choice))
    );
}

#[test]
fn nobody_reviews_for_the_applicant_or_for_the_clock() {
    for kind in
        [ActionKind::Withdraw, ActionKind::AnswerCorrection, ActionKind::DeemAccept, ActionKind::MoveDates]
    {
        assert_eq!(read(kind, &[]), Ok(None));
    }
}
