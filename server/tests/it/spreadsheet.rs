//! A table of a million rows takes no more memory than a short one, and opens elsewhere.
//!
//! Memory is that of a process of its own, which writes the file and tells its peak. A quick run
//! writes thirty thousand; all of it: `cargo nextest run -p server --run-ignored only spreadsheet::a_million`.

use calamine::{DataRef, Reader as _, Xlsx};
use futures::StreamExt as _;
use futures::stream;
use server::export::{Batches, Cell, Column, Kind, ROWS, Row, Table, csv, xlsx};
use std::fs::File;
use std::io::{BufRead as _, BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::Command;

/// The rows that the process writes.
const COUNT: &str = "YIHAO_TEST_ROWS";
/// The folder that it writes into.
const FOLDER: &str = "YIHAO_TEST_FOLDER";
/// More than the writers need on top of what a test has anyway; a thousandth of the table is held.
const KILOBYTES: u64 = 48 * 1024;
/// A batch as the database gives it.
const BATCH: u64 = 500;

const DEPARTMENT: &str = "示范市人力资源和社会保障局，“一窗”";

fn table() -> Table {
    let columns = [
        ("办件编号", Kind::Text),
        ("事项", Kind::Text),
        ("部门", Kind::Text),
        ("状态", Kind::Text),
        ("提交时间", Kind::Moment),
        ("受理日", Kind::Date),
        ("承诺期限", Kind::Date),
        ("决定日", Kind::Date),
        ("办理用时（工作日）", Kind::Whole),
        ("时效", Kind::Text),
    ];
    Table {
        file: "办件".to_owned(),
        sheet: "办件".to_owned(),
        columns: columns.map(|(name, kind)| Column::new(name, kind)).into(),
    }
}

fn number(n: u64) -> String {
    format!("{}", 202_602_130_000_000 + n)
}

fn row(n: u64) -> Row {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 13).unwrap();
    vec![
        Cell::Text(number(n)),
        Cell::text("高龄津贴申领"),
        Cell::text(DEPARTMENT),
        Cell::text("办结"),
        Cell::Moment(day.and_hms_opt(2, 15, 0).unwrap().and_utc()),
        Cell::Date(day),
        Cell::Date(day),
        Cell::Date(day),
        Cell::Whole(i64::try_from(n % 20).unwrap()),
        Cell::text("按时"),
    ]
}

/// Made when they are asked for.
fn rows(count: u64) -> Batches {
    let batch = move |first: u64| Ok((first..Ord::min(first + BATCH, count)).map(row).collect());
    stream::iter((0..count).step_by(usize::try_from(BATCH).unwrap()).map(batch)).boxed()
}

/// The most memory that this process has ever had in hand.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Not a test of its own: what [`written`] runs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the others, in a process of its own"]
async fn the_process_that_writes() {
    let Ok(count) = std::env::var(COUNT) else { return };
    let (count, folder) = (count.parse().unwrap(), std::env::var(FOLDER).unwrap());
    let before = peak();
    let mut text = BufWriter::new(File::create(Path::new(&folder).join("t.csv")).unwrap());
    let mut pieces = Box::pin(csv(&table(), rows(count)));
    while let Some(piece) = pieces.next().await {
        text.write_all(&piece.unwrap()).unwrap();
    }
    text.flush().unwrap();
    let after_text = peak();
    let mut book = xlsx(table(), rows(count), ROWS).await.unwrap();
    let after_book = peak();
    std::io::copy(&mut book, &mut File::create(Path::new(&folder).join("t.xlsx")).unwrap()).unwrap();
    println!("\ntook {} {}", after_text - before, after_book - before);
}

/// Writes so many rows in a process of its own, and says what each writer took, in kilobytes.
fn written(count: u64, folder: &Path) -> (u64, u64) {
    let program = std::env::current_exe().unwrap();
    let ran = Command::new(program)
        .args(["--exact", "spreadsheet::the_process_that_writes", "--ignored", "--nocapture"])
        .env(COUNT, count.to_string())
        .env(FOLDER, folder)
        .output()
        .unwrap();
    let told = String::from_utf8(ran.stdout).unwrap();
    let line = told.lines().find_map(|line| line.strip_prefix("took ")).unwrap_or_else(|| panic!("{told}"));
    let mut numbers = line.split(' ').map(|number| number.parse().unwrap());
    (numbers.next().unwrap(), numbers.next().unwrap())
}

/// The rows of the CSV file, by a parser.
fn in_text(path: &Path) -> u64 {
    let mut file = BufReader::new(File::open(path).unwrap());
    assert!(file.fill_buf().unwrap().starts_with("\u{feff}办件编号,事项".as_bytes()));
    let mut reader = ::csv::Reader::from_reader(file);
    let mut seen = 0;
    for record in reader.records() {
        let record = record.unwrap();
        assert_eq!((&record[0], &record[2]), (number(seen).as_str(), DEPARTMENT));
        seen += 1;
    }
    seen
}

/// The rows of the workbook, by a reader of somebody else's, cell by cell.
fn in_book(path: &Path) -> u64 {
    let mut book: Xlsx<_> = calamine::open_workbook(path).unwrap();
    let mut seen = 0;
    for sheet in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&sheet).unwrap();
        while let Some(cell) = cells.next_cell().unwrap() {
            match (cell.get_position(), cell.get_value()) {
                ((0, _), _) => {}
                ((_, 0), DataRef::String(text)) => assert_eq!(*text, number(seen)),
                ((_, 2), DataRef::String(text)) => {
                    assert_eq!(text, DEPARTMENT);
                    seen += 1;
                }
                ((_, 0 | 2), other) => panic!("{other:?}"),
                _ => {}
            }
        }
    }
    seen
}

fn proven(count: u64) {
    let folder = tempfile::tempdir().unwrap();
    let (text, book) = written(count, folder.path());
    eprintln!("{count} rows: CSV {text} kB, XLSX {book} kB more than before");
    assert!(text < KILOBYTES, "CSV of {count} rows took {text} kB");
    assert!(book < KILOBYTES, "XLSX of {count} rows took {book} kB");
    assert_eq!(in_text(&folder.path().join("t.csv")), count);
    assert_eq!(in_book(&folder.path().join("t.xlsx")), count);
}

#[test]
fn a_long_table_takes_little_memory_and_opens_elsewhere() {
    proven(30_000);
}

/// More than a sheet holds: 1,048,575 and some.
#[test]
#[ignore = "takes minutes in an unoptimised build; run before a release"]
fn a_million_rows_take_little_memory_and_open_elsewhere() {
    proven(1_050_000);
}
