//! Where a material comes from that nobody is asked for, and why what is near does not do, in words.

use app::lang::Lang;
use app::ui::evidence::unfit_words;
use backend::Services;
use backend::catalogue::Material;
use backend::intake::{Handed, Source};
use chrono::NaiveDate;
use domain::calendar::CITY_OFFSET;
use domain::evidence::Means;

/// Where it comes from: who answers for it, and until when.
pub fn source_words(services: &Services, lang: Lang, material: &Material, handed: &Handed) -> String {
    match &handed.source {
        Some(Source::Certificate(one)) => {
            let name = certificate_name(lang, material);
            let until = until(lang, one.standing.valid_until);
            lang.t(format!("{}：{name}，{until}", one.issuer), format!("{}: {name}, {until}", one.issuer))
        }
        Some(Source::Share { source, as_of }) => match as_of {
            Some(day) => lang.t(format!("{source}：{day}的记录"), format!("{source}: as of {day}")),
            None => lang.t(format!("{source}：办理时查询"), format!("{source}: asked when it is handled")),
        },
        Some(Source::Holding(pages)) => {
            pages.first().map_or_else(String::new, |page| kept(services, lang, page))
        }
        None => String::new(),
    }
}

fn kept(services: &Services, lang: Lang, page: &backend::evidence::Stored) -> String {
    let day = page.created_at.with_timezone(&CITY_OFFSET).date_naive();
    let card = page.item_id.as_ref().and_then(|id| services.catalogue.card(id));
    let until = until(lang, page.valid_until);
    match card {
        Some(card) => {
            let item = lang.pick(&card.name, &card.name_en).to_owned();
            lang.t(
                format!("上次提交：{day}办理“{item}”时，{until}"),
                format!("Given on {day} for “{item}”, {until}"),
            )
        }
        None => lang.t(format!("上次提交：{day}，{until}"), format!("Given on {day}, {until}")),
    }
}

fn until(lang: Lang, day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => lang.t(format!("有效期至 {day}"), format!("valid until {day}")),
        None => lang.t("长期有效", "without end").to_owned(),
    }
}

fn certificate_name(lang: Lang, material: &Material) -> String {
    let name = material.certificate_name.as_ref().unwrap_or(&material.name);
    lang.pick(name, &material.certificate_name_en).to_owned()
}

/// Why a material is asked for, though it could be known: each thing that is near and does not do.
pub fn why_words(lang: Lang, material: &Material, handed: &Handed) -> Vec<String> {
    if handed.spared() {
        return Vec::new();
    }
    let name = certificate_name(lang, material);
    let mut why: Vec<String> = Vec::new();
    for near in &handed.near {
        let reason = unfit_words(lang, near.why);
        let said = match near.what {
            Means::Certificate(_) => {
                lang.t(format!("{name}电子证照{reason}"), format!("The {name} {reason}"))
            }
            Means::Holding(_) => {
                lang.t(format!("上次提交的{reason}"), format!("What you gave before {reason}"))
            }
            Means::Share(_) => continue,
        };
        if !why.contains(&said) {
            why.push(said);
        }
    }
    if why.is_empty() && material.certificate_code.is_some() {
        let none = format!("电子证照库里没有您的{name}");
        why.push(lang.t(none, format!("There is no {name} of yours in the library")));
    }
    why
}
