//! The scenes: every way that a case can go by the rules of casework, each to be found on the first
//! pages that people open.

use chrono::{Days, NaiveDate};
use domain::case::{Action, Delivery, Enclosed, Mark, Outcome, Procedure, Target};

use super::scene::{
    Brings::{self, All, Less, Promises},
    Does, Scene,
    Who::{self, Asked, Clerk, Head, Reviewer},
};
use crate::cases::{CaseView, Deed};

pub(super) fn scenes() -> Vec<Scene> {
    [clocks(), silence(), promises(), by_rule(), steps(), corrections(), endings(), super::watched::scenes()]
        .into_iter()
        .flatten()
        .collect()
}

fn scene(item: &'static str, ago: u32, brings: Brings, steps: &[(Who, u32, Does)]) -> Scene {
    Scene { item, ago, brings, elder: false, person_wanted: true, steps: steps.to_vec() }
}

/// 特别程序 open, too long, over; 延期 waiting, approved, refused.
fn clocks() -> Vec<Scene> {
    let taken: [(Who, u32, Does); 2] = [(Reviewer, 1, take), (Reviewer, 0, accept)];
    let more = |item, ago, steps: &[(Who, u32, Does)]| scene(item, ago, All, &[&taken, steps].concat());
    vec![
        more("MZ-001", 6, &[(Reviewer, 1, hearing)]),
        more("MZ-003", 24, &[(Reviewer, 1, appraisal)]),
        more("MZ-001", 11, &[(Reviewer, 1, appraisal), (Reviewer, 4, resume)]),
        more("MZ-010", 12, &[(Reviewer, 7, ask_more_time)]),
        more("MZ-003", 16, &[(Reviewer, 8, ask_more_time), (Head, 1, approve)]),
        more("MZ-010", 11, &[(Reviewer, 7, ask_more_time), (Head, 1, refuse_time)]),
    ]
}

/// 视为受理: nobody answered. One is past its promise too.
fn silence() -> Vec<Scene> {
    vec![scene("MZ-001", 9, All, &[]), scene("MZ-007", 21, All, &[])]
}

/// 容缺 open, supplied, terminated; 告知承诺 due, kept, broken.
fn promises() -> Vec<Scene> {
    let granted: [(Who, u32, Does); 4] =
        [(Reviewer, 1, take), (Reviewer, 0, accept), (Reviewer, 5, grant), (Reviewer, 1, close)];
    let verified = |does: Does| [granted.as_slice(), &[(Head, 20, does)]].concat();
    vec![
        scene("MZ-007", 4, Less, &[(Reviewer, 1, accept_less)]),
        scene("MZ-007", 8, Less, &[(Reviewer, 1, accept_less), (Clerk, 2, supplement)]),
        scene("MZ-007", 16, Less, &[(Reviewer, 1, accept_less)]),
        scene("MZ-006", 42, Promises, &granted),
        scene("MZ-006", 39, Promises, &verified(kept)),
        scene("MZ-006", 44, Promises, &verified(broken)),
    ]
}

/// 秒批: granted, one then handed to a person; one that a rule does not meet.
fn by_rule() -> Vec<Scene> {
    let auto = |ago, elder, steps: &[(Who, u32, Does)]| Scene {
        elder,
        person_wanted: false,
        ..scene("MZ-002", ago, All, steps)
    };
    vec![auto(3, true, &[]), auto(6, true, &[(Clerk, 1, ask_person)]), auto(1, false, &[])]
}

/// 环节: one after another, together and half answered, late, returned.
fn steps() -> Vec<Scene> {
    let taken: [(Who, u32, Does); 2] = [(Reviewer, 1, take), (Reviewer, 0, accept)];
    let more = |item, ago, steps: &[(Who, u32, Does)]| scene(item, ago, All, &[&taken, steps].concat());
    vec![
        more("GA-003", 4, &[(Asked("RS"), 1, take_step)]),
        more("CG-001", 3, &[(Asked("JT"), 1, agree)]),
        more("CG-001", 9, &[(Asked("ZJ"), 1, agree)]),
        more("GA-003", 9, &[(Asked("RS"), 2, agree), (Reviewer, 1, return_step)]),
    ]
}

/// 补正: waiting field by field, answered with differences, asked twice, never answered.
fn corrections() -> Vec<Scene> {
    vec![
        scene("MZ-001", 3, All, &[(Reviewer, 1, ask_fields)]),
        scene("MZ-001", 4, All, &[(Reviewer, 1, ask_fields), (Clerk, 2, mend)]),
        scene("MZ-010", 7, All, &[(Reviewer, 1, ask_fields), (Clerk, 2, mend), (Reviewer, 1, ask_again)]),
        scene("MZ-001", 26, All, &[(Reviewer, 1, ask_fields)]),
    ]
}

/// 制证, 送达 and its being late; 作废, 终止.
fn endings() -> Vec<Scene> {
    let granted: [(Who, u32, Does); 3] = [(Reviewer, 1, take), (Reviewer, 0, accept), (Reviewer, 5, grant)];
    let more = |ago, steps: &[(Who, u32, Does)]| scene("MZ-005", ago, All, &[&granted, steps].concat());
    vec![
        more(9, &[(Reviewer, 1, certificate)]),
        more(11, &[(Reviewer, 1, certificate), (Reviewer, 2, deliver)]),
        more(24, &[]),
        scene("MZ-001", 5, All, &[(Reviewer, 1, void)]),
        scene("MZ-001", 12, All, &[(Reviewer, 1, accept), (Reviewer, 3, terminate)]),
    ]
}

fn take(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Take.into()
}

fn accept(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Accept.into()
}

fn close(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Close.into()
}

fn grant(_: &CaseView, _: NaiveDate) -> Deed {
    let reason = "材料齐全，符合条件，准予办理。".to_owned();
    Action::Decide { outcome: Outcome::Granted, reason }.into()
}

fn hearing(_: &CaseView, today: NaiveDate) -> Deed {
    let reason = "申请人要求听证，已发出听证通知。".to_owned();
    Action::Suspend { procedure: Procedure::Hearing, reason, expected: later(today, 21) }.into()
}

fn appraisal(_: &CaseView, today: NaiveDate) -> Deed {
    let reason = "失能等级需要委托医院鉴定。".to_owned();
    Action::Suspend { procedure: Procedure::Appraisal, reason, expected: later(today, 10) }.into()
}

fn resume(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Resume { reason: "鉴定报告已收到，恢复计时。".to_owned() }.into()
}

fn ask_more_time(_: &CaseView, _: NaiveDate) -> Deed {
    let reason = "需要向外地民政部门核实情况，回函还没有到。".to_owned();
    Action::AskExtension { workdays: 5, reason }.into()
}

fn approve(_: &CaseView, _: NaiveDate) -> Deed {
    Action::ApproveExtension { opinion: "情况属实，同意延长。".to_owned() }.into()
}

fn refuse_time(_: &CaseView, _: NaiveDate) -> Deed {
    Action::RefuseExtension { opinion: "可以先电话核实，不同意延长。".to_owned() }.into()
}

fn accept_less(view: &CaseView, _: NaiveDate) -> Deed {
    Action::AcceptDeferred { materials: view.missing.clone(), signed: true }.into()
}

fn supplement(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Supplement { files: 0, papers: true }.into()
}

fn kept(_: &CaseView, _: NaiveDate) -> Deed {
    Action::VerifyCommitment { kept: true, opinion: "入户核查，与承诺一致。".to_owned() }.into()
}

fn broken(_: &CaseView, _: NaiveDate) -> Deed {
    let opinion = "核查发现家庭存款与承诺不符，撤销决定并记入失信记录。".to_owned();
    Action::VerifyCommitment { kept: false, opinion }.into()
}

fn ask_person(_: &CaseView, _: NaiveDate) -> Deed {
    Action::AskPerson { reason: "证上的姓名用字和户口簿不一样，请人工核对。".to_owned() }.into()
}

fn take_step(view: &CaseView, _: NaiveDate) -> Deed {
    Action::TakeStep { step: open_step(view) }.into()
}

fn agree(view: &CaseView, _: NaiveDate) -> Deed {
    Action::GiveOpinion {
        step: open_step(view),
        agrees: true,
        opinion: "经核实，情况属实，同意。".to_owned(),
        second: "李同行".to_owned(),
    }
    .into()
}

/// The first step: scenes do not go further.
fn open_step(view: &CaseView) -> String {
    view.case.process.steps.first().map(|step| step.key.clone()).unwrap_or_default()
}

fn return_step(view: &CaseView, _: NaiveDate) -> Deed {
    let reason = "社保缴费月数与申请表不一致，请重新核验。".to_owned();
    Action::ReturnStep { step: open_step(view), reason }.into()
}

fn ask_fields(view: &CaseView, _: NaiveDate) -> Deed {
    let material = view.materials.first().and_then(|one| one.material_id).map(Target::Material);
    let list = vec![
        Mark {
            words: "地址没有写到门牌号，请写完整".to_owned(),
            target: Some(Target::Answer("address".to_owned())),
        },
        Mark { words: "证件复印件看不清，请重新提供".to_owned(), target: material },
    ];
    Action::AskCorrection { list }.into()
}

fn ask_again(_: &CaseView, _: NaiveDate) -> Deed {
    Action::AskCorrection { list: vec![Mark::words("还缺少监护人签名")] }.into()
}

fn mend(_: &CaseView, _: NaiveDate) -> Deed {
    let note = "地址已经补全，证件原件在窗口核对过了。".to_owned();
    let enclosed = Enclosed { files: 0, papers: true };
    let action = Action::AnswerCorrection { note, enclosed, changed: Vec::new() };
    let answers = [("address".to_owned(), "幸福路18号3栋502室".to_owned())].into();
    Deed { answers, ..Deed::from(action) }
}

fn certificate(_: &CaseView, today: NaiveDate) -> Deed {
    Action::MakeCertificate { number: format!("示民救字〔{}〕第0127号", today.format("%Y")) }.into()
}

fn deliver(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Deliver { delivery: Delivery::Window, proof: "本人签收".to_owned() }.into()
}

fn void(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Void { reason: "窗口录错了申请人，已重新收件。".to_owned() }.into()
}

fn terminate(_: &CaseView, _: NaiveDate) -> Deed {
    Action::Terminate { reason: "申请人已迁往外地，没有可以决定的事项。".to_owned() }.into()
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
