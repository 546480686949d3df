//! A scheme that was read and found right.

use super::file::SchemeFile;
use super::{Entry, Exact, Formula, Input, PeriodKind, SchemeFault, Text, read};
use std::collections::{BTreeMap, BTreeSet};

/// A scheme of assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Short stable name: `siping`.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// The city whose document it is.
    pub city: Text,
    /// Title and number of the document.
    pub document: String,
    /// What is to be said of it as a whole.
    pub note: Option<Text>,
    /// The tree: aspects first.
    pub nodes: Vec<Node>,
    /// By which formula each kind of period is scored; empty where the document scores nothing.
    pub scores: BTreeMap<PeriodKind, Formula>,
}

/// An aspect, a block, a group of tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Name within the scheme.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// What is to be said of it.
    pub note: Option<Text>,
    /// Points at most.
    pub points: Option<Exact>,
    /// How its value is worked out.
    pub formula: Option<Formula>,
    /// What is in it.
    pub nodes: Vec<Node>,
    /// Its entries.
    pub entries: Vec<Entry>,
}

impl Scheme {
    /// Reads a file; `indicator` says whether the portal has an indicator of that key.
    ///
    /// # Errors
    /// Every fault with its place, in the order of the file.
    pub fn read(file: &SchemeFile, indicator: &dyn Fn(&str) -> bool) -> Result<Self, Vec<SchemeFault>> {
        read::scheme(file, indicator)
    }

    /// Every node, each before what is in it.
    pub fn all_nodes(&self) -> Vec<&Node> {
        fn gather<'a>(nodes: &'a [Node], all: &mut Vec<&'a Node>) {
            for node in nodes {
                all.push(node);
                gather(&node.nodes, all);
            }
        }
        let mut all = Vec::new();
        gather(&self.nodes, &mut all);
        all
    }

    /// Every entry in the order of the tree.
    pub fn entries(&self) -> Vec<&Entry> {
        self.all_nodes().into_iter().flat_map(|node| &node.entries).collect()
    }

    /// The node of a key.
    pub fn node(&self, key: &str) -> Option<&Node> {
        self.all_nodes().into_iter().find(|node| node.key == key)
    }

    /// What is put in for a period of this kind, in the order of its formula, each once. What a year
    /// takes from its halves is put in for the halves.
    pub fn inputs(&self, kind: PeriodKind) -> Vec<&Input> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        self.walk(kind, &mut |formula| {
            if let Formula::Input(input) = formula
                && seen.insert(input.key.as_str())
            {
                found.push(input);
            }
        });
        found
    }

    /// The indicators that the score of a period of this kind asks for itself.
    pub fn indicators(&self, kind: PeriodKind) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.walk(kind, &mut |formula| {
            if let Formula::Indicator(key) = formula {
                found.insert(key.as_str());
            }
        });
        found
    }

    /// Every formula that a score comes through, nodes included, each node once.
    fn walk<'a>(&'a self, kind: PeriodKind, visit: &mut dyn FnMut(&'a Formula)) {
        let nodes: BTreeMap<&str, &Formula> = self
            .all_nodes()
            .into_iter()
            .filter_map(|node| Some((node.key.as_str(), node.formula.as_ref()?)))
            .collect();
        let mut seen = BTreeSet::new();
        let mut todo: Vec<&Formula> = self.scores.get(&kind).into_iter().collect();
        while let Some(formula) = todo.pop() {
            visit(formula);
            if let Formula::Node(key) = formula
                && seen.insert(key.as_str())
            {
                todo.extend(nodes.get(key.as_str()));
            }
            todo.extend(formula.parts().into_iter().rev());
        }
    }
}
