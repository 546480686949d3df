//! Counters made anew from the events are the counters that were.

use crate::counters::{self, Key};
use crate::demo;
use crate::supervision::{rebuild, verify};
use crate::{Services, both_databases, settings};
use chrono::{Days, Months};
use entity::{counter, counter_delta};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use std::collections::BTreeMap;

async fn counted(services: &Services) -> BTreeMap<Key, i32> {
    let rows = counter::Entity::find().all(&services.db.read).await.unwrap();
    rows.into_iter().map(Key::of_counter).filter(|(_, n)| *n != 0).collect()
}

both_databases! {
    /// One test for all: loading the city takes its time.
    async fn the_figures_of_the_demonstration_city_are_exact(portal: TestPortal) {
        let services = Services::load(portal.portal.clone()).await.unwrap();
        demo::load(&services, |_, _, _| {}).await.map_err(|error| format!("{error:?}")).unwrap();
        let today = services.clock.today();
        let spans = [
            (today - Months::new(12) + Days::new(1), today),
            (today - Months::new(3), today - Months::new(1)),
            (today - Days::new(20), today - Days::new(6)),
        ];
        for (from, to) in spans {
            super::plain::check(&services, from, to).await;
        }
        // A span that ends today and one gone by: what was open then is listed otherwise.
        for (from, to) in [spans[0], spans[2]] {
            super::links::check(&services, from, to).await;
        }

        let (before, mut heard) = (counted(&services).await, Vec::new());
        assert_eq!(rebuild(&services, |_, _| {}).await.unwrap(), None, "nobody asked for it");
        settings::put(&services.db.write, "counters_wanted", &true).await.unwrap();
        counter::Entity::delete_many().exec(&services.db.write).await.unwrap();
        let cases = rebuild(&services, |done, total| heard.push((done, total))).await.unwrap().unwrap();
        assert_eq!(heard.last(), Some(&(cases, cases)));
        assert_eq!(counted(&services).await, before);
        assert_eq!(counter_delta::Entity::find().count(&services.db.read).await.unwrap(), 0);
        assert!(verify(&services, |_, _| {}).await.unwrap().is_good());
        assert_eq!(rebuild(&services, |_, _| {}).await.unwrap(), None, "once is enough");
        counters::fold(&services).await.unwrap();
    }
}
