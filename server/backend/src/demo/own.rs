//! What the demonstration's citizen has going: a draft begun, a correction to answer, a case that
//! runs, one that is done, and one that nobody answered.

use domain::case::{Action, Mark, Outcome};
use domain::item::{CaseKind, Channel};

use super::days::Days;
use super::plan::{Planned, Step};
use super::staff::Cast;
use super::{chance::Chance, history};
use crate::catalogue::ItemCard;
use crate::{Error, Result, Services, drafts};

/// How each of the four cases stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Done,
    Correction,
    Running,
    /// 视为受理: five working days of silence.
    Silent,
}

/// Writes them; how many cases there are.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast, items: &[ItemCard]) -> Result<u64> {
    let online: Vec<&ItemCard> = ["MZ", "RS", "YB", "GJJ"]
        .iter()
        .filter_map(|key| {
            items.iter().find(|item| {
                item.department_key == *key && item.flags.online && item.kind == CaseKind::Promise
            })
        })
        .collect();
    // Another of the bureau whose reviewer is the one to look at.
    let silent = items
        .iter()
        .filter(|item| item.department_key == "MZ" && item.flags.online && item.kind == CaseKind::Promise);
    let stages = [Stage::Correction, Stage::Running, Stage::Done];
    let planned_items =
        online.iter().copied().zip(stages).chain(silent.skip(1).take(1).map(|item| (item, Stage::Silent)));
    let mut written = 0;
    for ((item, stage), seed) in planned_items.zip(900_001..) {
        let planned = planned(days, cast, item, stage).ok_or_else(Error::not_found)?;
        let resident = cast.residents.first().ok_or_else(Error::not_found)?;
        let intake = services.catalogue.intake_item(&item.id, None).await?;
        history::write(services, cast, &planned, resident, &intake, seed).await?;
        written += 1;
    }
    if let Some(item) = online.get(3) {
        draft(services, cast, item).await?;
    }
    Ok(written)
}

fn planned(days: &Days, cast: &Cast, item: &ItemCard, stage: Stage) -> Option<Planned> {
    let mut chance = Chance::new(3);
    let ago = match stage {
        Stage::Done => 24,
        Stage::Correction => 4,
        Stage::Running => 3,
        Stage::Silent => 8,
    };
    let citizen = cast.residents.first()?.actor.clone()?;
    let reviewer = cast.reviewers.get(&item.department_key)?.first()?.clone();
    let at = days.in_office(days.workdays_ago(ago), &mut chance);
    let mut moment = at;
    let mut step = |workdays, action| {
        moment = days.later(moment, workdays, &mut chance);
        Step { actor: reviewer.clone(), at: moment, action }
    };
    let steps = match stage {
        Stage::Correction => vec![step(1, ask())],
        Stage::Running => vec![step(1, Action::Take), step(0, Action::Accept)],
        Stage::Silent => vec![],
        Stage::Done => {
            vec![step(1, Action::Accept), step(0, Action::Take), step(2, grant()), step(1, Action::Close)]
        }
    };
    let steps = steps.into_iter().map_while(|step| Some(Step { at: days.past(step.at)?, ..step })).collect();
    let (item, resident) = (item.clone(), 0);
    Some(Planned { item, resident, channel: Channel::Online, submitter: citizen, counter: None, at, steps })
}

fn ask() -> Action {
    let list = ["申请表第二页缺少签名，请签名后重新上传", "银行卡照片看不清账号，请重新拍照上传"];
    Action::AskCorrection { list: list.map(Mark::words).to_vec() }
}

fn grant() -> Action {
    Action::Decide {
        outcome: Outcome::Granted, reason: "材料齐全，符合条件，准予办理。".to_owned()
    }
}

async fn draft(services: &Services, cast: &Cast, item: &ItemCard) -> Result<()> {
    let citizen = cast.residents.first().ok_or_else(Error::not_found)?;
    let actor = citizen.actor.as_ref().ok_or_else(Error::denied)?;
    let begun =
        drafts::begin(services, actor, &item.id, Some(citizen.id), None, None, Channel::Online).await?;
    let typed =
        [("contact_phone", citizen.person.phone.clone()), ("address", citizen.person.address.clone())];
    let typed = typed.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    drafts::save(services, actor, begun.id, typed).await?;
    Ok(())
}
