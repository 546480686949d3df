//! Versions of how an item is handled: the list of them, one to read, one to edit.

mod differences;
mod edit;
mod faults;
mod list;
mod order;
mod preview;
mod read;
mod release;
mod stage;
mod step;
mod words;

pub use edit::edit;
pub use list::{Taking, VersionRow, VersionsPage, versions};
pub use order::DrawnStep;
pub use preview::PreviewLine;
pub use read::read;
pub use stage::Stage;

use super::values::Values;
use crate::lang::Lang;
use chrono::NaiveDate;
use domain::process::{Difference, ProcessFault};
use leptos::prelude::*;

/// One version, to read or to edit.
#[derive(Clone, Debug)]
pub struct VersionPage {
    /// The language.
    pub lang: Lang,
    /// `RS-001`.
    pub item: String,
    /// The item's name.
    pub name: String,
    /// Which one.
    pub version: i32,
    /// Where it stands.
    pub stage: Stage,
    /// First and last day in force.
    pub valid: (Option<NaiveDate>, Option<NaiveDate>),
    /// Tells whether the page is out of date.
    pub stamp: i64,
    /// What stands in the fields.
    pub values: Values,
    /// How many steps stand there.
    pub steps: usize,
    /// What keeps it from being released, by field.
    pub faults: Vec<(String, ProcessFault)>,
    /// A release was tried.
    pub tried: bool,
    /// Departments to choose from, with their names.
    pub departments: Vec<(String, String)>,
    /// The rule that may decide by itself, in words; none where there is none.
    pub rule: Option<Vec<String>>,
    /// The steps in rows: those of one may run side by side.
    pub order: Vec<Vec<DrawnStep>>,
    /// Working days of the longest way, and those promised.
    pub longest: (u32, Option<u32>),
    /// What is otherwise than in the version it is compared with, if there is one.
    pub compared: Option<(i32, Vec<Difference>)>,
    /// The dates of a case filed today.
    pub preview: Vec<PreviewLine>,
    /// Today.
    pub today: NaiveDate,
    /// Another version that waits for its day.
    pub waiting: Option<(i32, NaiveDate)>,
    /// Somebody else saved the draft meanwhile: what was typed is below.
    pub stale: bool,
}

impl VersionPage {
    fn list(&self) -> String {
        format!("/admin/items/{}/versions", self.item)
    }

    fn path(&self) -> String {
        format!("{}/{}", self.list(), self.version)
    }

    fn title(&self) -> String {
        let n = self.version;
        self.lang.t(format!("第 {n} 版"), format!("Version {n}"))
    }

    fn head(&self) -> AnyView {
        let lang = self.lang;
        view! {
            <a class="back-link" href=self.list()>{lang.t("返回版本", "Back to versions")}</a>
            <div class="page-head">
                <h1>{self.title()}</h1>
                <p class="lead">{self.name.clone()}" · "{self.item.clone()}" "{stage::tag(lang, self.stage)}</p>
            </div>
        }
        .into_any()
    }

    /// What stands beside the form, or below the facts.
    fn beside(&self) -> AnyView {
        view! { {order::panel(self)}{preview::panel(self)}{differences::panel(self)} }.into_any()
    }
}
