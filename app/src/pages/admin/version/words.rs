//! Names of what a process is made of.

use crate::lang::Lang;
use domain::deadline::{Limit, Unit};
use domain::item::CaseKind;
use domain::process::{Assignment, CorrectionClock};

pub(super) fn kind(lang: Lang, kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Instant => lang.t("即办件", "On the spot"),
        CaseKind::Promise => lang.t("承诺件", "With a promised limit"),
    }
}

pub(super) fn assignment(lang: Lang, one: Assignment) -> &'static str {
    match one {
        Assignment::Pool => lang.t("由审批人员取件", "Reviewers take cases"),
        Assignment::LeastLoad => lang.t("分给在办最少的人", "To whoever has the fewest"),
    }
}

pub(super) fn correction(lang: Lang, one: CorrectionClock) -> &'static str {
    match one {
        CorrectionClock::Restart => lang.t("补正后重新计算", "Begins anew with the answer"),
        CorrectionClock::Pause => lang.t("补正期间不计算", "Stops until the answer"),
    }
}

pub(super) fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Workday => lang.t("工作日", "working days"),
        Unit::Day => lang.t("自然日", "days"),
        Unit::Month => lang.t("月", "months"),
    }
}

pub(super) fn limit(lang: Lang, limit: Option<Limit>) -> String {
    match limit {
        None => lang.t("没有规定", "none").to_owned(),
        Some(limit) if limit.is_immediate() => lang.t("即办", "on the spot").to_owned(),
        Some(Limit { value, unit: of }) => {
            let of = unit(lang, of);
            lang.t(format!("{value} 个{of}"), format!("{value} {of}"))
        }
    }
}

pub(super) fn days(lang: Lang, days: Option<u16>) -> String {
    match days {
        None => lang.t("没有", "none").to_owned(),
        Some(1) => lang.t("1 个工作日", "1 working day").to_owned(),
        Some(days) => lang.t(format!("{days} 个工作日"), format!("{days} working days")),
    }
}

/// A step by its name, which may not be there yet.
pub(super) fn named(lang: Lang, name: &str) -> String {
    if name.trim().is_empty() {
        lang.t("（没有名称）", "(no name)").to_owned()
    } else {
        name.to_owned()
    }
}
