//! The operations of a formula, exact.

use crate::assessment::{Exact, Formula};

/// Why an operation has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The divisor is zero.
    ByZero,
    /// A number beyond what can be held.
    TooGreat,
}

/// What a formula makes of the values of its parts.
pub(super) fn operate(formula: &Formula, parts: &[Exact]) -> Result<Exact, Trouble> {
    let great = Trouble::TooGreat;
    match (formula, parts) {
        (Formula::Weighted(weights), parts) => {
            let weighed = weights.iter().zip(parts).map(|((weight, _), part)| part.times(*weight));
            weighed.collect::<Option<Vec<_>>>().and_then(|weighed| sum(&weighed)).ok_or(great)
        }
        (Formula::Mean(_), parts) => {
            let count = i64::try_from(parts.len()).ok().and_then(Exact::whole).ok_or(great)?;
            over(sum(parts).ok_or(great)?, count)
        }
        (Formula::Sum { cap, .. }, parts) => {
            let sum = sum(parts).ok_or(great)?;
            Ok(cap.map_or(sum, |cap| sum.min(cap)))
        }
        (Formula::Scaled { from, to, .. }, [of]) => over(of.times(*to).ok_or(great)?, *from),
        (Formula::Ratio { .. }, [of, to]) => over(*of, *to),
        (Formula::Attainment { target, full, .. }, [of]) => {
            let reached = over(of.times(*full).ok_or(great)?, *target)?;
            Ok(reached.min(*full).max(Exact::ZERO))
        }
        (
            Formula::Named { .. }
            | Formula::Input(_)
            | Formula::Scaled { .. }
            | Formula::Ratio { .. }
            | Formula::Attainment { .. }
            | Formula::Indicator(_)
            | Formula::Node(_)
            | Formula::ScoreOf(_),
            _,
        ) => Err(great),
    }
}

pub(super) fn sum(parts: &[Exact]) -> Option<Exact> {
    parts.iter().try_fold(Exact::ZERO, |sum, part| sum.plus(*part))
}

fn over(of: Exact, by: Exact) -> Result<Exact, Trouble> {
    if by.is_zero() {
        return Err(Trouble::ByZero);
    }
    of.over(by).ok_or(Trouble::TooGreat)
}
