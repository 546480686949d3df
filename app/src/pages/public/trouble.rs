//! When something cannot be done: what happened, whether anything was lost, what to do now.

mod words;

use crate::lang::Lang;
use leptos::prelude::*;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// There is no such page, or it is not for this person.
    NotFound,
    /// The page was asked for in a way it does not know.
    Method,
    /// The request cannot be read.
    Malformed,
    /// The request took too long to arrive.
    Slow,
    /// The address is too long.
    AddressTooLong,
    /// The header fields are too long: cookies of others, mostly.
    HeadTooLarge,
    /// More was typed than a form takes.
    FormTooLarge {
        /// Most kilobytes taken.
        kilobytes: usize,
    },
    /// All files of one request together are too large.
    FilesTooLarge {
        /// Most megabytes taken.
        megabytes: u64,
    },
    /// What was sent is not a form.
    NotAForm,
    /// The fields are not those of the page.
    Unreadable,
    /// A request from elsewhere, or a session that ended.
    Forbidden,
    /// Somebody else was faster.
    Stale {
        /// Who has it now.
        held_by: Option<String>,
    },
    /// The same submit with other content.
    Conflict,
    /// A rule says no, in a sentence.
    Refused(String),
    /// The upload is too large.
    TooLarge {
        /// Most megabytes taken.
        megabytes: u64,
    },
    /// The upload is of a type that is not taken.
    WrongType,
    /// Too many requests.
    TooMany {
        /// Wait so many seconds.
        seconds: u64,
    },
    /// The disk is full.
    Full,
    /// The database cannot be reached, or too much is going on.
    Unavailable {
        /// Come back after so many seconds.
        seconds: u64,
    },
    /// Too much is going on to take what was sent.
    NotTaken {
        /// Send it again after so many seconds.
        seconds: u64,
    },
    /// The portal took too long.
    Late {
        /// Whether something was sent that may have been done.
        sent: bool,
    },
    /// Our mistake.
    Internal {
        /// The number to tell the support.
        incident: String,
    },
}

impl Trouble {
    /// The status code.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Method => 405,
            Self::Malformed => 400,
            Self::Slow => 408,
            Self::AddressTooLong => 414,
            Self::HeadTooLarge => 431,
            Self::FormTooLarge { .. } | Self::FilesTooLarge { .. } => 413,
            Self::NotAForm => 415,
            Self::Unreadable => 422,
            Self::Forbidden => 403,
            Self::Stale { .. } | Self::Conflict => 409,
            Self::Refused(_) => 422,
            Self::TooLarge { .. } => 413,
            Self::WrongType => 415,
            Self::TooMany { .. } => 429,
            Self::Full => 507,
            Self::Unavailable { .. } | Self::NotTaken { .. } | Self::Late { .. } => 503,
            Self::Internal { .. } => 500,
        }
    }

    fn incident(&self) -> Option<&str> {
        match self {
            Self::Internal { incident } => Some(incident),
            Self::NotFound | Self::Method | Self::Forbidden | Self::Stale { .. } | Self::Conflict => None,
            Self::Refused(_) | Self::TooLarge { .. } | Self::WrongType | Self::TooMany { .. } => None,
            Self::Full | Self::Unavailable { .. } | Self::NotTaken { .. } | Self::Late { .. } => None,
            Self::Malformed | Self::Slow | Self::AddressTooLong | Self::HeadTooLarge => None,
            Self::FormTooLarge { .. } | Self::FilesTooLarge { .. } | Self::NotAForm | Self::Unreadable => {
                None
            }
        }
    }
}

/// The page.
pub fn trouble(lang: Lang, trouble: &Trouble) -> impl IntoView + use<> {
    let incident = trouble.incident().map(|number| {
        view! { <p class="incident">{lang.t("事件编号 ", "Incident ")}<code class="code-number">{number.to_owned()}</code></p> }
    });
    let search = (*trouble == Trouble::NotFound).then(|| {
        view! {
            <form class="search-box" role="search" action="/items">
                <label for="q">{lang.t("您要办什么事？", "What do you need to do?")}</label>
                <div class="bar">
                    <input type="search" id="q" name="q"/>
                    <button class="button">{lang.t("搜索", "Search")}</button>
                </div>
            </form>
        }
    });
    view! {
        <section class="error-page">
            <p class="caption">{trouble.status()}</p>
            <h1>{trouble.title(lang)}</h1>
            <p>{trouble.words(lang)}</p>
            {incident}
            {search}
            <p><a href="/">{lang.t("回到首页", "Back to the home page")}</a></p>
        </section>
    }
    .into_any()
}
