//! Reports between a department and the supervisor, on both databases.

use chrono::{DateTime, Utc};
use domain::assessment::Period;
use domain::assessment::report::{Act, Shelf, State};
use domain::permission::{Actor, Role};
use uuid::Uuid;

use super::*;
use crate::assessment::import;
use crate::testing::{TestPortal, hall, services, staff_of};
use crate::{Kind, Services, both_databases};

const SCHEME: &str = include_str!("../../../../data/schemes/siping.json");

fn instant(text: &str) -> DateTime<Utc> {
    format!("{text}T02:00:00Z").parse().unwrap()
}

/// A portal with the scheme since July 2026, the head of a department, and a supervisor.
struct Stage {
    services: Services,
    head: Actor,
    supervisor: Actor,
    /// An entry of that department.
    entry: Uuid,
}

impl Stage {
    async fn new(portal: &TestPortal) -> Self {
        let services = services(portal, &["MZ-001"]).await;
        let department = crate::organisation::departments(&services.db).await.unwrap().remove(0);
        let hall = hall(portal).await;
        let reviewer = staff_of(portal, Role::Reviewer, department.id, hall).await;
        let supervisor = staff_of(portal, Role::Supervisor, department.id, hall).await.actor();
        let head = Actor { head: true, ..reviewer.actor() };
        import(&services.at(instant("2026-07-02")), &Actor::portal(), SCHEME).await.unwrap();
        let all = unassigned(&services, &supervisor).await.unwrap();
        let entry = all.iter().find(|one| one.entry.row.key == "SP-36").unwrap().entry.row.id;
        assign(&services, &supervisor, entry, department.id).await.unwrap();
        Self { services, head, supervisor, entry }
    }

    async fn save(&self, on: &str, version: i32, number: &str, act: Act) -> crate::Result<Uuid> {
        let draft = Draft { version, numerator: number.to_owned(), ..Draft::default() };
        let quarter = Period::parse("2026-Q3").unwrap();
        save(&self.services.at(instant(on)), &self.head, (self.entry, quarter), &draft, act).await
    }

    async fn judge(&self, on: &str, id: Uuid, version: i32, act: Act) -> crate::Result<()> {
        let given = Judgement { act, reason: "请核对".to_owned(), version };
        judge(&self.services.at(instant(on)), &self.supervisor, id, &given).await
    }

    async fn signed(&self, of: &str) -> Option<String> {
        let found =
            latest(&self.services.db.read, Wanted::Entry("siping", "SP-36"), Period::parse(of).unwrap());
        found.await.unwrap().map(|signed| signed.figure.numerator.unwrap().to_string())
    }

    async fn on(&self, on: &str, shelf: Shelf) -> Vec<Line> {
        let period = Period::parse("2026-Q3");
        let query = ReportQuery { shelf, period, ..ReportQuery::default() };
        let all = list(&self.services.at(instant(on)), &self.head, &query).await.unwrap().lines;
        all.into_iter().filter(|line| line.entry == self.entry).collect()
    }
}

both_databases! {
    /// Only what is signed off counts, for its quarter and those after it, until it is opened again.
    async fn a_signed_figure_counts_until_it_is_opened_again(portal: TestPortal) {
        let stage = Stage::new(&portal).await;
        let id = stage.save("2026-10-09", 0, "12.5", Act::Submit).await.unwrap();
        assert_eq!(stage.signed("2026-Q3").await, None);
        stage.judge("2026-10-12", id, 1, Act::SignOff).await.unwrap();
        assert_eq!(stage.signed("2026-Q3").await.as_deref(), Some("12.5"));
        assert_eq!(stage.signed("2027-Q1").await.as_deref(), Some("12.5"));
        assert_eq!(stage.signed("2026-Q2").await, None);
        let db = &stage.services.db.read;
        let third = Period::parse("2026-Q3").unwrap();
        assert_eq!(all_latest(db, third).await.unwrap().len(), 1);
        let exact = signed(db, Wanted::Entry("siping", "SP-36"), third.next()).await.unwrap();
        assert_eq!(exact, None);
        assert_eq!(signed(db, Wanted::Indicator("no_such"), third).await.unwrap(), None);
        stage.judge("2026-10-13", id, 2, Act::Reopen).await.unwrap();
        assert_eq!(stage.signed("2026-Q3").await, None);
        let detail = by_supervisor(&stage.services, &stage.supervisor, id).await.unwrap();
        let deeds: Vec<&str> = detail.history.iter().map(|one| one.deed.as_str()).collect();
        assert_eq!(deeds, ["reopened", "signed_off", "submitted"]);
    }

    /// Ten working days after the quarter, and five after a return.
    async fn what_is_not_reported_in_time_is_overdue(portal: TestPortal) {
        let stage = Stage::new(&portal).await;
        let due = stage.on("2026-10-09", Shelf::Todo).await[0].due.unwrap();
        assert!(due > instant("2026-10-12").date_naive(), "{due}");
        assert!(stage.on(&due.to_string(), Shelf::Overdue).await.is_empty());
        let after = due.succ_opt().unwrap().to_string();
        assert_eq!(stage.on(&after, Shelf::Overdue).await.len(), 1);
        let id = stage.save(&after, 0, "3", Act::Submit).await.unwrap();
        assert!(stage.on(&after, Shelf::Overdue).await.is_empty());
        stage.judge(&after, id, 1, Act::Return).await.unwrap();
        let line = stage.on(&after, Shelf::Todo).await.remove(0);
        assert!(line.state == Some(State::Returned) && !line.overdue && line.due.unwrap() > due);
        assert!(stage.on("2026-12-20", Shelf::Overdue).await[0].overdue);
    }

    /// Two who begin at once: one is written, the other told.
    async fn of_two_at_once_one_is_told(portal: TestPortal) {
        let stage = Stage::new(&portal).await;
        let (one, two) = tokio::join!(
            stage.save("2026-10-09", 0, "1", Act::Save),
            stage.save("2026-10-09", 0, "2", Act::Save),
        );
        let told = [&one, &two].into_iter().filter_map(|saved| saved.as_ref().err()).collect::<Vec<_>>();
        assert!(told.len() == 1 && matches!(told[0].kind(), Kind::Stale { .. }), "{told:?}");
        let late = stage.save("2026-10-09", 0, "5", Act::Save).await.unwrap_err();
        assert!(matches!(late.kind(), Kind::Stale { held_by: Some(name) } if *name == stage.head.name));
        let id = one.or(two).unwrap();
        let early = stage.judge("2026-10-09", id, 1, Act::SignOff).await.unwrap_err();
        assert!(matches!(early.kind(), Kind::Stale { .. }), "{early:?}");
    }

    /// A quarter that has not begun, or that was over before the scheme came in, is nobody's to report.
    async fn only_quarters_of_the_scheme_are_reported(portal: TestPortal) {
        let stage = Stage::new(&portal).await;
        let services = stage.services.at(instant("2026-10-09"));
        for (period, owed) in [("2026-Q2", false), ("2026-Q3", true), ("2026-Q4", true), ("2027-Q1", false)] {
            let period = Period::parse(period).unwrap();
            let found = by_department(&services, &stage.head, stage.entry, period).await;
            assert_eq!(found.is_ok(), owed, "{period}");
        }
        let other = Actor { department: Some(Uuid::now_v7()), ..stage.head.clone() };
        let third = Period::parse("2026-Q3").unwrap();
        for stranger in [other, Actor { head: false, ..stage.head.clone() }, stage.supervisor.clone()] {
            let found = by_department(&services, &stranger, stage.entry, third).await.unwrap_err();
            assert!(matches!(found.kind(), Kind::NotFound), "{found:?}");
        }
    }
}
