//! Workbooks read back by a reader of somebody else's.

use super::*;
use crate::export::table::{Cell, Column, Kind, at_once};
use calamine::{Data, DataType as _, Reader as _, Xlsx};
use domain::indicator::Ratio;
use futures::stream;

fn table() -> Table {
    let columns = [
        ("办件编号", Kind::Text),
        ("部门", Kind::Text),
        ("收件", Kind::Whole),
        ("办结率%", Kind::Rate),
        ("决定日", Kind::Date),
        ("提交时间", Kind::Moment),
    ];
    Table {
        file: "办件".to_owned(),
        sheet: "办件[2026]".to_owned(),
        columns: columns.map(|(name, kind)| Column::new(name, kind)).into(),
    }
}

fn row(n: i64) -> Row {
    vec![
        Cell::text(format!("{:015}", 202_602_130_000_000 + n)),
        Cell::text("=市, “人社”局&<示范>"),
        Cell::Whole(n),
        Cell::Rate(Ratio { numerator: n, denominator: 8 }),
        Cell::Date("2026-02-13".parse().unwrap()),
        Cell::Moment("2026-02-13T02:15:00Z".parse().unwrap()),
    ]
}

async fn read(rows: Batches, most: u32) -> Xlsx<File> {
    Xlsx::new(xlsx(table(), rows, most).await.unwrap()).unwrap()
}

#[tokio::test]
async fn every_cell_has_its_type_and_chinese_is_intact() {
    let mut book = read(at_once(vec![row(3)]), ROWS).await;
    assert_eq!(book.sheet_names(), ["办件2026"]);
    let sheet = book.worksheet_range("办件2026").unwrap();
    let cells: Vec<&Data> = sheet.rows().nth(1).unwrap().iter().collect();
    assert_eq!(sheet.rows().next().unwrap()[1], Data::String("部门".to_owned()));
    assert_eq!(cells[0], &Data::String("202602130000003".to_owned()));
    assert_eq!(cells[1], &Data::String("=市, “人社”局&<示范>".to_owned()));
    assert_eq!((cells[2].as_i64(), cells[3].as_f64()), (Some(3), Some(0.375)));
    assert_eq!(cells[4].as_date().unwrap().to_string(), "2026-02-13");
    assert_eq!(cells[5].as_datetime().unwrap().to_string(), "2026-02-13 10:15:00");
}

#[tokio::test]
async fn a_long_table_goes_on_on_further_sheets() {
    let batches = (0..5).map(|batch| Ok((batch * 3..batch * 3 + 3).map(row).collect()));
    let mut book = read(stream::iter(batches).boxed(), 7).await;
    assert_eq!(book.sheet_names(), ["办件2026", "办件2026 2", "办件2026 3"]);
    let mut seen = Vec::new();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        assert_eq!(sheet.rows().next().unwrap()[2], Data::String("收件".to_owned()));
        seen.extend(sheet.rows().skip(1).map(|row| row[2].as_i64().unwrap()));
    }
    assert_eq!(seen, (0..15).collect::<Vec<i64>>());
}

#[tokio::test]
async fn a_table_without_rows_has_its_head() {
    let mut book = read(at_once(Vec::new()), ROWS).await;
    assert_eq!(book.worksheet_range("办件2026").unwrap().height(), 1);
}

#[tokio::test]
async fn rows_that_break_off_leave_no_file() {
    let broken = stream::iter([Ok(vec![row(1)]), Err(Error::internal("lost"))]).boxed();
    assert!(xlsx(table(), broken, ROWS).await.is_err());
}

#[tokio::test]
async fn several_tables_make_one_book() {
    let other = Table { sheet: "部门".to_owned(), ..table() };
    let sheets = vec![(table(), vec![row(1), row(2)]), (other, Vec::new())];
    let mut book = Xlsx::new(workbook(sheets).await.unwrap()).unwrap();
    assert_eq!(book.sheet_names(), ["办件2026", "部门"]);
    assert_eq!(book.worksheet_range("办件2026").unwrap().height(), 3);
    assert_eq!(book.worksheet_range("部门").unwrap().height(), 1);
}
