//! A score worked out, and explained line by line.

mod line;
mod operate;
mod words;

use super::formula::Part;
use super::{Exact, Formula, Input, Period, Scheme, Text};
use std::collections::BTreeMap;

pub use line::{Gap, Line, Worked};
use operate::Trouble;

/// What was put in and measured, by period.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Components by their keys.
    pub inputs: BTreeMap<(Period, String), Exact>,
    /// Indicators by their keys.
    pub indicators: BTreeMap<(Period, String), Measured>,
}

/// What an indicator says over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its name.
    pub name: Text,
    /// How it came about: numerator, denominator, source; or why it has no value.
    pub how: Text,
    /// Its value in its own unit; none over a period without cases.
    pub value: Option<Exact>,
}

/// The score of a period; none where the scheme scores no such period.
pub fn work_out(scheme: &Scheme, period: Period, facts: &Facts) -> Option<Worked> {
    let formula = scheme.scores.get(&period.kind())?;
    let nodes = scheme.all_nodes().into_iter();
    let nodes = nodes.filter_map(|node| Some((node.key.as_str(), (&node.name, node.formula.as_ref()?))));
    let mut work = Work { scheme, facts, nodes: nodes.collect(), lines: Vec::new(), gaps: Vec::new() };
    let name = Text { zh: period.chinese(), en: Some(period.english()) };
    let value = work.value(formula, At { period, depth: 0, name: Some(&name) });
    Some(Worked { period, value, gaps: work.gaps, lines: work.lines })
}

struct Work<'a> {
    scheme: &'a Scheme,
    facts: &'a Facts,
    nodes: BTreeMap<&'a str, (&'a Text, &'a Formula)>,
    lines: Vec<Line>,
    gaps: Vec<Gap>,
}

/// Where in the explanation.
#[derive(Clone, Copy)]
struct At<'a> {
    period: Period,
    depth: u32,
    /// The name of the formula, where it is under one.
    name: Option<&'a Text>,
}

impl<'a> Work<'a> {
    fn value(&mut self, formula: &'a Formula, at: At<'_>) -> Option<Exact> {
        match formula {
            Formula::Named { name, of } => self.value(of, At { name: Some(name), ..at }),
            Formula::Node(key) => {
                let (name, formula) = *self.nodes.get(key.as_str())?;
                self.value(formula, At { name: Some(name), ..at })
            }
            Formula::ScoreOf(part) => self.part(*part, at),
            Formula::Input(_)
            | Formula::Weighted(_)
            | Formula::Mean(_)
            | Formula::Sum { .. }
            | Formula::Scaled { .. }
            | Formula::Ratio { .. }
            | Formula::Attainment { .. }
            | Formula::Indicator(_) => self.step(formula, at),
        }
    }

    fn part(&mut self, part: Part, at: At<'_>) -> Option<Exact> {
        let scheme = self.scheme;
        let period = part.of(at.period.year())?;
        let name = Text { zh: period.chinese(), en: Some(period.english()) };
        self.value(scheme.scores.get(&part.kind())?, At { period, name: Some(&name), ..at })
    }

    /// One line, with those it is made of below it.
    fn step(&mut self, formula: &'a Formula, at: At<'_>) -> Option<Exact> {
        let place = self.lines.len();
        let label = at.name.cloned().unwrap_or_else(|| words::label(formula));
        self.lines.push(Line { depth: at.depth, label: label.clone(), how: Text::default(), value: None });
        let below = At { depth: at.depth + 1, name: None, ..at };
        let parts: Vec<Option<Exact>> =
            formula.parts().into_iter().map(|part| self.value(part, below)).collect();
        let told = match formula {
            Formula::Input(input) => self.input(input, at.period, label),
            Formula::Indicator(key) => self.indicator(key, at.period, label),
            Formula::Named { .. }
            | Formula::Weighted(_)
            | Formula::Mean(_)
            | Formula::Sum { .. }
            | Formula::Scaled { .. }
            | Formula::Ratio { .. }
            | Formula::Attainment { .. }
            | Formula::Node(_)
            | Formula::ScoreOf(_) => operated(formula, &parts, label),
        };
        self.gaps.extend(told.gap);
        if let Some(line) = self.lines.get_mut(place) {
            *line = Line { depth: at.depth, label: told.label, how: told.how, value: told.value };
        }
        told.value
    }

    fn input(&self, input: &Input, period: Period, label: Text) -> Told {
        match self.facts.inputs.get(&(period, input.key.clone())) {
            Some(value) => Told { value: Some(*value), label, how: words::put_in(input), gap: None },
            None => Told::gap(Gap::Input { period, key: input.key.clone(), name: label.clone() }, label),
        }
    }

    fn indicator(&self, key: &str, period: Period, label: Text) -> Told {
        let measured = self.facts.indicators.get(&(period, key.to_owned()));
        let label = measured.map_or(label, |measured| measured.name.clone());
        let (value, how) = measured.map_or((None, None), |told| (told.value, Some(told.how.clone())));
        match (value, how) {
            (Some(value), Some(how)) => Told { value: Some(value), label, how, gap: None },
            (Some(_) | None, why) => {
                let name = label.clone();
                Told::gap(Gap::Indicator { period, key: key.to_owned(), name, why }, label)
            }
        }
    }
}

/// What came of a formula: a number, or why there is none.
struct Told {
    value: Option<Exact>,
    label: Text,
    how: Text,
    gap: Option<Gap>,
}

impl Told {
    fn gap(gap: Gap, label: Text) -> Self {
        let how = Text { zh: gap.chinese(), en: Some(gap.english()) };
        Self { value: None, label, how, gap: Some(gap) }
    }
}

/// An operation on what is below it. A gap below is told there, not again here.
fn operated(formula: &Formula, parts: &[Option<Exact>], label: Text) -> Told {
    let Some(parts) = parts.iter().copied().collect::<Option<Vec<Exact>>>() else {
        return Told { value: None, label, how: words::incomplete(), gap: None };
    };
    match operate::operate(formula, &parts) {
        Ok(value) => Told { value: Some(value), label, how: words::how(formula, &parts), gap: None },
        Err(Trouble::ByZero) => Told::gap(Gap::DivisionByZero { name: label.clone() }, label),
        Err(Trouble::TooGreat) => Told::gap(Gap::TooGreat { name: label.clone() }, label),
    }
}

#[cfg(test)]
mod tests;
