//! 办事指南.

use super::cards::hall_line;
use super::mains::{Main, Mains};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::guide::{GuideMaterial, GuidePage, Manner, guide as view};
use app::render::render;
use app::shell::Area;
use axum::Extension;
use axum::extract::{Query, State};
use axum::response::Response;
use backend::catalogue::{Guide, GuideQuery, ItemState, Material, Office};
use domain::division::DivisionCode;
use domain::item::{Channel, Subject};
use serde::Deserialize;

/// What the guide is shown for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Choice {
    area: String,
    situation: String,
}

pub(super) async fn guide(
    context: Context,
    State(state): State<AppState>,
    mains: Extension<Mains>,
    At(id): At<String>,
    Query(choice): Query<Choice>,
) -> Result<Response, PageError> {
    let main = mains.of(&context, main(context.lang, &state, &id, choice)).await?;
    Ok(main.framed(context.frame(Area::Public, &main.title, Width::Wide)))
}

/// The guide without anything of who reads it.
async fn main(lang: Lang, state: &AppState, id: &str, choice: Choice) -> Result<Main, PageError> {
    let query = GuideQuery {
        division: DivisionCode::parse(&choice.area).ok(),
        situation: Some(choice.situation).filter(|code| !code.is_empty()),
    };
    let guide = state.services.catalogue.guide(id, &query).await?;
    let themes = state.services.catalogue.themes();
    let theme = themes.iter().find(|theme| theme.name == guide.card.theme);
    let theme =
        theme.map_or(guide.card.theme.as_str(), |theme| lang.pick(&theme.name, &theme.name_en)).to_owned();
    let page = page(lang, &guide, theme);
    let title = page.name.clone();
    Ok(Main::new(title, render(move || view(page))))
}

fn page(lang: Lang, guide: &Guide, theme: String) -> GuidePage {
    let card = &guide.card;
    let office = guide.office.as_ref().or_else(|| guide.offices.first());
    GuidePage {
        lang,
        id: card.id.clone(),
        name: lang.pick(&card.name, &card.name_en).to_owned(),
        code: office.map_or_else(|| guide.base_code.clone(), |office| office.code.clone()),
        theme: (card.theme.clone(), theme),
        subjects: card.subjects.iter().map(|&subject| subject_name(lang, subject).to_owned()).collect(),
        eligibility: guide.eligibility.clone(),
        kind: card.kind,
        promised: card.promise(),
        statutory: card.limits.statutory,
        fee: fee(lang, guide),
        visits: card.visits,
        online: card.flags.online && card.state == ItemState::Active,
        channels: channels(guide),
        modes: modes(lang, guide),
        situations: situations(lang, guide),
        situation: guide.situation.as_ref().map(|situation| situation.code.clone()).unwrap_or_default(),
        areas: areas(&guide.offices),
        area: office.map(|office| office.division.to_string()).unwrap_or_default(),
        materials: guide.materials.iter().map(|one| material(lang, one)).collect(),
        steps: guide
            .steps
            .iter()
            .map(|step| (lang.pick(&step.name, &step.name_en).to_owned(), step_words(lang, step)))
            .collect(),
        body: office.map(|office| office.body.clone()).unwrap_or_default(),
        office: office.and_then(|office| office.hall.as_ref()).map(|hall| hall_line(lang, hall)),
        department: lang.pick(&card.department, &card.department_en).to_owned(),
        phone: guide.enquiry_phone.clone().unwrap_or_default(),
        result: guide
            .result
            .name
            .as_deref()
            .map(|name| lang.pick(name, &guide.result.name_en).to_owned())
            .unwrap_or_default(),
        questions: guide.faqs.iter().map(|faq| (faq.question.clone(), faq.answer.clone())).collect(),
        law: guide.law.clone().unwrap_or_default(),
        bundles: Vec::new(),
    }
}

fn fee(lang: Lang, guide: &Guide) -> String {
    match guide.fee.fen {
        Some(fen) if guide.fee.charged && !fen.is_zero() => fen.to_string(),
        Some(_) | None if guide.fee.charged => guide.fee.text.clone(),
        Some(_) | None => lang.t("不收费", "Free").to_owned(),
    }
}

fn channels(guide: &Guide) -> Vec<(Channel, bool)> {
    let flags = &guide.card.flags;
    vec![
        (Channel::Online, flags.online),
        (Channel::Mobile, flags.mobile),
        (Channel::Window, true),
        (Channel::Kiosk, flags.kiosk),
    ]
}

fn modes(lang: Lang, guide: &Guide) -> Vec<String> {
    let flags = &guide.card.flags;
    let modes = [
        (flags.same_city, lang.t("全市通办", "Any hall of the city")),
        (flags.nearby, lang.t("就近办", "Nearby")),
        (flags.cross_province, lang.t("跨省通办", "From other provinces")),
        (flags.agent, lang.t("可以代办", "Somebody may act for you")),
        (flags.deferrable, lang.t("容缺受理", "Some papers may follow")),
        (flags.commitment, lang.t("告知承诺", "A declaration may replace proof")),
        (flags.postal, lang.t("结果可邮寄", "Result by post")),
        (flags.appointment, lang.t("可预约", "By appointment")),
    ];
    modes.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned()).collect()
}

fn situations(lang: Lang, guide: &Guide) -> Vec<(String, String)> {
    let named = |situation: &backend::catalogue::Situation| {
        (situation.code.clone(), lang.pick(&situation.name, &situation.name_en).to_owned())
    };
    if guide.situations.len() < 2 { Vec::new() } else { guide.situations.iter().map(named).collect() }
}

/// Each area once; nothing to choose where one body serves all.
fn areas(offices: &[Office]) -> Vec<(String, String)> {
    let mut areas: Vec<(String, String)> = Vec::new();
    for office in offices {
        let code = office.division.to_string();
        if !areas.iter().any(|(known, _)| *known == code) {
            areas.push((code, office.division_name.clone()));
        }
    }
    if areas.len() < 2 { Vec::new() } else { areas }
}

pub(super) fn step_words(lang: Lang, step: &backend::catalogue::Step) -> String {
    let who = lang.pick(&step.who, &step.who_en);
    let duration = lang.pick(&step.duration, &step.duration_en);
    [who, duration].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(lang.t("，", ", "))
}

fn material(lang: Lang, material: &Material) -> GuideMaterial {
    let (manner, detail) = come(lang, material);
    GuideMaterial {
        name: lang.pick(&material.name, &material.name_en).to_owned(),
        manner,
        detail,
        required: material.required,
        deferrable: material.deferrable,
    }
}

/// How a material gets here, and from where.
fn come(lang: Lang, material: &Material) -> (Manner, String) {
    match (&material.certificate_name, &material.data_share) {
        (Some(name), _) => {
            let certificate = lang.pick(name, &material.certificate_name_en);
            let from = lang.t("来自电子证照：", "From the electronic certificate: ");
            (Manner::Have, format!("{from}{certificate}"))
        }
        (None, Some(share)) => {
            (Manner::Have, lang.t(format!("来自数据共享：{share}"), format!("From shared data: {share}")))
        }
        (None, None) => (Manner::Photo, format!("{} · {}", material.source, material.format)),
    }
}

/// Where a material comes from, for pages that list what is needed.
pub(in crate::web) fn origin_of(lang: Lang, material: &Material) -> String {
    come(lang, material).1
}

/// For whom, as people say it.
pub(super) fn subject_name(lang: Lang, subject: Subject) -> &'static str {
    match subject {
        Subject::Person => lang.t("个人", "Individuals"),
        Subject::Company => lang.t("企业", "Companies"),
        Subject::Institution => lang.t("事业单位", "Public institutions"),
        Subject::Association => lang.t("社会组织", "Associations"),
        Subject::Authority => lang.t("行政机关", "Authorities"),
        Subject::Other => lang.t("其他组织", "Other bodies"),
    }
}
