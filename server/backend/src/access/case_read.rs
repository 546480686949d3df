//! 查看办件: a case opened by somebody of the staff is told to whose it is, once a day for each of
//! the staff, however often they come back to it.

use super::{Access, Act, row};
use crate::holder::Holder;
use crate::{Portal, Result};
use domain::permission::{Actor, Role};
use entity::{access, case_file};
use sea_orm::{
    ActiveValue::Set, EntityTrait as _, QueryFilter as _, QuerySelect as _, sea_query::OnConflict,
};
use uuid::Uuid;

/// Tells whoever a case is of that it was opened. Costs one look into an index once it was told.
///
/// # Errors
/// Storage errors; the case must then not be shown.
pub(crate) async fn case_read(portal: &Portal, actor: &Actor, case: &case_file::Model) -> Result<()> {
    let (Some(account), Some(reason)) = (actor.account, reason(actor.role)) else { return Ok(()) };
    let key = |holder: Uuid| once_key(portal, case.id, account, holder);
    if told(portal, key(case.person_id)).await? {
        return Ok(());
    }
    let agent = case.agent_person_id.map(Holder::Person);
    let entity = case.entity_id.map(Holder::Entity);
    let holders = [Some(Holder::Person(case.person_id)), agent, entity];
    let at = portal.clock.now();
    let rows = holders.into_iter().flatten().map(|holder| {
        let id = match holder {
            Holder::Person(id) | Holder::Entity(id) => id,
        };
        let line = Access {
            case: Some(case.id),
            item: Some(case.item_id.clone()),
            ..Access::new(holder, Act::CaseRead, "case", reason)
        };
        access::ActiveModel { once_key: Set(Some(key(id))), ..row(at, actor, line) }
    });
    let once = OnConflict::column(access::Column::OnceKey).do_nothing().to_owned();
    access::Entity::insert_many(rows).on_conflict(once).exec_without_returning(&portal.db.write).await?;
    Ok(())
}

/// Why this role opens cases; nothing for those who are not told of.
fn reason(role: Option<Role>) -> Option<&'static str> {
    match role? {
        Role::Clerk => Some("窗口为您办理或查询办件"),
        Role::Reviewer => Some("审批部门办理您的申请"),
        Role::Supervisor => Some("监督检查办理情况"),
        Role::Citizen | Role::Admin | Role::Auditor => None,
    }
}

async fn told(portal: &Portal, key: String) -> Result<bool> {
    let found: Option<Uuid> = access::Entity::find()
        .select_only()
        .column(access::Column::Id)
        .filter(access::COLUMN.once_key.eq(key))
        .into_tuple()
        .one(&portal.db.read)
        .await?;
    Ok(found.is_some())
}

fn once_key(portal: &Portal, case: Uuid, account: Uuid, holder: Uuid) -> String {
    let day = portal.clock.today();
    format!("{}.{}.{}.{day}", case.simple(), account.simple(), holder.simple())
}
