//! Every way through a rule: the smallest sets of tests that lead to a yes or to a no.

use super::sample;
use crate::rule::{Facts, Rule, Test};
use std::collections::BTreeSet;

/// A rule with more ways than this is not written out to its end.
pub const MOST_PATHS: usize = 512;

/// A way: tests, and how each comes out. All others may come out as they will.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path<'a> {
    /// The tests.
    pub tests: Vec<(&'a Test, bool)>,
    /// Facts that take this way; none where nothing can, for its tests contradict one another.
    pub facts: Option<Facts>,
}

/// Every way through a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths<'a> {
    /// To a yes.
    pub yes: Vec<Path<'a>>,
    /// To a no.
    pub no: Vec<Path<'a>>,
    /// There are more than can be written out.
    pub cut: bool,
}

/// What is wrong with a rule whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults<'a> {
    /// Ways that contradict themselves: younger than 18 and older than 60.
    pub contradictions: Vec<Path<'a>>,
    /// Tests that never decide anything.
    pub idle: Vec<&'a Test>,
    /// Nobody can meet it.
    pub never: bool,
    /// Nobody can fail to meet it.
    pub always: bool,
}

/// Tests by their place among all different ones, and how each comes out.
type Set = BTreeSet<(usize, bool)>;

struct Walk<'a> {
    tests: Vec<&'a Test>,
    cut: bool,
}

/// Every way, with facts that take it. `base` is what is known of the city.
pub fn paths<'a>(rule: &'a Rule, base: &Facts) -> Paths<'a> {
    let mut tests: Vec<&Test> = Vec::new();
    for test in rule.tests() {
        if !tests.contains(&test) {
            tests.push(test);
        }
    }
    let mut walk = Walk { tests, cut: false };
    let (yes, no) = (walk.through(rule, true), walk.through(rule, false));
    let shown = |sets: Vec<Set>| sets.iter().map(|set| walk.path(set, base)).collect();
    Paths { yes: shown(yes), no: shown(no), cut: walk.cut }
}

impl<'a> Walk<'a> {
    fn through(&mut self, rule: &'a Rule, wanted: bool) -> Vec<Set> {
        let found = match (rule, wanted) {
            (Rule::All(rules), true) | (Rule::Any(rules), false) => self.each(rules, wanted),
            (Rule::Any(rules), true) | (Rule::All(rules), false) => {
                rules.iter().flat_map(|rule| self.through(rule, wanted)).collect()
            }
            (Rule::Not(rule), _) => self.through(rule, !wanted),
            (Rule::Is(test), _) => {
                let at = self.tests.iter().position(|one| *one == test);
                at.map(|at| Set::from([(at, wanted)])).into_iter().collect()
            }
        };
        self.smallest(found)
    }

    /// Ways through all of them at once.
    fn each(&mut self, rules: &'a [Rule], wanted: bool) -> Vec<Set> {
        let mut so_far = vec![Set::new()];
        for rule in rules {
            let next = self.through(rule, wanted);
            let both = so_far.iter().flat_map(|one| next.iter().map(move |other| one | other));
            let possible = |set: &Set| !set.iter().any(|(at, met)| set.contains(&(*at, !met)));
            let joined = both.filter(possible).collect();
            so_far = self.smallest(joined);
        }
        so_far
    }

    /// Without those that hold another one.
    fn smallest(&mut self, mut sets: Vec<Set>) -> Vec<Set> {
        sets.sort_by_key(Set::len);
        let mut kept: Vec<Set> = Vec::new();
        for set in sets {
            if kept.len() == MOST_PATHS {
                self.cut = true;
                break;
            }
            if !kept.iter().any(|one| one.is_subset(&set)) {
                kept.push(set);
            }
        }
        kept
    }

    fn path(&self, set: &Set, base: &Facts) -> Path<'a> {
        let tests: Vec<(&'a Test, bool)> =
            set.iter().filter_map(|(at, met)| self.tests.get(*at).map(|test| (*test, *met))).collect();
        let facts = sample(&tests, base);
        Path { tests, facts }
    }
}

/// What is wrong with a rule, seen from its ways.
pub fn faults<'a>(rule: &'a Rule, paths: &Paths<'a>) -> Faults<'a> {
    let all = || paths.yes.iter().chain(&paths.no);
    let decides = |test: &Test| decides(test, &paths.yes) && decides(test, &paths.no);
    let idle = rule.tests().into_iter().filter(|test| !paths.cut && !decides(test));
    Faults {
        contradictions: all().filter(|path| path.facts.is_none()).cloned().collect(),
        idle: idle.collect(),
        never: !paths.yes.iter().any(|path| path.facts.is_some()),
        always: !paths.no.iter().any(|path| path.facts.is_some()),
    }
}

/// Whether on one of the ways everything else can stay as it is while this test alone comes out
/// otherwise.
fn decides(test: &Test, paths: &[Path<'_>]) -> bool {
    paths.iter().filter(|path| path.facts.is_some()).any(|path| {
        let turned: Vec<_> = path.tests.iter().map(|(one, met)| (*one, (*one == test) != *met)).collect();
        turned != path.tests && sample(&turned, &Facts::none()).is_some()
    })
}
