//! The ledger in the owner's words.

use app::lang::Lang;
use app::pages::admin::staff::role_name;
use app::pages::citizen::access::AccessLine;
use backend::Services;
use backend::access::{Act, Line, Who};
use domain::permission::Role;

/// A line as a page shows it.
pub fn line(services: &Services, lang: Lang, line: Line) -> AccessLine {
    let item = line.item_id.as_deref().and_then(|id| services.catalogue.card(id));
    let item = item.map(|card| lang.pick(&card.name, &card.name_en).to_owned());
    AccessLine {
        at: line.at,
        who: who(lang, &line.who),
        what: what(lang, &line),
        reason: reason(lang, &line),
        item: item.unwrap_or_default(),
        case_no: line.case_no,
    }
}

fn who(lang: Lang, who: &Who) -> String {
    match who {
        Who::Owner => lang.t("您本人", "You yourself").to_owned(),
        Who::Agent(name) => lang.t(format!("代您办事的 {name}"), format!("{name}, who acts for you")),
        Who::Staff { place, role, name } => {
            let place = place.as_ref().map(|(name, name_en)| lang.pick(name, name_en).to_owned());
            let parts = [place, Some(role_name(lang, *role).to_owned()), Some(name.clone())];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Who::Portal => lang.t("一号系统（自动）", "The portal itself").to_owned(),
        Who::Outside(name) => name.clone(),
    }
}

/// What a kind of act is called.
pub(in crate::web) fn act_name(lang: Lang, act: Act) -> &'static str {
    match act {
        Act::LookedUp => lang.t("按身份证号查询", "Looked up by number"),
        Act::Revealed => lang.t("查看完整身份证号", "Saw the full ID number"),
        Act::CertificateUsed => lang.t("用电子证照代替材料", "Used a certificate"),
        Act::CertificateVerified => lang.t("核验电子证照", "Verified a certificate"),
        Act::Presented => lang.t("出示电子证照", "Showed a certificate"),
        Act::Copied => lang.t("制作证照副本", "Made a copy of a certificate"),
        Act::HoldingUsed => lang.t("再次使用以前的材料", "Used an earlier material"),
        Act::HoldingVerified => lang.t("与原件核对材料", "Compared a material with its original"),
        Act::DataUsed => lang.t("使用部门登记信息", "Used what a registry says"),
        Act::Prefilled => lang.t("预填申请表", "Filled in a form"),
        Act::CaseRead => lang.t("打开办件", "Opened a case"),
        Act::Exported => lang.t("导出信息", "Exported the data"),
    }
}

/// The act with what it was done to.
fn what(lang: Lang, line: &Line) -> String {
    let act = act_name(lang, line.act);
    match named(lang, line) {
        Some(name) => lang.t(format!("{act}：{name}"), format!("{act}: {name}")),
        None => act.to_owned(),
    }
}

/// The name of what it was done to; none where the act says it already.
fn named(lang: Lang, line: &Line) -> Option<String> {
    match line.act {
        Act::CertificateUsed
        | Act::CertificateVerified
        | Act::Presented
        | Act::Copied
        | Act::HoldingUsed
        | Act::HoldingVerified
        | Act::DataUsed => {
            let name = line.what_name.as_ref().map(|(name, name_en)| lang.pick(name, name_en).to_owned());
            Some(name.unwrap_or_else(|| line.what.clone())).filter(|name| !name.is_empty())
        }
        Act::LookedUp | Act::Revealed | Act::Prefilled | Act::CaseRead | Act::Exported => None,
    }
}

/// Why cases are opened is the same each time, and so said in both languages.
fn reason(lang: Lang, line: &Line) -> String {
    let english = match &line.who {
        Who::Staff { role, .. } if lang == Lang::En && line.act == Act::CaseRead => case_reason(*role),
        Who::Owner | Who::Agent(_) | Who::Staff { .. } | Who::Portal | Who::Outside(_) => None,
    };
    english.map_or_else(|| line.reason.clone(), str::to_owned)
}

fn case_reason(role: Role) -> Option<&'static str> {
    match role {
        Role::Clerk => Some("Handled or looked up your case at a window"),
        Role::Reviewer => Some("Handles your application"),
        Role::Supervisor => Some("Supervises how cases are handled"),
        Role::Citizen | Role::Admin | Role::Auditor => None,
    }
}
