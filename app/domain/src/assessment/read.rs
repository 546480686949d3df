//! A scheme out of its file: parsed, not validated. What is wrong is told with its place.

mod circle;
mod formulas;
mod tree;

use super::file::SchemeFile;
use super::{Exact, Input, PeriodKind, Scheme, SchemeFault, SchemeProblem, Text};
use crate::rule::Decimal;
use std::collections::BTreeMap;

/// Faults told at most; more would only hide the first.
const MOST: usize = 100;
/// Characters of a key at most.
const KEY: usize = 40;
const MILLION: i64 = 1_000_000;

pub(super) fn scheme(
    file: &SchemeFile,
    indicator: &dyn Fn(&str) -> bool,
) -> Result<Scheme, Vec<SchemeFault>> {
    let mut reader = Reader::new(indicator);
    reader.names(&file.nodes, "nodes");
    let scheme = Scheme {
        key: reader.key("key", &file.key),
        name: reader.text("name", &file.name, file.name_en.as_deref()),
        city: reader.text("city", &file.city, file.city_en.as_deref()),
        document: reader.text("document", &file.document, None).zh,
        note: note(file.note.as_deref(), file.note_en.as_deref()),
        nodes: reader.nodes(&file.nodes, "nodes"),
        scores: reader.scores(&file.scores),
    };
    if reader.entries.is_empty() {
        reader.fault("nodes", SchemeProblem::Empty);
    }
    if reader.faults.is_empty() {
        circle::check(&scheme, &mut reader);
    }
    if reader.faults.is_empty() { Ok(scheme) } else { Err(reader.faults) }
}

/// What was found on the way.
struct Reader<'a> {
    indicator: &'a dyn Fn(&str) -> bool,
    faults: Vec<SchemeFault>,
    /// Places of nodes, and whether each has a formula.
    nodes: BTreeMap<String, (String, bool)>,
    /// Places of entries, their names and points.
    entries: BTreeMap<String, (String, Text, Option<Exact>)>,
    inputs: BTreeMap<String, (String, Input)>,
    scored: Vec<PeriodKind>,
}

impl<'a> Reader<'a> {
    fn new(indicator: &'a dyn Fn(&str) -> bool) -> Self {
        Self {
            indicator,
            faults: Vec::new(),
            nodes: BTreeMap::new(),
            entries: BTreeMap::new(),
            inputs: BTreeMap::new(),
            scored: Vec::new(),
        }
    }

    fn fault(&mut self, at: impl Into<String>, problem: SchemeProblem) {
        if self.faults.len() < MOST {
            self.faults.push(SchemeFault { at: at.into(), problem });
        }
    }

    fn key(&mut self, at: &str, key: &str) -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if key.is_empty() {
            self.fault(at, SchemeProblem::Missing);
        } else if key.chars().count() > KEY || !key.chars().all(plain) {
            self.fault(at, SchemeProblem::Key(key.chars().take(KEY).collect()));
        }
        key.to_owned()
    }

    fn text(&mut self, at: &str, zh: &str, en: Option<&str>) -> Text {
        if zh.trim().is_empty() {
            self.fault(at, SchemeProblem::Missing);
        }
        Text { zh: zh.trim().to_owned(), en: en.map(|en| en.trim().to_owned()) }
    }

    /// A number from 0 to a million.
    fn number(&mut self, at: &str, number: Decimal) -> Exact {
        if number < Decimal::ZERO || number > Decimal::from(MILLION) {
            self.fault(at, SchemeProblem::OutOfRange(number.to_string()));
            return Exact::ZERO;
        }
        Exact::from(number)
    }

    /// A number above zero.
    fn above_zero(&mut self, at: &str, number: Decimal) -> Exact {
        if number == Decimal::ZERO {
            self.fault(at, SchemeProblem::NotAboveZero(number.to_string()));
        }
        self.number(at, number)
    }

    fn known_indicator(&mut self, at: &str, key: Option<&str>) {
        if let Some(key) = key
            && !(self.indicator)(key)
        {
            self.fault(at, SchemeProblem::NoIndicator(key.to_owned()));
        }
    }
}

/// Remarks are there or not; an empty one is none.
fn note(zh: Option<&str>, en: Option<&str>) -> Option<Text> {
    let zh = zh.map(str::trim).filter(|zh| !zh.is_empty())?;
    Some(Text { zh: zh.to_owned(), en: en.map(|en| en.trim().to_owned()) })
}
