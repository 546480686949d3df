//! The page on casework says what the rules do.

#[test]
fn the_committed_page_is_that_of_the_program() {
    let committed = include_str!("../../../docs/casework.md");
    let now = server::commands::casework::text();
    assert!(committed == now, "write it anew: cargo run -p server -- casework > docs/casework.md");
}

#[test]
fn every_action_and_every_status_is_on_it() {
    let text = server::commands::casework::text();
    let on_it = |name: &str| assert!(text.contains(&format!("`{name}`")), "{name}");
    domain::case::ActionKind::ALL.iter().for_each(|action| on_it(action.as_str()));
    domain::case::Status::ALL.iter().for_each(|status| on_it(status.as_str()));
    domain::alarm::AlarmKind::ALL.iter().for_each(|kind| on_it(kind.as_str()));
}
