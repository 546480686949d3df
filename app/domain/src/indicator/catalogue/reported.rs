//! 部门填报: what the portal cannot measure yet. The latest figure that a department reported and the
//! supervisors signed off stands for it.

use super::Formula::{Reported, Scored};
use super::{Base, Group, Indicator, Unit, indicator};

const fn share(key: &'static str, name: super::Words, base: Base) -> Indicator {
    indicator(Group::Reported, key, name, Reported).of(base)
}

const fn number(key: &'static str, name: super::Words, base: Base) -> Indicator {
    indicator(Group::Reported, key, name, Reported).number_of(base)
}

const fn satisfaction(key: &'static str, name: super::Words, source: &'static str) -> Indicator {
    share(key, name, Base::Answers)
        .said("满意的问卷 ÷ 有效问卷", "answers that are satisfied ÷ valid answers")
        .from(source)
}

const fn sharing(key: &'static str, name: super::Words) -> Indicator {
    share(key, name, Base::DataItems)
        .said(
            "已共享使用的数据项 ÷ 跨部门业务需要的数据项",
            "data items shared and used ÷ data items needed across departments",
        )
        .from("SP-15")
}

const fn scored(key: &'static str, name: super::Words) -> Indicator {
    Indicator { how: Scored, ..number(key, name, Base::Points) }.unit(Unit::Points).from("BT-00")
}

pub(super) const ALL: &[Indicator] = &[
    // 好差评 (GB/T 39735)
    share("good_ratings", ("好评率", "Good ratings"), Base::Ratings)
        .said("基本满意及以上的评价 ÷ 全部评价", "ratings of grades 1 to 3 ÷ ratings")
        .from("GB/T 39735; 国办发〔2019〕51号"),
    share("bad_ratings", ("差评率", "Bad ratings"), Base::Ratings)
        .said("不满意、非常不满意的评价 ÷ 全部评价", "ratings of grades 4 and 5 ÷ ratings")
        .from("GB/T 39735; 国办发〔2019〕51号")
        .less(),
    share("rated", ("主动评价率", "Rated unasked"), Base::Ratings)
        .said("主动评价 ÷ 可评价的办件", "ratings ÷ cases that could be rated")
        .from("GB/T 39735; 国办发〔2019〕51号"),
    share("revisited", ("差评回访率", "Bad ratings followed up"), Base::Ratings)
        .said("已回访的实名差评 ÷ 实名差评", "real-name bad ratings revisited ÷ real-name bad ratings")
        .from("国办发〔2019〕51号"),
    share("mended", ("差评按时整改率", "Bad ratings mended in time"), Base::Ratings)
        .said("按时整改的差评 ÷ 差评", "bad ratings mended in time ÷ bad ratings")
        .from("国办发〔2019〕51号"),
    // 12345 热线
    number("hotline_received", ("热线受理数", "Hotline: taken in"), Base::HotlineCalls)
        .said("12345 热线受理的来电", "calls taken in by the hotline 12345")
        .from("SP-20; BT-03")
        .neutral(),
    share("hotline_answered", ("热线接通率", "Hotline: answered"), Base::HotlineCalls)
        .said("接通的来电 ÷ 来电", "calls answered ÷ calls")
        .from("国办发〔2020〕53号"),
    share("hotline_on_time", ("热线按时办结率", "Hotline: closed on time"), Base::HotlineCalls)
        .said("按时办结的工单 ÷ 办结的工单", "orders closed on time ÷ orders closed")
        .from("国办发〔2020〕53号"),
    share("hotline_solved", ("热线解决率", "Hotline: solved"), Base::HotlineCalls)
        .said("回访中表示已解决的工单 ÷ 回访的工单", "orders called solved ÷ orders revisited")
        .from("SP-20"),
    share("hotline_satisfied", ("热线满意率", "Hotline: satisfied"), Base::HotlineCalls)
        .said("回访中表示满意的工单 ÷ 回访的工单", "orders called satisfying ÷ orders revisited")
        .from("SP-20"),
    // 信息共享率 (SP-15)
    sharing("sharing_services", ("信息共享率：政务服务", "Sharing: government services")),
    sharing("sharing_health", ("信息共享率：医疗卫生", "Sharing: health")),
    sharing("sharing_work", ("信息共享率：劳动就业", "Sharing: work")),
    sharing("sharing_social", ("信息共享率：社会保障", "Sharing: social security")),
    sharing("sharing_community", ("信息共享率：养老与社区", "Sharing: care and community")),
    share(
        "sharing_departments",
        ("无条件共享的委办局比率", "Departments that share unconditionally"),
        Base::Departments,
    )
    .said("无条件共享的委办局 ÷ 委办局", "departments that share unconditionally ÷ departments")
    .from("SP-14"),
    // 一卡通
    number("cards", ("一卡通发卡量", "City cards issued"), Base::Cards)
        .said("累计发放的卡", "cards issued so far")
        .from("SP-20"),
    number("card_use", ("一卡通使用频次", "City cards: uses"), Base::Calls)
        .said("本期用卡次数", "uses of cards in the period")
        .from("SP-20"),
    share("card_coverage", ("社保卡人口覆盖率", "Social security cards: coverage"), Base::People)
        .said("持卡人口 ÷ 常住人口", "people with a card ÷ residents")
        .from("SP-30"),
    number("population_covered", ("覆盖人口", "Population covered"), Base::People)
        .said("平台服务覆盖的人口", "people whom the platform serves")
        .from("SJZ-G1"),
    // 免申即享
    number("given_people", ("免申即享受益人数", "Given unasked: people"), Base::People)
        .said("未经申请即享受政策的人数", "people who received without an application")
        .from("通行口径"),
    number("given_money", ("免申即享兑现金额", "Given unasked: money"), Base::Yuan)
        .said("未经申请即兑现的金额", "money paid without an application")
        .from("通行口径"),
    share("materials_cut", ("材料压减率", "Materials cut"), Base::Materials)
        .said(
            "1 − 现有申请材料 ÷ 压减前申请材料（清理前的目录不在门户中）",
            "1 − materials asked now ÷ before (the catalogue before is not in the portal)",
        )
        .from("通行口径"),
    number("cross_city_items", ("跨市通办事项数", "Services for other cities"), Base::Items)
        .said("可跨市通办的事项", "services that another city may take in")
        .from("SP-29"),
    // 安全
    number("incidents_major", ("重大安全事件", "Security: major incidents"), Base::Incidents)
        .said("本期重大网络安全事件", "major security incidents of the period")
        .from("网络安全法")
        .less(),
    number("incidents_minor", ("一般安全事件", "Security: minor incidents"), Base::Incidents)
        .said("本期一般网络安全事件", "minor security incidents of the period")
        .from("网络安全法")
        .less(),
    number("vulnerabilities", ("未修复漏洞", "Security: open vulnerabilities"), Base::Incidents)
        .said("期末未修复的漏洞", "vulnerabilities open at the end of the period")
        .from("GB/T 22239")
        .less(),
    share("fix_time", ("漏洞平均修复时长", "Security: mean time to fix"), Base::Incidents)
        .unit(Unit::Hours)
        .said("修复用时之和 ÷ 已修复漏洞", "time to fix ÷ vulnerabilities fixed")
        .from("GB/T 22239")
        .less(),
    // 满意度 8+3 (SP-24, SP-25)
    satisfaction("satisfied_services", ("便捷感：办事", "Convenience: services"), "SP-24"),
    satisfaction("satisfied_travel", ("便捷感：出行", "Convenience: getting about"), "SP-24"),
    satisfaction("satisfied_health", ("便捷感：就医", "Convenience: health care"), "SP-24"),
    satisfaction("satisfied_care", ("便捷感：养老", "Convenience: care of older people"), "SP-24"),
    satisfaction("satisfied_education", ("便捷感：教育", "Convenience: education"), "SP-24"),
    satisfaction("satisfied_work", ("便捷感：就业", "Convenience: work"), "SP-24"),
    satisfaction("satisfied_community", ("便捷感：社区", "Convenience: community"), "SP-24"),
    satisfaction("satisfied_city", ("便捷感：城市管理", "Convenience: running of the city"), "SP-24"),
    satisfaction("safe_public", ("安全感：公共安全", "Safety: public safety"), "SP-25"),
    satisfaction("safe_food", ("安全感：食品安全", "Safety: food"), "SP-25"),
    satisfaction("safe_drugs", ("安全感：药品安全", "Safety: medicines"), "SP-25"),
    // 国家政务服务能力评估
    national("national_results", ("在线服务成效度", "National: results of service online")),
    national("national_maturity", ("在线办理成熟度", "National: maturity of handling online")),
    national("national_ways", ("服务方式完备度", "National: completeness of ways")),
    national("national_coverage", ("服务事项覆盖度", "National: coverage of services")),
    national("national_guides", ("办事指南准确度", "National: accuracy of guides")),
    // 包头考评
    scored("assessment_half", ("包头考评：半年得分", "Baotou: half-year score")).said(
        "60% 日常监测 + 20% 实地调研 + 10% 民意调查 + 10% 第三方评估",
        "60 % monitoring + 20 % field research + 10 % public opinion + 10 % third party",
    ),
    scored("assessment_year", ("包头考评：年度得分", "Baotou: score of the year"))
        .said("（上半年 + 下半年）÷ 2", "(first half + second half) ÷ 2"),
    scored("assessment_final", ("包头考评：七方面平均", "Baotou: mean of seven aspects"))
        .said("七个方面得分的平均，分块计分有上限", "mean of the scores of seven aspects, blocks capped"),
];

const fn national(key: &'static str, name: super::Words) -> Indicator {
    number(key, name, Base::Points)
        .unit(Unit::Points)
        .said("省级政府一体化政务服务能力评估得分", "score in the national evaluation of service capability")
        .from("中央党校评估")
}
