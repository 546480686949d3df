//! Lists as tables. A column is its name and what it shows of a row, so that the head, the cells
//! and the labels that a phone shows instead of the head are always the same.

mod column;
mod frame;

pub use frame::{Caption, DENSE, scrolling};

use super::empty::empty;
use column::{Column, Kind};
use frame::STACKED;
use leptos::prelude::*;

/// Whether something holds of a row.
type Holds<'a, R> = Box<dyn Fn(&R) -> bool + 'a>;

/// A table that is being described, column by column from left to right.
pub struct Table<'a, R> {
    caption: Caption,
    columns: Vec<Column<'a, R>>,
    stacked: bool,
    late: Holds<'a, R>,
    open: Holds<'a, R>,
}

impl<'a, R> Table<'a, R> {
    /// Without columns yet.
    pub fn new(caption: Caption) -> Self {
        Self {
            caption,
            columns: Vec::new(),
            stacked: false,
            late: Box::new(|_| false),
            open: Box::new(|_| false),
        }
    }

    fn with<V: IntoView + 'static>(
        mut self,
        kind: Kind,
        name: &'static str,
        show: impl Fn(&R) -> V + 'a,
    ) -> Self {
        self.columns.push(Column { name, kind, show: Box::new(move |row| show(row).into_any()) });
        self
    }

    /// The column that names the row.
    pub fn row_name<V: IntoView + 'static>(self, name: &'static str, show: impl Fn(&R) -> V + 'a) -> Self {
        self.with(Kind::RowName, name, show)
    }

    /// A column of anything.
    pub fn column<V: IntoView + 'static>(self, name: &'static str, show: impl Fn(&R) -> V + 'a) -> Self {
        self.with(Kind::Plain, name, show)
    }

    /// A column whose cells stay on one line: days, hours.
    pub fn short<V: IntoView + 'static>(self, name: &'static str, show: impl Fn(&R) -> V + 'a) -> Self {
        self.with(Kind::Short, name, show)
    }

    /// A column of numbers.
    pub fn number<V: IntoView + 'static>(self, name: &'static str, show: impl Fn(&R) -> V + 'a) -> Self {
        self.with(Kind::Number, name, show)
    }

    /// A column of bars; its name is only heard.
    pub fn bar<V: IntoView + 'static>(self, name: &'static str, show: impl Fn(&R) -> V + 'a) -> Self {
        self.with(Kind::Bar, name, show)
    }

    /// On a phone each row becomes a block, each cell a line with the name of its column.
    pub fn stacked(self) -> Self {
        Self { stacked: true, ..self }
    }

    /// Which rows are past their date.
    pub fn late(self, late: impl Fn(&R) -> bool + 'a) -> Self {
        Self { late: Box::new(late), ..self }
    }

    /// Which row stands open beside the table.
    pub fn open(self, open: impl Fn(&R) -> bool + 'a) -> Self {
        Self { open: Box::new(open), ..self }
    }

    /// The table with its rows.
    pub fn rows(self, rows: &[R]) -> AnyView {
        let heads = self.columns.iter().map(Column::head).collect_view();
        let lines = rows.iter().map(|row| self.line(row)).collect_view();
        let class = if self.stacked { STACKED } else { DENSE };
        let parts = view! { <thead><tr>{heads}</tr></thead><tbody>{lines}</tbody> };
        scrolling(self.caption, class, parts)
    }

    /// The table in a panel of its own; without a row, only these words.
    pub fn panel(self, rows: &[R], nothing: &str, then: impl IntoView + 'static) -> AnyView {
        if rows.is_empty() {
            return empty(nothing, then);
        }
        view! { <section class="panel">{self.rows(rows)}</section> }.into_any()
    }

    fn line(&self, row: &R) -> AnyView {
        let cells = self.columns.iter().enumerate().map(|(at, column)| {
            // The name of the row at its very beginning is its heading and needs no label.
            let heading = at == 0 && column.kind == Kind::RowName;
            column.cell(row, Some(column.name).filter(|_| self.stacked && !heading))
        });
        let (cells, late, open) = (cells.collect_view(), (self.late)(row), (self.open)(row));
        view! { <tr class:late=late aria-current=open.then_some("true")>{cells}</tr> }.into_any()
    }
}

/// A text, or a dash where there is none.
pub fn or_dash(text: &str) -> String {
    if text.is_empty() { "—".to_owned() } else { text.to_owned() }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn table() -> Table<'static, u8> {
        Table::new(Caption::heard("days", "Days"))
            .number("Number", |n: &u8| *n)
            .row_name("Name", |_| "Monday")
            .late(|n| *n > 1)
    }

    #[test]
    fn a_stacked_cell_has_the_name_of_its_column() {
        let html = table().stacked().rows(&[1]).to_html();
        assert_eq!(html.matches("data-label=\"Number\"").count(), 1, "{html}");
        assert_eq!(html.matches("data-label=\"Name\"").count(), 1, "{html}");
        assert!(!table().rows(&[1]).to_html().contains("data-label"));
    }

    #[test]
    fn only_the_late_row_says_so() {
        assert_eq!(table().rows(&[1, 2]).to_html().matches("class=\"late\"").count(), 1);
    }

    #[test]
    fn without_rows_there_is_no_table() {
        let html = table().panel(&[], "Nothing", ()).to_html();
        assert!(html.contains("Nothing") && !html.contains("<table"), "{html}");
    }
}
