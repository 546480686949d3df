//! What journeys need: a small city, its people, and a client.

mod answer;
mod city;
mod client;
pub mod log;

pub use answer::Answer;
pub use city::{City, ITEM, number};
pub use client::Client;

/// Each test twice: on SQLite, and on PostgreSQL where one is named.
#[macro_export]
macro_rules! journeys {
    ($($(#[$meta:meta])* async fn $name:ident($city:ident: City) $body:block)+) => { $(
        $(#[$meta])*
        async fn $name(portal: backend::testing::TestPortal) {
            let $city = $crate::support::City::new(portal).await;
            $body
        }

        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                backend::testing::run(backend::testing::Engine::Sqlite, super::$name).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                backend::testing::run(backend::testing::Engine::Postgres, super::$name).await;
            }
        }
    )+ };
}
