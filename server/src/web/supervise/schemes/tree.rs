//! A scheme as its tree, with the state of each entry.

use super::words;
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::reports::words::{number_words, state_name};
use app::pages::supervise::schemes::{
    EntryView, NodeView, PointView, Reading, ReportState, SchemePage, scheme as view,
};
use app::shell::Area;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use backend::assessment::{self, SchemeBook, Standing};
use chrono::Datelike as _;
use domain::assessment::report::State as Stands;
use domain::assessment::{Class, Entry, Node};
use domain::permission::Role;
use serde::Deserialize;

/// The address as it comes.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    version: String,
}

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (lang, services) = (context.lang, &state.services);
    let book = assessment::scheme(services, &actor, &key, wanted.version.parse().ok()).await?;
    let standing = assessment::standing(services, &actor, &book).await?;
    let today = services.clock.today();
    let teller = Teller { lang, standing: &standing };
    let page = SchemePage {
        lang,
        key: book.card.key.clone(),
        version: book.card.version,
        active: book.card.active,
        name: words(lang, &book.card.name),
        document: book.card.document.clone(),
        note: book.scheme.note.as_ref().map(|note| words(lang, note)),
        scored: !book.scheme.scores.is_empty(),
        since: lang
            .t(format!("{}年1月1日至今天", today.year()), format!("1 January {} to today", today.year())),
        counts: counts(lang, &book, &standing),
        nodes: book.scheme.nodes.iter().map(|node| teller.node(node)).collect(),
    };
    let title = page.name.clone();
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}

fn counts(lang: Lang, book: &SchemeBook, standing: &Standing) -> Vec<(&'static str, usize)> {
    let entries = book.scheme.entries();
    let in_state = |wanted: Stands| {
        let of = |entry: &&&Entry| {
            standing.reports.get(&entry.key).is_some_and(|newest| newest.state == Some(wanted))
        };
        entries.iter().filter(of).count()
    };
    let measured = |entry: &&&Entry| {
        let own = entry.indicator.iter();
        let points = entry.evidence.iter().filter_map(|point| point.indicator.as_ref());
        own.chain(points).any(|key| {
            standing
                .measured
                .get(key)
                .is_some_and(|told| told.indicator.is_computed() && told.value.is_some())
        })
    };
    vec![
        (lang.t("条目", "Entries"), entries.len()),
        (lang.t("佐证材料", "Evidence"), entries.iter().map(|entry| entry.evidence.len()).sum()),
        (lang.t("平台实时统计", "Measured live"), entries.iter().filter(measured).count()),
        (lang.t("最近填报已核定", "Signed off"), in_state(Stands::SignedOff)),
        (lang.t("待核定", "Submitted"), in_state(Stands::Submitted)),
    ]
}

struct Teller<'a> {
    lang: Lang,
    standing: &'a Standing,
}

impl Teller<'_> {
    fn node(&self, node: &Node) -> NodeView {
        NodeView {
            name: words(self.lang, &node.name),
            points: node.points.map(|points| points.to_string()),
            note: node.note.as_ref().map(|note| words(self.lang, note)),
            nodes: node.nodes.iter().map(|node| self.node(node)).collect(),
            entries: node.entries.iter().map(|entry| self.entry(entry)).collect(),
        }
    }

    fn entry(&self, entry: &Entry) -> EntryView {
        let lang = self.lang;
        let text = |text: &Option<domain::assessment::Text>| {
            text.as_ref().map(|text| words(lang, text)).unwrap_or_default()
        };
        let points = entry.evidence.iter().map(|point| PointView {
            text: lang.pick(&point.text, &point.text_en).to_owned(),
            reading: point.indicator.as_deref().and_then(|key| self.reading(key)),
        });
        EntryView {
            key: entry.key.clone(),
            name: words(lang, &entry.name),
            description: words(lang, &entry.description),
            facts: vec![
                (lang.t("牵头部门", "Lead department"), entry.lead.clone()),
                (lang.t("目标", "Target"), text(&entry.target)),
                (lang.t("时限", "Deadline"), text(&entry.deadline)),
                (lang.t("分值", "Points"), entry.points.map(|points| points.to_string()).unwrap_or_default()),
                (lang.t("与平台的关系", "To the portal"), class(lang, entry.class).to_owned()),
            ],
            evidence: points.collect(),
            reading: entry.indicator.as_deref().and_then(|key| self.reading(key)),
            report: entry.reported.then(|| self.report(entry)).flatten(),
            note: entry.note.as_ref().map(|note| words(lang, note)),
        }
    }

    fn reading(&self, key: &str) -> Option<Reading> {
        let told = self.standing.measured.get(key)?;
        let (lang, indicator) = (self.lang, told.indicator);
        let (zh, en) = indicator.name;
        let unit = match indicator.unit {
            domain::indicator::catalogue::Unit::Percent => "%",
            domain::indicator::catalogue::Unit::Workdays => lang.t(" 个工作日", " working days"),
            domain::indicator::catalogue::Unit::Hours => lang.t(" 小时", " hours"),
            domain::indicator::catalogue::Unit::Points => lang.t(" 分", " points"),
            domain::indicator::catalogue::Unit::Number => "",
        };
        let value = told.value.map(|value| format!("{}{unit}", value.text(indicator.unit)));
        Some(Reading {
            name: lang.t(zh, en).to_owned(),
            href: format!("/supervise/indicators/{key}"),
            value: value.unwrap_or_else(|| "—".to_owned()),
            sides: self.sides(told),
        })
    }

    /// Above and below the line, with what is counted.
    fn sides(&self, told: &assessment::Told) -> String {
        let lang = self.lang;
        let of = |base: domain::indicator::catalogue::Base| {
            let (zh, en) = base.name();
            lang.t(zh, en)
        };
        match told.sides {
            (Some(over), Some(under)) => {
                let below = told.indicator.below.unwrap_or(told.indicator.base);
                format!("{over} {} ÷ {under} {}", of(told.indicator.base), of(below))
            }
            (Some(_), None) => of(told.indicator.base).to_owned(),
            (None, _) if told.indicator.is_computed() => {
                lang.t("没有可统计的对象", "nothing to count").to_owned()
            }
            (None, _) => lang.t("尚未填报", "not reported yet").to_owned(),
        }
    }

    fn report(&self, entry: &Entry) -> Option<ReportState> {
        let newest = self.standing.reports.get(&entry.key)?;
        let lang = self.lang;
        let period = lang.t(newest.period.chinese(), newest.period.english());
        let late = if newest.overdue { lang.t(" 逾期", " overdue") } else { "" };
        let class = match newest.state {
            None => "tag",
            Some(Stands::Draft) => "tag status-draft",
            Some(Stands::Submitted) => "tag status-submitted",
            Some(Stands::Returned | Stands::Reopened) => "tag status-correction",
            Some(Stands::SignedOff) => "tag status-granted",
        };
        let signed = self.standing.signed.get(&entry.key);
        Some(ReportState {
            words: format!("{} {period}{late}", state_name(lang, newest.state)),
            class,
            href: newest.report.map(|id| format!("/supervise/reports/{id}")),
            figure: signed.map(|signed| number_words(&signed.figure)).unwrap_or_default(),
        })
    }
}

fn class(lang: Lang, class: Class) -> &'static str {
    match class {
        Class::Core => lang.t("平台本身的功能", "A function of the portal"),
        Class::Item => lang.t("通过平台办理的事项", "Services handled through the portal"),
        Class::Conn => lang.t("与平台对接的相邻系统", "A neighbouring system"),
        Class::Ind => lang.t("统计或调查的指标", "An indicator measured or surveyed"),
        Class::Gov => lang.t("制度和文件", "An act of government"),
        Class::Out => lang.t("平台之外，列出备查", "Outside the portal, listed for the record"),
    }
}
