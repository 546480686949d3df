//! Where cases are late, when they come, and what comes of them.

mod places;

use super::asked::{Parts, names, wished};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::supervise::address::Query;
use app::pages::supervise::cut::Cut;
use app::pages::supervise::heads::By;
use app::pages::supervise::measure::Measure;
use app::pages::supervise::patterns::{PatternsPage, patterns as view};
use app::pages::supervise::words::fate_name;
use app::shell::Area;
use app::ui::plot::flow::{Band, End, Flow};
use app::ui::plot::heat::{Heat, HeatCell};
use app::ui::status::channel_name;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use backend::supervision;
use domain::indicator::Fate;
use domain::item::Channel;
use domain::permission::Role;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let (services, lang) = (&state.services, context.lang);
    let query = Parts::of(raw.as_deref()).figures(services.clock.today());
    let wanted = wished(&query);
    let hours = supervision::heat(services, &actor, &wanted).await?;
    let ways = supervision::flow(services, &actor, &wanted).await?;
    let page = PatternsPage {
        lang,
        heads: names(services, lang, &query.heads).await?,
        today: services.clock.today(),
        received: hours.iter().map(|hour| hour.cases).sum(),
        map: places::map(services, &actor, lang, &query).await?,
        heat: heat(lang, &query, &hours),
        flow: flow(lang, &query, &ways),
        query,
    };
    let title = lang.t("分布", "Patterns");
    Ok(context.page(Area::Supervise, title, Width::Full, move || view(page)))
}

fn heat(lang: Lang, query: &Query, hours: &[supervision::Heat]) -> Heat {
    let cell = |one: &supervision::Heat| {
        let (weekday, hour) = (one.weekday.num_days_from_monday(), one.hour);
        let href = query.part(Some(Measure::Received), Cut::Hour { weekday, hour });
        HeatCell { weekday, hour, n: one.cases, href }
    };
    let caption =
        lang.t("什么时候来：各星期、各钟点收件（件）", "When they come: cases received by weekday and hour");
    Heat { id: "heat", caption: caption.to_owned(), cells: hours.iter().map(cell).collect() }
}

fn flow(lang: Lang, query: &Query, ways: &[supervision::Flow]) -> Flow {
    let channels: Vec<Channel> =
        Channel::ALL.into_iter().filter(|channel| ways.iter().any(|way| way.channel == *channel)).collect();
    // What is done first, what is still open last.
    let fates = Fate::ALL.into_iter().cycle().skip(1).take(Fate::ALL.len());
    let fates: Vec<Fate> = fates.filter(|fate| ways.iter().any(|way| way.fate == *fate)).collect();
    let band = |way: &supervision::Flow| {
        let heads = query.heads.clone().with(By::Channel, Some(way.channel.as_str()));
        let one = Query { heads, ..query.clone() };
        Some(Band {
            from: channels.iter().position(|channel| *channel == way.channel)?,
            to: fates.iter().position(|fate| *fate == way.fate)?,
            n: way.cases,
            href: one.part(Some(Measure::Received), Cut::Fate(way.fate)),
        })
    };
    let mut bands: Vec<Band> = ways.iter().filter_map(band).collect();
    bands.sort_by_key(|band| (band.from, band.to));
    let left =
        |channel: &Channel| End { key: channel.as_str(), name: channel_name(lang, *channel).to_owned() };
    let right = |fate: &Fate| End { key: fate.as_str(), name: fate_name(lang, *fate).to_owned() };
    Flow {
        id: "flow",
        caption: lang
            .t(
                "从哪来、结果怎样：本期收件到现在的结果（件）",
                "Where they come from and what came of them until now",
            )
            .to_owned(),
        left: channels.iter().map(left).collect(),
        right: fates.iter().map(right).collect(),
        bands,
    }
}
