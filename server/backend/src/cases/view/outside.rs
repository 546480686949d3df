//! The case as those outside the house may see it, and those who only supervise it.

use super::{CaseView, EventView};

impl CaseView {
    /// Without what departments say to each other before the decision.
    pub(super) fn outside(mut self) -> Self {
        self.events = outside(self.events);
        self.steps.clear();
        self.case.work.tasks.clear();
        self.case.work.extension_request = None;
        self
    }

    /// Without what the applicant wrote: who supervises sees how a case is handled, not the person.
    pub(super) fn overseen(mut self) -> Self {
        self.answers.clear();
        self.changes.clear();
        self
    }
}

/// The events without the house's own, and without what stands beside them.
pub(in crate::cases) fn outside(events: Vec<EventView>) -> Vec<EventView> {
    let told = events.into_iter().filter(|view| !view.event.is_internal());
    told.map(|view| EventView { opinion: None, attachments: Vec::new(), ..view }).collect()
}
