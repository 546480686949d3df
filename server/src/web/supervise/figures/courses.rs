//! The course of what was closed late, month by month, in the departments where it hurts most.

use super::{Asking, completion};
use crate::web::error::PageError;
use app::pages::supervise::Group;
use app::pages::supervise::address::Query;
use app::pages::supervise::heads::By;
use app::pages::supervise::period::Period;
use backend::supervision;

/// Departments whose course is shown.
const MOST: usize = 6;

impl Asking<'_> {
    /// By the department's key, oldest month first.
    pub(super) async fn courses(
        &self,
        departments: &[Group],
        query: &Query,
        months: Period,
    ) -> Result<Vec<(String, Vec<i64>)>, PageError> {
        let overdue = |group: &&Group| group.figures.overdue + group.figures.overdue_open;
        let mut hurt: Vec<&Group> = departments.iter().filter(|group| overdue(group) > 0).collect();
        hurt.sort_by_key(|group| std::cmp::Reverse(overdue(group)));
        let mut courses = Vec::new();
        for group in hurt.into_iter().take(MOST) {
            let heads = query.heads.clone().with(By::Department, Some(&group.key));
            let wanted = completion(months, By::Channel, &heads);
            let course = supervision::trend(self.services, self.actor, &wanted).await?;
            courses.push((group.key.clone(), course.iter().map(|(_, figures)| figures.overdue).collect()));
        }
        Ok(courses)
    }
}
