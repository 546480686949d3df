//! Alignment: the best stretch of a phrase that a query contains, mistakes and all.

use super::unit::Unit;

/// What a wrong, a missing and a superfluous unit cost.
const WRONG: f32 = -0.3;
const GAP: f32 = -0.2;

/// The value of the best local alignment (Smith and Waterman): 1 for each unit that fits wholly.
pub(super) fn stretch(query: &[Unit], phrase: &[Unit]) -> f32 {
    let mut above = vec![0.0f32; phrase.len() + 1];
    let mut best = 0.0f32;
    for unit in query {
        let mut row = Vec::with_capacity(phrase.len() + 1);
        row.push(0.0f32);
        let mut left = 0.0f32;
        for ((other, diagonal), up) in phrase.iter().zip(&above).zip(above.iter().skip(1)) {
            let fit = unit.fits(other);
            let step = if fit > 0.0 { fit } else { WRONG };
            left = (diagonal + step).max(up + GAP).max(left + GAP).max(0.0);
            best = best.max(left);
            row.push(left);
        }
        above = row;
    }
    best
}

/// The fewest changes of letters that turn `needle` into some part of `hay` (Sellers).
pub(super) fn changes(needle: &[u8], hay: &[u8]) -> usize {
    let mut above = vec![0usize; hay.len() + 1];
    for (row, letter) in needle.iter().enumerate() {
        let mut line = Vec::with_capacity(hay.len() + 1);
        let mut left = row + 1;
        line.push(left);
        for ((other, diagonal), up) in hay.iter().zip(&above).zip(above.iter().skip(1)) {
            left = (diagonal + usize::from(letter != other)).min(up + 1).min(left + 1);
            line.push(left);
        }
        above = line;
    }
    above.into_iter().min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::unit::{typed, written};
    use super::*;

    #[test]
    fn a_stretch_is_found_inside_a_question() {
        let query = typed("我妈妈想领高龄津贴").remove(0);
        assert!(stretch(&query, &written("高龄津贴申领")) > 3.9);
        assert!(stretch(&query, &written("结婚登记")) < 1.1);
    }

    #[test]
    fn letters_forgive_a_slip() {
        assert_eq!(changes(b"gaolinjintie", b"gaolingjintieshenling"), 1);
        assert_eq!(changes(b"jintie", b"gaolingjintie"), 0);
    }
}
