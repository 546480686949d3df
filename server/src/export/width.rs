//! How wide a column has to be: a Chinese sign is as wide as two letters.

use super::table::{Cell, Column, Kind, Row};

/// Narrower is a slit, wider pushes everything else out of the window.
const BOUNDS: (u16, u16) = (8, 48);
/// Beside the text: the button of the filter.
const BESIDE: u16 = 4;

/// The widths of all columns, in letters, by their heads and their first rows.
pub(super) fn widths(columns: &[Column], rows: &[Row]) -> Vec<u16> {
    let widest = |(place, column): (usize, &Column)| {
        let cells = rows.iter().filter_map(|row| row.get(place)).map(|cell| of_cell(column.kind, cell));
        cells.chain([letters(&column.name).saturating_add(BESIDE)]).max().unwrap_or_default()
    };
    let (least, most) = BOUNDS;
    columns.iter().enumerate().map(widest).map(|width| width.clamp(least, most)).collect()
}

fn of_cell(kind: Kind, cell: &Cell) -> u16 {
    match (cell, kind) {
        (Cell::Empty, _) => 0,
        (Cell::Text(text), _) => letters(text).saturating_add(2),
        (_, Kind::Moment) => 18,
        (_, Kind::Date) => 12,
        (_, Kind::Text | Kind::Whole | Kind::Decimal | Kind::Rate) => 10,
    }
}

fn letters(text: &str) -> u16 {
    text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).fold(0, u16::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_has_room() {
        let columns = [Column::new("部门", Kind::Text), Column::new("收件", Kind::Whole)];
        let rows = [vec![Cell::text("示范市人力资源和社会保障局"), Cell::Whole(3)]];
        assert_eq!(widths(&columns, &rows), [28, 10]);
    }
}
