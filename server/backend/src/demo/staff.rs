//! Accounts of the demonstration: staff of every role, and citizens. One password, hashed once.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::permission::{Actor, Role};
use entity::account;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use uuid::Uuid;

use super::chance::Chance;
use super::organisation::HallSeed;
use super::people::{DemoPerson, staff_name};
use crate::accounts::{self, StaffForm};
use crate::intake::Counter;
use crate::persons::{Contact, NewPerson};
use crate::{Error, Portal, Result, organisation, persons};

/// The password of everybody.
pub const PASSWORD: &str = "yihao-demo-2026";

/// A clerk and where they sit.
#[derive(Clone, Debug)]
pub(super) struct Clerk {
    pub actor: Actor,
    pub counter: Counter,
}

/// Somebody with a key in the database, and an account perhaps.
#[derive(Clone, Debug)]
pub(super) struct Resident {
    pub id: Uuid,
    pub person: DemoPerson,
    pub actor: Option<Actor>,
}

/// Everybody who acts.
#[derive(Clone, Debug, Default)]
pub(super) struct Cast {
    pub clerks: Vec<Clerk>,
    /// By key of the department.
    pub reviewers: HashMap<String, Vec<Actor>>,
    /// 负责人, by key of the department.
    pub heads: HashMap<String, Actor>,
    pub supervisor: Option<Actor>,
    pub residents: Vec<Resident>,
    pub staff: usize,
}

impl Cast {
    /// Somebody of a department, by its id.
    pub(super) fn reviewer_of(&self, department: Uuid) -> Option<Actor> {
        let own = |actor: &&Actor| actor.department == Some(department);
        self.reviewers.values().filter_map(|reviewers| reviewers.first()).find(own).cloned()
    }
}

/// Writes everybody.
pub(super) async fn people(
    portal: &Portal,
    halls: &[HallSeed],
    people: Vec<DemoPerson>,
    since: DateTime<Utc>,
) -> Result<Cast> {
    let mut book = Book { hash: first(portal).await?, since, rows: Vec::new(), chance: Chance::new(21) };
    let mut cast = Cast { clerks: book.clerks(halls), ..Cast::default() };
    for department in organisation::departments(&portal.db).await? {
        let key = department.key.to_lowercase();
        let mut named = vec![format!("reviewer-{key}")];
        if department.key == "MZ" {
            named.insert(0, "reviewer".to_owned());
        }
        let head = if department.key == "MZ" { "head".to_owned() } else { format!("head-{key}") };
        let head = book.add(head, Role::Reviewer, Some(department.id), None);
        cast.heads.insert(department.key.clone(), Actor { head: true, ..head });
        let reviewers =
            named.into_iter().map(|name| book.add(name, Role::Reviewer, Some(department.id), None)).collect();
        cast.reviewers.insert(department.key, reviewers);
    }
    cast.supervisor = Some(book.add("supervisor".to_owned(), Role::Supervisor, None, None));
    book.add("auditor".to_owned(), Role::Auditor, None, None);
    cast.staff = book.rows.len() + 1;
    cast.residents = residents(portal, &mut book, people).await?;
    for rows in book.rows.chunks(500) {
        account::Entity::insert_many(rows.to_vec()).exec_without_returning(&portal.db.write).await?;
    }
    Ok(cast)
}

/// The administrator comes in by the front door; the hash serves for all the others.
async fn first(portal: &Portal) -> Result<String> {
    let form = StaffForm {
        username: "admin".to_owned(),
        name: "钱管理".to_owned(),
        role: Role::Admin,
        department_id: None,
        hall_id: None,
        window_id: None,
        head: false,
    };
    let portal_itself = Actor { role: Some(Role::Admin), ..Actor::portal() };
    let admin = accounts::create_staff(portal, &portal_itself, form, PASSWORD).await?;
    let row = account::Entity::find_by_id(admin.id).one(&portal.db.write).await?;
    Ok(row.ok_or_else(Error::not_found)?.password_hash)
}

struct Book {
    hash: String,
    since: DateTime<Utc>,
    rows: Vec<account::ActiveModel>,
    chance: Chance,
}

impl Book {
    /// One clerk a window; the first of the first hall is `clerk`.
    fn clerks(&mut self, halls: &[HallSeed]) -> Vec<Clerk> {
        let mut clerks = Vec::new();
        for hall in halls {
            for (number, window) in &hall.windows {
                let name = if clerks.is_empty() {
                    "clerk".to_owned()
                } else {
                    format!("clerk-{}-{}", hall.key, number.to_lowercase())
                };
                let counter = Counter { hall_id: Some(hall.id), window_id: Some(*window) };
                clerks.push(Clerk { actor: self.add(name, Role::Clerk, None, Some(counter)), counter });
            }
        }
        clerks
    }

    fn add(
        &mut self,
        username: String,
        role: Role,
        department: Option<Uuid>,
        counter: Option<Counter>,
    ) -> Actor {
        let id = Uuid::now_v7();
        let name = staff_name(&mut self.chance);
        self.rows.push(account::ActiveModel {
            department_id: Set(department),
            hall_id: Set(counter.and_then(|counter| counter.hall_id)),
            window_id: Set(counter.and_then(|counter| counter.window_id)),
            ..self.row(id, Some(username), role, &name, None)
        });
        Actor { account: Some(id), name, role: Some(role), department, ..Actor::portal() }
    }

    fn citizen(&mut self, person: &DemoPerson, person_id: Uuid) -> Actor {
        let id = Uuid::now_v7();
        let username = person.username.map(str::to_owned);
        self.rows.push(self.row(id, username, Role::Citizen, &person.name, Some(person_id)));
        Actor {
            account: Some(id),
            name: person.name.clone(),
            role: Some(Role::Citizen),
            person: Some(person_id),
            ..Actor::portal()
        }
    }

    fn row(
        &self,
        id: Uuid,
        username: Option<String>,
        role: Role,
        name: &str,
        person: Option<Uuid>,
    ) -> account::ActiveModel {
        // 负责人: `head` of the reviewer's department, `head-xx` of each other.
        let username_is_head = username.as_deref().is_some_and(|name| name.starts_with("head"));
        account::ActiveModel {
            id: Set(id),
            username: Set(username),
            person_id: Set(person),
            role: Set(role.as_str().to_owned()),
            name: Set(name.to_owned()),
            password_hash: Set(self.hash.clone()),
            department_id: Set(None),
            hall_id: Set(None),
            window_id: Set(None),
            head: Set(username_is_head),
            active: Set(true),
            created_at: Set(self.since),
            last_sign_in_at: Set(None),
        }
    }
}

async fn residents(portal: &Portal, book: &mut Book, people: Vec<DemoPerson>) -> Result<Vec<Resident>> {
    let tx = portal.db.begin_alone().await?;
    let mut residents = Vec::with_capacity(people.len());
    for person in people {
        let contact = Contact {
            phone: Some(person.phone.clone()),
            hukou_division: person.household.map(|code| code.to_string()),
            residence_division: person.residence.map(|code| code.to_string()),
            address: Some(person.address.clone()),
        };
        let new = NewPerson { number: person.number.clone(), name: person.name.clone(), contact };
        let id = persons::record(&tx, portal, new, None).await?;
        let actor = person.has_account.then(|| book.citizen(&person, id));
        residents.push(Resident { id, person, actor });
    }
    tx.commit().await?;
    Ok(residents)
}
