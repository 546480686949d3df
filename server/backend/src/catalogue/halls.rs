//! Which hall serves which area, so that each body has an office to send people to.

use domain::division::DivisionCode;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Result, settings};

/// Under this key the areas are kept.
pub(crate) const SETTING: &str = "hall_areas";

/// Halls with the areas they serve.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HallAreas(pub Vec<(DivisionCode, Uuid)>);

/// What is known of them.
pub(super) async fn areas<C: ConnectionTrait>(db: &C) -> Result<HallAreas> {
    Ok(settings::get(db, SETTING).await?.unwrap_or_default())
}

impl HallAreas {
    /// The hall with the smallest area that holds a place.
    pub(super) fn nearest(&self, place: DivisionCode) -> Option<Uuid> {
        let holding = self.0.iter().filter(|(area, _)| place.within(area));
        holding.max_by_key(|(area, _)| area.level()).map(|(_, hall)| *hall)
    }
}
