//! The bar of the search: the right item among the first three for 95 % of everyday questions,
//! with typing mistakes, pinyin and first letters (`server/data/search-questions.csv`).

use super::city;
use crate::both_databases;
use crate::catalogue::Query;

const QUESTIONS: &str = include_str!("../../../../data/search-questions.csv");

both_databases! {
    async fn everyday_questions_find_their_item_among_the_first_three(portal: TestPortal) {
        let (catalogue, _) = city(&portal).await;
        let index = catalogue.index();
        let mut reader = csv::Reader::from_reader(QUESTIONS.as_bytes());
        let questions: Vec<(String, String)> = reader.deserialize().map(Result::unwrap).collect();
        assert!(questions.len() >= 300);
        let answered = |(text, wanted): &&(String, String)| {
            let page = index.search(&Query { text: text.clone(), limit: 3, ..Query::default() });
            page.items.iter().any(|item| item.id == *wanted)
        };
        let right = questions.iter().filter(answered).count();
        let missed: Vec<&String> = questions.iter().filter(|q| !answered(q)).map(|(text, _)| text).collect();
        println!("{right} of {} questions answered among the first three", questions.len());
        assert!(right * 100 >= questions.len() * 95, "{right} of {}: {missed:#?}", questions.len());
    }
}
