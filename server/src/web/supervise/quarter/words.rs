//! The quarter in words: what a mayor reads first.

use app::lang::Lang;
use app::pages::supervise::quarter::name;
use app::ui::ratio::{cases, grouped, percent};
use backend::indicators::Told;
use backend::quarter::Quarter;
use backend::supervision::Group;
use chrono::NaiveDate;
use domain::assessment::Period;
use domain::indicator::Ratio;

pub(super) fn title(lang: Lang, found: &Quarter) -> String {
    let quarter = name(lang, found.period);
    lang.t(format!("{quarter}政务服务监督报告"), format!("Supervision report, {}", quarter))
}

/// At the beginning of a sentence.
fn raised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

pub(super) fn made(lang: Lang, found: &Quarter, today: NaiveDate) -> String {
    let (from, to) = (lang.date(found.span.from), lang.date(found.span.to));
    let told = lang.t(format!("{from}至{to}"), format!("{from} to {to}"));
    let running =
        if found.running { lang.t("，本季度尚未结束", ", the quarter still runs") } else { "" };
    let drawn = lang.t(format!("；{}编制", lang.date(today)), format!("; drawn up on {}", lang.date(today)));
    format!("{told}{running}{drawn}")
}

pub(super) fn future(lang: Lang, period: Period) -> String {
    let (quarter, day) = (raised(&name(lang, period)), lang.date(period.from()));
    lang.t(
        format!("{quarter}从{day}开始，现在还没有数字。"),
        format!("{quarter} begins on {day}: there are no figures yet."),
    )
}

pub(super) fn before(lang: Lang, period: Period, first: Option<Period>) -> String {
    let quarter = name(lang, period);
    match first.map(|first| name(lang, first)) {
        Some(first) => lang.t(
            format!("{quarter}还没有办件，第一件是{first}收的，请选{first}或以后的季度。"),
            format!("There were no cases yet in this quarter. The first came in {}: choose that quarter or a later one.", first),
        ),
        None => lang.t("还没有任何办件，收到第一件后才有季报。".to_owned(), "No case has come in yet. There is a report once the first has.".to_owned()),
    }
}

/// Three sentences.
pub(super) fn sentences(lang: Lang, found: &Quarter) -> Vec<String> {
    vec![work(lang, found), time(lang, found), watch(lang, found)]
}

/// What came and what was done.
fn work(lang: Lang, found: &Quarter) -> String {
    let (now, quarter) = (&found.now.total, raised(&name(lang, found.period)));
    let against = [
        change(lang, lang.t("上季度", "the quarter before"), now.received, found.before.figures.received),
        change(lang, lang.t("去年同期", "a year before"), now.received, found.year_before.figures.received),
    ];
    let against: Vec<String> = against.into_iter().flatten().collect();
    let against = against.join(lang.t("，", " and "));
    let (received, closed) = (cases(lang, now.received), cases(lang, now.closed));
    let rate = share(lang, now.completion_rate(), lang.t(("办结", "受理"), ("closed", "accepted")));
    let until = if found.running { lang.t("到今天", " so far") } else { "" };
    match (lang, against.is_empty()) {
        (Lang::Zh, true) => format!("{quarter}{until}收件 {received}，办结 {closed}，办结率{rate}。"),
        (Lang::Zh, false) => {
            format!("{quarter}{until}收件 {received}，{against}；办结 {closed}，办结率{rate}。")
        }
        (Lang::En, true) => {
            format!("{quarter}{until}: {received} received, {closed} closed; completion {rate}.")
        }
        (Lang::En, false) => {
            format!("{quarter}{until}: {received} received, {against}; {closed} closed; completion {rate}.")
        }
    }
}

/// `比上季度多 138 件（+12.0 %）`; nothing to compare with, nothing said.
fn change(lang: Lang, with: &str, now: i64, before: i64) -> Option<String> {
    (before > 0).then_some(())?;
    let by = (now - before).abs();
    let share = percent(Ratio { numerator: by, denominator: before })?;
    let n = grouped(by);
    Some(match (lang, now.cmp(&before)) {
        (Lang::Zh, std::cmp::Ordering::Equal) => format!("与{with}一样多"),
        (Lang::Zh, std::cmp::Ordering::Greater) => format!("比{with}多 {n} 件（{share} %）"),
        (Lang::Zh, std::cmp::Ordering::Less) => format!("比{with}少 {n} 件（{share} %）"),
        (Lang::En, std::cmp::Ordering::Equal) => format!("as many as {with}"),
        (Lang::En, std::cmp::Ordering::Greater) => format!("{n} more ({share} %) than {with}"),
        (Lang::En, std::cmp::Ordering::Less) => format!("{n} fewer ({share} %) than {with}"),
    })
}

/// A rate with both its sides.
fn share(lang: Lang, ratio: Ratio, (over, under): (&str, &str)) -> String {
    let (a, b) = (grouped(ratio.numerator), grouped(ratio.denominator));
    match (lang, percent(ratio)) {
        (Lang::Zh, Some(value)) => format!(" {value} %（{over} {a} 件 ÷ {under} {b} 件）"),
        (Lang::En, Some(value)) => format!("{value} % ({over} {a} ÷ {under} {b} cases)"),
        (Lang::Zh, None) => format!("无法计算（{under} 0 件）"),
        (Lang::En, None) => format!("cannot be told (no case {under})"),
    }
}

/// How punctually, and where not.
fn time(lang: Lang, found: &Quarter) -> String {
    let now = &found.now.total;
    if now.closed == 0 {
        return lang
            .t(
                "本季度没有办结的办件，没有按时率可说。",
                "No case was closed, so there is no punctuality to tell of.",
            )
            .to_owned();
    }
    let rate = share(lang, now.on_time_rate(), lang.t(("按时", "办结"), ("on time", "closed")));
    let (late, reopened) = (cases(lang, now.overdue), cases(lang, now.reopened));
    let whole = lang.t(
        format!("办结的办件按时率{rate}，超期办结 {late}，重新打开 {reopened}"),
        format!("On time {rate}; {late} closed late, {reopened} opened again"),
    );
    let worst = worst(&found.now.groups).map(|group| {
        let (name, late) = (lang.pick(&group.name, &group.name_en), cases(lang, group.figures.overdue));
        lang.t(format!("，超期最多的是{name}（{late}）"), format!("; most late cases at {name} ({late})"))
    });
    whole + &worst.unwrap_or_default() + lang.t("。", ".")
}

fn worst(groups: &[Group]) -> Option<&Group> {
    groups.iter().filter(|group| group.figures.overdue > 0).max_by_key(|group| group.figures.overdue)
}

/// What supervision found and asked for, and how the targets stand.
fn watch(lang: Lang, found: &Quarter) -> String {
    let watched = &found.watched;
    let sum = |of: fn(&backend::watch::DepartmentCards) -> u64| watched.cards.iter().map(of).sum::<u64>();
    let (red, yellow) = (sum(|one| one.red), sum(|one| one.yellow));
    let (alerts, orders) = (watched.alerts, watched.orders.len());
    let late = watched.orders.iter().filter(|one| one.late).count();
    let (met, missed) = targets(&found.indicators);
    match lang {
        Lang::Zh => format!(
            "电子监察发现 {alerts} 条，红牌 {red} 张、黄牌 {yellow} 张，发出督办令 {orders} 件，逾期未答复 {late} 件；有目标的指标达到 {met} 项、未达到 {missed} 项。"
        ),
        Lang::En => {
            let (alerts, orders) = (counted(alerts, "alert"), counted(whole(orders), "order"));
            let (red, yellow) = (counted(red, "red card"), counted(yellow, "yellow card"));
            format!(
                "Monitoring found {alerts}: {red}, {yellow}. {orders} issued, {late} without a reply in time. Of the indicators with a target {met} reach it and {missed} do not."
            )
        }
    }
}

/// `1 alert`, `2 alerts`.
fn counted(n: u64, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{} {noun}s", grouped(i64::try_from(n).unwrap_or(i64::MAX)))
    }
}

fn whole(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// Indicators that reach every target that can be compared, and those that miss one.
pub(super) fn targets(all: &[Told]) -> (usize, usize) {
    let met = |told: &&Told| reached(told) == Some(true);
    let missed = |told: &&Told| reached(told) == Some(false);
    (all.iter().filter(met).count(), all.iter().filter(missed).count())
}

/// Whether all its targets are reached; none where nothing can be compared.
pub(super) fn reached(told: &Told) -> Option<bool> {
    let compared: Vec<bool> = told.targets.iter().filter_map(|target| target.met(&told.reading)).collect();
    (!compared.is_empty()).then(|| compared.iter().all(|met| *met))
}
