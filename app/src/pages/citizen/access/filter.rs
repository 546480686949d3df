//! Which time, and which kind of act. They stand in the address.

use crate::lang::Lang;
use crate::ui::field::Field;
use leptos::prelude::*;

/// How far back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// Thirty days.
    Month,
    /// Ninety days.
    Quarter,
    /// A year.
    Year,
    /// From the beginning.
    #[default]
    All,
}

impl Span {
    /// Every one, the longest first.
    pub const ALL: [Self; 4] = [Self::All, Self::Year, Self::Quarter, Self::Month];

    /// The name in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "30",
            Self::Quarter => "90",
            Self::Year => "365",
            Self::All => "",
        }
    }

    /// Days back; none for all.
    pub fn days(self) -> Option<u64> {
        match self {
            Self::Month => Some(30),
            Self::Quarter => Some(90),
            Self::Year => Some(365),
            Self::All => None,
        }
    }

    /// Reads the name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|span| span.as_str() == text)
    }

    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Month => lang.t("最近 30 天", "The last 30 days"),
            Self::Quarter => lang.t("最近 90 天", "The last 90 days"),
            Self::Year => lang.t("最近一年", "The last year"),
            Self::All => lang.t("全部", "All"),
        }
    }
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessFilter {
    /// How far back.
    pub span: Span,
    /// Only this kind of act, by its name; empty for all.
    pub act: String,
}

impl AccessFilter {
    /// The address of such a list, from a place in it on.
    pub fn address(&self, after: Option<&String>) -> String {
        let Self { span, act } = self;
        let after = after.map(|after| format!("&after={after}")).unwrap_or_default();
        format!("/my/data/access?span={}&act={act}{after}", span.as_str())
    }
}

pub(super) fn form(lang: Lang, filter: &AccessFilter, kinds: &[(String, String, u64)]) -> AnyView {
    let spans = Span::ALL.map(|span| (span.as_str().to_owned(), span.words(lang).to_owned())).to_vec();
    let all = (String::new(), lang.t("全部", "All").to_owned());
    let kind = |(value, words, times): &(String, String, u64)| {
        (value.clone(), lang.t(format!("{words}（{times} 次）"), format!("{words} ({times})")))
    };
    let kinds = std::iter::once(all).chain(kinds.iter().map(kind)).collect();
    let span = Field::new(lang, "span", lang.t("时间", "Time")).value(filter.span.as_str());
    let act = Field::new(lang, "act", lang.t("做了什么", "What was done")).value(&filter.act);
    let show = lang.t("筛选", "Filter");
    view! {
        <form class="toolbar" method="get" action="/my/data/access" aria-label=show>
            {span.select(spans)}
            {act.select(kinds)}
            <button class="button small secondary">{show}</button>
        </form>
    }
    .into_any()
}
