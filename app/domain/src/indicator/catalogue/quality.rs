//! 受理质量: corrections, one notice, refusals at the door, and what may follow later.

use super::Fact::*;
use super::Formula::Share;
use super::{Group, Indicator, indicator};

const fn rate(key: &'static str, name: super::Words, over: super::Side, under: super::Side) -> Indicator {
    indicator(Group::Quality, key, name, Share { over, under })
}

pub(super) const ALL: &[Indicator] = &[
    rate("corrections", ("补正率", "Corrections asked for"), &[Corrected], &[Received])
        .said(
            "本期收件、要求过补正的办件 ÷ 本期收件",
            "cases received for which corrections were asked ÷ cases received",
        )
        .from("行政许可法 32")
        .less(),
    rate("told_once", ("一次告知合规率", "Told everything at once"), &[CorrectedOnce], &[Corrected])
        .said(
            "本期收件、只告知过一次补正的办件 ÷ 本期收件、要求过补正的办件",
            "cases received with exactly one list of corrections ÷ those with any",
        )
        .from("行政许可法 32(4)"),
    rate("turned_away", ("退件率", "Not accepted"), &[TurnedAway], &[Received])
        .said("本期收件、决定不予受理的办件 ÷ 本期收件", "cases received and not accepted ÷ cases received")
        .from("行政许可法 32")
        .less(),
    rate("deferred", ("容缺率", "Accepted with materials to follow"), &[Deferred], &[Accepted])
        .said("本期容缺受理的办件 ÷ 本期受理", "cases accepted with materials to follow ÷ cases accepted")
        .from("通行口径")
        .neutral(),
    rate("committed", ("承诺制率", "Accepted on a promise"), &[Committed], &[Accepted])
        .said("本期以告知承诺受理的办件 ÷ 本期受理", "cases accepted on a promise ÷ cases accepted")
        .from("国办发〔2020〕42号")
        .neutral(),
];
