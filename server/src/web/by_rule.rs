//! 秒批, as the applicant's pages and the counter's both show it: the rules before, what came of them
//! after.

use super::error::PageError;
use app::lang::Lang;
use app::ui::automatic::{Applied, Foreseen, Ruled};
use backend::Services;
use backend::cases::CaseView;
use backend::catalogue::certificate_types;
use domain::case::{ActionKind, Event, Outcome, RuleResult};
use domain::process::Process;
use domain::rule;

/// The rules that would decide at once; nothing where a person decides in any case.
pub(super) async fn foreseen(
    services: &Services,
    lang: Lang,
    process: &Process,
    person_wanted: bool,
) -> Result<Option<Foreseen>, PageError> {
    let Some(rules) = &process.automatic else { return Ok(None) };
    let types = certificate_types(&services.db).await?;
    let name = |code: &str| {
        let known = types.iter().find(|one| one.code == code)?;
        Some((known.name.clone(), known.name_en.clone().unwrap_or_else(|| known.name.clone())))
    };
    let words = |part: &&rule::Rule| {
        let (zh, en) = rule::words(part, &name);
        lang.t(zh, en)
    };
    Ok(Some(Foreseen { rules: rules.parts().iter().map(words).collect(), person_wanted }))
}

/// What came of the rules, as long as it says anything: they granted it, or a person looks at it for
/// their sake.
pub(super) fn ruled(lang: Lang, case: &CaseView) -> Option<Ruled> {
    let rules = case.events.iter().rev().find_map(|one| {
        let Event::RulesApplied { rules } = &one.event else { return None };
        Some(rules)
    })?;
    let work = &case.case.work;
    let granted = work.automatic && case.case.outcome == Some(Outcome::Granted);
    let waits = case.case.status.is_open() && case.case.decided_on.is_none() && !work.person_wanted;
    let applied =
        |rule: &RuleResult| Applied { words: lang.t(rule.zh.clone(), rule.en.clone()), met: rule.met };
    (granted || waits).then(|| Ruled {
        rules: rules.iter().map(applied).collect(),
        granted,
        may_ask: case.actions.contains(&ActionKind::AskPerson),
        version: case.case.version,
    })
}
