//! What is counted, in the words that Prometheus shows.

use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram};

pub const REQUESTS: &str = "yihao_http_requests_total";
pub const SECONDS: &str = "yihao_http_request_duration_seconds";
pub const BUILD: &str = "yihao_build_info";

/// Gauges: name and what it says.
const GAUGES: [(&str, &str); 17] = [
    (BUILD, "Always 1; its labels say what was built"),
    ("yihao_in_flight", "Requests at work, by class"),
    ("yihao_admission_queue_depth", "Requests that wait to be let in, by class"),
    ("yihao_connections", "Connections that are open"),
    ("yihao_writer_queue_depth", "Transactions that wait for the writer (SQLite)"),
    ("yihao_pool_connections", "Connections of a pool, by state"),
    ("yihao_pool_connections_max", "Connections that a pool may have"),
    ("yihao_database_up", "Whether the database answered when last asked"),
    ("yihao_database_bytes", "Size of SQLite's file and of its log"),
    ("yihao_store_up", "Whether the store of files answered when last asked"),
    ("yihao_trail_unsealed_rows", "Rows of the audit trail without a seal"),
    ("yihao_trail_lag_seconds", "Age of the oldest row of the audit trail without a seal"),
    ("yihao_counters_unfolded_deltas", "Deltas not folded into counters; figures count them all the same"),
    ("yihao_counters_lag_seconds", "For how long the oldest delta has been seen waiting"),
    ("yihao_looked_timestamp_seconds", "When gauges of database and store were last renewed"),
    ("yihao_public_pages_bytes", "Public pages that are kept"),
    ("yihao_background_done_timestamp_seconds", "When a task of the background last ended well"),
];

/// Counters.
const COUNTERS: [(&str, &str); 8] = [
    (REQUESTS, "Requests, by method, pattern of the address and status"),
    ("yihao_admission_refused_total", "Requests refused because too many were there, by class and reason"),
    ("yihao_connections_refused_total", "Connections refused because too many were open"),
    ("yihao_writer_refused_total", "Transactions refused because the writer's queue was full or slow"),
    ("yihao_store_failures_total", "Failures of the store of files, by operation"),
    ("yihao_background_failures_total", "Failures of the background, by task"),
    ("yihao_public_pages_total", "Public pages, by how they were answered"),
    ("yihao_log_events_total", "Lines of the log, by level"),
];

/// Histograms.
const HISTOGRAMS: [(&str, &str, Unit); 5] = [
    (SECONDS, "Seconds until the head of the answer, by method and pattern of the address", Unit::Seconds),
    ("yihao_writer_commit_seconds", "Seconds of a durable commit (SQLite)", Unit::Seconds),
    ("yihao_writer_batch_writes", "Transactions that shared a commit (SQLite)", Unit::Count),
    ("yihao_store_seconds", "Seconds until the store of files answered, by operation", Unit::Seconds),
    ("yihao_background_seconds", "Seconds that a task of the background took", Unit::Seconds),
];

/// Says what each number is.
pub fn describe() {
    for (name, text) in GAUGES {
        describe_gauge!(name, text);
    }
    for (name, text) in COUNTERS {
        describe_counter!(name, text);
    }
    for (name, text, unit) in HISTOGRAMS {
        describe_histogram!(name, unit, text);
    }
}

/// What counts faults begins at nought: a first fault that brings its own series is no increase.
pub fn begin() {
    counter!("yihao_writer_refused_total").increment(0);
    counter!("yihao_connections_refused_total").increment(0);
    for level in ["info", "warn", "error"] {
        counter!("yihao_log_events_total", "level" => level).increment(0);
    }
    for task in ["fold", "seal", "sweep", "follow", "round"] {
        counter!("yihao_background_failures_total", "task" => task).increment(0);
    }
    for operation in ["begin", "part", "complete", "read", "delete"] {
        counter!("yihao_store_failures_total", "operation" => operation).increment(0);
    }
}
