//! One staff account.

use super::staff::Names;
use super::typed::{Posted, is_active, typed, wrong};
use crate::state::AppState;
use crate::web::address::At;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::pages::admin::staff_form::{Choices, StaffFormPage, staff_form as view};
use app::pages::admin::values::Values;
use app::shell::Area;
use app::ui::flash::Flash;
use axum::Form;
use axum::extract::State;
use axum::response::Response;
use backend::accounts::{self, Account, StaffForm};
use backend::{Error, Services};
use domain::field_error::{FieldCode, FieldError};
use domain::permission::Role;
use http::StatusCode;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) async fn blank(context: Context, State(state): State<AppState>) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let mut values = Values::default();
    values.typed.insert("role".to_owned(), Role::Clerk.as_str().to_owned());
    shown(&context, &state.services, None, values, StatusCode::OK).await
}

pub(super) async fn show(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
) -> Result<Response, PageError> {
    context.require(Role::Admin)?;
    let account = staff_account(&state.services, id).await?;
    let values = values_of(&account);
    shown(&context, &state.services, Some(account), values, StatusCode::OK).await
}

pub(super) async fn create(
    context: Context,
    State(state): State<AppState>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let typed = typed(posted);
    let password = typed.get("password").cloned().unwrap_or_default();
    let made = match read(&state.services, &typed).await? {
        Ok(form) => accounts::create_staff(&state.services, &actor, form, &password).await,
        Err(errors) => Err(Error::invalid(errors)),
    };
    match made {
        Ok(account) => {
            let flash =
                Flash::done(format!("已添加 {}。", account.name), format!("{} was added.", account.name));
            context.redirect_with(flash, "/admin/staff").await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, typed };
            shown(&context, &state.services, None, values, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn edit(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let account = staff_account(&state.services, id).await?;
    let typed = typed(posted);
    let saved = match read(&state.services, &typed).await? {
        Ok(form) => accounts::edit_staff(&state.services, &actor, id, form).await,
        Err(errors) => Err(Error::invalid(errors)),
    };
    match saved {
        Ok(account) => {
            let flash =
                Flash::done(format!("已保存 {}。", account.name), format!("{} was saved.", account.name));
            context.redirect_with(flash, "/admin/staff").await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, typed };
            shown(&context, &state.services, Some(account), values, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn password(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let account = staff_account(&state.services, id).await?;
    let password = typed(posted).remove("password").unwrap_or_default();
    match accounts::reset_password(&state.services, &actor, id, &password).await {
        Ok(()) => {
            let flash = Flash::done(
                format!("{} 的密码已重设，请当面告知新密码。", account.name),
                format!("The password of {} was reset. Tell them in person.", account.name),
            );
            context.redirect_with(flash, &format!("/admin/staff/{id}")).await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, ..values_of(&account) };
            shown(&context, &state.services, Some(account), values, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn active(
    context: Context,
    State(state): State<AppState>,
    At(id): At<Uuid>,
    Form(posted): Posted,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Admin)?.actor();
    let active = is_active(posted);
    accounts::set_active(&state.services, &actor, id, active).await?;
    let flash = if active {
        Flash::done("账号已启用。", "The account can be used again.")
    } else {
        Flash::done("账号已停用，已退出登录。", "The account is closed and signed out.")
    };
    context.redirect_with(flash, &format!("/admin/staff/{id}")).await
}

/// An administrator keeps staff; citizens' accounts do not exist here.
async fn staff_account(services: &Services, id: Uuid) -> Result<Account, PageError> {
    let account = accounts::get(services, id).await?;
    if account.role.is_staff() { Ok(account) } else { Err(PageError::not_found()) }
}

fn values_of(account: &Account) -> Values {
    let key = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let fields = [
        ("username", account.username.clone().unwrap_or_default()),
        ("name", account.name.clone()),
        ("role", account.role.as_str().to_owned()),
        ("department_id", key(account.department_id)),
        ("hall_id", key(account.hall_id)),
        ("window_id", key(account.window_id)),
    ];
    Values { typed: fields.map(|(name, value)| (name.to_owned(), value)).into(), errors: Vec::new() }
}

/// What was typed, read; a window names its hall where none was chosen.
async fn read(
    services: &Services,
    typed: &BTreeMap<String, String>,
) -> Result<Result<StaffForm, Vec<FieldError>>, PageError> {
    let text = |name: &str| typed.get(name).map(|text| text.trim().to_owned()).unwrap_or_default();
    let mut errors = Vec::new();
    let mut key = |name: &str| {
        let text = text(name);
        if text.is_empty() {
            return None;
        }
        let id = text.parse::<Uuid>().ok();
        if id.is_none() {
            errors.push(FieldError::new(name, FieldCode::Choice));
        }
        id
    };
    let (department_id, mut hall_id, window_id) = (key("department_id"), key("hall_id"), key("window_id"));
    let Some(role) = Role::parse(&text("role")) else {
        errors.push(FieldError::new("role", FieldCode::Choice));
        return Ok(Err(errors));
    };
    if let (None, Some(window)) = (hall_id, window_id) {
        hall_id = backend::organisation::window(&services.db, window).await.ok().map(|window| window.hall_id);
    }
    let form =
        StaffForm { username: text("username"), name: text("name"), role, department_id, hall_id, window_id };
    Ok(if errors.is_empty() { Ok(form) } else { Err(errors) })
}

async fn shown(
    context: &Context,
    services: &Services,
    account: Option<Account>,
    values: Values,
    status: StatusCode,
) -> Result<Response, PageError> {
    let lang = context.lang;
    let names = Names::load(services, lang).await?;
    let pairs =
        |list: Vec<(Uuid, String)>| list.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let own = context.session.as_ref().map(|session| session.account.id);
    let page = StaffFormPage {
        lang,
        own: account.is_some() && account.as_ref().map(|account| account.id) == own,
        active: account.as_ref().is_none_or(|account| account.active),
        id: account.map(|account| account.id.to_string()),
        values,
        choices: Choices {
            departments: pairs(names.departments),
            halls: pairs(names.halls),
            windows: names.windows.into_iter().map(|(id, _, text)| (id.to_string(), text)).collect(),
        },
    };
    let mut frame = context.frame(Area::Admin, lang.t("人员", "Staff"), Width::Full);
    // Also where it answers a post to an address that is no page.
    frame.path = format!("/admin/staff/{}", page.id.as_deref().unwrap_or("new"));
    Ok(Context::html(status, frame, move || view(page)))
}
