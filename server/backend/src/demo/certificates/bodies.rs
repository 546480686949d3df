//! What the organisations hold.

use entity::legal_entity;
use sea_orm::{EntityTrait as _, QueryOrder as _};

use super::Planned;
use crate::holder::Holder;
use crate::{Result, Services};

pub(super) async fn plan(services: &Services) -> Result<Vec<Planned>> {
    let rows =
        legal_entity::Entity::find().order_by_asc(legal_entity::Column::Code).all(&services.db.read).await?;
    Ok(rows.iter().enumerate().flat_map(|(n, row)| of(n, row)).collect())
}

fn of(n: usize, row: &legal_entity::Model) -> Vec<Planned> {
    let mut planned = Vec::new();
    let address = row.address.clone().unwrap_or_default();
    let name = || ("org_name", row.name.clone());
    let code = || ("org_credit_code", row.code.clone());
    if row.code.starts_with('9') {
        let opened = row.established_on.map(|day| day.to_string()).unwrap_or_default();
        let mut licence = vec![name(), code(), ("shop_name", row.name.clone()), ("open_date", opened)];
        licence.push(("business_scope", "依法须经批准的项目，经相关部门批准后方可开展经营活动".to_owned()));
        licence.push(("capital", "1000000".to_owned()));
        planned.push(Planned { number: Some(row.code.clone()), ..one(row, "EC_BIZLIC", 900, licence) });
    }
    if row.code.starts_with('5') {
        planned.push(one(row, "EC_SOCORG", 700, vec![name(), code()]));
    }
    let sells_food = ["餐饮", "面馆", "食品", "超市"].iter().any(|word| row.name.contains(word));
    if sells_food {
        let data = vec![name(), ("business_address", address.clone())];
        // The first of them ends soon.
        planned.push(Planned {
            left: Some(40 + 200 * i64::try_from(n).unwrap_or(0)),
            ..one(row, "EC_FOODLIC", 1785, data)
        });
        planned.push(one(row, "EC_HYGIENE", 600, vec![name(), ("business_address", address)]));
    }
    if row.name.contains("货运") || row.name.contains("物流") {
        let data = vec![name(), ("transport_scope", "道路普通货物运输".to_owned())];
        planned.push(Planned { left: Some(55), ..one(row, "EC_ROADLIC", 1400, data) });
    }
    planned
}

fn one(
    row: &legal_entity::Model,
    code: &'static str,
    ago: i64,
    data: Vec<(&'static str, String)>,
) -> Planned {
    let holder = Holder::Entity(row.id);
    Planned { code, holder, number: None, ago, left: None, age: 0, data, later: None }
}
