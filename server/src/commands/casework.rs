//! `yihao casework`: the state table of casework, as kept in `docs/casework.md`.

mod words;

use super::failure::Failure;
use app::lang::Lang;
use app::ui::status::{action_name, status_name};
use domain::case::table::{Row, row};
use domain::case::{ActionKind, Status};
use domain::permission::Standing;
use std::io::{Write as _, stdout};

pub(super) fn run() -> Result<(), Failure> {
    stdout().write_all(text().as_bytes()).map_err(|error| Failure::Fault(error.into()))
}

/// The whole page, in Markdown.
pub fn text() -> String {
    let diagram: String = Status::ALL.into_iter().map(leaving).collect();
    let table: String = ActionKind::ALL.iter().copied().map(line).collect();
    format!(
        "{}\n## States\n\n{}\n{diagram}\n## Actions\n\n{}\n{table}\n{}",
        words::INTRODUCTION,
        words::STATES,
        words::ACTIONS,
        words::clocks(),
    )
}

fn named(status: Status) -> String {
    format!("`{}` {}", status.as_str(), status_name(Lang::Zh, status))
}

/// A status and the ways out of it.
fn leaving(from: Status) -> String {
    let ways: Vec<String> = ActionKind::ALL.iter().filter_map(|&action| way(from, action)).collect();
    match (ways.is_empty(), from.is_final()) {
        (true, _) => format!("- **{}**: the end.\n", named(from)),
        (false, true) => format!("- **{}**: the end, but for {}.\n", named(from), ways.join("; ")),
        (false, false) => format!("- **{}**: {}.\n", named(from), ways.join("; ")),
    }
}

/// Where an action leads from here, if it leads away.
fn way(from: Status, action: ActionKind) -> Option<String> {
    let Row { from: starts, to, .. } = row(action);
    let leads = |&&there: &&Status| there != from && reached(from, there, to.contains(&from));
    let there: Vec<String> = to.iter().filter(leads).map(|status| format!("`{}`", status.as_str())).collect();
    (starts.contains(&from) && !there.is_empty())
        .then(|| format!("{} → {}", action_name(Lang::Zh, action), there.join(" or ")))
}

/// A row names the ends of all its ways. From here, what may stay stays or is over, and nothing goes
/// back before acceptance.
fn reached(from: Status, there: Status, may_stay: bool) -> bool {
    let intake = matches!(there, Status::Submitted | Status::Received);
    if may_stay { there.is_final() } else { !(from.is_handled() && intake) }
}

/// One row of the table.
fn line(action: ActionKind) -> String {
    let Row { from, by, to, clock, document, law } = row(action);
    let to = if to.is_empty() { "stays".to_owned() } else { statuses(to) };
    let who: Vec<&str> = by.iter().copied().map(standing).collect();
    let document = if document.is_empty() { "—" } else { document };
    let name = format!("{} `{}`", action_name(Lang::Zh, action), action.as_str());
    format!("| {name} | {} | {} | {to} | {clock} | {document} | {law} |\n", statuses(from), who.join(", "))
}

fn statuses(statuses: &[Status]) -> String {
    let names: Vec<&str> = statuses.iter().map(|status| status.as_str()).collect();
    names.join(", ")
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Applicant => "applicant",
        Standing::Counter => "clerk",
        Standing::Competent => "reviewer",
        Standing::Head => "head",
        Standing::Consulted => "department asked",
        Standing::Portal => "portal",
        Standing::Observer => "supervisor",
        Standing::Stranger => "nobody",
    }
}
