//! The task list of a draft: what is filled in, what is left.

use crate::lang::Lang;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// How far a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Filled in and in order.
    Done,
    /// Still to do, or to put right.
    Todo,
    /// May be left out.
    Optional,
    /// Waits for the others.
    Blocked,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What it asks.
    pub name: String,
    /// The answer so far, or help.
    pub hint: String,
    /// Where it is done; nothing while it waits.
    pub href: String,
    /// How far it is.
    pub state: TaskState,
}

/// Tasks that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskGroup {
    /// Their heading.
    pub title: String,
    /// The tasks in order.
    pub tasks: Vec<Task>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskListPage {
    /// The language.
    pub lang: Lang,
    /// The draft.
    pub id: String,
    /// The item.
    pub item_id: String,
    /// The item's name.
    pub item_name: String,
    /// The situation chosen.
    pub situation: String,
    /// Questions that are answered from what is known.
    pub known: usize,
    /// When it was last saved.
    pub saved_at: DateTime<Utc>,
    /// The tasks.
    pub groups: Vec<TaskGroup>,
    /// Where to go on.
    pub next: String,
}

impl TaskListPage {
    fn count(&self, wanted: impl Fn(TaskState) -> bool) -> usize {
        self.groups.iter().flat_map(|group| &group.tasks).filter(|task| wanted(task.state)).count()
    }
}

/// The page.
pub fn task_list(page: TaskListPage) -> impl IntoView {
    let lang = page.lang;
    let done = page.count(|state| state == TaskState::Done);
    let all = page.count(|state| matches!(state, TaskState::Done | TaskState::Todo));
    let groups = page.groups.iter().map(|group| task_group(lang, group)).collect_view();
    let situation = (!page.situation.is_empty()).then(|| format!(" · {}", page.situation));
    view! {
        <p class="caption">{lang.t("申请", "Application")}{situation}</p>
        <div class="page-head"><h1>{page.item_name.clone()}</h1></div>
        <p>{lang.t(format!("{all} 项里已填好 {done} 项。"), format!("{done} of {all} done."))}</p>
        {known(lang, page.known)}
        {saved(lang, page.saved_at)}
        <ol class="task-list">{groups}</ol>
        <div class="page-actions">
            <a class="button" href=page.next.clone()>{go_on(lang, done, all)}</a>
            <a class="button secondary" href="/my">{lang.t("以后再办", "Later")}</a>
        </div>
        <form method="post" action=format!("/drafts/{}/discard", page.id)>
            <button class="link">{lang.t("不办了，删除这份草稿", "Delete this draft")}</button>
        </form>
    }
    .into_any()
}

/// What nobody has to type.
fn known(lang: Lang, known: usize) -> Option<AnyView> {
    let words = lang.t(
        format!("其中 {known} 项已按证照和以往办理替您填好，请看一看对不对，错了可以改。"),
        format!("{known} were filled in for you from what is known. Look whether they are right."),
    );
    (known > 0).then(|| view! { <p class="prefilled">{words}</p> }.into_any())
}

fn go_on(lang: Lang, done: usize, all: usize) -> &'static str {
    if done >= all {
        lang.t("核对并提交", "Check and submit")
    } else if done == 0 {
        lang.t("开始填写", "Begin")
    } else {
        lang.t("接着填", "Continue")
    }
}

/// “Saved at …”, and that one may go.
pub fn saved(lang: Lang, at: DateTime<Utc>) -> impl IntoView {
    view! {
        <p class="saved">
            {lang.t("已保存，", "Saved ")}{lang.moment(at)}" · "
            <a href="/my">{lang.t("以后再办", "continue later")}</a>
        </p>
    }
}

fn task_group(lang: Lang, group: &TaskGroup) -> impl IntoView + use<> {
    let tasks = group.tasks.iter().map(|one| task(lang, one)).collect_view();
    view! { <li class="group"><h2>{group.title.clone()}</h2><ol>{tasks}</ol></li> }
}

fn task(lang: Lang, task: &Task) -> impl IntoView + use<> {
    let name = if task.href.is_empty() {
        view! { <span class="name">{task.name.clone()}</span> }.into_any()
    } else {
        view! { <a class="name" href=task.href.clone()>{task.name.clone()}</a> }.into_any()
    };
    let (class, words) = match task.state {
        TaskState::Done => ("tag status-done", lang.t("已填好", "Done")),
        TaskState::Todo => ("tag status-todo", lang.t("未填", "To do")),
        TaskState::Optional => ("tag", lang.t("选填", "Optional")),
        TaskState::Blocked => ("tag status-blocked", lang.t("前面填完才能提交", "After the others")),
    };
    view! {
        <li>
            {name}
            {(!task.hint.is_empty()).then(|| view! { <p class="hint">{task.hint.clone()}</p> })}
            <span class=class>{words}</span>
        </li>
    }
}
