//! 卡包: one's own certificates, those that need something first.

pub mod copy;
pub mod one;
pub mod show;

use crate::lang::Lang;
use crate::ui::certificate::{State, state_tag, term_words};
use crate::ui::empty::empty;
use chrono::NaiveDate;
use leptos::prelude::*;

/// A certificate in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// The type.
    pub name: String,
    /// Who issued it.
    pub issuer: String,
    /// Its state today.
    pub state: State,
    /// First day and last.
    pub term: (NaiveDate, Option<NaiveDate>),
    /// Where to get it anew: id and name of items.
    pub renewal: Vec<(String, String)>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalletPage {
    /// The language.
    pub lang: Lang,
    /// The certificates, in order.
    pub cards: Vec<Card>,
}

/// The page.
pub fn wallet(page: WalletPage) -> impl IntoView {
    let lang = page.lang;
    let (fit, unfit): (Vec<_>, Vec<_>) = page.cards.into_iter().partition(|card| card.state.is_fit());
    let (ending, good): (Vec<_>, Vec<_>) =
        fit.into_iter().partition(|card| matches!(card.state, State::Ending(_)));
    let nothing = ending.is_empty() && good.is_empty() && unfit.is_empty();
    view! {
        <a class="back-link" href="/my">{lang.t("我的办件", "My cases")}</a>
        <div class="page-head">
            <h1>{lang.t("我的证照", "My certificates")}</h1>
            <p class="lead">{lang.t(
                "办事时不用再交复印件。要给人看，点开证照，出示二维码。",
                "No photocopies needed when you apply. To show one to somebody, open it and show its code.",
            )}</p>
        </div>
        {part(lang, lang.t("快到期了，请换证", "Ending soon: renew these"), &ending)}
        {part(lang, lang.t("可以使用", "In use"), &good)}
        {part(lang, lang.t("不能再用的", "No longer usable"), &unfit)}
        {nothing.then(|| none(lang))}
        <p class="meta">{lang.t("每次被查看、使用都有记录：", "Each look and each use is recorded: ")}
            <a href="/my/data/access">{lang.t("谁看过我的信息", "who looked at my data")}</a></p>
    }
    .into_any()
}

fn part(lang: Lang, title: &'static str, cards: &[Card]) -> Option<AnyView> {
    let list = cards.iter().map(|one| card(lang, one)).collect_view();
    (!cards.is_empty()).then(|| {
        view! { <section class="section"><h2>{title}</h2><ul class="case-list wallet">{list}</ul></section> }
            .into_any()
    })
}

fn card(lang: Lang, card: &Card) -> impl IntoView + use<> {
    let href = format!("/my/certificates/{}", card.id);
    let wants = card.state != State::Good;
    view! {
        <li>
            <h3><a href=href>{card.name.clone()}</a></h3>
            <p class="line">{state_tag(lang, card.state)}<span>{term_words(lang, card.term.0, card.term.1)}</span></p>
            <p class="meta">{card.issuer.clone()}</p>
            {wants.then(|| renewal(lang, &card.renewal))}
        </li>
    }
}

/// Where to get it anew, if that can be had here.
pub(super) fn renewal(lang: Lang, items: &[(String, String)]) -> Option<AnyView> {
    let links = items.iter().map(|(id, name)| {
        view! { <li><a href=format!("/items/{id}")>{name.clone()}</a></li> }
    });
    let links = links.collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <div class="renewal"><span>{lang.t("去办理：", "Apply for: ")}</span><ul class="inline-links">{links}</ul></div>
        }
        .into_any()
    })
}

fn none(lang: Lang) -> AnyView {
    let then = view! {
        <p>{lang.t(
            "本市各部门发给您的证照会自动出现在这里。发证后没有看到，请拨打 12345。",
            "What the city's departments issue to you appears here by itself. If something is missing, call 12345.",
        )}</p>
    };
    empty(lang.t("还没有电子证照", "No electronic certificates yet"), then)
}
