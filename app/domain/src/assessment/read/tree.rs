//! Nodes and entries of the file.

use super::{Reader, note};
use crate::assessment::file::{EntryFile, NodeFile};
use crate::assessment::{Class, Entry, EvidencePoint, Exact, Node, PeriodKind, SchemeProblem, Text};

impl Reader<'_> {
    /// Learns every key before any is referred to.
    pub(super) fn names(&mut self, nodes: &[NodeFile], place: &str) {
        for (n, node) in nodes.iter().enumerate() {
            let at = format!("{place}[{n}]");
            let known = self.nodes.get(&node.key).map(|(first, _)| first.clone());
            match known {
                Some(first) => self.fault(format!("{at}.key"), SchemeProblem::Twice(first)),
                None => drop(self.nodes.insert(node.key.clone(), (at.clone(), node.formula.is_some()))),
            }
            for (n, entry) in node.entries.iter().enumerate() {
                self.name_of(entry, format!("{at}.entries[{n}]"));
            }
            self.names(&node.nodes, &format!("{at}.nodes"));
        }
    }

    fn name_of(&mut self, entry: &EntryFile, at: String) {
        let known = self.entries.get(&entry.key).map(|(first, _, _)| first.clone());
        if let Some(first) = known {
            return self.fault(format!("{at}.key"), SchemeProblem::Twice(first));
        }
        let name = Text { zh: entry.name.clone(), en: entry.name_en.clone() };
        self.entries.insert(entry.key.clone(), (at, name, entry.points.map(Exact::from)));
    }

    pub(super) fn nodes(&mut self, nodes: &[NodeFile], place: &str) -> Vec<Node> {
        let numbered = nodes.iter().enumerate();
        numbered.map(|(n, node)| self.node(node, &format!("{place}[{n}]"))).collect()
    }

    fn node(&mut self, node: &NodeFile, at: &str) -> Node {
        let entries = node.entries.iter().enumerate();
        Node {
            key: self.key(&format!("{at}.key"), &node.key),
            name: self.text(&format!("{at}.name"), &node.name, node.name_en.as_deref()),
            note: note(node.note.as_deref(), node.note_en.as_deref()),
            points: node.points.map(|points| self.above_zero(&format!("{at}.points"), points)),
            formula: node
                .formula
                .as_ref()
                .map(|formula| self.formula(formula, &format!("{at}.formula"), false)),
            entries: entries.map(|(n, entry)| self.entry(entry, &format!("{at}.entries[{n}]"))).collect(),
            nodes: self.nodes(&node.nodes, &format!("{at}.nodes")),
        }
    }

    fn entry(&mut self, entry: &EntryFile, at: &str) -> Entry {
        self.known_indicator(&format!("{at}.indicator"), entry.indicator.as_deref());
        if !entry.reported && entry.indicator.is_none() {
            self.fault(at, SchemeProblem::Unreported);
        }
        if let Some(points) = entry.points {
            self.above_zero(&format!("{at}.points"), points);
        }
        let description_en = entry.description_en.as_deref();
        Entry {
            key: self.key(&format!("{at}.key"), &entry.key),
            name: self.text(&format!("{at}.name"), &entry.name, entry.name_en.as_deref()),
            lead: entry.lead.join("、"),
            description: self.text(&format!("{at}.description"), &entry.description, description_en),
            evidence: self.evidence(&entry.evidence, at),
            target: note(entry.target.as_deref(), entry.target_en.as_deref()),
            deadline: note(entry.deadline.as_deref(), entry.deadline_en.as_deref()),
            period: self.period(&entry.period, at),
            class: self.class(&entry.class, at),
            modules: entry.modules.clone(),
            points: entry.points,
            indicator: entry.indicator.clone(),
            reported: entry.reported,
            note: note(entry.note.as_deref(), entry.note_en.as_deref()),
        }
    }

    fn period(&mut self, text: &str, at: &str) -> PeriodKind {
        PeriodKind::parse(text).unwrap_or_else(|| {
            self.fault(format!("{at}.period"), SchemeProblem::Unknown(text.to_owned()));
            PeriodKind::Year
        })
    }

    fn class(&mut self, text: &str, at: &str) -> Class {
        Class::parse(text).unwrap_or_else(|| {
            self.fault(format!("{at}.class"), SchemeProblem::Unknown(text.to_owned()));
            Class::Out
        })
    }

    fn evidence(&mut self, points: &[EvidencePoint], at: &str) -> Vec<EvidencePoint> {
        for (point, expected) in points.iter().zip(1_u32..) {
            let at = format!("{at}.evidence[{}]", expected - 1);
            if point.number != expected {
                let found = point.number;
                self.fault(format!("{at}.number"), SchemeProblem::Numbering { expected, found });
            }
            if point.text.trim().is_empty() {
                self.fault(format!("{at}.text"), SchemeProblem::Missing);
            }
            self.known_indicator(&format!("{at}.indicator"), point.indicator.as_deref());
        }
        points.to_vec()
    }
}
