//! How the applicant stands, as rules ask beside the applicant's registers.

use super::Phrase::{self, Flag};

pub(super) const STANDING: &[(&str, Phrase)] = &[
    (
        "person.account_bound",
        Flag(
            ("已绑定户号", "customer number bound to the account"),
            ("没有绑定户号", "no customer number bound to the account"),
        ),
    ),
    (
        "person.assessed_disabled",
        Flag(
            ("经评估为失能", "assessed as unable to live without care"),
            ("未经评估为失能", "not assessed as unable to live without care"),
        ),
    ),
    (
        "person.disability_assessed",
        Flag(
            ("经评定符合残疾标准", "assessed as disabled by the standard"),
            ("未经评定符合残疾标准", "not assessed as disabled by the standard"),
        ),
    ),
    (
        "person.health_ok",
        Flag(
            ("体检合格", "passed the medical examination"),
            ("体检不合格或没有体检", "not passed the medical examination"),
        ),
    ),
    (
        "person.lawful_home",
        Flag(
            ("在本市有合法稳定住所", "lawful and stable home in this city"),
            ("在本市没有合法稳定住所", "no lawful and stable home in this city"),
        ),
    ),
    (
        "person.medins_stopped_elsewhere",
        Flag(
            ("在原参保地已停保", "insurance at the former place ended"),
            ("在原参保地没有停保", "insurance at the former place not ended"),
        ),
    ),
    (
        "person.nurse_employer",
        Flag(
            ("有医疗机构拟聘用", "a medical institution intends to employ"),
            ("没有医疗机构拟聘用", "no medical institution intends to employ"),
        ),
    ),
    (
        "person.pension_drawn",
        Flag(
            ("已领取其他基本养老金", "draws another basic pension"),
            ("没有领取其他基本养老金", "draws no other basic pension"),
        ),
    ),
    (
        "person.pension_transition",
        Flag(
            ("符合制度实施时的年龄衔接规定", "covered by the transition rules for age"),
            ("不适用年龄衔接规定", "not covered by the transition rules for age"),
        ),
    ),
    (
        "person.renting",
        Flag(
            ("在本市租房居住", "rents a home in this city"),
            ("没有在本市租房居住", "does not rent a home in this city"),
        ),
    ),
    (
        "person.reported_in_time",
        Flag(
            ("退役后在规定期限内报到", "reported in time after discharge"),
            ("退役后没有在规定期限内报到", "did not report in time after discharge"),
        ),
    ),
    (
        "person.returned",
        Flag(
            ("是返乡创业人员", "returned home to start an enterprise"),
            ("不是返乡创业人员", "did not return home to start an enterprise"),
        ),
    ),
    (
        "person.ridehail_exam_pass",
        Flag(
            ("网约车驾驶员考试合格", "passed the examination of ride-hailing drivers"),
            ("网约车驾驶员考试未合格", "not passed the examination of ride-hailing drivers"),
        ),
    ),
    (
        "person.rural_hukou",
        Flag(
            ("是本市农业户籍（或按规定认定）", "rural household of this city, or recognised as such"),
            ("不是本市农业户籍", "not of a rural household of this city"),
        ),
    ),
    (
        "person.study_or_service_here",
        Flag(
            ("在本市就读或服役", "studies or serves in this city"),
            ("没有在本市就读或服役", "neither studies nor serves in this city"),
        ),
    ),
    (
        "person.talent",
        Flag(
            ("符合人才引进条件", "meets the conditions for talents"),
            ("不符合人才引进条件", "does not meet the conditions for talents"),
        ),
    ),
    (
        "person.talent_new",
        Flag(("是新引进人才", "newly recruited talent"), ("不是新引进人才", "not a newly recruited talent")),
    ),
    (
        "person.veteran_family",
        Flag(
            ("是烈士、因公牺牲军人等的遗属", "surviving family of a martyr or of a soldier who fell on duty"),
            (
                "不是烈士、因公牺牲军人等的遗属",
                "not surviving family of a martyr or of a soldier who fell on duty",
            ),
        ),
    ),
];
