//! The organisations of the demonstration city. Their codes are valid and belong to nobody: they were
//! registered in 2299xx, which is no division.

use chrono::NaiveDate;
use domain::credit_code::CreditCode;
use domain::item::Subject;
use domain::permission::Actor;
use uuid::Uuid;

use super::staff::{Cast, Resident};
use crate::legal_entities::{self, EntityStatus, NewEntity};
use crate::{Error, Result, Services};

/// One of them.
struct Body {
    /// 登记管理部门 and 机构类别.
    registry: &'static str,
    division: &'static str,
    /// Eight characters; the rest of the code is computed.
    organisation: &'static str,
    name: &'static str,
    kind: Subject,
    status: EntityStatus,
    since: (i32, u32, u32),
    address: &'static str,
}

/// The company of the one who signs in as `citizen`.
pub(super) const OWN: usize = 0;
/// The one they are an agent of.
pub(super) const AGENT_OF: usize = 1;

const fn body(
    registry: &'static str,
    division: &'static str,
    organisation: &'static str,
    name: &'static str,
    kind: Subject,
    since: (i32, u32, u32),
    address: &'static str,
) -> Body {
    Body { registry, division, organisation, name, kind, status: EntityStatus::Active, since, address }
}

const BODIES: [Body; 12] = [
    body(
        "91",
        "229902",
        "MA0DEM01",
        "示范市晓雨文化传播有限公司",
        Subject::Company,
        (2019, 4, 12),
        "城关区钟楼街道文庙巷12号",
    ),
    body(
        "91",
        "229903",
        "MA0DEM02",
        "示范市滨江味道餐饮有限公司",
        Subject::Company,
        (2017, 9, 5),
        "滨江区望江街道滨江道88号",
    ),
    body(
        "91",
        "229904",
        "MA0DEM03",
        "示范市星湖精密机械有限公司",
        Subject::Company,
        (2012, 6, 20),
        "高新区星湖街道创新大道6号",
    ),
    body(
        "91",
        "229981",
        "MA0DEM04",
        "临河通达货运有限公司",
        Subject::Company,
        (2015, 3, 18),
        "临河市通汇街道码头路31号",
    ),
    body(
        "92",
        "229902",
        "MA0DEM05",
        "城关区老槐树面馆",
        Subject::Other,
        (2020, 11, 2),
        "城关区槐荫街道槐树胡同9号",
    ),
    body(
        "92",
        "229921",
        "MA0DEM06",
        "平川县春来百货店",
        Subject::Other,
        (2021, 5, 7),
        "平川县平安街道向阳里3号",
    ),
    body(
        "93",
        "229922",
        "MA0DEM07",
        "青山县云台果蔬专业合作社",
        Subject::Other,
        (2016, 8, 30),
        "青山县云台镇云台村",
    ),
    body(
        "12",
        "229900",
        "MB0DEM08",
        "示范市第二中学",
        Subject::Institution,
        (1998, 9, 1),
        "城关区南湖街道育才街20号",
    ),
    body(
        "51",
        "229900",
        "MJ0DEM09",
        "示范市志愿服务联合会",
        Subject::Association,
        (2014, 12, 5),
        "城关区钟楼街道幸福路2号",
    ),
    body(
        "52",
        "229903",
        "MJ0DEM10",
        "滨江区阳光幼儿园",
        Subject::Association,
        (2018, 7, 16),
        "滨江区江北街道柳荫巷15号",
    ),
    body(
        "N1",
        "229921",
        "MF0DEM11",
        "平川县大河镇大河村股份经济合作社",
        Subject::Other,
        (2020, 1, 9),
        "平川县大河镇大河村",
    ),
    Body {
        status: EntityStatus::Cancelled,
        ..body(
            "91",
            "229902",
            "MA0DEM12",
            "示范市旧时光书店有限公司",
            Subject::Company,
            (2011, 2, 24),
            "城关区北关街道新华路77号",
        )
    },
];

impl Body {
    fn code(&self) -> Option<CreditCode> {
        CreditCode::compose(self.registry, self.division, self.organisation)
    }
}

/// Writes them with their legal representatives; their keys, in order.
pub(super) async fn write(services: &Services, cast: &Cast) -> Result<Vec<Uuid>> {
    let today = services.clock.today();
    let grown = |resident: &&Resident| {
        let age = resident.person.number.age_on(today);
        resident.actor.is_none() && (28..62).contains(&age)
    };
    let own = cast.residents.first().ok_or_else(Error::not_found)?;
    let mut others = cast.residents.iter().filter(grown).cycle();
    let tx = services.db.begin().await?;
    let mut ids = Vec::new();
    for (place, body) in BODIES.iter().enumerate() {
        let legal = if place == OWN { own } else { others.next().ok_or_else(Error::not_found)? };
        // The larger ones leave the agents to somebody else.
        let administrator = if place == 2 || place == 7 { others.next() } else { None };
        let (year, month, day) = body.since;
        let new = NewEntity {
            code: body.code().ok_or_else(|| Error::internal("a code that cannot be"))?,
            name: body.name.to_owned(),
            kind: body.kind,
            status: body.status,
            established_on: NaiveDate::from_ymd_opt(year, month, day),
            division: Some(body.division.to_owned()),
            address: Some(body.address.to_owned()),
            legal_person_id: Some(legal.id),
            administrator_id: administrator.map(|one| one.id),
        };
        ids.push(legal_entities::record(&tx, services, &Actor::portal(), new).await?);
    }
    tx.commit().await?;
    Ok(ids)
}

/// The code of the `place`-th.
#[cfg(test)]
pub(super) fn code(place: usize) -> Option<CreditCode> {
    BODIES.get(place)?.code()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_is_valid_and_of_its_own() {
        let codes: HashSet<String> =
            (0..BODIES.len()).map(|place| code(place).unwrap().as_str().to_owned()).collect();
        assert_eq!(codes.len(), BODIES.len());
        assert!(codes.iter().all(|code| code.get(2..6) == Some("2299")));
        assert!(BODIES.iter().all(|body| body.kind != Subject::Person));
    }
}
