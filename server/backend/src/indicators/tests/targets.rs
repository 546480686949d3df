//! Targets: the file that the program carries, and files that are wrong.

use crate::both_databases;
use crate::import::ImportError;
use crate::indicators::{ensure_targets, import_targets, take_snapshot, targets};
use crate::testing::services;

both_databases! {
    async fn targets_are_taken_in_once_and_a_wrong_file_changes_nothing(portal: TestPortal) {
        ensure_targets(&portal).await.unwrap();
        let known = targets(&portal).await.unwrap();
        assert!(known.len() >= 50, "{}", known.len());
        let ninety = known.iter().find(|one| one.key == "bt-windows").unwrap();
        assert_eq!(ninety.indicator.as_deref(), Some("general_windows"));
        ensure_targets(&portal).await.unwrap();

        let wrong = r#"{"targets":[
            {"key":"a","figure":"1","meaning":"","meaning_en":"","source":"","indicator":"nothing"},
            {"key":"a","figure":"1","meaning":"","meaning_en":"","source":"","value":{"over":1,"under":0}}]}"#;
        let Err(ImportError::Faults(faults)) = import_targets(&portal, wrong).await else { panic!("refused") };
        let places: Vec<&str> = faults.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(places, ["targets[0].indicator", "targets[1].key", "targets[1].relation", "targets[1].value.under"]);
        assert_eq!(targets(&portal).await.unwrap(), known);
    }

    async fn a_snapshot_is_taken_once_a_day(portal: TestPortal) {
        let services = services(&portal, &["MZ-001"]).await;
        assert!(take_snapshot(&services).await.unwrap() > 20);
        assert_eq!(take_snapshot(&services).await.unwrap(), 0);
    }
}
