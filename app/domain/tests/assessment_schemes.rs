//! The five schemes that come with the portal hold every row of the cities' documents, once.
#![expect(clippy::unwrap_used, reason = "a test says what it expects")]

use domain::assessment::file::SchemeFile;
use domain::assessment::{PeriodKind, Scheme};
use domain::indicator::catalogue;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A row of the list that was made of the documents by hand.
#[derive(Deserialize)]
struct Row {
    id: String,
    name: String,
    evidence: Option<usize>,
}

const FILES: [(&str, &str, usize); 5] = [
    ("SP", include_str!("../../../server/data/schemes/siping.json"), 55),
    ("SJZ", include_str!("../../../server/data/schemes/shijiazhuang.json"), 21),
    ("SZ", include_str!("../../../server/data/schemes/shenzhen.json"), 35),
    ("BT", include_str!("../../../server/data/schemes/baotou.json"), 30),
    ("SH", include_str!("../../../server/data/schemes/shanghai.json"), 31),
];

fn read(json: &str) -> Scheme {
    let file: SchemeFile = serde_json::from_str(json).unwrap();
    Scheme::read(&file, &|key| catalogue::find(key).is_some()).unwrap()
}

/// Names without marks: the list writes them half width, the files full width.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_row_has_its_entry_and_its_evidence() {
    let rows: Vec<Row> = serde_json::from_str(include_str!("assessment_inventory.json")).unwrap();
    let rows: BTreeMap<String, Row> = rows.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut seen = 0;
    for (prefix, json, count) in FILES {
        let scheme = read(json);
        let entries = scheme.entries();
        assert_eq!(entries.len(), count, "{prefix}");
        for entry in entries {
            let row = rows.get(&entry.key).unwrap();
            assert_eq!(plain(&entry.name.zh), plain(&row.name), "{}", row.id);
            assert!(entry.key.starts_with(prefix));
            if let Some(evidence) = row.evidence {
                assert_eq!(entry.evidence.len(), evidence, "{}", row.id);
            }
            seen += 1;
        }
    }
    assert_eq!((seen, rows.len()), (172, 172));
    assert_eq!(rows.values().filter_map(|row| row.evidence).sum::<usize>(), 235);
}

#[test]
fn baotou_has_twenty_five_points_in_nine_blocks() {
    let scheme = read(FILES.iter().find(|(prefix, ..)| *prefix == "BT").unwrap().1);
    let first = scheme.node("bt-aspect-1").unwrap();
    let points: Vec<String> = first.nodes.iter().map(|block| block.points.unwrap().to_string()).collect();
    assert_eq!(points, ["3", "2", "1.5", "2", "1", "2", "1", "0.5", "12"]);
    assert_eq!(first.points.unwrap().to_string(), "25");
    // The tasks of the last block whose text is there make 6.5; the other 5.5 are put in as one.
    let own = first.nodes.last().unwrap().entries.iter().filter_map(|task| task.points);
    assert_eq!(own.fold(0, |sum, points| sum + points.millionths()), 6_500_000);
    let inputs = scheme.inputs(PeriodKind::HalfYear);
    assert_eq!(inputs.iter().find(|input| input.key == "bt-9-rest").unwrap().max.to_string(), "5.5");
    // 28 tasks, the rest of the last block, six aspects and three surveys.
    assert_eq!(inputs.len(), 28 + 1 + 6 + 3);
    assert!(scheme.inputs(PeriodKind::Year).is_empty());
}
