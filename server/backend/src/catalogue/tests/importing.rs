//! Import and expansion.

use std::collections::{HashMap, HashSet};

use domain::item_code::{HandlingCode, ImplementationCode};

use super::{ITEMS, city, import};
use crate::import::ImportError;
use crate::repo::item as rows;
use crate::{both_databases, places};

both_databases! {
    async fn the_catalogue_is_expanded_to_a_thousand_valid_codes(portal: TestPortal) {
        let (catalogue, summary) = city(&portal).await;
        assert_eq!((summary.items_added, summary.departments, summary.certificates, summary.bundles), (104, 21, 41, 9));
        assert!(summary.implementations >= 1000, "{summary:?}");
        let all = rows::all_implementations(&portal.db.read).await.unwrap();
        assert_eq!(all.len(), summary.implementations);
        assert_eq!(catalogue.counts().implementations, summary.implementations);
        let mut bodies: HashMap<String, HashSet<String>> = HashMap::new();
        for (code, row) in &all {
            let implementation = match code.len() {
                33 => HandlingCode::parse(code).unwrap().implementation,
                _ => ImplementationCode::parse(code).unwrap(),
            };
            assert_eq!(implementation.level().to_string(), row.level_code);
            assert!(code.starts_with(&row.body_uscc));
            assert_eq!(row.body_uscc.get(2..8), row.division_code.get(..6), "registered where it works");
            assert!(row.hall_id.is_some());
            bodies.entry(row.body_uscc.clone()).or_default().insert(row.body_name.clone());
        }
        assert!(bodies.values().all(|names| names.len() == 1), "a credit code is one body");
        let names: HashSet<&String> = bodies.values().flatten().collect();
        assert_eq!(names.len(), bodies.len(), "a body has one credit code");
        assert!(names.contains(&"城关区民政局".to_owned()) || names.contains(&"城关区教育局".to_owned()));
        assert!(names.contains(&"钟楼街道办事处便民服务中心".to_owned()));
    }

    async fn a_second_import_changes_nothing_and_a_changed_item_gets_a_new_version(portal: TestPortal) {
        let (catalogue, first) = city(&portal).await;
        let again = import(&catalogue, ITEMS).await.unwrap();
        assert_eq!((again.items_added, again.items_changed, again.items_same), (0, 0, 104));
        assert_eq!(again.implementations, first.implementations);
        let renamed = ITEMS.replacen("近期电子照片", "一寸电子照片", 1);
        let changed = import(&catalogue, &renamed).await.unwrap();
        assert_eq!((changed.items_changed, changed.items_same), (1, 103));
        let guide = catalogue.guide("RS-001", &super::super::GuideQuery::default()).await.unwrap();
        assert_eq!(guide.version, 2);
        assert!(guide.materials.iter().any(|material| material.name == "一寸电子照片"));
        let untouched = catalogue.guide("RS-002", &super::super::GuideQuery::default()).await.unwrap();
        assert_eq!(untouched.version, 1);
    }

    async fn a_wrong_file_tells_every_fault_and_loads_nothing(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let wrong = ITEMS
            .replacen("\"992014001000\"", "\"99201400100\"", 1)
            .replacen("\"即办件\"", "\"马上办\"", 1)
            .replacen("\"EC_IDCARD\"", "\"EC_NONE\"", 2)
            .replacen("示范市社会", "", 1);
        let Err(ImportError::Faults(faults)) = import(&catalogue, &wrong).await else { panic!("taken in") };
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|fault| fault.contains("base_code")), "{told:#?}");
        assert!(told.iter().any(|fault| fault.contains("马上办")), "{told:#?}");
        assert!(faults.iter().all(|fault| !fault.chinese().is_empty()));
        let guide = catalogue.guide("RS-001", &super::super::GuideQuery::default()).await.unwrap();
        assert_eq!((guide.version, guide.base_code.as_str()), (1, "992014001000"));
    }

    async fn a_file_that_breaks_off_loads_nothing(portal: TestPortal) {
        places::import_city(&portal, &domain::permission::Actor::portal(), super::CITY).await.unwrap();
        let catalogue = super::Catalogue::load(&portal).await.unwrap();
        let broken = ITEMS.get(..1000).unwrap();
        assert!(matches!(import(&catalogue, broken).await, Err(ImportError::Faults(_))));
        assert_eq!(catalogue.counts().total, 0);
    }
}
