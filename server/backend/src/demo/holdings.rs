//! 材料库 of the demonstration's citizen: something compared with its original, something uploaded and
//! something promised.

use bytes::Bytes;
use chrono::{Days as Span, TimeDelta};
use domain::evidence::Grade;
use entity::holding;
use futures::stream;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use uuid::Uuid;

use super::days::Days;
use super::staff::Cast;
use crate::uploads::{self, NewUpload};
use crate::{Error, Result, Services, evidence};

/// Name, grade, and days ago on which it was given.
const KEPT: [(&str, Grade, i64); 3] =
    [("体检证明", Grade::B, 60), ("医疗诊断证明", Grade::C, 20), ("困难情形佐证", Grade::D, 200)];

/// Writes them; how many.
pub(super) async fn write(services: &Services, days: &Days, cast: &Cast) -> Result<usize> {
    let citizen = cast.residents.first().ok_or_else(Error::not_found)?;
    let actor = citizen.actor.as_ref().ok_or_else(Error::denied)?;
    let clerk = cast.clerks.first().and_then(|clerk| clerk.actor.account);
    for (name, grade, ago) in KEPT {
        let at = days.now - TimeDelta::days(ago);
        let past = services.at(at);
        let page: Result<Bytes, std::io::Error> = Ok(Bytes::from_static(b"%PDF-1.7\n"));
        let new = NewUpload { file_name: format!("{name}.pdf"), draft_id: None };
        let file = uploads::receive(&past, actor, new, stream::iter([page])).await?;
        let given = past.clock.today();
        let seen = clerk.filter(|_| grade == Grade::B);
        let row = holding::ActiveModel {
            id: Set(Uuid::now_v7()),
            person_id: Set(Some(citizen.id)),
            entity_id: Set(None),
            name: Set(name.to_owned()),
            certificate_code: Set(None),
            upload_id: Set(Some(file.id)),
            grade: Set(grade.as_str().to_owned()),
            case_id: Set(None),
            valid_until: Set(Some(evidence::last_day(&services.db.read, given).await?)),
            verified_by: Set(seen),
            verified_at: Set(seen.and_then(|_| at.checked_add_days(Span::new(1)))),
            removed_at: Set(None),
            created_at: Set(at),
        };
        holding::Entity::insert(row).exec_without_returning(&services.db.write).await?;
    }
    Ok(KEPT.len())
}
