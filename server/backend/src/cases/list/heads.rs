//! Heads of figures as conditions on cases.

use crate::supervision::Windows;
use entity::window;
use sea_orm::{
    ExprTrait as _,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

/// Cases know window and clerk by their ids.
pub(super) struct Cases;

fn is(column: &'static str, id: Option<Uuid>) -> Expr {
    let column = Expr::col(column);
    match id {
        Some(id) => column.eq(id),
        None => column.is_null(),
    }
}

impl Windows for Cases {
    fn window(id: Option<Uuid>) -> Expr {
        is("window_id", id)
    }

    /// Where the window stands now, as the figures count it.
    fn hall(id: Option<Uuid>, _: &[Uuid]) -> Expr {
        let Some(id) = id else { return is("window_id", None) };
        let of_hall = Query::select()
            .column(window::Column::Id)
            .from(window::Entity)
            .and_where(Expr::col("hall_id").eq(id))
            .to_owned();
        Expr::col("window_id").in_subquery(of_hall)
    }

    fn clerk(id: Option<Uuid>) -> Expr {
        is("clerk_id", id)
    }
}
