//! A rule's analysis in the page's language.

use app::lang::Lang;
use app::pages::admin::eligibility::{FieldRow, Figure, Way};
use backend::eligibility::{Analysis, FieldSource, Step, Supply};

pub(super) fn way(lang: Lang, way: &[Step]) -> Way {
    way.iter().map(|(zh, en, met)| (lang.t(zh, en).clone(), *met)).collect()
}

pub(super) fn field(lang: Lang, one: &FieldSource) -> FieldRow {
    let words = one.words.as_ref().map(|(zh, en)| lang.t(zh, en).clone());
    FieldRow {
        field: one.field.clone(),
        words: words.unwrap_or_else(|| figure_name(lang, &one.field)),
        source: source(lang, one.supply),
        dead_end: one.supply.is_dead_end(),
    }
}

fn source(lang: Lang, supply: Supply) -> String {
    match supply {
        Supply::Identity => lang.t("身份与登记信息", "identity and records").to_owned(),
        Supply::Certificate => lang.t("电子证照库", "certificate library").to_owned(),
        Supply::Registry(one) => {
            lang.t(format!("{}{}", one.keeper, one.name), format!("registry “{}”", one.name_en))
        }
        Supply::City => lang.t("本市", "this city").to_owned(),
        Supply::Figure { set: true } => lang.t("本市标准，已设定", "figure of the city, set").to_owned(),
        Supply::Figure { set: false } => {
            lang.t("本市标准，没有设定", "figure of the city, not set").to_owned()
        }
        Supply::Applicant => lang.t("只能问申请人", "only the applicant").to_owned(),
        Supply::Nobody => lang.t("没有人能提供", "nobody").to_owned(),
    }
}

/// Facts from sources, and those only the applicant can tell.
pub(super) fn counts(one: &Analysis) -> (usize, usize) {
    let only = one.fields.iter().filter(|field| field.supply == Supply::Applicant).count();
    let dead = one.dead_ends().count();
    (one.fields.len().saturating_sub(only + dead), only)
}

/// What is wrong, a sentence each.
pub(super) fn faults(lang: Lang, one: &Analysis) -> Vec<String> {
    let mut faults = Vec::new();
    let mut say = |is: bool, zh: &str, en: &str| {
        if is {
            faults.push(lang.t(zh, en).to_owned());
        }
    };
    say(one.never, "没有人能符合", "Nobody can meet it");
    say(one.always, "谁都符合，等于没有条件", "Everybody meets it, so it asks nothing");
    say(one.cut, "路径太多，没有全部列出", "Too many ways to write out");
    for way in &one.contradictions {
        let steps: Vec<String> = way.iter().map(|step| said(lang, step)).collect();
        let steps = steps.join(lang.t("，", ", "));
        faults.push(lang.t(format!("自相矛盾：{steps}"), format!("Contradiction: {steps}")));
    }
    for (zh, en) in &one.idle {
        faults.push(lang.t(format!("这一条不起作用：{zh}"), format!("Decides nothing: {en}")));
    }
    for end in one.dead_ends() {
        let (name, who) = (figure_name(lang, &end.field), source(lang, end.supply));
        faults.push(lang.t(format!("走不通：{name}（{who}）"), format!("Dead end: {name} ({who})")));
    }
    faults
}

fn said(lang: Lang, (zh, en, met): &Step) -> String {
    if *met { lang.t(zh, en).clone() } else { lang.t(format!("不是“{zh}”"), format!("not “{en}”")) }
}

/// The figures that rules compare with, and for which items.
pub(super) fn figures(lang: Lang, rules: &[Analysis]) -> Vec<Figure> {
    let mut figures: Vec<Figure> = Vec::new();
    for rule in rules {
        for field in rule.fields.iter().filter(|one| matches!(one.supply, Supply::Figure { .. })) {
            let name = field.field.trim_start_matches("PARAM.");
            let item = lang.pick(&rule.name, &rule.name_en);
            match figures.iter_mut().find(|one| one.name == name) {
                Some(known) => known.items.push_str(&format!("{}{item}", lang.t("、", ", "))),
                None => figures.push(Figure {
                    name: name.to_owned(),
                    words: figure_name(lang, &field.field),
                    items: item.to_owned(),
                }),
            }
        }
    }
    figures
}

fn figure_name(lang: Lang, field: &str) -> String {
    let (zh, en) = domain::rule::named(field);
    lang.t(zh, en)
}
