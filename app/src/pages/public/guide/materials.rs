//! Materials as cards: what is needed, and where each comes from.

use crate::lang::Lang;
use leptos::prelude::*;

/// How a material gets to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// We have it: an electronic certificate or shared data.
    Have,
    /// A photo is enough.
    Photo,
    /// The original must be seen.
    Original,
    /// Not needed in this situation.
    Unneeded,
}

impl Manner {
    /// The card's class.
    pub fn class(self) -> &'static str {
        match self {
            Self::Have => "have",
            Self::Photo => "photo",
            Self::Original => "original",
            Self::Unneeded => "unneeded",
        }
    }

    /// What the applicant has to do about it.
    pub fn verdict(self, lang: Lang) -> &'static str {
        match self {
            Self::Have => lang.t("不用交，由部门调取", "Nothing to bring: the department fetches it"),
            Self::Photo => lang.t("拍照上传即可", "A photo is enough"),
            Self::Original => lang.t("需带原件", "Bring the original"),
            Self::Unneeded => lang.t("您的情况不需要", "Not needed in your situation"),
        }
    }
}

/// One material of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideMaterial {
    /// Its name.
    pub name: String,
    /// How it gets to us.
    pub manner: Manner,
    /// Where it comes from.
    pub detail: String,
    /// Must be there.
    pub required: bool,
    /// May follow later (容缺).
    pub deferrable: bool,
}

pub(super) fn materials(lang: Lang, list: &[GuideMaterial]) -> AnyView {
    let had = list.iter().filter(|material| material.manner == Manner::Have).count();
    let all = list.len();
    let lead = match (lang, had) {
        (_, 0) => None,
        (Lang::Zh, _) => {
            Some(format!("共 {all} 份，其中 {had} 份我们能从电子证照和共享数据里调取，不用您交。"))
        }
        (Lang::En, _) => Some(format!("{all} in all; {had} of them we fetch ourselves.")),
    };
    let cards = list.iter().map(|material| card(lang, material)).collect_view();
    view! {
        <section class="section">
            <h2>{lang.t("要准备的材料", "What you need")}</h2>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            {list.is_empty().then(|| view! { <p>{lang.t("不需要任何材料。", "Nothing.")}</p> })}
            <ul class="material-list">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(lang: Lang, material: &GuideMaterial) -> impl IntoView + use<> {
    let optional = (!material.required).then(|| lang.t("有就提供", "If you have one"));
    let later = material.deferrable.then(|| lang.t("可以后补（容缺受理）", "May follow later"));
    let notes: Vec<&str> = optional.into_iter().chain(later).collect();
    let notes = notes.join(" · ");
    view! {
        <li class=format!("material-card {}", material.manner.class())>
            <h3>{material.name.clone()}</h3>
            <p class="verdict">{material.manner.verdict(lang)}</p>
            {(!material.detail.is_empty()).then(|| view! { <p class="detail">{material.detail.clone()}</p> })}
            {(!notes.is_empty()).then(|| view! { <p class="detail">{notes.clone()}</p> })}
        </li>
    }
}
