//! The row of figures: each a way down to its cases, with the last period and its formula.

use crate::lang::Lang;
use leptos::prelude::*;

/// Whether a change is good news. For overdue cases fewer is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Good news.
    Better,
    /// Bad news.
    Worse,
    /// Neither.
    Same,
}

impl Trend {
    fn class(self) -> &'static str {
        match self {
            Self::Better => "change better",
            Self::Worse => "change worse",
            Self::Same => "change same",
        }
    }
}

/// One figure.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What is shown.
    pub name: String,
    /// Its value; none where there is nothing to divide by.
    pub value: Option<String>,
    /// Its unit, after the value.
    pub unit: String,
    /// The cases it counts.
    pub href: String,
    /// Against the period before, in words.
    pub change: String,
    /// Whether that is good news.
    pub trend: Trend,
    /// A line more, such as its share.
    pub note: String,
    /// Both sides of a rate: the key under which they move, the two numbers, and what they count.
    pub sides: Option<(&'static str, String, &'static str)>,
    /// How it is calculated, with the numbers; a paragraph each.
    pub formula: Vec<String>,
    /// The key under which it moves while the page is open.
    pub live: Option<&'static str>,
    /// Something must be done about it: shown in red, with a mark.
    pub alarming: bool,
}

/// The row.
pub fn figures(lang: Lang, figures: Vec<Figure>) -> AnyView {
    let figures = figures.into_iter().map(|one| figure(lang, one)).collect_view();
    view! { <dl class="figures">{figures}</dl> }.into_any()
}

fn figure(lang: Lang, figure: Figure) -> AnyView {
    let formula = figure.formula.into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let name = figure.name.clone();
    view! {
        <div class="figure" class:alarming=figure.alarming>
            <dt>{figure.name}</dt>
            <dd class="value">{value(lang, figure.value, figure.unit, figure.href, figure.live)}</dd>
            {figure.sides.map(|(key, sides, unit)| view! { <dd class="sides"><span data-live=key>{sides}</span>" "{unit}</dd> })}
            <dd class=figure.trend.class()>{figure.change}</dd>
            {(!figure.note.is_empty()).then(|| view! { <dd class="target">{figure.note.clone()}</dd> })}
            <dd class="formula"><details>
                <summary>{lang.t("怎么算", "How")}<span class="visually-hidden">{lang.t("：", ": ")}{name}</span></summary>
                {formula}
            </details></dd>
        </div>
    }
    .into_any()
}

fn value(
    lang: Lang,
    value: Option<String>,
    unit: String,
    href: String,
    live: Option<&'static str>,
) -> AnyView {
    match value {
        Some(value) => {
            view! { <a href=href><span data-live=live>{value}</span><span class="unit">{unit}</span></a> }
                .into_any()
        }
        None => view! {
            <span aria-hidden="true" data-live=live>"—"</span>
            <span class="visually-hidden">{lang.t("没有可计算的办件", "no cases to calculate with")}</span>
        }
        .into_any(),
    }
}
