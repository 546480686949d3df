//! The completion page against a full GROUP BY over the cases.

use std::fs;

use anyhow::Result;

use crate::drive::each;
use crate::pgbench::Cluster;
use crate::portal::{Place, Portal};
use crate::postgres::DATABASE;
use crate::rows::{Bar, Row, ms};
use crate::sample;
use wire::{Call, Client};

/// About so many cases.
const CASES: u32 = 100_000;
const TURNS: usize = 40;

/// What the page shows, counted from the cases: by department, over a year.
const GROUP_BY: &str = "SELECT department_id, count(*), \
    count(*) FILTER (WHERE accepted_on IS NOT NULL), count(*) FILTER (WHERE closed_on IS NOT NULL), \
    count(*) FILTER (WHERE decided_on <= coalesce(promised_due, statutory_due)), \
    count(*) FILTER (WHERE decided_on < coalesce(promised_due, statutory_due)), \
    count(*) FILTER (WHERE decided_on > coalesce(promised_due, statutory_due)), \
    percentile_cont(0.5) WITHIN GROUP (ORDER BY handling_days) \
    FROM case_file GROUP BY department_id;\n";

/// Copies the cases and their counters, each copy a day further back, until there are enough.
pub async fn measure(cluster: &Cluster, place: &Place) -> Result<Vec<Row>> {
    eprintln!("  completion page over {CASES} cases");
    grow(cluster)?;
    let cells = |table: &str| cluster.execute(DATABASE, &[&format!("SELECT count(*) FROM {table}")]);
    let (cases, counters) = (cells("case_file")?, cells("counter")?);
    let portal = Portal::start(place, &cluster.url(DATABASE)).await?;
    let mut client = Client::connect(&portal.address).await?;
    let token = sample::sign_in(&mut client, "supervisor").await?;
    let call = Call::get("/api/v1/supervision/completion?by=department").by(&token);
    each(&portal.address, &vec![call.clone(); 5], 200).await?;
    let load = each(&portal.address, &vec![call; TURNS], 200).await?;
    portal.stop().await?;
    let script = place.data.join("group-by.sql");
    fs::write(&script, GROUP_BY)?;
    cluster.latency(DATABASE, &script, 3)?;
    let scan = cluster.latency(DATABASE, &script, 15)?;
    let p95 = load.percentile(95);
    let what = format!(
        "completion figures p95 over a year, PostgreSQL, {} cases in {} counters",
        cases.trim(),
        counters.trim()
    );
    let ours = (format!("p50 {}, p95 {}", ms(load.percentile(50)), ms(p95)), p95.as_secs_f64() * 1000.0);
    Ok(vec![Row::ratio(&what, ours, (format!("full GROUP BY {scan:.1} ms"), scan), Bar::Most(0.02))])
}

fn grow(cluster: &Cluster) -> Result<()> {
    let copies = format!("(SELECT greatest(1, {CASES} / greatest(1, count(*)))::int FROM case_file)");
    let columns = "SELECT string_agg(format('%I', column_name), ',' ORDER BY ordinal_position) \
        FROM information_schema.columns WHERE table_name = 'case_file'";
    let columns = cluster.execute(DATABASE, &[columns])?;
    let copied: Vec<String> = columns.trim().split(',').map(copied).collect();
    let cases = format!(
        "INSERT INTO case_file ({}) SELECT {} FROM case_file c, generate_series(1, {copies}) AS g(i)",
        columns.trim(),
        copied.join(",")
    );
    let counters = format!(
        "INSERT INTO counter (day, department_id, item_id, division_code, window_key, clerk_key, channel, metric, part, bucket, n) \
         SELECT day - (i % 360), department_id, item_id, division_code, window_key, clerk_key, channel, metric, part, bucket, sum(n) \
         FROM counter, generate_series(1, {copies}) AS g(i) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 \
         ON CONFLICT (day, department_id, item_id, division_code, window_key, clerk_key, channel, metric, part, bucket) \
         DO UPDATE SET n = counter.n + excluded.n"
    );
    // Counters first: how many copies there are to be is told by the cases there are.
    cluster.execute(DATABASE, &[&counters, &cases, "ANALYZE"])?;
    Ok(())
}

/// The column in a copy: keys anew, dates further back.
fn copied(column: &str) -> String {
    match column {
        "id" => "gen_random_uuid()".to_owned(),
        "case_no" => "lpad((row_number() OVER ())::text, 15, '0')".to_owned(),
        "submitted_at" | "closed_at" | "created_at" | "updated_at" => {
            format!("{column} - make_interval(days => i % 360)")
        }
        "receipt_date" | "accepted_on" | "promised_due" | "statutory_due" | "next_due" | "closed_on"
        | "receipt_due" | "decided_on" => format!("{column} - (i % 360)"),
        other => other.to_owned(),
    }
}
