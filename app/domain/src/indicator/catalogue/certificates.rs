//! 一号申请与电子证照: the number as the only credential, and what nobody has to bring.

use super::Fact::*;
use super::Formula::{Count, Share};
use super::{Base, Group, Indicator, indicator};

const fn rate(key: &'static str, name: super::Words, over: super::Side, under: super::Side) -> Indicator {
    indicator(Group::Number, key, name, Share { over, under })
}

pub(super) const ALL: &[Indicator] = &[
    rate(
        "one_number_items",
        ("一号办理率（事项）", "The number will do, of services"),
        &[ItemsByNumber],
        &[Items],
    )
    .of(Base::Items)
    .said(
        "必需材料都可由电子证照或数据共享取得的事项 ÷ 依申请事项",
        "services whose required materials can all be fetched ÷ services in force",
    )
    .from("SP-26; 国办发〔2016〕23号"),
    rate(
        "one_number_cases",
        ("一号办理率（办件）", "The number did, of cases"),
        &[ClosedByNumber],
        &[Closed],
    )
    .said(
        "本期办结、必需材料全部由证照、共享或复用取得的办件 ÷ 本期办结",
        "cases closed whose required materials were all fetched ÷ cases closed",
    )
    .from("SP-26; 国办发〔2016〕23号"),
    indicator(
        Group::Number,
        "certificate_calls",
        ("电子证照调用次数", "Certificates called up"),
        Count(&[Calls]),
    )
    .number_of(Base::Calls)
    .said("本期台账中为办件使用电子证照的次数", "uses of certificates in cases in the period, by the ledger")
    .from("GB/T 36906; SP-26"),
    rate(
        "certificate_cases",
        ("电子证照调用率", "Cases with a certificate"),
        &[WithCertificate],
        &[Received],
    )
    .said(
        "本期收件、至少调用过一次电子证照的办件 ÷ 本期收件",
        "cases received for which a certificate was called up ÷ cases received",
    )
    .from("GB/T 36906; SP-26"),
    rate(
        "materials_spared",
        ("材料免提交率（办件）", "Materials not asked for, of cases"),
        &[MaterialsSpared],
        &[MaterialsRequired],
    )
    .of(Base::Materials)
    .said(
        "本期收件中由证照、共享或复用取得的必需材料 ÷ 必需材料",
        "required materials of cases received that were fetched ÷ required materials",
    )
    .from("SP-26"),
    rate(
        "materials_fetchable",
        ("材料免提交率（目录）", "Materials not asked for, of the catalogue"),
        &[ItemMaterialsFetched],
        &[ItemMaterials],
    )
    .of(Base::Materials)
    .said(
        "目录中可由电子证照或数据共享取得的必需材料 ÷ 目录中的必需材料",
        "required materials of the catalogue that can be fetched ÷ required materials of the catalogue",
    )
    .from("SP-26"),
];
