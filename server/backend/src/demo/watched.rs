//! 电子监察 of the demonstration: cases against the rules, and orders in every state.

use chrono::{DateTime, Utc};
use domain::case::{Action, Mark, Outcome};
use domain::permission::Actor;
use domain::watch::{Card, OrderAction};

use super::days::{Days, at};
use super::scene::Brings::All;
use super::scene::Who::{self, Reviewer};
use super::scene::{Does, Scene};
use super::staff::Cast;
use crate::watch::{self, Alert, AlertQuery, AlertState, Deed, NewOrder, Subject};
use crate::{Result, Services};

/// Cases that a rule finds something in, beside those that the year brings by itself.
pub(super) fn scenes() -> Vec<Scene> {
    vec![
        scene("MZ-001", 8, &[(Reviewer, 1, ask_beyond)]),
        scene("MZ-007", 9, &[(Reviewer, 1, take), (Reviewer, 0, accept), (Reviewer, 3, refuse_barely)]),
        scene("CG-001", 14, &[(Reviewer, 1, take), (Reviewer, 0, accept)]),
    ]
}

fn scene(item: &'static str, ago: u32, steps: &[(Who, u32, Does)]) -> Scene {
    Scene { item, ago, brings: All, elder: false, person_wanted: true, steps: steps.to_vec() }
}

fn take(_: &crate::cases::CaseView, _: chrono::NaiveDate) -> crate::cases::Deed {
    Action::Take.into()
}

fn accept(_: &crate::cases::CaseView, _: chrono::NaiveDate) -> crate::cases::Deed {
    Action::Accept.into()
}

fn ask_beyond(_: &crate::cases::CaseView, _: chrono::NaiveDate) -> crate::cases::Deed {
    let list = vec![Mark::words("请另行提供单位出具的收入证明原件")];
    Action::AskCorrection { list }.into()
}

fn refuse_barely(_: &crate::cases::CaseView, _: chrono::NaiveDate) -> crate::cases::Deed {
    let reason = "家庭收入超过规定标准，不予救助。".to_owned();
    Action::Decide { outcome: Outcome::Refused, reason }.into()
}

/// What is done to an order, so many working days before today.
type Then = (u32, Hand, OrderAction, &'static str);

#[derive(Clone, Copy)]
enum Hand {
    Head,
    Supervisor,
    Time,
}

const TEXT: &str =
    "经电子监察，你单位办理的下列办件存在所列问题。请核实原因，提出整改措施，并在期限内书面回复。";
const REPLY: &str =
    "经核实，系经办人对时限掌握不严。已约谈经办人，办件已加急处理；今后每日下班前核对次日到期清单。";

/// Orders from the oldest on: issued so many working days ago, on so many alerts, and what followed.
fn orders() -> Vec<(u32, usize, u16, Vec<Then>)> {
    use Hand::{Head, Supervisor, Time};
    let reply = |ago| (ago, Head, OrderAction::Answer, REPLY);
    vec![
        (18, 1, 2, vec![(15, Time, OrderAction::Lapse, "")]),
        (
            16,
            2,
            3,
            vec![
                reply(14),
                (13, Supervisor, OrderAction::Accept, "措施具体，同意。"),
                (9, Supervisor, OrderAction::Close, ""),
            ],
        ),
        (9, 1, 3, vec![reply(7), (6, Supervisor, OrderAction::Accept, "")]),
        (
            6,
            1,
            3,
            vec![reply(4), (2, Supervisor, OrderAction::SendBack(3), "没有说明办件何时办结，请补充。")],
        ),
        (4, 1, 3, vec![reply(1)]),
        (1, 1, 3, Vec::new()),
    ]
}

/// Plays the orders, dismisses an alert, and leaves a note.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<()> {
    watch::look_back(services).await?;
    let Some(supervisor) = &cast.supervisor else { return Ok(()) };
    for (ago, n, workdays, then) in orders() {
        let moment = on(days, ago, 560);
        let past = services.at(moment);
        let Some((alerts, head)) = chosen(&past, supervisor, cast, n, moment).await? else { continue };
        let card = alerts.iter().map(|alert| alert.card).max().unwrap_or(Card::Yellow);
        let ids = alerts.iter().map(|alert| alert.id).collect();
        let new = NewOrder { alerts: ids, card, workdays, words: TEXT.to_owned() };
        let id = watch::issue(&past, supervisor, new).await?;
        for (ago, hand, action, words) in then {
            let past = services.at(on(days, ago, 620));
            let actor = match hand {
                Hand::Head => &head,
                Hand::Supervisor => supervisor,
                Hand::Time => {
                    watch::time_passes(&past).await?;
                    continue;
                }
            };
            let version = watch::order(&past, actor, id).await?.version;
            let deed = Deed { action, words: words.to_owned(), files: Vec::new() };
            watch::act(&past, actor, id, version, deed).await?;
        }
    }
    aside(services, days, cast, supervisor).await
}

/// A minute of a working day, never one to come.
fn on(days: &Days, ago: u32, minute: u32) -> DateTime<Utc> {
    at(days.workdays_ago(ago), minute).min(days.now)
}

/// The newest open alerts that were known by then, of one department that has a head.
async fn chosen(
    services: &Services,
    supervisor: &Actor,
    cast: &Cast,
    n: usize,
    by: DateTime<Utc>,
) -> Result<Option<(Vec<Alert>, Actor)>> {
    let open = AlertQuery { state: Some(AlertState::Open), page: 1, per_page: 200, ..AlertQuery::default() };
    let found = watch::alerts(services, supervisor, &open).await?.rows;
    let known: Vec<Alert> = found.into_iter().filter(|alert| alert.found_at < by).collect();
    let head = |alert: &Alert| cast.heads.values().find(|head| head.department == Some(alert.department_id));
    for first in &known {
        let Some(head) = head(first) else { continue };
        let same = known.iter().filter(|one| one.department_id == first.department_id).take(n);
        let alerts: Vec<Alert> = same.cloned().collect();
        if alerts.len() == n {
            return Ok(Some((alerts, head.clone())));
        }
    }
    Ok(None)
}

async fn aside(services: &Services, days: &Days, cast: &Cast, supervisor: &Actor) -> Result<()> {
    let moment = on(days, 1, 640);
    let past = services.at(moment);
    let found = chosen(&past, supervisor, cast, 2, moment).await?;
    if let Some([first, second, ..]) = found.as_ref().map(|(alerts, _)| alerts.as_slice()) {
        let reason = "申请人书面同意延后，已向部门核实，不予督办。";
        watch::dismiss(&past, supervisor, first.id, reason).await?;
        let note = "部门口头说明系统切换造成，待书面材料。";
        watch::note(&past, supervisor, Subject::Alert(second.id), note).await?;
    }
    Ok(())
}
