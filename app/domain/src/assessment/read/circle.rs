//! A formula must come to an end, and to one that can be explained.

use super::Reader;
use crate::assessment::formula::Part;
use crate::assessment::{Formula, Scheme, SchemeProblem};
use std::collections::BTreeMap;

/// Steps of one score at most.
const STEPS: usize = 20_000;

pub(super) fn check(scheme: &Scheme, reader: &mut Reader<'_>) {
    let mut walk = Walk { scheme, formulas: formulas(scheme), path: Vec::new(), steps: BTreeMap::new() };
    let keys: Vec<&str> = walk.formulas.keys().copied().collect();
    for key in keys {
        if let Err(circle) = walk.node(key) {
            let at = reader.nodes.get(key).map(|(at, _)| format!("{at}.formula")).unwrap_or_default();
            return reader.fault(at, SchemeProblem::Circle(circle));
        }
    }
    for (kind, formula) in &scheme.scores {
        let steps = walk.formula(formula).unwrap_or(usize::MAX);
        if steps > STEPS {
            reader.fault(format!("scores.{}", kind.as_str()), SchemeProblem::TooLarge(steps));
        }
    }
}

fn formulas(scheme: &Scheme) -> BTreeMap<&str, &Formula> {
    let nodes = scheme.all_nodes().into_iter();
    nodes.filter_map(|node| Some((node.key.as_str(), node.formula.as_ref()?))).collect()
}

struct Walk<'a> {
    scheme: &'a Scheme,
    formulas: BTreeMap<&'a str, &'a Formula>,
    /// The nodes on the way here.
    path: Vec<&'a str>,
    /// Steps of the nodes done.
    steps: BTreeMap<&'a str, usize>,
}

impl<'a> Walk<'a> {
    /// Steps of a node's formula written out, or the circle that it is in.
    fn node(&mut self, key: &'a str) -> Result<usize, Vec<String>> {
        if let Some(steps) = self.steps.get(key) {
            return Ok(*steps);
        }
        if let Some(first) = self.path.iter().position(|on| *on == key) {
            let circle = self.path.iter().skip(first).chain([&key]);
            return Err(circle.map(|key| (*key).to_owned()).collect());
        }
        let Some(formula) = self.formulas.get(key).copied() else {
            return Ok(1);
        };
        self.path.push(key);
        let steps = self.formula(formula);
        self.path.pop();
        let steps = steps?;
        self.steps.insert(key, steps);
        Ok(steps)
    }

    fn formula(&mut self, formula: &'a Formula) -> Result<usize, Vec<String>> {
        let mut steps: usize = 1;
        match formula {
            Formula::Node(key) => steps = steps.saturating_add(self.node(key)?),
            Formula::ScoreOf(part) => steps = steps.saturating_add(self.part(*part)?),
            Formula::Named { .. }
            | Formula::Input(_)
            | Formula::Weighted(_)
            | Formula::Mean(_)
            | Formula::Sum { .. }
            | Formula::Scaled { .. }
            | Formula::Ratio { .. }
            | Formula::Attainment { .. }
            | Formula::Indicator(_) => {}
        }
        for part in formula.parts() {
            steps = steps.saturating_add(self.formula(part)?);
        }
        Ok(steps)
    }

    /// Only a year asks for parts of it, and no part asks for another: this ends.
    fn part(&mut self, part: Part) -> Result<usize, Vec<String>> {
        let scheme = self.scheme;
        scheme.scores.get(&part.kind()).map_or(Ok(1), |formula| self.formula(formula))
    }
}
