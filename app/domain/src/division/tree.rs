//! The divisions known, with the years in which each name held.

use super::{DivisionCode, DivisionLevel};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One name of one division, in the years it held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its code.
    pub code: DivisionCode,
    /// Name in Chinese.
    pub name: String,
    /// Name in English, where there is one.
    pub name_en: Option<String>,
    /// The division it belongs to; not always what the code says.
    pub parent: Option<DivisionCode>,
    /// How far down it lies.
    pub level: DivisionLevel,
    /// First year of the name; unknown when absent.
    pub from_year: Option<u16>,
    /// Last year of the name; still in use when absent.
    pub to_year: Option<u16>,
}

impl Division {
    /// Whether the name held in a year.
    pub fn holds_in(&self, year: u16) -> bool {
        self.from_year.is_none_or(|from| from <= year) && self.to_year.is_none_or(|to| year <= to)
    }
}

/// Steps of administration that are no place of their own: no address names them.
const NO_PLACE: [&str; 5] = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "直辖县级"];

/// Deepest path followed; guards against a ring in the data.
const DEEPEST: usize = 6;

/// All divisions known, found by code and by parent.
#[derive(Debug, Clone, Default)]
pub struct DivisionTree {
    by_code: BTreeMap<DivisionCode, Vec<Division>>,
    by_parent: BTreeMap<Option<DivisionCode>, Vec<DivisionCode>>,
}

impl DivisionTree {
    /// Takes divisions in any order; several entries of one code are its names over the years.
    pub fn new(divisions: Vec<Division>) -> Self {
        let mut tree = Self::default();
        for division in divisions {
            let siblings = tree.by_parent.entry(division.parent).or_default();
            siblings.push(division.code);
            tree.by_code.entry(division.code).or_default().push(division);
        }
        tree.by_code.values_mut().for_each(|names| names.sort_by_key(|d| d.from_year));
        tree.by_parent.values_mut().for_each(|codes| {
            codes.sort_unstable();
            codes.dedup();
        });
        tree
    }

    /// The division by its newest name.
    pub fn get(&self, code: DivisionCode) -> Option<&Division> {
        self.by_code.get(&code)?.last()
    }

    /// The name a division had in a year; the newest when none is known for the year.
    pub fn name_in(&self, code: DivisionCode, year: u16) -> Option<&str> {
        let names = self.by_code.get(&code)?;
        let then = names.iter().rev().find(|division| division.holds_in(year)).or(names.last());
        then.map(|division| division.name.as_str())
    }

    /// The newest name.
    pub fn name(&self, code: DivisionCode) -> Option<&str> {
        self.get(code).map(|division| division.name.as_str())
    }

    /// Names from the province down, joined as in an address: 吉林省四平市铁东区.
    pub fn path_name(&self, code: DivisionCode) -> String {
        let mut path: Vec<&str> =
            self.path(code).into_iter().map(|division| division.name.as_str()).collect();
        path.retain(|name| !NO_PLACE.contains(name));
        path.dedup();
        path.concat()
    }

    /// The division and all above it, province first.
    pub fn path(&self, code: DivisionCode) -> Vec<&Division> {
        let up = |division: &&Division| division.parent.and_then(|parent| self.get(parent));
        let mut path: Vec<&Division> = core::iter::successors(self.get(code), up).take(DEEPEST).collect();
        path.reverse();
        path
    }

    /// The divisions right below one, in the order of their codes, abolished ones too.
    pub fn children(&self, code: DivisionCode) -> impl Iterator<Item = &Division> {
        self.below(Some(code))
    }

    /// The divisions with none above them.
    pub fn roots(&self) -> impl Iterator<Item = &Division> {
        self.below(None)
    }

    fn below(&self, parent: Option<DivisionCode>) -> impl Iterator<Item = &Division> {
        self.by_parent.get(&parent).into_iter().flatten().filter_map(|&code| self.get(code))
    }

    /// All codes known.
    pub fn codes(&self) -> impl Iterator<Item = DivisionCode> {
        self.by_code.keys().copied()
    }
}
