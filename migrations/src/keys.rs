//! Foreign keys and indexes in the words of the schema.

use sea_orm_migration::prelude::*;

/// A reference that forbids deleting what it points at.
pub(crate) fn refers(
    table: &'static str,
    column: &'static str,
    to: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to(to, key).on_delete(ForeignKeyAction::Restrict).take()
}

/// A part that goes when its whole goes.
pub(crate) fn belongs(
    table: &'static str,
    column: &'static str,
    to: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to(to, key).on_delete(ForeignKeyAction::Cascade).take()
}

/// A reference that is emptied when what it points at goes.
pub(crate) fn forgets(
    table: &'static str,
    column: &'static str,
    to: &'static str,
    key: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to(to, key).on_delete(ForeignKeyAction::SetNull).take()
}

/// An index named after its table and columns.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index.take()
}
