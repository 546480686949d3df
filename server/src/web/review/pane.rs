//! One case, as the reviewer needs it.

mod course;
mod offers;
mod process;

use crate::state::AppState;
use crate::web::citizen::answers::words;
use crate::web::citizen::case::changes;
use crate::web::context::Context;
use crate::web::correction;
use crate::web::dates;
use crate::web::desk::{intake, person, rows};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::PersonFacts;
use app::pages::review::{Answer, Attachment, CasePane, Clock, PaneMaterial, PaneUpload, Typed};
use app::ui::status::channel_name;
use app::ui::timeline::{Audience, Entry, Teller};
use backend::Services;
use backend::cases::{self, CaseMaterial, CaseView, UploadRef};
use backend::drafts::Manner;
use backend::own_data::to_the_road;
use backend::persons::{self, PersonView};
use domain::case::Status;
use domain::field_error::FieldError;
use domain::item::CaseKind;
use domain::permission::{Actor, Role};

pub(super) async fn pane(
    context: &Context,
    state: &AppState,
    number: &str,
    next: Option<String>,
    typed: Typed,
    errors: Vec<FieldError>,
) -> Result<CasePane, PageError> {
    let (lang, services) = (context.lang, &state.services);
    let actor = context.require(Role::Reviewer)?.actor();
    let case = cases::get(services, &actor, number).await?;
    let known = persons::get(services, case.applicant.person_id).await?;
    let reason = lang.t(case.route.reason_zh(), case.route.reason_en());
    Ok(CasePane {
        item: lang.pick(&case.item_name, &case.item_name_en).to_owned(),
        status: case.case.status,
        outcome: case.case.outcome,
        version: case.case.version,
        applicant: applicant(state, lang, &actor, &case, known).await?,
        unmask: case.case.standing_of(&actor).decides(),
        agent: case
            .agent
            .as_ref()
            .map(|agent| format!("{} {}", agent.name, agent.masked_number))
            .unwrap_or_default(),
        came: came(lang, &case),
        route: reason,
        holder: case.case.assignee.as_ref().map(|holder| holder.name.clone()).unwrap_or_default(),
        clock: clock(services, lang, &case),
        answers: answers(services, lang, &case),
        materials: materials(lang, &actor, &case),
        answered: correction::answered(lang, &case),
        changes: changes(lang, &case),
        steps: process::steps(lang, &case),
        course: course::course(services, lang, &case),
        attachments: attachments(lang, &case),
        offers: offers::offers(services, lang, &actor, &case).await?,
        events: events(lang, &case),
        actions: case.actions.clone(),
        immediate: case.case.kind == CaseKind::Instant,
        number: case.case_no,
        typed,
        errors,
        next,
    })
}

/// Who has the case in hand may call and write to the applicant; to colleagues that stays masked.
async fn applicant(
    state: &AppState,
    lang: Lang,
    actor: &Actor,
    case: &CaseView,
    known: PersonView,
) -> Result<PersonFacts, PageError> {
    let phone = known.phone_masked.clone().unwrap_or_default();
    let facts = person::facts(state, lang, &known).await?;
    let facts = PersonFacts { masked_number: case.applicant.masked_number.clone(), ..facts };
    let in_hand = case.case.assignee.as_ref().is_some_and(|holder| actor.answers_for(holder.account));
    Ok(if in_hand { facts } else { PersonFacts { phone, address: to_the_road(&facts.address), ..facts } })
}

fn came(lang: Lang, case: &CaseView) -> String {
    let channel = channel_name(lang, case.channel).to_owned();
    let at = lang.moment(case.submitted_at);
    let parts = [Some(channel), case.hall.clone(), case.window.clone(), case.clerk.clone(), Some(at)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

fn clock(services: &Services, lang: Lang, case: &CaseView) -> Clock {
    let rules = &case.case;
    let waits = matches!(rules.status, Status::Submitted | Status::Received);
    let runs = rules.status.is_open() && rules.decided_on.is_none();
    Clock {
        lamp: rows::lamp(services, case.light, case.days_left, rules.promised_due, rules.statutory_due)
            .stopped(rules.status == Status::Suspended),
        receipt_due: rules.receipt_due.filter(|_| waits),
        promised: rules.promised_due.filter(|_| rules.kind == CaseKind::Promise),
        statutory: rules.statutory_due,
        why: dates::why_of_case(services, lang, rules, case.promised.as_ref()).filter(|_| runs),
        stopped: rules.special().filter(|_| rules.status == Status::Suspended).map(|special| special.from),
    }
}

fn answers(services: &Services, lang: Lang, case: &CaseView) -> Vec<Answer> {
    let line = |spec: &domain::intake::FieldSpec| {
        let value = case.answers.get(&spec.key).map(String::as_str).unwrap_or_default();
        let value = words(services, lang, spec, value);
        let empty = lang.t("未填", "empty").to_owned();
        Answer {
            key: spec.key.clone(),
            label: lang.pick(&spec.label, &spec.label_en).to_owned(),
            value: if value.is_empty() { empty } else { value },
        }
    };
    case.form.asked(&case.answers).map(line).collect()
}

fn materials(lang: Lang, actor: &Actor, case: &CaseView) -> Vec<PaneMaterial> {
    let decides = case.case.standing_of(actor).decides();
    let address = |one: &CaseMaterial| {
        let here = format!("/review/cases/{}/materials/{}/compared", case.case_no, one.id);
        (decides && one.to_compare()).then_some(here)
    };
    case.materials.iter().map(|one| material(lang, one, address(one))).collect()
}

/// How a material came; one of the library came before.
fn manner_of(lang: Lang, material: &CaseMaterial) -> String {
    match (&material.source, material.holding_id) {
        (Some(source), _) => lang.t(format!("数据共享：{source}"), format!("Shared data: {source}")),
        (None, Some(_)) => lang.t("材料库，以前交过", "Kept from before").to_owned(),
        (None, None) => intake::manner_name(lang, material.manner).to_owned(),
    }
}

fn material(lang: Lang, material: &CaseMaterial, compare: Option<String>) -> PaneMaterial {
    PaneMaterial {
        compare,
        material: material.material_id,
        name: material.name.clone(),
        required: material.required,
        manner: manner_of(lang, material),
        missing: material.manner == Manner::Missing,
        deferrable: material.deferrable,
        grade: material.grade,
        upload: material.upload.as_ref().map(file),
    }
}

fn file(file: &UploadRef) -> PaneUpload {
    PaneUpload {
        href: format!("/uploads/{}", file.id),
        name: file.file_name.clone(),
        size: intake::size(file.size),
    }
}

/// What the staff put to what they did, newest first.
fn attachments(lang: Lang, case: &CaseView) -> Vec<Attachment> {
    let mut teller = teller(lang, case);
    let mut found = Vec::new();
    for event in &case.events {
        let title = teller.tell(&event.event, event.at, &event.actor_name).map(|entry| entry.title);
        let with = format!("{} · {}", title.unwrap_or_default(), event.actor_name);
        found.extend(event.attachments.iter().map(|one| Attachment { file: file(one), with: with.clone() }));
    }
    found.reverse();
    found
}

fn teller(lang: Lang, case: &CaseView) -> Teller<'_> {
    Teller::new(lang, Audience::Staff, Some(&case.case.process))
}

/// What happened, newest first, each with the opinion given beside it.
fn events(lang: Lang, case: &CaseView) -> Vec<Entry> {
    let mut teller = teller(lang, case);
    let line = |event: &cases::EventView| {
        let mut entry = teller.tell(&event.event, event.at, &event.actor_name)?;
        entry.text.extend(event.opinion.clone());
        Some(entry)
    };
    let mut entries: Vec<Entry> = case.events.iter().filter_map(line).collect();
    entries.reverse();
    entries
}
