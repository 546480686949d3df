//! The names of themes and life events, in both languages.

use serde::Deserialize;

use super::search::Named;

/// Under these keys the names are kept.
pub(super) const THEMES: &str = "themes";
pub(super) const EVENTS: &str = "life_events";

/// `themes.json`.
#[derive(Debug, Deserialize)]
pub(super) struct File {
    #[serde(default)]
    life_events: Vec<Named>,
    #[serde(default)]
    themes: Vec<Named>,
}

impl File {
    /// Themes and life events; a theme is known by its Chinese name.
    pub(super) fn keyed(self) -> (Vec<Named>, Vec<Named>) {
        let keyed = |named: Named| {
            if named.key.is_empty() { Named { key: named.name.clone(), ..named } } else { named }
        };
        (self.themes.into_iter().map(keyed).collect(), self.life_events.into_iter().map(keyed).collect())
    }
}
