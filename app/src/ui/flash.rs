//! A message carried over one redirect.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What to say once, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// Went well, or did not.
    pub good: bool,
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
    /// Filled in when shown.
    #[serde(skip)]
    pub lang: crate::lang::Lang,
}

impl Flash {
    /// Something was done.
    pub fn done(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { good: true, zh: zh.into(), en: en.into(), lang: crate::lang::Lang::Zh }
    }

    /// Something was not done, and why.
    pub fn refused(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { good: false, ..Self::done(zh, en) }
    }
}

/// The message.
pub fn flash(message: &Flash) -> impl IntoView + use<> {
    let class = if message.good { "flash success" } else { "flash danger" };
    let role = if message.good { "status" } else { "alert" };
    view! { <div class=class role=role><p>{message.lang.t(message.zh.clone(), message.en.clone())}</p></div> }
}
