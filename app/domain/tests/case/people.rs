//! Everybody who might lay hands on a case.

use domain::case::Assignee;
use domain::permission::{Actor, Role};
use uuid::Uuid;

pub const PERSON: Uuid = Uuid::from_u128(1);
pub const AGENT: Uuid = Uuid::from_u128(2);
/// Decides.
pub const OWN: Uuid = Uuid::from_u128(100);
/// Asked for their opinions.
pub const FIRE: Uuid = Uuid::from_u128(101);
pub const HEALTH: Uuid = Uuid::from_u128(102);
/// Never asked.
pub const ELSEWHERE: Uuid = Uuid::from_u128(103);

fn citizen(account: u128, person: Uuid) -> Actor {
    Actor { person: Some(person), department: None, ..staff(Role::Citizen, account, OWN) }
}

fn staff(role: Role, account: u128, department: Uuid) -> Actor {
    Actor {
        account: Some(Uuid::from_u128(account)),
        name: format!("{role:?} {account}"),
        role: Some(role),
        person: None,
        department: Some(department),
        head: false,
        stands_in_for: Vec::new(),
    }
}

pub fn applicant() -> Actor {
    citizen(10, PERSON)
}

pub fn agent() -> Actor {
    citizen(11, AGENT)
}

pub fn other_citizen() -> Actor {
    citizen(12, Uuid::from_u128(3))
}

pub fn clerk() -> Actor {
    staff(Role::Clerk, 30, ELSEWHERE)
}

/// One of the department that decides.
pub fn reviewer() -> Actor {
    staff(Role::Reviewer, 20, OWN)
}

/// Their colleague.
pub fn colleague() -> Actor {
    staff(Role::Reviewer, 21, OWN)
}

/// A colleague who stands in for the reviewer, absent today.
pub fn deputy() -> Actor {
    Actor { stands_in_for: vec![Uuid::from_u128(20)], ..staff(Role::Reviewer, 22, OWN) }
}

pub fn head() -> Actor {
    Actor { head: true, ..staff(Role::Reviewer, 23, OWN) }
}

pub fn of(department: Uuid) -> Actor {
    staff(Role::Reviewer, 40 + department.as_u128(), department)
}

pub fn second_of(department: Uuid) -> Actor {
    staff(Role::Reviewer, 60 + department.as_u128(), department)
}

pub fn head_of(department: Uuid) -> Actor {
    Actor { head: true, ..staff(Role::Reviewer, 80 + department.as_u128(), department) }
}

pub fn supervisor() -> Actor {
    staff(Role::Supervisor, 50, ELSEWHERE)
}

pub fn assignee(actor: &Actor) -> Assignee {
    Assignee { account: actor.account.unwrap(), name: actor.name.clone() }
}

/// All of them, for histories.
pub fn everybody() -> Vec<Actor> {
    vec![
        applicant(),
        agent(),
        clerk(),
        reviewer(),
        colleague(),
        deputy(),
        head(),
        of(FIRE),
        second_of(FIRE),
        head_of(FIRE),
        of(HEALTH),
        Actor::portal(),
        other_citizen(),
        of(ELSEWHERE),
        head_of(ELSEWHERE),
        supervisor(),
        staff(Role::Admin, 70, OWN),
        staff(Role::Auditor, 71, OWN),
    ]
}
