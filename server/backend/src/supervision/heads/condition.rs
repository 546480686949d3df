//! Heads as conditions of the database: of counters and of cases, whose columns are named alike.

use super::Heads;
use domain::indicator::Area;
use entity::{bundle_item, item};
use sea_orm::{
    Condition, ExprTrait as _,
    sea_query::{Expr, Query, SelectStatement},
};
use uuid::Uuid;

/// How a table names who took a case in, and where.
pub(crate) trait Windows {
    /// At this window, or at none.
    fn window(id: Option<Uuid>) -> Expr;
    /// At a window of this hall, or at none.
    fn hall(id: Option<Uuid>, windows: &[Uuid]) -> Expr;
    /// By this clerk, or by none.
    fn clerk(id: Option<Uuid>) -> Expr;
}

/// The conditions of all heads given. `windows` are those of the hall, where one is given.
pub(crate) fn narrowed<W: Windows>(heads: &Heads, windows: &[Uuid]) -> Condition {
    let Heads {
        department_id,
        item_id,
        item_type,
        area,
        hall_id,
        window_id,
        clerk_id,
        channel,
        theme,
        bundle,
    } = heads;
    let item = || Expr::col("item_id");
    Condition::all()
        .add_option(department_id.map(|id| Expr::col("department_id").eq(id)))
        .add_option(item_id.as_ref().map(|id| item().eq(id)))
        .add_option(item_type.as_ref().map(|code| item().in_subquery(items(Expr::col("type_code").eq(code)))))
        .add_option(theme.as_ref().map(|name| item().in_subquery(items(Expr::col("theme").eq(name)))))
        .add_option(bundle.as_ref().map(|id| bundled(item(), id.as_deref())))
        .add_option(area.map(within))
        .add_option(channel.map(|channel| Expr::col("channel").eq(channel.as_str())))
        .add_option(hall_id.map(|id| W::hall(id, windows)))
        .add_option(window_id.map(W::window))
        .add_option(clerk_id.map(W::clerk))
}

/// Items that are so.
fn items(which: Expr) -> SelectStatement {
    Query::select().column(item::Column::Id).from(item::Entity).and_where(which).to_owned()
}

/// In this bundle, or in none.
fn bundled(item: Expr, bundle: Option<&str>) -> Expr {
    let mut some = Query::select().column(bundle_item::Column::ItemId).from(bundle_item::Entity).to_owned();
    match bundle {
        Some(id) => item.in_subquery(some.and_where(Expr::col("bundle_id").eq(id)).to_owned()),
        None => item.not_in_subquery(some),
    }
}

fn within(area: Area) -> Expr {
    let code = Expr::col("division_code");
    match area {
        Area::Own(own) => code.eq(own.to_string()),
        Area::Whole(_) => code.like(format!("{}%", area.prefix())),
    }
}
