//! From what is stored to what is shown.

use app::lang::Lang;
use app::pages::supervise::indicators::{DepartmentLine, IndicatorLine, Origin, ReportedBy};
use backend::indicators::{self, OfDepartment, Reported, Told};
use domain::assessment::Period;

pub(super) fn line(lang: Lang, told: Told) -> IndicatorLine {
    let Told { indicator, reading, origin, targets, trend } = told;
    IndicatorLine {
        indicator,
        origin: match origin {
            indicators::Origin::Computed => Origin::Computed,
            indicators::Origin::Reported(one) => Origin::Reported(reported(lang, &one)),
            indicators::Origin::Settled { period, subjects } => {
                Origin::Settled(settled(lang, period, subjects))
            }
            indicators::Origin::Missing => Origin::Missing,
        },
        targets: targets
            .into_iter()
            .map(|target| {
                let met = target.met(&reading);
                (target, met)
            })
            .collect(),
        trend: trend.into_iter().map(|point| (point.day, point.value)).collect(),
        reading,
    }
}

/// `2026年上半年定稿，4 个考评对象的平均`.
pub(in crate::web::supervise) fn settled(lang: Lang, period: Period, subjects: usize) -> String {
    let name = lang.t(period.chinese(), period.english());
    lang.t(
        format!("{name}考核定稿，{subjects} 个考评对象平均"),
        format!("Settled for {name}: mean of {subjects} assessed"),
    )
}

pub(super) fn reported(lang: Lang, one: &Reported) -> ReportedBy {
    ReportedBy {
        department: lang.pick(&one.name, &one.name_en).to_owned(),
        period: lang.t(one.period.chinese(), one.period.english()),
        signed_on: one.signed_on,
        text: one.figure.text.clone(),
        href: format!("/supervise/reports/{}", one.report),
    }
}

pub(super) fn department(lang: Lang, one: OfDepartment) -> DepartmentLine {
    DepartmentLine {
        id: one.id.to_string(),
        name: lang.pick(&one.name, &one.name_en).to_owned(),
        reading: one.reading,
        beside: one.beside,
    }
}
