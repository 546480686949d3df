//! The task list of a draft.

use super::answers;
use super::draft::Draft;
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::citizen::question::label_of;
use app::pages::citizen::task_list::{Task, TaskGroup, TaskListPage, TaskState, task_list as view};
use app::shell::Area;
use app::ui::sentence::sentence;
use axum::extract::State;
use axum::response::Response;
use backend::persons;
use domain::intake::FieldSpec;
use uuid::Uuid;

pub(super) async fn tasks(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    let draft = Draft::open(&context, &state, id).await?;
    let groups = vec![
        applicant(&state, &draft).await?,
        questions(&state, &draft),
        papers(&draft),
        last(&state, &draft),
    ];
    let page = TaskListPage {
        lang: draft.lang,
        id: draft.draft.id.to_string(),
        item_id: draft.item.id.clone(),
        item_name: draft.item_name(),
        situation: draft.situation_name(),
        known: draft.asked().filter(|spec| draft.draft.prefilled.contains_key(&spec.key)).count(),
        saved_at: draft.draft.updated_at,
        groups: groups.into_iter().filter(|group| !group.tasks.is_empty()).collect(),
        next: draft.next_after(&state, ""),
    };
    let title = page.item_name.clone();
    Ok(context.page(Area::Citizen, &title, Width::Page, move || view(page)))
}

async fn applicant(state: &AppState, draft: &Draft) -> Result<TaskGroup, PageError> {
    let lang = draft.lang;
    let tasks = match draft.draft.person_id {
        None => Vec::new(),
        Some(id) => {
            let person = persons::get(&state.services, id).await?;
            vec![Task {
                name: person.name,
                hint: format!("{} · {}", person.number_masked, lang.t("来自您的账户", "from your account")),
                href: String::new(),
                state: TaskState::Done,
            }]
        }
    };
    Ok(TaskGroup { title: lang.t("一、申请人", "1. Applicant").to_owned(), tasks })
}

fn questions(state: &AppState, draft: &Draft) -> TaskGroup {
    let title = draft.lang.t("二、几个问题", "2. A few questions").to_owned();
    TaskGroup { title, tasks: draft.asked().map(|spec| question(state, draft, spec)).collect() }
}

fn question(state: &AppState, draft: &Draft, spec: &FieldSpec) -> Task {
    let lang = draft.lang;
    let answer = draft.answer(spec);
    let wrong = draft.wrong(state, spec);
    let (hint, done) = match (answer, wrong) {
        (None | Some(""), Some(_)) => (String::new(), TaskState::Todo),
        (Some(_), Some(code)) => (sentence(lang, &code), TaskState::Todo),
        (None, None) => (String::new(), TaskState::Optional),
        (Some(""), None) => (lang.t("没有填（选填）", "Left empty").to_owned(), TaskState::Done),
        (Some(value), None) => (answers::words(&state.services, lang, spec, value), TaskState::Done),
    };
    let source = draft.source(spec);
    let hint = [hint, source].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Task { name: label_of(lang, spec), hint, href: draft.href(&spec.key), state: done }
}

fn papers(draft: &Draft) -> TaskGroup {
    let lang = draft.lang;
    let missing = draft.item.materials.iter().filter(|material| draft.lacks(material)).count();
    let (state, hint) = match missing {
        0 => (TaskState::Done, lang.t("都齐了".to_owned(), "All here".to_owned())),
        n => (TaskState::Todo, lang.t(format!("还差 {n} 份"), format!("{n} missing"))),
    };
    let task =
        Task {
            name: lang.t("上传材料", "Papers").to_owned(), hint, href: draft.href("materials"), state
        };
    let tasks = if draft.item.materials.is_empty() { Vec::new() } else { vec![task] };
    TaskGroup { title: lang.t("三、材料", "3. Papers").to_owned(), tasks }
}

fn last(state: &AppState, draft: &Draft) -> TaskGroup {
    let lang = draft.lang;
    let ready = draft.next_after(state, "") == draft.href("check");
    let task = Task {
        name: lang.t("核对并提交", "Check and submit").to_owned(),
        hint: String::new(),
        href: if ready { draft.href("check") } else { String::new() },
        state: if ready { TaskState::Todo } else { TaskState::Blocked },
    };
    TaskGroup { title: lang.t("四、核对并提交", "4. Check and submit").to_owned(), tasks: vec![task] }
}
