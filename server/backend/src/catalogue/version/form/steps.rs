//! The steps of a version as typed: added, removed and moved without losing a word.

use std::collections::BTreeMap;

use super::VersionForm;
use domain::process::StepKind;

/// Most steps of a process.
const MOST: usize = 20;

/// One step as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepForm {
    /// Its name inside the process; stays.
    pub key: String,
    /// Its name.
    pub name: String,
    /// In English.
    pub name_en: String,
    /// What is done.
    pub kind: String,
    /// Working days.
    pub limit: String,
    /// `competent`, or keys of departments.
    pub places: Vec<String>,
    /// The keys of the steps that it waits for.
    pub after: Vec<String>,
}

impl StepForm {
    /// Takes the fields of the step at a place out of a form.
    pub(super) fn typed(typed: &mut BTreeMap<String, String>, at: usize) -> Option<Self> {
        let mut take = |part: &str| typed.remove(&format!("step-{at}-{part}"));
        let key = take("key")?;
        let mut text = |part: &str| take(part).unwrap_or_default();
        let words = |text: String| text.split_whitespace().map(str::to_owned).collect();
        Some(Self {
            key,
            name: text("name"),
            name_en: text("name_en"),
            kind: text("kind"),
            limit: text("limit"),
            places: words(text("place")),
            after: words(text("after")),
        })
    }

    /// Its fields, where it stands.
    pub(super) fn values(&self, at: usize) -> impl Iterator<Item = (String, String)> {
        let fields = [
            ("key", self.key.clone()),
            ("name", self.name.clone()),
            ("name_en", self.name_en.clone()),
            ("kind", self.kind.clone()),
            ("limit", self.limit.clone()),
            ("place", self.places.join(" ")),
            ("after", self.after.join(" ")),
        ];
        fields.into_iter().map(move |(part, value)| (format!("step-{at}-{part}"), value))
    }
}

impl VersionForm {
    /// Adds an empty step at the end, after the one that is last now; tells its place.
    pub fn add_step(&mut self) -> usize {
        let after = self.steps.last().map(|step| step.key.clone()).into_iter().collect();
        let is_free = |key: &String| !self.steps.iter().any(|step| step.key == *key);
        let key = (1..=MOST).map(|n| format!("s{n}")).find(is_free);
        if let Some(key) = key.filter(|_| self.steps.len() < MOST) {
            let kind = StepKind::default().as_str().to_owned();
            self.steps.push(StepForm { key, kind, after, ..StepForm::default() });
        }
        self.steps.len().saturating_sub(1)
    }

    /// Takes a step out. What waited for it waits for what it waited for.
    pub fn remove_step(&mut self, at: usize) {
        if at >= self.steps.len() {
            return;
        }
        let gone = self.steps.remove(at);
        for step in &mut self.steps {
            if let Some(place) = step.after.iter().position(|key| *key == gone.key) {
                step.after.splice(place..=place, gone.after.iter().cloned());
                step.after.sort();
                step.after.dedup();
            }
        }
        self.prune();
    }

    /// Puts a step before the one above it.
    pub fn move_up(&mut self, at: usize) {
        if at > 0 && at < self.steps.len() {
            self.steps.swap(at - 1, at);
            self.prune();
        }
    }

    /// Puts a step behind the one below it.
    pub fn move_down(&mut self, at: usize) {
        self.move_up(at.saturating_add(1));
    }

    /// A step waits only for steps above it.
    fn prune(&mut self) {
        let mut above: Vec<String> = Vec::new();
        for step in &mut self.steps {
            step.after.retain(|key| above.contains(key));
            above.push(step.key.clone());
        }
    }
}
