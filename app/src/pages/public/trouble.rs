//! When something cannot be done: what happened, whether anything was lost, what to do now.

use crate::lang::Lang;
use leptos::prelude::*;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such page, or it is not for this person.
    NotFound,
    /// The page was asked for in a way it does not know.
    Method,
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
            Self::Forbidden => 403,
            Self::Stale { .. } | Self::Conflict => 409,
            Self::Refused(_) => 422,
            Self::TooLarge { .. } => 413,
            Self::WrongType => 415,
            Self::TooMany { .. } => 429,
            Self::Full => 507,
            Self::Unavailable { .. } => 503,
            Self::Internal { .. } => 500,
        }
    }

    /// The page's title.
    pub fn title(&self, lang: Lang) -> &'static str {
        match self {
            Self::NotFound => lang.t("没有这一页", "There is no such page"),
            Self::Method => lang.t("这一页不能这样打开", "This page does not open that way"),
            Self::Forbidden => lang.t("这一步没有做成", "This was not done"),
            Self::Stale { .. } => lang.t("这件事刚刚被更新过", "This was just changed"),
            Self::Conflict => lang.t("已经提交过了", "This was sent before"),
            Self::Refused(_) => lang.t("现在不能这样做", "This cannot be done now"),
            Self::TooLarge { .. } => lang.t("文件太大，没有上传", "The file is too large"),
            Self::WrongType => lang.t("这种文件不能上传", "This type of file is not taken"),
            Self::TooMany { .. } => lang.t("操作太快了，请稍等", "Too fast: wait a moment"),
            Self::Full => lang.t("暂时存不下了", "There is no room at the moment"),
            Self::Unavailable { .. } => lang.t("现在人太多或系统正忙", "The portal is busy"),
            Self::Internal { .. } => lang.t("我们出了错", "We made a mistake"),
        }
    }

    /// What to do now.
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::NotFound => lang.t("地址可能写错了，或者这一页已经移走。您可以搜索要办的事。".into(), "The address may be wrong, or the page has moved. Search for what you need.".into()),
            Self::Method => lang.t("请回到上一页，从页面上的按钮重新操作。".into(), "Go back and use the buttons of the page.".into()),
            Self::Forbidden => lang.t("登录可能已经过期，或者请求不是从本站发出的。请回到上一页，重新登录后再试；填过的草稿还在。".into(), "Your session may have ended, or the request came from elsewhere. Go back, sign in and try again; saved drafts are still there.".into()),
            Self::Stale { held_by: Some(name) } => lang.t(format!("现在由 {name} 在办。请刷新后再看。"), format!("{name} has it in hand now. Reload to see it.")),
            Self::Stale { held_by: None } => lang.t("您打开页面以后有了新的变化。请刷新，看过最新情况再操作；什么也没有被改动。".into(), "It changed after you opened the page. Reload and look again; nothing was altered.".into()),
            Self::Conflict => lang.t("同一份申请内容不一样，没有再提交一次。请到“我的办件”查看已提交的那一份。".into(), "The same application came with other content and was not sent again. See “My cases”.".into()),
            Self::Refused(sentence) => sentence.clone(),
            Self::TooLarge { megabytes } => lang.t(format!("每个文件最多 {megabytes} MB。拍照时选小一点的尺寸，或者分成几个文件。您填的内容都还在。"), format!("At most {megabytes} MB each. Take a smaller photo or split it. Everything you typed is still there.")),
            Self::WrongType => lang.t("只收照片（JPG、PNG、WebP、HEIC）和 PDF、OFD 文件。您填的内容都还在。".into(), "Photos (JPG, PNG, WebP, HEIC), PDF and OFD files are taken. Everything you typed is still there.".into()),
            Self::TooMany { seconds } => lang.t(format!("请等 {seconds} 秒再试。"), format!("Try again in {seconds} seconds.")),
            Self::Full => lang.t("这次的内容没有存下来，之前存过的都在。管理员已收到通知，请稍后再试，或拨打 12345。".into(), "This was not stored; what was stored before is safe. The administrator was told. Try again later or call 12345.".into()),
            Self::Unavailable { seconds } => lang.t(format!("您提交过的都还在。请 {seconds} 秒后再试。"), format!("All that you handed in is safe. Try again in {seconds} seconds.")),
            Self::Internal { .. } => lang.t("您之前保存的内容都还在。请稍后再试；若还不行，请把下面的事件编号告诉 12345。".into(), "What you saved before is safe. Try again later; if it happens again, tell 12345 this number.".into()),
        }
    }

    fn incident(&self) -> Option<&str> {
        match self {
            Self::Internal { incident } => Some(incident),
            Self::NotFound | Self::Method | Self::Forbidden | Self::Stale { .. } | Self::Conflict => None,
            Self::Refused(_) | Self::TooLarge { .. } | Self::WrongType | Self::TooMany { .. } => None,
            Self::Full | Self::Unavailable { .. } => None,
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
