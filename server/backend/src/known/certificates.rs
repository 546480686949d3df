//! What the certificates of a holder tell: of every type whether one can be relied on, whether the
//! last one has expired, since when, and for how long.

use chrono::{DateTime, NaiveDate, Utc};
use domain::certificate::{Standing, Status, Unfit};
use entity::certificate;
use sea_orm::{ConnectionTrait, EntityTrait as _, FromQueryResult, QueryFilter as _, QuerySelect as _};

use super::person::months_since;
use super::{Known, Source};
use crate::{Error, Holder, Result, Services};

/// What decides, and nothing encrypted.
#[derive(FromQueryResult)]
struct Row {
    code: String,
    version: i32,
    issued_on: NaiveDate,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    status: String,
    superseded: bool,
    created_at: DateTime<Utc>,
}

impl Row {
    fn standing(&self) -> Result<Standing> {
        Ok(Standing {
            status: Status::parse(&self.status).ok_or_else(|| Error::internal("unknown status"))?,
            superseded: self.superseded,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
        })
    }

    /// Of several the one that can be relied on, then the newest.
    fn rank(&self, today: NaiveDate) -> Result<(bool, NaiveDate, i32, DateTime<Utc>)> {
        Ok((self.standing()?.fit(today).is_ok(), self.issued_on, self.version, self.created_at))
    }
}

pub(super) async fn add<C: ConnectionTrait>(
    db: &C,
    services: &Services,
    known: &mut Known,
    holder: Holder,
    today: NaiveDate,
) -> Result<()> {
    let rows = rows(db, holder).await?;
    let mut codes = services.catalogue.look_up(|book| Some(book.certificate_codes())).await?;
    codes.sort();
    for code in codes {
        let mut best: Option<&Row> = None;
        for row in rows.iter().filter(|row| row.code == code) {
            if best.map(|best| best.rank(today)).transpose()? < Some(row.rank(today)?) {
                best = Some(row);
            }
        }
        of_type(known, &code, best, today)?;
    }
    Ok(())
}

async fn rows<C: ConnectionTrait>(db: &C, holder: Holder) -> Result<Vec<Row>> {
    let whose = match holder {
        Holder::Person(id) => certificate::COLUMN.person_id.eq(id),
        Holder::Entity(id) => certificate::COLUMN.entity_id.eq(id),
    };
    let columns = [
        certificate::Column::Code,
        certificate::Column::Version,
        certificate::Column::IssuedOn,
        certificate::Column::ValidFrom,
        certificate::Column::ValidUntil,
        certificate::Column::Status,
        certificate::Column::Superseded,
        certificate::Column::CreatedAt,
    ];
    let query = certificate::Entity::find().select_only().columns(columns).filter(whose);
    Ok(query.into_model::<Row>().all(db).await?)
}

fn of_type(known: &mut Known, code: &str, row: Option<&Row>, today: NaiveDate) -> Result<()> {
    let source = Source::Certificate(code.to_owned());
    let fit = row.map(|row| Ok::<_, Error>(row.standing()?.fit(today))).transpose()?;
    let field = |name: &str| format!("cert.{code}{name}");
    let held = fit == Some(Ok(()));
    known.put(&field(""), held, &source, today);
    known.put(&field(".expired"), fit == Some(Err(Unfit::Expired)), &source, today);
    if code == "EC_RESIDENCE" {
        known.put("person.has_residence_permit", held, &source, today);
    }
    let Some(row) = row else { return Ok(()) };
    if let Some(days) = row.standing()?.days_left(today) {
        known.put(&field(".days_to_expiry"), days, &source, today);
    }
    if let Some(months) = months_since(row.issued_on, today) {
        known.put(&field(".months_since_issue"), months, &source, today);
    }
    Ok(())
}
