//! The limits as a table, for documents and for whoever asks why.

use super::{Capacity, Limits};
use std::time::Duration;

/// A limit in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is limited.
    pub name: &'static str,
    /// Its number, with the unit.
    pub number: String,
    /// The status of an answer beyond it; nothing where the connection just ends.
    pub status: Option<u16>,
    /// Why this number.
    pub why: &'static str,
}

impl Limits {
    /// All of them, in the order in which a request meets them.
    pub fn table(&self) -> Vec<Limit> {
        let mut table = self.of_connections();
        table.extend(self.of_requests());
        table.extend(self.of_work());
        table
    }

    fn of_connections(&self) -> Vec<Limit> {
        vec![
            line(
                "connections at once",
                self.connections.to_string(),
                Some(503),
                "each costs a descriptor and memory; never more than the process may open, less 256 for database and files",
            ),
            line(
                "time to send the head of a request",
                time(self.head_time),
                Some(408),
                "it is one packet or two; who drips bytes would hold a connection for ever",
            ),
            line(
                "silence between two requests",
                time(self.idle_time),
                None,
                "longer than the 60 s after which nginx drops its own side, so that it never sends into a closed connection",
            ),
            line(
                "a reader who takes nothing",
                time(self.unread_time),
                None,
                "an answer that nobody reads keeps its memory",
            ),
        ]
    }

    fn of_requests(&self) -> Vec<Limit> {
        vec![
            line(
                "address",
                bytes(self.address),
                Some(414),
                "filters of the portal stay far below; nobody types more",
            ),
            line(
                "all header fields",
                bytes(self.head),
                Some(431),
                "cookies of other services on the same domain come along; beyond 64 kB or 100 fields the connection ends after the answer",
            ),
            line(
                "form, or JSON of a program",
                bytes(self.form),
                Some(413),
                "answers have a few kB; longer texts come as files",
            ),
            line(
                "request with files",
                big(self.request),
                Some(413),
                "four files of the largest size; each file at most 20 MB",
            ),
            line(
                "all forms that are arriving",
                big(self.arriving),
                Some(503),
                "what is held before any work begins",
            ),
            line("time to send a form", time(self.form_time), Some(408), "256 kB at 70 kbit/s"),
            line("time to send files", time(self.upload_time), Some(408), "20 MB at 0.6 Mbit/s"),
            line(
                "pause while sending",
                time(self.pause),
                Some(408),
                "a telephone that changes cells is back sooner",
            ),
        ]
    }

    fn of_work(&self) -> Vec<Limit> {
        let mut table = vec![
            line(
                "time of the portal's own work",
                time(self.work_time),
                Some(503),
                "pages take milliseconds; nobody waits longer, and what is given up gives its connection to the database back",
            ),
            line(
                "time to begin a file of figures",
                time(self.export_time),
                Some(503),
                "a table of a million rows, on a slow machine",
            ),
        ];
        let each: [(&'static str, Capacity, &'static str); 8] = [
            (
                "handing something in",
                self.intake,
                "they wait for the same commit, so many at once cost little and make batches large",
            ),
            (
                "staff, and programs with a token",
                self.staff,
                "a counter goes on while the whole city looks at pages",
            ),
            (
                "citizens signed in",
                self.citizens,
                "some wait for the database while others are made; more would only share the processors",
            ),
            ("everybody", self.public, "as above; pages that are kept wait for nobody"),
            ("signing in and registering", self.doors, "a password costs memory and processor, on purpose"),
            ("requests with files", self.uploads, "they last as long as the sender takes"),
            ("files of figures", self.exports, "each reads for seconds"),
            ("styles and scripts", self.files, "from the disk's cache"),
        ];
        table.extend(each.map(|(name, capacity, why)| line(name, at_work(capacity), Some(503), why)));
        table
    }
}

fn line(name: &'static str, number: String, status: Option<u16>, why: &'static str) -> Limit {
    Limit { name, number, status, why }
}

fn at_work(capacity: Capacity) -> String {
    let Capacity { each_core, queue, wait } = capacity;
    format!("{each_core} at once for each processor, {queue} wait, each up to {} s", wait.as_secs())
}

fn time(time: Duration) -> String {
    format!("{} s", time.as_secs())
}

fn bytes(bytes: usize) -> String {
    format!("{} kB", bytes / 1024)
}

fn big(bytes: u64) -> String {
    format!("{} MB", bytes / (1024 * 1024))
}
