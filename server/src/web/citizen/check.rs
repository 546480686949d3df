//! Check answers, and submit.

use super::answers;
use super::draft::Draft;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::by_rule::foreseen;
use crate::web::context::{Context, Width};
use crate::web::dates;
use crate::web::error::PageError;
use crate::web::evidence::source_words;
use app::lang::Lang;
use app::pages::citizen::check::{AnswerLine, CheckPage, Lacks, check as view};
use app::pages::citizen::materials::DraftManner;
use app::shell::Area;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::catalogue::Material;
use backend::intake::{self, Preview};
use backend::{Kind, drafts, persons};
use domain::evidence::Consent;
use domain::field_error::FieldError;
use domain::item::CaseKind;
use http::StatusCode;
use serde::Deserialize;
use uuid::Uuid;

pub(super) async fn page(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let draft = Draft::open(&context, &state, id).await?;
    show(context, &state, &draft, StatusCode::OK, Lacks::Nothing, &[]).await
}

/// 承诺: the contents are true.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Declared {
    declaration: String,
    /// 单独同意: what is sensitive may be used.
    consent: String,
    /// 秒批: a person is to decide.
    person: String,
}

pub(super) async fn submit(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(declared): Form<Declared>,
) -> Result<Response, PageError> {
    let mut draft = Draft::open(&context, &state, id).await?;
    let wanted = !declared.person.is_empty();
    if draft.item.process.automatic.is_some() && wanted != draft.draft.person_wanted {
        draft.draft = drafts::want_person(&state.services, &draft.actor, id, wanted).await?;
    }
    let consented = declared.consent == "yes";
    if declared.declaration != "yes" {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return show(context, &state, &draft, status, Lacks::Declaration, &[]).await;
    }
    match intake::submit_draft(&state.services, &draft.actor, id, None, consented).await {
        Ok(receipt) => Ok(context.redirect(&format!("/my/cases/{}/receipt?new=1", receipt.case_no))),
        Err(error) => match error.kind() {
            Kind::Invalid(errors) => {
                let consent = errors.iter().any(|error| error.field == "consent");
                let lacks = if consent { Lacks::Consent } else { Lacks::Nothing };
                // What certificates fix may have been brought up to date in the meantime.
                let draft = Draft::open(&context, &state, id).await?;
                show(context, &state, &draft, StatusCode::UNPROCESSABLE_ENTITY, lacks, errors).await
            }
            Kind::NotFound
            | Kind::Denied
            | Kind::Stale { .. }
            | Kind::Refused(_)
            | Kind::Conflict
            | Kind::TooLarge { .. }
            | Kind::WrongType
            | Kind::Full
            | Kind::Unavailable
            | Kind::Internal => Err(error.into()),
        },
    }
}

async fn show(
    context: Context,
    state: &AppState,
    draft: &Draft,
    status: StatusCode,
    lacks: Lacks,
    refused: &[FieldError],
) -> Result<Response, PageError> {
    let (lang, services) = (draft.lang, &state.services);
    let application = intake::application_of(&draft.draft, None)?;
    let preview = intake::preview(services, &draft.actor, &application).await?;
    let due = preview.promised.as_ref().or(preview.statutory.as_ref());
    let (form, given) = (&draft.item.form, &draft.draft.answers);
    let href = |spec: &domain::intake::FieldSpec| format!("{}?from=check", draft.href(&spec.key));
    let wrong = [preview.errors.as_slice(), refused].concat();
    let mut lines = answers::lines(services, lang, form, given, &wrong, href);
    for (line, spec) in lines.iter_mut().zip(form.asked(given)) {
        line.source = draft.source(spec);
        if !draft.fixed(spec).is_empty() {
            line.fixed = true;
        }
    }
    let page = CheckPage {
        lang,
        id: draft.draft.id.to_string(),
        item_name: draft.item_name(),
        applicant: applicant(state, draft).await?,
        answers: lines,
        materials: draft.item.materials.iter().map(|one| paper(state, draft, one)).collect(),
        route: preview.route.as_ref().map(|route| lang.t(route.reason_zh(), route.reason_en())),
        due: due.filter(|_| draft.item.kind == CaseKind::Promise).map(|due| (due.due, due.expected)),
        why: dates::why(
            services,
            preview.receipt_day,
            dates::given(draft.item.limits),
            due,
            lang.t("收件", "Received"),
        ),
        by_rule: foreseen(services, lang, &draft.item.process, draft.draft.person_wanted).await?,
        ready: ready(draft, &preview),
        lacks,
        uses: uses(draft),
        separate_consent: preview.separate_consent,
        back: if draft.item.materials.is_empty() { draft.home() } else { draft.href("materials") },
    };
    let title = lang.t("提交前请核对", "Check before you submit");
    Ok(Context::html(status, context.frame(Area::Citizen, title, Width::Page), move || view(page)))
}

fn ready(draft: &Draft, preview: &Preview) -> bool {
    preview.errors.is_empty()
        && preview.route.is_some()
        && !draft.item.materials.iter().any(|one| draft.lacks(one))
}

async fn applicant(state: &AppState, draft: &Draft) -> Result<Vec<AnswerLine>, PageError> {
    let Some(id) = draft.draft.person_id else { return Ok(Vec::new()) };
    let (lang, person) = (draft.lang, persons::get(&state.services, id).await?);
    let source = lang.t("来自您的账户", "from your account");
    let line = |name: &str, value: String| AnswerLine {
        fixed: false,
        name: name.to_owned(),
        value,
        source: source.to_owned(),
        href: String::new(),
        error: String::new(),
    };
    Ok(vec![
        line(lang.t("姓名", "Name"), person.name),
        line(lang.t("身份证号", "ID number"), person.number_masked),
    ])
}

fn paper(state: &AppState, draft: &Draft, material: &Material) -> AnswerLine {
    let lang = draft.lang;
    let lacks = draft.lacks(material);
    let (value, source) = match draft.manner(material) {
        DraftManner::Have => (lang.t("不用交", "Nothing to hand in"), origin(state, draft, material)),
        DraftManner::Uploaded => (lang.t("已上传", "Uploaded"), String::new()),
        DraftManner::Paper => (lang.t("到窗口交原件", "Original at a window"), String::new()),
        DraftManner::Missing => (lang.t("没有上传", "Not uploaded"), String::new()),
    };
    AnswerLine {
        fixed: false,
        name: lang.pick(&material.name, &material.name_en).to_owned(),
        value: value.to_owned(),
        source,
        href: if draft.manner(material) == DraftManner::Have {
            String::new()
        } else {
            draft.href("materials")
        },
        error: if lacks { missing(lang).to_owned() } else { String::new() },
    }
}

fn origin(state: &AppState, draft: &Draft, material: &Material) -> String {
    let words = |handed| source_words(&state.services, draft.lang, material, handed);
    draft.handed(material).map(words).unwrap_or_default()
}

/// What is used that needs consent, by the names that people know.
fn uses(draft: &Draft) -> Vec<(String, bool)> {
    let lang = draft.lang;
    let named = |material: &Material| {
        let needed = draft.handed(material)?.consent(material);
        let sensitive = needed == Consent::Separate;
        let name = lang.pick(&material.name, &material.name_en).to_owned();
        (needed != Consent::Statutory).then_some((name, sensitive))
    };
    draft.item.materials.iter().filter_map(named).collect()
}

fn missing(lang: Lang) -> &'static str {
    lang.t("这份材料必须有，请上传", "This is required: upload it")
}
