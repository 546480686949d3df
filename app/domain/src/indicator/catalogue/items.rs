//! 网上办理: what can be done online, of services and of cases.

use super::Fact::*;
use super::{Base, Formula::Share, Group, Indicator, indicator};

const fn rate(key: &'static str, name: super::Words, over: super::Side, under: super::Side) -> Indicator {
    indicator(Group::Online, key, name, Share { over, under })
}

pub(super) const ALL: &[Indicator] = &[
    rate("online_items", ("网上可办率", "Services that can be applied for online"), &[ItemsOnline], &[Items])
        .of(Base::Items)
        .said("网上可办事项 ÷ 依申请事项", "services that can be applied for online ÷ services in force")
        .from("GB/T 39554; SZ-G2"),
    rate("fully_online_items", ("全程网办率（事项）", "Fully online, of services"), &[ItemsFullyOnline], &[Items])
        .of(Base::Items)
        .said("网办深度Ⅳ级（全程网办）事项 ÷ 依申请事项", "services at depth Ⅳ (fully online) ÷ services in force")
        .from("ZWFW C0109; SJZ-G1"),
    rate("fully_online_cases", ("全程网办率（办件）", "Fully online, of cases"), &[ClosedWithoutVisit], &[Closed])
        .said(
            "本期办结、网上提交、未到现场核对原件、结果不在窗口领取的办件 ÷ 本期办结",
            "cases closed that were submitted online, showed no paper on site and fetched no result at a window ÷ cases closed",
        )
        .from("ZWFW C0109; SJZ-G1"),
    rate("portal_cases", ("一网通办率（实际网办率）", "Cases through the portal"), &[AcceptedByPortal], &[Accepted])
        .said(
            "本期受理、经门户（电脑端、移动端、自助终端）提交的办件 ÷ 本期受理",
            "cases accepted that were submitted through the portal (PC, phone, kiosk) ÷ cases accepted",
        )
        .from("上海 2022; SH"),
    rate("online_licences", ("行政审批网上申办率", "Licences applied for online"), &[LicencesOnline], &[LicencesReceived])
        .said(
            "本期网上（电脑端、移动端）申请的行政许可办件 ÷ 本期行政许可收件",
            "licence cases applied for online (PC, phone) ÷ licence cases received",
        )
        .from("SJZ-G3"),
    rate("licence_items_online", ("行政许可事项网上可办率", "Licences that can be applied for online"), &[LicenceItemsOnline], &[Licences])
        .of(Base::Items)
        .said("网上可办的行政许可事项 ÷ 行政许可事项", "licences that can be applied for online ÷ licences")
        .from("SZ-G0"),
    rate("public_services_online", ("公共服务事项网上可办率", "Public services that can be applied for online"), &[PublicServicesOnline], &[PublicServices])
        .of(Base::Items)
        .said("网上可办的公共服务事项 ÷ 公共服务事项", "public services that can be applied for online ÷ public services")
        .from("SZ-G0"),
    rate("social_items_online", ("社会保险事项网上可办率", "Social insurance that can be done online"), &[SocialOnline], &[SocialItems])
        .of(Base::Items)
        .said("网上可办的社会保障类事项 ÷ 社会保障类事项", "services of social security that can be done online ÷ services of social security")
        .from("SJZ-G1"),
    rate("one_visit_items", ("最多跑一次率", "At most one visit"), &[ItemsOneVisit], &[Items])
        .of(Base::Items)
        .said("到现场次数不超过 1 次的事项 ÷ 依申请事项", "services with at most one visit ÷ services in force")
        .from("GB/T 39554"),
    rate("no_visit_items", ("零跑动率", "Without a visit"), &[ItemsNoVisit], &[Items])
        .of(Base::Items)
        .said("到现场次数为 0 的事项 ÷ 依申请事项", "services without a visit ÷ services in force")
        .from("GB/T 39554"),
    rate("other_channels", ("渠道占比（非窗口）", "Not at the window"), &[ReceivedElsewhere], &[Received])
        .said("本期窗口以外渠道提交的办件 ÷ 本期收件", "cases submitted otherwise than at a window ÷ cases received")
        .from("SP-31"),
];
