//! How many writes the portal's writer put into one transaction, as it says itself in `/metrics`.

use anyhow::Result;

use wire::{Call, Client};

/// The portal's name for it: a histogram.
const NAME: &str = "yihao_writer_batch_writes";

/// Writes and transactions so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Batches {
    writes: f64,
    transactions: f64,
}

impl Batches {
    /// Asks a portal; one that does not batch knows nothing of it.
    pub async fn of(address: &str) -> Result<Self> {
        let text = Client::connect(address).await?.send(&Call::get("/metrics")).await?.expect(200)?;
        Ok(Self::read(&String::from_utf8_lossy(&text)))
    }

    fn read(text: &str) -> Self {
        let sum = |end: &str| -> f64 {
            let name = format!("{NAME}{end}");
            let lines = text.lines().filter_map(|line| line.strip_prefix(&name));
            let own = lines.filter(|rest| rest.starts_with(['{', ' ']));
            own.filter_map(|rest| rest.rsplit(' ').next()?.parse::<f64>().ok()).sum()
        };
        Self { writes: sum("_sum"), transactions: sum("_count") }
    }

    /// Writes in a transaction since an earlier look; 1 where nothing is batched.
    pub fn since(&self, earlier: &Self) -> f64 {
        let (writes, transactions) = (self.writes - earlier.writes, self.transactions - earlier.transactions);
        if transactions > 0.0 { (writes / transactions).max(1.0) } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_that_of_the_time_between() {
        let text = |sum, count| {
            format!(
                "# TYPE {NAME} histogram\n{NAME}_bucket{{le=\"1\"}} 7\n{NAME}_sum {sum}\n{NAME}_count {count}\n"
            )
        };
        let (first, second) = (Batches::read(&text(10, 10)), Batches::read(&text(90, 20)));
        assert_eq!(second.since(&first), 8.0);
        assert_eq!(Batches::read("").since(&Batches::default()), 1.0);
    }
}
