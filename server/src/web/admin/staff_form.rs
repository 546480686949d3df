//! One staff account.

use super::account_fields::{read, values_of};
use super::administrator::{Administrator, Answer};
use super::staff::Names;
use super::typed::{Posted, is_active, key_or_new, refused, saved, status, typed, wrong};
use crate::web::address::At;
use crate::web::error::PageError;
use app::pages::admin::staff_form::{Choices, StaffFormPage, staff_form as view};
use app::pages::admin::values::Values;
use app::ui::flash::Flash;
use axum::Form;
use backend::accounts::{self, Account};
use domain::permission::Role;
use uuid::Uuid;

const LIST: &str = "/admin/staff";

pub(super) async fn blank(admin: Administrator) -> Answer {
    let mut values = Values::default();
    values.typed.insert("role".to_owned(), Role::Clerk.as_str().to_owned());
    shown(&admin, None, values).await
}

pub(super) async fn show(admin: Administrator, At(id): At<Uuid>) -> Answer {
    let known = staff_account(&admin, id).await?;
    let values = values_of(&known);
    shown(&admin, Some(known), values).await
}

pub(super) async fn create(admin: Administrator, Form(posted): Posted) -> Answer {
    let typed = typed(posted);
    let password = typed.get("password").cloned().unwrap_or_default();
    let made = match read(admin.services(), &typed).await {
        Ok(form) => accounts::create_staff(admin.services(), &admin.actor, form, &password).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(Account { name, .. }) => {
            let flash = Flash::done(format!("已添加 {name}。"), format!("{name} was added."));
            admin.done(flash, LIST).await
        }
        Err(error) => shown(&admin, None, refused(typed, error)?).await,
    }
}

pub(super) async fn edit(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let known = staff_account(&admin, id).await?;
    let typed = typed(posted);
    let changed = match read(admin.services(), &typed).await {
        Ok(form) => accounts::edit_staff(admin.services(), &admin.actor, id, form).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(account) => admin.done(saved(&account.name), LIST).await,
        Err(error) => shown(&admin, Some(known), refused(typed, error)?).await,
    }
}

pub(super) async fn password(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let known = staff_account(&admin, id).await?;
    let password = typed(posted).remove("password").unwrap_or_default();
    match accounts::reset_password(admin.services(), &admin.actor, id, &password).await {
        Ok(()) => {
            let flash = Flash::done(
                format!("{} 的密码已重设，请当面告知新密码。", known.name),
                format!("The password of {} was reset. Tell them in person.", known.name),
            );
            admin.done(flash, &format!("{LIST}/{id}")).await
        }
        Err(error) => {
            let values = Values { errors: wrong(error)?, ..values_of(&known) };
            shown(&admin, Some(known), values).await
        }
    }
}

pub(super) async fn active(admin: Administrator, At(id): At<Uuid>, Form(posted): Posted) -> Answer {
    let active = is_active(posted);
    accounts::set_active(admin.services(), &admin.actor, id, active).await?;
    let flash = if active {
        Flash::done("账号已启用。", "The account can be used again.")
    } else {
        Flash::done("账号已停用，已退出登录。", "The account is closed and signed out.")
    };
    admin.done(flash, &format!("{LIST}/{id}")).await
}

/// An administrator keeps staff; citizens' accounts do not exist here.
async fn staff_account(admin: &Administrator, id: Uuid) -> Result<Account, PageError> {
    let account = accounts::get(admin.services(), id).await?;
    if account.role.is_staff() { Ok(account) } else { Err(PageError::not_found()) }
}

async fn shown(admin: &Administrator, known: Option<Account>, values: Values) -> Answer {
    let lang = admin.lang();
    let id = known.as_ref().map(|known| known.id);
    let status = status(&values);
    let page = StaffFormPage {
        lang,
        own: id.is_some() && id == admin.actor.account,
        active: known.is_none_or(|known| known.active),
        id: id.map(|id| id.to_string()),
        values,
        choices: choices(Names::load(admin.services(), lang).await?),
    };
    let path = format!("{LIST}/{}", key_or_new(id));
    Ok(admin.form(status, lang.t("人员", "Staff"), path, move || view(page)))
}

fn choices(names: Names) -> Choices {
    let pairs =
        |list: Vec<(Uuid, String)>| list.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    Choices {
        departments: pairs(names.departments),
        halls: pairs(names.halls),
        windows: names.windows.into_iter().map(|(id, _, text)| (id.to_string(), text)).collect(),
    }
}
