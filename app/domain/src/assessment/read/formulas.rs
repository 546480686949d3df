//! Formulas of the file: every reference known, every weight right.

use super::Reader;
use crate::assessment::file::{FormulaFile, ScoresFile, WeightFile};
use crate::assessment::formula::Part;
use crate::assessment::{Exact, Formula, Input, PeriodKind, SchemeProblem, Text};
use crate::rule::Decimal;
use std::collections::BTreeMap;

impl Reader<'_> {
    pub(super) fn scores(&mut self, scores: &ScoresFile) -> BTreeMap<PeriodKind, Formula> {
        let all = [
            (PeriodKind::Quarter, &scores.quarter),
            (PeriodKind::HalfYear, &scores.half_year),
            (PeriodKind::Year, &scores.year),
        ];
        self.scored = all.iter().filter(|(_, formula)| formula.is_some()).map(|(kind, _)| *kind).collect();
        let mut read = BTreeMap::new();
        for (kind, formula) in all {
            if let Some(formula) = formula {
                let at = format!("scores.{}", kind.as_str());
                read.insert(kind, self.formula(formula, &at, kind == PeriodKind::Year));
            }
        }
        read
    }

    /// `of_year`: whether the scores of parts of the year may be asked for here.
    pub(super) fn formula(&mut self, file: &FormulaFile, at: &str, of_year: bool) -> Formula {
        match file {
            FormulaFile::Named { name, name_en, of } => Formula::Named {
                name: self.text(&format!("{at}.named.name"), name, name_en.as_deref()),
                of: Box::new(self.formula(of, &format!("{at}.named.of"), of_year)),
            },
            FormulaFile::Input { key, name, name_en, max } => {
                let at = format!("{at}.input");
                let name = self.text(&format!("{at}.name"), name, name_en.as_deref());
                let max = self.above_zero(&format!("{at}.max"), *max);
                if let Some((first, _, _)) = self.entries.get(key) {
                    let first = first.clone();
                    self.fault(format!("{at}.key"), SchemeProblem::Twice(first));
                }
                let key = self.key(&format!("{at}.key"), key);
                self.input(Input { key, name, max }, at)
            }
            FormulaFile::Points { entry, max } => self.points(entry, *max, &format!("{at}.points")),
            FormulaFile::Weighted(parts) => self.weighted(parts, &format!("{at}.weighted"), of_year),
            FormulaFile::Mean(of) => Formula::Mean(self.formulas(of, &format!("{at}.mean"), of_year)),
            FormulaFile::Sum { of, cap } => Formula::Sum {
                of: self.formulas(of, &format!("{at}.sum.of"), of_year),
                cap: cap.map(|cap| self.above_zero(&format!("{at}.sum.cap"), cap)),
            },
            FormulaFile::Scaled { of, from, to } => Formula::Scaled {
                of: Box::new(self.formula(of, &format!("{at}.scaled.of"), of_year)),
                from: self.above_zero(&format!("{at}.scaled.from"), *from),
                to: self.above_zero(&format!("{at}.scaled.to"), *to),
            },
            FormulaFile::Ratio { of, to } => Formula::Ratio {
                of: Box::new(self.formula(of, &format!("{at}.ratio.of"), of_year)),
                to: Box::new(self.formula(to, &format!("{at}.ratio.to"), of_year)),
            },
            FormulaFile::Attainment { of, target, full } => Formula::Attainment {
                of: Box::new(self.formula(of, &format!("{at}.attainment.of"), of_year)),
                target: self.above_zero(&format!("{at}.attainment.target"), *target),
                full: self.above_zero(&format!("{at}.attainment.full"), *full),
            },
            FormulaFile::Indicator(key) => {
                self.known_indicator(&format!("{at}.indicator"), Some(key));
                Formula::Indicator(key.clone())
            }
            FormulaFile::Node(key) => self.referred(key, &format!("{at}.node")),
            FormulaFile::ScoreOf(part) => self.score_of(part, &format!("{at}.score_of"), of_year),
        }
    }

    fn formulas(&mut self, files: &[FormulaFile], at: &str, of_year: bool) -> Vec<Formula> {
        if files.is_empty() {
            self.fault(at, SchemeProblem::Missing);
        }
        let numbered = files.iter().enumerate();
        numbered.map(|(n, file)| self.formula(file, &format!("{at}[{n}]"), of_year)).collect()
    }

    /// The weights must make exactly 100 %.
    fn weighted(&mut self, parts: &[WeightFile], at: &str, of_year: bool) -> Formula {
        let mut sum = Exact::ZERO;
        let mut read = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            let percent = self.number(&format!("{at}[{n}].weight"), part.weight);
            sum = sum.plus(percent).unwrap_or(Exact::ZERO);
            let weight = percent.over(Exact::from(Decimal::from(100))).unwrap_or(Exact::ZERO);
            read.push((weight, self.formula(&part.of, &format!("{at}[{n}].of"), of_year)));
        }
        if sum != Exact::from(Decimal::from(100)) {
            self.fault(at, SchemeProblem::Weights(percent_text(sum)));
        }
        Formula::Weighted(read)
    }

    /// The points of a task: of its own most, or of the most said here.
    fn points(&mut self, entry: &str, max: Option<Decimal>, at: &str) -> Formula {
        let max = max.map(|max| self.above_zero(&format!("{at}.max"), max));
        let Some((_, name, own)) = self.entries.get(entry).cloned() else {
            self.fault(format!("{at}.entry"), SchemeProblem::NoEntry(entry.to_owned()));
            return empty();
        };
        let Some(max) = max.or(own) else {
            self.fault(format!("{at}.max"), SchemeProblem::NoMaximum(entry.to_owned()));
            return empty();
        };
        self.input(Input { key: entry.to_owned(), name, max }, at.to_owned())
    }

    /// The same component may be asked for in two formulas, but not as two different things.
    fn input(&mut self, input: Input, at: String) -> Formula {
        match self.inputs.get(&input.key) {
            Some((first, known)) if *known != input => {
                let first = first.clone();
                self.fault(format!("{at}.key"), SchemeProblem::Twice(first));
            }
            Some(_) => {}
            None => drop(self.inputs.insert(input.key.clone(), (at, input.clone()))),
        }
        Formula::Input(input)
    }

    fn referred(&mut self, key: &str, at: &str) -> Formula {
        match self.nodes.get(key) {
            Some((_, true)) => {}
            Some((_, false)) => self.fault(at, SchemeProblem::NoFormula(key.to_owned())),
            None => self.fault(at, SchemeProblem::NoNode(key.to_owned())),
        }
        Formula::Node(key.to_owned())
    }

    fn score_of(&mut self, part: &str, at: &str, of_year: bool) -> Formula {
        match Part::parse(part) {
            Some(part) if of_year && self.scored.contains(&part.kind()) => Formula::ScoreOf(part),
            Some(_) | None => {
                self.fault(at, SchemeProblem::NoScore(part.to_owned()));
                empty()
            }
        }
    }
}

/// All six decimals that a file can have, without zeros at the end.
fn percent_text(sum: Exact) -> String {
    sum.rounded(6).trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Stands where a fault was told; a scheme with faults is never used.
fn empty() -> Formula {
    Formula::Named { name: Text::default(), of: Box::new(Formula::Mean(Vec::new())) }
}
