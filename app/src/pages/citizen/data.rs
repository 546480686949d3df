//! 我的数据: what is held of me, where it is from, why, and how long.

mod consents;
mod correct;
mod export;
mod extracts;
mod group;
mod materials;

pub use consents::{ConsentLine, ConsentsPage, WithdrawConsentPage, consents, withdraw_consent};
pub use correct::{CorrectPage, Elsewhere, correct};
pub use export::{ExportPage, export};
pub use extracts::{ExtractLine, extracts};
pub use materials::{KeptLine, RemovePage, materials, remove};

use crate::lang::Lang;
use group::{Group, facts, group};
use leptos::prelude::*;

/// Who acts for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationLine {
    /// In words: who for whom.
    pub who: String,
    /// In what, and until when.
    pub scope: String,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct DataPage {
    /// The language.
    pub lang: Lang,
    /// Identity and contact: name and value, masked; an empty value is not recorded.
    pub identity: Vec<(String, String)>,
    /// Certificates that can be used, and all of them.
    pub certificates: (usize, usize),
    /// Materials kept.
    pub materials: Vec<KeptLine>,
    /// What registries said.
    pub extracts: Vec<ExtractLine>,
    /// Who acts for me, and for whom I act.
    pub delegations: Vec<DelegationLine>,
    /// Consents that hold, and all of them.
    pub consents: (usize, usize),
    /// Applications not finished.
    pub drafts: usize,
    /// Cases.
    pub cases: usize,
}

/// The page.
pub fn data(page: DataPage) -> AnyView {
    let lang = page.lang;
    view! {
        <a class="back-link" href="/my">{lang.t("我的办件", "My cases")}</a>
        <div class="page-head">
            <h1>{lang.t("我的数据", "My data")}</h1>
            <p class="lead">{lang.t(
                "一号里有您的哪些信息、从哪里来、为什么留、留多久，都在这一页。",
                "What is held of you here, where it comes from, why, and how long: all on this page.",
            )}</p>
        </div>
        {ways(lang)}
        {identity(lang, &page.identity)}
        {certificates(lang, page.certificates)}
        {kept(lang, &page.materials)}
        {said(lang, &page.extracts)}
        {delegations(lang, &page.delegations)}
        {agreed(lang, page.consents)}
        {matters(lang, page.cases, page.drafts)}
    }
    .into_any()
}

/// What one can do here.
fn ways(lang: Lang) -> AnyView {
    let ways = [
        (
            "/my/data/access",
            lang.t("谁看过我的信息", "Who looked at my data"),
            lang.t("每次查看、使用，谁、为什么", "Each look and use: who and why"),
        ),
        (
            "/my/data/correct",
            lang.t("更正信息", "Correct it"),
            lang.t("改电话、住址；别的去哪里改", "Phone and address here; where to go for the rest"),
        ),
        (
            "/my/data/consents",
            lang.t("我的同意", "My consents"),
            lang.t("同意过什么，随时撤回", "What you agreed to; take it back any time"),
        ),
        (
            "/my/data/export",
            lang.t("导出", "Export"),
            lang.t("全部信息存成一个文件", "All of it in one file"),
        ),
    ];
    let cards = ways.map(|(href, name, text)| {
        view! { <article class="card"><h3><a href=href>{name}</a></h3><p class="meta">{text}</p></article> }
    });
    view! {
        <section class="section" aria-labelledby="ways">
            <h2 id="ways" class="visually-hidden">{lang.t("您可以", "You can")}</h2>
            <div class="card-grid">{cards.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn identity(lang: Lang, lines: &[(String, String)]) -> AnyView {
    group(
        Group {
            id: "identity",
            title: lang.t("身份和联系方式", "Who you are and how to reach you"),
            why: lang.t(
                "办事要核对是不是本人、通知您、送达结果，这是依法履行职责所必需（个人信息保护法第三十四条）。出生日期和性别在身份证号里，不另外显示。",
                "To know it is you, to notify you and to deliver: needed for duties set by law (PIPL art. 34). Day of birth and sex are part of the ID number and not shown apart.",
            ),
            how_long: lang.t(
                "您使用一号期间一直保存；办件里的部分随办件档案保存。",
                "As long as you use this portal; what is part of a case stays with its file.",
            ),
        },
        facts(lang, lines),
        lang,
    )
}

fn certificates(lang: Lang, (fit, all): (usize, usize)) -> AnyView {
    let text = match all {
        0 => lang.t("没有电子证照。", "No electronic certificates.").to_owned(),
        _ => lang.t(
            format!("共 {all} 份，其中 {fit} 份现在可以使用。"),
            format!("{all} in all; {fit} can be used now."),
        ),
    };
    let link = (all > 0).then(
        || view! { <p><a href="/my/certificates">{lang.t("看我的证照", "See my certificates")}</a></p> },
    );
    group(
        Group {
            id: "certificates",
            title: lang.t("电子证照", "Certificates"),
            why: lang.t(
                "由发证机关签发，办事时代替复印件，与纸质证照同等有效（国务院令第716号第十条）。",
                "Issued by the authorities; they take the place of photocopies (State Council Decree 716, art. 10).",
            ),
            how_long: lang.t(
                "由发证机关管理；换发、注销后，旧版留作记录，不再使用。",
                "Kept by the issuing body; replaced or cancelled ones stay on record and are not used.",
            ),
        },
        view! { <p>{text}</p>{link} }.into_any(),
        lang,
    )
}

fn kept(lang: Lang, lines: &[KeptLine]) -> AnyView {
    group(
        Group {
            id: "materials",
            title: lang.t("材料库", "Materials kept"),
            why: lang.t(
                "您办事时交过的材料，留着下次不用再交（国办函〔2016〕108号）。",
                "What you handed in before, kept so that you need not bring it again.",
            ),
            how_long: lang.t(
                "用到每份标的日期为止，您随时可以移除。",
                "Until the day given with each; you can take any of them out.",
            ),
        },
        materials(lang, lines),
        lang,
    )
}

fn said(lang: Lang, lines: &[ExtractLine]) -> AnyView {
    group(
        Group {
            id: "extracts",
            title: lang.t("有关部门登记的信息", "What registries say"),
            why: lang.t(
                "判断您能办什么、少交哪些材料，只取办事要用的几项；有错请到登记部门更正。",
                "To tell what you are entitled to and spare you papers; only the few facts that services need. Mistakes are put right where they are registered.",
            ),
            how_long: lang.t(
                "取到新的就换掉旧的，过期的不再采用。",
                "A newer answer replaces the older; what is too old is not relied on.",
            ),
        },
        extracts(lang, lines),
        lang,
    )
}

fn delegations(lang: Lang, lines: &[DelegationLine]) -> AnyView {
    let none = || {
        view! { <p>{lang.t("没有请人代办，也没有代别人办。", "Nobody acts for you, and you act for nobody.")}</p> }.into_any()
    };
    let list = || {
        let lines = lines.iter().map(|one| {
            view! { <li><h3>{one.who.clone()}</h3><p class="meta">{one.scope.clone()}</p></li> }
        });
        let lines = lines.collect_view();
        view! { <ul class="case-list">{lines}</ul> }.into_any()
    };
    group(
        Group {
            id: "delegations",
            title: lang.t("授权代办", "Acting for others"),
            why: lang.t("您请人代办、或替人办事的凭据。", "Proof of who may act for whom."),
            how_long: lang.t(
                "到期或撤回后不再有效，记录留存备查。",
                "Without effect once over or taken back; the record stays.",
            ),
        },
        if lines.is_empty() { none() } else { list() },
        lang,
    )
}

fn agreed(lang: Lang, (holding, all): (usize, usize)) -> AnyView {
    let text = match all {
        0 => lang.t("还没有同意过什么。", "You have agreed to nothing yet.").to_owned(),
        _ => lang.t(
            format!("共 {all} 次，其中 {holding} 次没有撤回。"),
            format!("{all} in all; {holding} not taken back."),
        ),
    };
    group(
        Group {
            id: "consents",
            title: lang.t("我的同意", "My consents"),
            why: lang.t(
                "哪件事可以用您的哪些证照和信息，要您同意（个人信息保护法第十四条）。",
                "Which case may use which of your certificates and data is for you to agree to (PIPL art. 14).",
            ),
            how_long: lang.t("随办件档案保存。", "Kept with the file of the case."),
        },
        view! { <p>{text}</p><p><a href="/my/data/consents">{lang.t("查看和撤回", "See and take back")}</a></p> }.into_any(),
        lang,
    )
}

fn matters(lang: Lang, cases: usize, drafts: usize) -> AnyView {
    let text = lang.t(
        format!("办件 {cases} 件，没填完的申请 {drafts} 份。"),
        format!("{cases} cases, {drafts} drafts."),
    );
    group(
        Group {
            id: "cases",
            title: lang.t("办件和草稿", "Cases and drafts"),
            why: lang.t("依法办理您的申请，并能说明是怎么办的。", "To handle your applications by law, and to account for it."),
            how_long: lang.t(
                "草稿到您提交或放弃为止；办件按事项的档案保管期限保存。",
                "Drafts until you submit or discard them; cases as long as the archive rules of the item say.",
            ),
        },
        view! { <p>{text}</p><p><a href="/my">{lang.t("看我的办件", "See my cases")}</a></p> }.into_any(),
        lang,
    )
}
