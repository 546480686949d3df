//! Who is asking, and what a role may do. One place answers; pages and handlers only ask.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The roles of the portal. Each account has exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 申请人: applies for themselves, sees their own cases.
    Citizen,
    /// 窗口人员: takes in cases for anyone who stands at the counter.
    Clerk,
    /// 审批人员: decides the cases of their department.
    Reviewer,
    /// 监察人员: reads every figure and every case, changes none.
    Supervisor,
    /// 系统管理员: staff, places and catalogue; no case.
    Admin,
    /// 审计员: reads the audit trail.
    Auditor,
}

impl Role {
    /// Every role, in the order in which lists show them.
    pub const ALL: [Self; 6] =
        [Self::Citizen, Self::Clerk, Self::Reviewer, Self::Supervisor, Self::Admin, Self::Auditor];

    /// The name used in the API and in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Clerk => "clerk",
            Self::Reviewer => "reviewer",
            Self::Supervisor => "supervisor",
            Self::Admin => "admin",
            Self::Auditor => "auditor",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// Staff sign in with a user name and have shorter sessions.
    pub fn is_staff(self) -> bool {
        self != Self::Citizen
    }
}

/// The person behind a request, as the rules need to know them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account; the portal itself has none.
    pub account: Option<Uuid>,
    /// The name that the timeline shows for staff.
    pub name: String,
    /// The one role of the account; `None` is the portal itself (clocks, automatic steps).
    pub role: Option<Role>,
    /// The person, for a citizen's account.
    pub person: Option<Uuid>,
    /// The department a reviewer decides for, or a clerk belongs to.
    pub department: Option<Uuid>,
    /// 负责人: heads the department; extensions and assignment by name are theirs.
    pub head: bool,
    /// 代班: colleagues who are absent today and whom this person stands in for.
    pub stands_in_for: Vec<Uuid>,
}

impl Actor {
    /// The portal itself, for what happens by law when time passes.
    pub fn portal() -> Self {
        Self {
            account: None,
            name: "系统".to_owned(),
            role: None,
            person: None,
            department: None,
            head: false,
            stands_in_for: Vec::new(),
        }
    }

    /// Whether what an account has in hand is this actor's to do: their own, or an absent colleague's.
    pub fn answers_for(&self, account: Uuid) -> bool {
        self.account == Some(account) || self.stands_in_for.contains(&account)
    }

    /// Whether the account has this role.
    pub fn is(&self, role: Role) -> bool {
        self.role == Some(role)
    }
}

/// How an actor stands to one case; computed once, asked by every rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The person who applied, or their agent.
    Applicant,
    /// A clerk at a window: may take in and hand out any case.
    Counter,
    /// A reviewer of the department that decides.
    Competent,
    /// The head of the department that decides: all that its reviewers may, and more.
    Head,
    /// A reviewer of a department whose opinion is asked for.
    Consulted,
    /// The portal itself.
    Portal,
    /// May read, may not act.
    Observer,
    /// May not even know that it exists.
    Stranger,
}

impl Standing {
    /// Works in the department that decides.
    pub fn decides(self) -> bool {
        matches!(self, Self::Competent | Self::Head)
    }
}

/// Whose a case is: who applied, and which departments deal with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parties<'a> {
    /// The person who applied.
    pub applicant: Uuid,
    /// Who acts for them.
    pub agent: Option<Uuid>,
    /// The department that decides.
    pub department: Uuid,
    /// The departments whose opinion was asked for.
    pub consulted: &'a [Uuid],
}

/// How `actor` stands to a case.
pub fn standing(actor: &Actor, parties: Parties<'_>) -> Standing {
    let Parties { applicant, agent, department, consulted } = parties;
    match actor.role {
        None => Standing::Portal,
        Some(Role::Citizen) if actor.person == Some(applicant) => Standing::Applicant,
        Some(Role::Citizen) if actor.person.is_some() && actor.person == agent => Standing::Applicant,
        Some(Role::Citizen) => Standing::Stranger,
        Some(Role::Clerk) => Standing::Counter,
        Some(Role::Reviewer) if actor.department == Some(department) && actor.head => Standing::Head,
        Some(Role::Reviewer) if actor.department == Some(department) => Standing::Competent,
        Some(Role::Reviewer) if actor.department.is_some_and(|own| consulted.contains(&own)) => {
            Standing::Consulted
        }
        Some(Role::Reviewer) => Standing::Stranger,
        Some(Role::Supervisor) => Standing::Observer,
        Some(Role::Admin | Role::Auditor) => Standing::Stranger,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_name_reads_back() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
        }
    }

    #[test]
    fn a_reviewer_of_another_department_is_a_stranger() {
        let (person, own, other) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let actor = Actor {
            account: Some(Uuid::from_u128(9)),
            name: "审批员".into(),
            role: Some(Role::Reviewer),
            person: None,
            department: Some(own),
            head: false,
            stands_in_for: Vec::new(),
        };
        let ask = |actor: &Actor, department, consulted: &[Uuid]| {
            standing(actor, Parties { applicant: person, agent: None, department, consulted })
        };
        assert_eq!(ask(&actor, own, &[]), Standing::Competent);
        assert_eq!(ask(&actor, other, &[]), Standing::Stranger);
        assert_eq!(ask(&actor, other, &[own]), Standing::Consulted);
        let head = Actor { head: true, ..actor };
        assert_eq!(ask(&head, own, &[]), Standing::Head);
        // A head of another department is no head here.
        assert_eq!(ask(&head, other, &[own]), Standing::Consulted);
    }

    #[test]
    fn only_the_applicant_and_the_agent_are_applicants() {
        let citizen = |person| Actor {
            account: Some(Uuid::from_u128(9)),
            name: "公民".into(),
            role: Some(Role::Citizen),
            person,
            department: None,
            head: false,
            stands_in_for: Vec::new(),
        };
        let (applicant, agent, department) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        let parties = |agent| Parties { applicant, agent, department, consulted: &[] };
        let ask = |person| standing(&citizen(person), parties(Some(agent)));
        assert_eq!(ask(Some(applicant)), Standing::Applicant);
        assert_eq!(ask(Some(agent)), Standing::Applicant);
        assert_eq!(ask(Some(Uuid::from_u128(4))), Standing::Stranger);
        // An account without a person must never match a case without an agent.
        assert_eq!(standing(&citizen(None), parties(None)), Standing::Stranger);
    }
}
