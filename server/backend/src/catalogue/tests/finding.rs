//! Searching, the guide, and what intake is given.

use domain::division::DivisionCode;
use domain::item::CaseKind;

use super::city;
use crate::catalogue::{GuideQuery, ItemState, Query};
use crate::{Kind, both_databases};

fn text(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

both_databases! {
    async fn items_are_found_by_words_sounds_and_first_letters(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        for typed in ["高龄津贴", "gljt", "gaolingjintie", "高岭津帖", "gaolingjintei", "高ling津贴", "ＭＺ－００１", "MZ-001"] {
            let page = catalogue.search(&text(typed));
            assert_eq!(page.items.first().map(|item| item.id.as_str()), Some("MZ-001"), "{typed}");
        }
        assert_eq!(catalogue.search(&text("passport")).items.first().map(|item| item.id.as_str()), Some("GA-007"));
        assert_eq!(catalogue.search(&text("!!!")).total, 0);
        let counts = catalogue.counts();
        assert_eq!((counts.total, counts.online, counts.fully_online, counts.nearby), (104, 101, 82, 51));
        assert_eq!((counts.cross_province, counts.one_window, counts.instant, counts.no_visit), (43, 101, 30, 92));
    }

    async fn filters_and_facets_agree(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let all = catalogue.search(&Query { limit: 200, ..Query::default() });
        assert_eq!((all.total, all.items.len()), (104, 104));
        let facets = &all.facets;
        let lists = [&facets.themes, &facets.departments, &facets.events, &facets.channels, &facets.areas, &facets.subjects];
        assert!(lists.iter().all(|values| !values.is_empty()));
        for value in &facets.departments {
            let page = catalogue.search(&Query { department: Some(value.key.clone()), ..Query::default() });
            assert_eq!(page.total, value.count, "{}", value.key);
            assert_eq!(page.facets.departments.len(), facets.departments.len(), "one's own choice does not narrow the list");
        }
        for value in &facets.events {
            let page = catalogue.search(&Query { event: Some(value.key.clone()), channel: Some("kiosk".into()), ..Query::default() });
            assert!(page.total <= value.count);
        }
        let paged = catalogue.search(&Query { offset: 100, limit: 10, ..Query::default() });
        assert_eq!((paged.items.len(), paged.next_offset()), (4, None));
        let here = catalogue.search(&Query { area: Some("229902001".into()), ..Query::default() });
        assert_eq!(here.total, 104);
        assert_eq!(catalogue.search(&Query { theme: Some("没有".into()), ..Query::default() }).total, 0);
    }

    async fn a_guide_names_the_office_of_the_place(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let place = DivisionCode::parse("229902001002").ok();
        let guide = catalogue.guide("MZ-001", &GuideQuery { division: place, situation: None }).await.unwrap();
        assert_eq!(guide.offices.len(), 28);
        let office = guide.office.unwrap();
        assert_eq!((office.division_name.as_str(), office.body.as_str()), ("钟楼街道", "钟楼街道办事处便民服务中心"));
        assert_eq!(office.hall.unwrap().name, "城关区政务服务中心");
        assert!(!guide.steps.is_empty() && !guide.faqs.is_empty() && guide.law.is_some());
        let anywhere = catalogue.guide("MZ-001", &GuideQuery::default()).await.unwrap();
        assert_eq!(anywhere.office, None);
        let city = catalogue.guide("RS-007", &GuideQuery::default()).await.unwrap();
        assert_eq!(city.office.unwrap().division_name, "示范市");
        let unknown = catalogue.guide("XX-001", &GuideQuery::default()).await.unwrap_err();
        assert!(matches!(unknown.kind(), Kind::NotFound));
    }

    async fn intake_is_given_the_bodies_of_one_situation(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let item = catalogue.intake_item("JY-006", Some("02")).await.unwrap();
        assert_eq!((item.kind, item.state, item.bodies.len()), (CaseKind::Promise, ItemState::Active, 6));
        assert!(item.bodies.iter().all(|body| body.body.code.len() == 33 && body.body.code.ends_with("02")));
        let first = catalogue.intake_item("JY-006", None).await.unwrap();
        assert!(first.bodies.iter().all(|body| body.body.code.ends_with("01")));
        let single = catalogue.intake_item("RS-001", None).await.unwrap();
        assert!(single.bodies.iter().all(|body| body.body.code.len() == 31));
        for card in catalogue.search(&Query { limit: 200, ..Query::default() }).items {
            let item = catalogue.intake_item(&card.id, None).await.unwrap();
            assert!(item.form.fields.len() >= 3, "{} asks too little", card.id);
            assert!(!item.bodies.is_empty() && !item.materials.is_empty(), "{}", card.id);
            let keys: std::collections::HashSet<&String> = item.form.fields.iter().map(|field| &field.key).collect();
            assert_eq!(keys.len(), item.form.fields.len(), "{} asks something twice", card.id);
        }
        assert_eq!(catalogue.popular(5).await.unwrap().len(), 5);
        assert!(catalogue.bundles().await.unwrap().iter().all(|bundle| bundle.items.len() > 1));
    }
}
