//! The ways in which an item is done, and what is said of it.

use super::ItemPage;
use crate::ui::field::Field;
use leptos::prelude::*;

pub(super) fn ways(page: &ItemPage) -> AnyView {
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

pub(super) fn texts(page: &ItemPage) -> AnyView {
    let (lang, values) = (page.lang, &page.values);
    let phone = |name: &str, label: &str| {
        let field = values.phone(lang, name, label).hint(lang.t("固定电话带区号", "With area code"));
        Field { optional: true, ..field }.view()
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
