//! A score as its page shows it.

use super::score::wrong_words;
use super::words;
use app::lang::Lang;
use app::pages::supervise::schemes::{Earlier, InputView, LineView, ScorePage, SettledView, Working};
use backend::assessment::{Given, ScoreView};
use domain::assessment::{Exact, Gap, Line, Period, Worked};
use domain::field_error::FieldError;

/// What was typed and not taken.
pub(super) struct Typed<'a> {
    pub given: &'a Given,
    /// Field by field; nothing where somebody else was faster.
    pub wrong: &'a [FieldError],
}

pub(super) fn score_page(
    lang: Lang,
    view: &ScoreView,
    period: Period,
    typed: Option<Typed<'_>>,
) -> ScorePage {
    let inputs: Vec<InputView> = inputs(lang, view, typed.as_ref());
    let mut wrong: Vec<(String, String)> = Vec::new();
    for input in &inputs {
        wrong.extend(input.error.clone().map(|error| (input.key.clone(), error)));
    }
    if let Some(typed) = &typed {
        let note = typed.wrong.iter().any(|error| error.field == "note");
        let too_long = lang.t("说明：最多 500 字", "Remark: 500 characters at most");
        wrong.extend(note.then(|| ("note".to_owned(), too_long.to_owned())));
        let stale = lang.t(
            "有人刚刚填报过。下面是您填的，请与填报记录核对后再保存。",
            "Somebody has just put something in. Below is what you typed; compare it with the record, then save.",
        );
        wrong.extend(typed.wrong.is_empty().then(|| ("put-in".to_owned(), stale.to_owned())));
    }
    ScorePage {
        lang,
        key: view.book.card.key.clone(),
        name: words(lang, &view.book.card.name),
        of: lang.pick(&view.of.name, &view.of.name_en).to_owned(),
        subject: view.of.subject.to_string(),
        period: period.to_string(),
        period_name: lang.t(period.chinese(), period.english()),
        working: view.worked.as_ref().map(|worked| working(lang, worked)),
        inputs,
        note: typed.map(|typed| typed.given.note.clone()).unwrap_or_default(),
        seen: view.history.first().map(|newest| newest.id.to_string()).unwrap_or_default(),
        wrong,
        earlier: earlier(lang, view),
        settled: view.settled.as_ref().map(|settled| SettledView {
            value: settled.value.rounded(2),
            words: format!("{} {}", lang.moment(settled.at), settled.by),
            same: view
                .worked
                .as_ref()
                .is_some_and(|worked| worked.value == Some(settled.value) && worked.lines == settled.lines),
        }),
    }
}

fn inputs(lang: Lang, view: &ScoreView, typed: Option<&Typed<'_>>) -> Vec<InputView> {
    let one = |(input, held): &(domain::assessment::Input, Option<backend::assessment::Entered>)| {
        let (name, max) = (words(lang, &input.name), input.max.to_string());
        let known = held.as_ref().and_then(|held| held.value).map(|value| value.to_string());
        let given = typed.and_then(|typed| typed.given.values.get(&input.key).cloned());
        let error = typed.and_then(|typed| typed.wrong.iter().find(|error| error.field == input.key));
        InputView {
            error: error.map(|error| wrong_words(lang, &name, &max, error.code)),
            value: given.or(known).unwrap_or_default(),
            by: held.as_ref().map(|held| format!("{} {}", held.by, lang.moment(held.at))).unwrap_or_default(),
            key: input.key.clone(),
            name,
            max,
        }
    };
    view.inputs.iter().map(one).collect()
}

fn working(lang: Lang, worked: &Worked) -> Working {
    let gap = |gap: &Gap| lang.t(gap.chinese(), gap.english());
    let shown = |value: Exact| {
        let exact = value.as_ten_thousandths().is_some_and(|parts| parts % 100 == 0);
        (value.rounded(2), (!exact).then(|| value.fraction()))
    };
    Working {
        value: worked.value.map(shown),
        exact: worked.value.map(Exact::fraction).unwrap_or_default(),
        gaps: worked.gaps.iter().map(gap).collect(),
        lines: worked.lines.iter().map(|line| self::line(lang, line)).collect(),
    }
}

fn line(lang: Lang, line: &Line) -> LineView {
    LineView {
        depth: line.depth,
        label: words(lang, &line.label),
        how: words(lang, &line.how),
        value: line.value.map_or_else(|| "—".to_owned(), |value| value.to_string()),
    }
}

fn earlier(lang: Lang, view: &ScoreView) -> Vec<Earlier> {
    let name = |key: &str| {
        let known = view.inputs.iter().find(|(input, _)| input.key == key);
        known.map_or_else(|| key.to_owned(), |(input, _)| words(lang, &input.name))
    };
    let one = |entered: &backend::assessment::Entered| Earlier {
        name: name(&entered.input),
        value: entered
            .value
            .map_or_else(|| lang.t("收回", "taken back").to_owned(), |value| value.to_string()),
        note: entered.note.clone(),
        at: lang.moment(entered.at),
        by: entered.by.clone(),
    };
    view.history.iter().map(one).collect()
}
