//! 填报 of the demonstration: two quarters of one scheme's reports, in every state there is, with papers.

mod paper;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::assessment::report::Act;
use domain::assessment::{Period, PeriodKind};
use domain::permission::Actor;
use futures::stream;

use super::chance::Chance;
use super::days::Days;
use super::staff::Cast;
use crate::assessment;
use crate::assessment::reports::{self, Draft, Judgement, Unassigned};
use crate::import::ImportError;
use crate::uploads::{self, NewUpload};
use crate::{Error, Result, Services};

/// The scheme of the seed that names every lead department.
const SCHEME: &str = include_str!("../../../data/schemes/siping.json");
/// A photograph of a certificate.
const PICTURE: &[u8] = include_bytes!("../../../data/demo-evidence.png");

/// How far a report has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Owed,
    Draft,
    Submitted,
    Returned,
    /// Returned once, mended, and signed off.
    Mended,
    SignedOff,
    Reopened,
}

/// The stages of the quarter before, one after the other.
const BEFORE: [Stage; 12] = [
    Stage::SignedOff,
    Stage::SignedOff,
    Stage::Returned,
    Stage::Submitted,
    Stage::SignedOff,
    Stage::Mended,
    Stage::SignedOff,
    Stage::Reopened,
    Stage::SignedOff,
    Stage::Draft,
    Stage::SignedOff,
    Stage::Mended,
];
/// Those of the quarter that runs.
const NOW: [Stage; 6] = [Stage::Draft, Stage::Owed, Stage::Submitted, Stage::Owed, Stage::Draft, Stage::Owed];

/// Takes the scheme in, and lets two quarters pass; how many reports.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<usize, ImportError> {
    let now = Period::of(days.today, PeriodKind::Quarter);
    let before = now.previous();
    let mut chance = Chance::new(55);
    let early = days.in_office(before.from(), &mut chance);
    assessment::import(&services.at(early), &Actor::portal(), SCHEME).await?;
    let supervisor = cast.supervisor.as_ref().ok_or_else(Error::not_found)?;
    let duties = reports::unassigned(services, supervisor).await?;
    let mut written = 0;
    for (period, stages, from) in [(before, &BEFORE[..], now.from()), (now, &NOW[..], days.workdays_ago(12))]
    {
        let mut author = Author { services, days, cast, period, chance: Chance::new(7), at: days.now };
        for (duty, stage) in duties.iter().filter(|duty| duty.department.is_some()).zip(stages.iter().cycle())
        {
            author.at = days.in_office(from, &mut author.chance);
            written += usize::from(author.write(duty, *stage).await?);
        }
    }
    Ok(written)
}

/// Writes the reports of a quarter.
struct Author<'a> {
    services: &'a Services,
    days: &'a Days,
    cast: &'a Cast,
    period: Period,
    chance: Chance,
    at: DateTime<Utc>,
}

impl Author<'_> {
    /// The next moment, so many working days on at most; nothing where it is still to come.
    fn next(&mut self, workdays: u32) -> Option<Services> {
        let workdays = self.chance.between(0, workdays);
        self.at = self.days.later(self.at, workdays, &mut self.chance);
        Some(self.services.at(self.days.past(self.at)?))
    }

    /// Lets one report come as far as that; whether it was begun.
    async fn write(&mut self, duty: &Unassigned, stage: Stage) -> Result<bool> {
        let department = duty.department;
        let head = self.cast.heads.values().find(|actor| actor.department == department).cloned();
        let (Some(head), Some(supervisor)) = (head, self.cast.supervisor.clone()) else { return Ok(false) };
        let acts: &[Act] = match stage {
            Stage::Owed => return Ok(false),
            Stage::Draft => &[Act::Save],
            Stage::Submitted => &[Act::Save, Act::Submit],
            Stage::Returned => &[Act::Submit, Act::Return],
            Stage::Mended => &[Act::Submit, Act::Return, Act::Submit, Act::SignOff],
            Stage::SignedOff => &[Act::Submit, Act::SignOff],
            Stage::Reopened => &[Act::Submit, Act::SignOff, Act::Reopen],
        };
        let (mut id, mut version) = (None, 0);
        for act in acts {
            let Some(services) = self.next(2) else { break };
            match (act, id) {
                (Act::Save | Act::Submit, _) => {
                    let draft = self.draft(&services, &head, duty, version).await?;
                    let key = (duty.entry.row.id, self.period);
                    id = Some(reports::save(&services, &head, key, &draft, *act).await?);
                }
                (Act::Return | Act::SignOff | Act::Reopen, Some(id)) => {
                    let given = Judgement { act: *act, reason: reason(*act).to_owned(), version };
                    reports::judge(&services, &supervisor, id, &given).await?;
                }
                (Act::Return | Act::SignOff | Act::Reopen, None) => break,
            }
            version += 1;
        }
        Ok(id.is_some())
    }

    /// Figures and words; with the first draft papers for most of the points.
    async fn draft(
        &mut self,
        services: &Services,
        head: &Actor,
        duty: &Unassigned,
        version: i32,
    ) -> Result<Draft> {
        let name = &duty.entry.row.name;
        let whole = self.chance.between(20, 60);
        let part = whole - self.chance.below(whole / 4);
        let rated = duty.entry.row.class != "GOV";
        let number = |n: u32| if rated { n.to_string() } else { String::new() };
        let quarter = self.period.chinese();
        let text = format!("{quarter}按“{name}”的要求推进，佐证材料已逐项上传，下一季度继续落实。");
        let mut files = Vec::new();
        if version == 0 {
            for point in &duty.entry.evidence {
                if self.chance.percent(75) {
                    files.push((
                        point.number,
                        self.paper(services, head, name, point.number, &point.text).await?,
                    ));
                }
            }
        } else if let Some(point) = duty.entry.evidence.first() {
            files.push((point.number, self.paper(services, head, name, point.number, "补充说明").await?));
        }
        Ok(Draft {
            version,
            numerator: number(part),
            denominator: number(whole),
            text,
            files,
            removed: Vec::new(),
        })
    }

    /// One piece of evidence: mostly a paper, now and then a picture.
    async fn paper(
        &mut self,
        services: &Services,
        head: &Actor,
        name: &str,
        number: u32,
        words: &str,
    ) -> Result<uuid::Uuid> {
        let picture = self.chance.percent(20);
        let (kind, bytes) = if picture {
            ("png", Bytes::from_static(PICTURE))
        } else {
            let day = services.clock.today();
            let lines = [name.to_owned(), format!("佐证 {number}：{words}"), format!("{day}　示范数据")];
            ("pdf", Bytes::from(paper::pdf(&lines)))
        };
        let short: String = words.chars().filter(|c| c.is_alphanumeric()).take(14).collect();
        let new = NewUpload { file_name: format!("{short}.{kind}"), draft_id: None };
        let bytes: [Result<Bytes, std::io::Error>; 1] = [Ok(bytes)];
        Ok(uploads::receive(services, head, new, stream::iter(bytes)).await?.id)
    }
}

fn reason(act: Act) -> &'static str {
    match act {
        Act::Return => "会议纪要缺少签到表，第一点的文件没有盖章，请补齐后重新报送。",
        Act::Reopen => "与年度数据比对不一致，请核对统计口径后重新报送。",
        Act::Save | Act::Submit | Act::SignOff => "",
    }
}
