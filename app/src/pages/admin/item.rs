//! One item to edit, with what the catalogue's rules find in it beside the form.

use super::items::{state_name, state_tag};
use super::rules;
use super::values::Values;
use crate::lang::Lang;
use crate::ui::error_summary::error_summary;
use domain::item::lint::Finding;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct ItemPage {
    /// The language.
    pub lang: Lang,
    /// `RS-001`.
    pub id: String,
    /// The department, in words.
    pub department: String,
    /// The base code.
    pub base_code: String,
    /// How many bodies carry it out.
    pub implementations: usize,
    /// What stands in the fields, by the names of the catalogue file.
    pub values: Values,
    /// Themes to choose from.
    pub themes: Vec<(String, String)>,
    /// What the rules find in it as stored.
    pub findings: Vec<Finding>,
    /// Somebody else saved it meanwhile: what was typed is below, the version is the new one.
    pub stale: bool,
}

/// The view.
pub fn item(page: ItemPage) -> AnyView {
    let lang = page.lang;
    let state = page.values.get("state").to_owned();
    view! {
        <a class="back-link" href="/admin/items">{lang.t("返回事项", "Back to items")}</a>
        {error_summary(lang, &page.values.errors)}
        {page.stale.then(|| stale(lang, &page.id))}
        <div class="page-head">
            <h1>{page.values.heading(&page.id)}</h1>
            <p class="lead">{page.department.clone()}" · "{page.id.clone()}" "{state_tag(lang, &state)}</p>
        </div>
        <div class="with-aside">
            <form class="edit-form body" method="post" action=format!("/admin/items/{}", page.id)>
                <input type="hidden" name="version" value=page.values.get("version").to_owned()/>
                {basics(&page)}
                {limits(&page)}
                {fee(&page)}
                {ways(&page)}
                {texts(&page)}
                <div class="page-actions">
                    <button class="button">{lang.t("保存", "Save")}</button>
                    <a class="button secondary" href="/admin/items">{lang.t("不保存", "Cancel")}</a>
                </div>
            </form>
            {aside(&page)}
        </div>
    }
    .into_any()
}

fn stale(lang: Lang, id: &str) -> AnyView {
    view! {
        <div class="notice warning" role="alert" tabindex="-1" autofocus><p>
            {lang.t(
                "别人刚刚保存过这个事项。您写的还在下面，没有保存；核对后再点“保存”，会盖过别人的修改。",
                "Somebody has just saved this item. What you wrote is below and was not saved. Check it; saving now replaces their change.",
            )}" "
            <a href=format!("/admin/items/{id}")>{lang.t("放弃我写的，看别人保存的", "Drop mine and see theirs")}</a>
        </p></div>
    }
    .into_any()
}

fn basics(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let kinds = [("promise", lang.t("承诺件", "Promised")), ("instant", lang.t("即办件", "Immediate"))];
    let states = ["active", "suspended", "withdrawn"].map(|state| (state, state_name(lang, state)));
    let owned = |options: &[(&str, &str)]| -> Vec<(String, String)> {
        options.iter().map(|(value, text)| ((*value).to_owned(), (*text).to_owned())).collect()
    };
    view! {
        <fieldset>
            <legend>{lang.t("基本", "Basics")}</legend>
            <div class="form-grid">
                {values.field(lang, "name", lang.t("事项名称", "Name")).view()}
                {values.optional(lang, "name_en", lang.t("英文名称", "Name in English")).view()}
                {values.field(lang, "theme", lang.t("主题", "Theme")).select(page.themes.clone())}
                {values.field(lang, "case_kind", lang.t("办件类型", "Kind")).select(owned(&kinds))}
                {values.field(lang, "state", lang.t("状态", "State")).hint(lang.t("暂停、取消后不能再申请", "Suspended or withdrawn, nobody can apply")).select(owned(&states))}
            </div>
            {subjects(page)}
        </fieldset>
    }
    .into_any()
}

fn subjects(page: &ItemPage) -> AnyView {
    use domain::item::Subject;
    let (lang, values) = (page.lang, &page.values);
    let chosen: Vec<&str> = values.get("subject").split_whitespace().collect();
    let error = crate::ui::field::error_of(lang, "subject", &values.errors);
    let boxes = Subject::ALL.into_iter().enumerate().map(|(at, subject)| {
        let id = if at == 0 { "subject".to_owned() } else { format!("subject-{at}") };
        let checked = chosen.contains(&subject.as_str());
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name="subject" value=subject.as_str() checked=checked/>
                <label for=id>{subject_name(lang, subject)}</label>
            </div>
        }
    });
    view! {
        <fieldset class="field choices inline" class:invalid=error.is_some()>
            <legend>{lang.t("服务对象", "For whom")}</legend>
            {error.clone().map(|text| view! { <p class="error"><span class="visually-hidden">{lang.t("错误：", "Error: ")}</span>{text}</p> })}
            {boxes.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn subject_name(lang: Lang, subject: domain::item::Subject) -> &'static str {
    use domain::item::Subject;
    lang.t(
        subject.chinese(),
        match subject {
            Subject::Person => "People",
            Subject::Company => "Companies",
            Subject::Institution => "Public institutions",
            Subject::Association => "Associations",
            Subject::Authority => "Authorities",
            Subject::Other => "Other organisations",
        },
    )
}

fn limits(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let number = |name: &str, label: &str, hint: &str| {
        let mut field = values.optional(lang, name, label).hint(hint);
        field.class = "width-4";
        field.inputmode = "numeric";
        field.view()
    };
    let units = |name: &str, label: &str| {
        let options = [
            ("", "—"),
            ("workday", lang.t("工作日", "working days")),
            ("day", lang.t("自然日", "days")),
            ("month", lang.t("月", "months")),
        ];
        let options = options.map(|(value, text)| (value.to_owned(), text.to_owned())).to_vec();
        values.field(lang, name, label).select(options)
    };
    let mut reason = values
        .optional(lang, "onsite_reason", lang.t("必须到现场的原因", "Why a visit is needed"))
        .hint(lang.t("到场次数为 0 时留空", "Leave empty where no visit is needed"));
    reason.class = "width-full";
    let mut visits = values.field(lang, "visits", lang.t("到场次数", "Visits"));
    visits.class = "width-4";
    visits.inputmode = "numeric";
    let visits = visits.view();
    view! {
        <fieldset>
            <legend>{lang.t("时限与跑动", "Limits and visits")}</legend>
            <div class="form-grid">
                {number("legal_value", lang.t("法定时限", "Statutory limit"), "")}
                {units("legal_unit", lang.t("法定时限单位", "Unit of the statutory limit"))}
                {number("promise_value", lang.t("承诺时限", "Promised limit"), lang.t("0 表示即办", "0 means on the spot"))}
                {units("promise_unit", lang.t("承诺时限单位", "Unit of the promised limit"))}
                {visits}
                {reason.view()}
            </div>
        </fieldset>
    }
    .into_any()
}

fn fee(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let mut amount = values
        .optional(lang, "fee_amount", lang.t("金额（元）", "Amount in yuan"))
        .hint(lang.t("只有一个固定金额时填写", "Only where it is one sum"));
    amount.class = "width-8";
    amount.inputmode = "decimal";
    view! {
        <fieldset>
            <legend>{lang.t("收费", "Fee")}</legend>
            <div class="field choices inline">
                {values.tick("charged", lang.t("收费", "A fee is charged"))}
                {values.tick("pay_online", lang.t("可以网上支付", "Can be paid online"))}
            </div>
            <div class="form-grid">
                {values.field(lang, "fee_text", lang.t("收费说明", "The fee in words")).view()}
                {amount.view()}
            </div>
        </fieldset>
    }
    .into_any()
}

fn ways(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let boxes = [
        ("online", lang.t("网上申请", "Online")),
        ("fully_online", lang.t("全程网办", "Wholly online")),
        ("mobile", lang.t("手机办", "On a phone")),
        ("one_window", lang.t("综合窗口", "General window")),
        ("kiosk", lang.t("自助终端", "Kiosk")),
        ("postal", lang.t("邮寄", "By post")),
        ("same_city", lang.t("同城通办", "Anywhere in the city")),
        ("nearby", lang.t("就近办", "Nearby")),
        ("cross_province", lang.t("跨省通办", "Across provinces")),
        ("agent", lang.t("可以代办", "An agent may apply")),
        ("deferrable", lang.t("容缺受理", "Materials may follow")),
        ("commitment", lang.t("告知承诺", "Declaration suffices")),
        ("instant_approval", lang.t("秒批", "Instant approval")),
        ("no_application", lang.t("免申即享", "Without application")),
        ("appointment", lang.t("可以预约", "Appointments")),
    ];
    let boxes = boxes.map(|(name, label)| values.tick(name, label)).collect_view();
    view! {
        <fieldset>
            <legend>{lang.t("怎么办", "How")}</legend>
            <div class="field choices inline">{boxes}</div>
        </fieldset>
    }
    .into_any()
}

fn texts(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let phone = |name: &str, label: &str| {
        let mut field = values.optional(lang, name, label).hint(lang.t("固定电话带区号", "With area code"));
        field.kind = "tel";
        field.class = "width-20";
        field.view()
    };
    let lines = lang.t("一行一条", "One a line");
    view! {
        <fieldset>
            <legend>{lang.t("说明", "Texts")}</legend>
            <div class="form-grid">
                {phone("consult_phone", lang.t("咨询电话", "Telephone for enquiries"))}
                {phone("complaint_phone", lang.t("投诉电话", "Telephone for complaints"))}
            </div>
            {values.field(lang, "eligibility", lang.t("谁可以办", "Who may apply")).textarea("2")}
            {values.optional(lang, "conditions", lang.t("办理条件", "Conditions")).hint(lines).textarea("4")}
            {values.optional(lang, "keywords", lang.t("老百姓怎么叫它", "What people call it")).hint(lines).textarea("3")}
            {values.optional(lang, "law", lang.t("依据", "Legal basis")).textarea("3")}
            {values.optional(lang, "note", lang.t("备注", "Note")).textarea("2")}
        </fieldset>
    }
    .into_any()
}

fn aside(page: &ItemPage) -> AnyView {
    let lang = page.lang;
    let errors =
        page.findings.iter().filter(|one| one.severity == domain::item::lint::Severity::Error).count();
    let warnings = page.findings.len() - errors;
    view! {
        <aside class="aside stack" aria-label=lang.t("一致性检查", "Consistency check")>
            <section class="panel">
                <header>
                    <h2>{lang.t("一致性检查", "Consistency check")}</h2>
                    <span class="aside">{super::items::verdict(lang, (errors, warnings))}</span>
                </header>
                {rules::findings(lang, &page.findings)}
                <p class="meta">{lang.t("按已保存的内容检查，保存后更新。", "Of what is saved; it follows each saving.")}</p>
            </section>
            <section class="panel">
                <header><h2>{lang.t("编码", "Codes")}</h2></header>
                <dl class="facts-list">
                    <div><dt>{lang.t("基本编码", "Base code")}</dt><dd><span class="code">{page.base_code.clone()}</span></dd></div>
                    <div><dt>{lang.t("实施清单", "Implementations")}</dt><dd>{page.implementations}</dd></div>
                </dl>
                <p><a href=format!("/items/{}", page.id)>{lang.t("看办事指南", "See the guide")}</a></p>
            </section>
        </aside>
    }
    .into_any()
}
