//! 就近、通办与主动服务.

use super::Fact::*;
use super::Formula::{Count, Share};
use super::{Base, Group, Indicator, indicator};

const fn rate(key: &'static str, name: super::Words, over: super::Side, under: super::Side) -> Indicator {
    indicator(Group::Reach, key, name, Share { over, under })
}

const fn number(key: &'static str, name: super::Words, side: super::Side) -> Indicator {
    indicator(Group::Reach, key, name, Count(side)).number_of(Base::Items)
}

pub(super) const ALL: &[Indicator] = &[
    number("item_count", ("依申请事项数", "Services in force"), &[Items])
        .said(
            "目录中在用的依申请事项（许可、给付、确认、奖励、裁决、其他、公共服务）",
            "services of the catalogue that are in force and begin with an application",
        )
        .from("SJZ-G1"),
    rate("nearby_items", ("就近办理率", "Done nearby"), &[ItemsNearby], &[Items])
        .of(Base::Items)
        .said("可就近办理的事项 ÷ 依申请事项", "services done nearby ÷ services in force")
        .from("SZ-G2"),
    rate(
        "social_items_nearby",
        ("社会保险事项就近办理率", "Social insurance done nearby"),
        &[SocialNearby],
        &[SocialItems],
    )
    .of(Base::Items)
    .said(
        "可就近办理的社会保障类事项 ÷ 社会保障类事项",
        "services of social security done nearby ÷ services of social security",
    )
    .from("SJZ-G1"),
    rate("same_city_items", ("同城通办率", "In any hall of the city"), &[ItemsSameCity], &[Items])
        .of(Base::Items)
        .said(
            "可在全市任一大厅办理的事项 ÷ 依申请事项",
            "services done in any hall of the city ÷ services in force",
        )
        .from("SZ-G2"),
    number("same_city_count", ("同城通办事项数", "Services in any hall of the city"), &[ItemsSameCity])
        .said("可在全市任一大厅办理的事项", "services done in any hall of the city")
        .from("SZ-G2"),
    number("nearby_count", ("就近办理事项数", "Services done nearby"), &[ItemsNearby])
        .said("可就近办理的事项", "services done nearby")
        .from("SZ-G2"),
    number("online_count", ("网上办理事项数", "Services online"), &[ItemsOnline])
        .said("网上可办的事项", "services that can be applied for online")
        .from("SZ-G2"),
    number("one_stop_count", ("一站式办理事项数", "Services at general windows"), &[ItemsAtGeneralWindow])
        .said("进驻大厅且由综合窗口受理的事项", "services in halls that general windows take in")
        .from("SZ-G2"),
    number("cross_province_count", ("跨省通办事项数", "Services for other provinces"), &[ItemsCrossProvince])
        .said("可跨省通办的事项", "services that another province may take in")
        .from("国办发〔2020〕35号; SP-29"),
    indicator(
        Group::Reach,
        "cross_province_cases",
        ("跨省通办事项收件", "Cases of such services"),
        Count(&[CrossProvinceReceived]),
    )
    .number_of(Base::Cases)
    .said("可跨省通办事项的本期收件", "cases received for services that another province may take in")
    .from("SP-29")
    .neutral(),
    rate(
        "cross_province_completion",
        ("跨省通办办结率", "Completion of such cases"),
        &[CrossProvinceClosed],
        &[CrossProvinceAccepted],
    )
    .said(
        "可跨省通办事项的本期办结 ÷ 本期受理",
        "closed ÷ accepted in the period, both of services that another province may take in",
    )
    .from("SP-29"),
    number("rule_items", ("秒批事项数", "Services decided by rule"), &[ItemsByRule])
        .said("由规则自动决定的事项", "services that a rule decides")
        .from("通行口径"),
    number(
        "proactive_items",
        ("主动服务（免申即享）事项数", "Services given unasked"),
        &[ItemsWithoutApplication],
    )
    .said(
        "符合条件即主动提供、无需申请的事项",
        "services given to whoever is entitled, without an application",
    )
    .from("SZ-G2"),
    indicator(Group::Reach, "users", ("实名注册用户数", "People with an account"), Count(&[Users]))
        .number_of(Base::People)
        .said("门户的实名个人账号", "accounts of people under their own name")
        .from("SJZ-G1"),
];
