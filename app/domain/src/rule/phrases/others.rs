//! Fields of the family, of companies and of things; and how the applicant stands to them.

use super::Phrase::{self, Age, Choice, City, Count, Flag, Share};

pub(super) const OTHERS: &[(&str, Phrase)] = &[
    (
        "address.in_supply_area",
        Flag(
            ("地址在供应范围内", "address within the area supplied"),
            ("地址不在供应范围内", "address outside the area supplied"),
        ),
    ),
    (
        "applicant.is_agent_of_org",
        Flag(
            ("是法人授权的经办人", "authorised to act for the organisation"),
            ("不是法人授权的经办人", "not authorised to act for the organisation"),
        ),
    ),
    (
        "applicant.is_consumer",
        Flag(
            ("是发生争议的消费者", "the consumer in the dispute"),
            ("不是发生争议的消费者", "not the consumer in the dispute"),
        ),
    ),
    (
        "applicant.is_rightholder",
        Flag(
            ("是权利人或利害关系人", "holder of the right, or concerned by it"),
            ("不是权利人或利害关系人", "neither holder of the right nor concerned by it"),
        ),
    ),
    (
        "applicant.is_self_or_authorised",
        Flag(
            ("本人或经书面授权", "the person concerned, or authorised in writing"),
            ("不是本人且未经书面授权", "neither the person concerned nor authorised in writing"),
        ),
    ),
    (
        "applicant.real_name",
        Flag(
            ("申请人已实名", "applicant's identity verified"),
            ("申请人未实名", "applicant's identity not verified"),
        ),
    ),
    (
        "both.married",
        Flag(("双方有配偶", "either already married"), ("双方均无配偶", "neither already married")),
    ),
    (
        "case.days_since_injury",
        Count(("距事故伤害发生或诊断之日", "time since the injury or diagnosis:"), ("天", "days")),
    ),
    ("child.age", Age(("儿童", "child "))),
    ("child.age_on_0831", Age(("儿童截至 8 月 31 日", "child, on 31 August, "))),
    (
        "child.born_in_local_hospital",
        Flag(
            ("在本市助产机构出生", "child born in a hospital of this city"),
            ("未在本市助产机构出生", "child not born in a hospital of this city"),
        ),
    ),
    (
        "child.compulsory",
        Flag(
            ("就读义务教育阶段", "child in compulsory education"),
            ("未就读义务教育阶段", "child not in compulsory education"),
        ),
    ),
    (
        "child.enrolled",
        Flag(
            ("是在籍学生", "child enrolled at a school"),
            ("不是在籍学生", "child not enrolled at a school"),
        ),
    ),
    ("child.guardian_status", Choice(("儿童的监护情况", "the child's situation"))),
    (
        "child.kindergarten_registered",
        Flag(
            ("在本市登记注册的幼儿园就读", "child at a registered kindergarten of this city"),
            ("未在本市登记注册的幼儿园就读", "child not at a registered kindergarten of this city"),
        ),
    ),
    (
        "child.primary_graduate",
        Flag(
            ("是应届小学毕业生", "child finishing primary school this year"),
            ("不是应届小学毕业生", "child not finishing primary school this year"),
        ),
    ),
    ("child.school_type", Choice(("就读学校类型", "the child's school"))),
    (
        "company.debt_cleared",
        Flag(
            ("未发生或已清偿债权债务", "company without debts, or all paid"),
            ("有未清偿的债权债务", "company with unpaid debts"),
        ),
    ),
    (
        "company.name_ok",
        Flag(
            ("企业名称自主申报通过", "company name accepted"),
            ("企业名称自主申报未通过", "company name not accepted"),
        ),
    ),
    ("company.new", Flag(("是新办纳税人", "new taxpayer"), ("不是新办纳税人", "not a new taxpayer"))),
    ("company.notice_days", Count(("公示", "announced for"), ("天", "days"))),
    ("company.place_type", Choice(("场所类型", "kind of premises"))),
    ("company.shareholders", Count(("股东", "shareholders:"), ("人", ""))),
    ("company.status", Choice(("企业状态", "the company's status"))),
    (
        "decedent.insured_local",
        Flag(
            ("逝者在本市参保", "the deceased was insured in this city"),
            ("逝者未在本市参保", "the deceased was not insured in this city"),
        ),
    ),
    (
        "enterprise.legal_person_is_applicant",
        Flag(
            ("申请人是企业法定代表人", "applicant is the legal representative of the enterprise"),
            ("申请人不是企业法定代表人", "applicant is not the legal representative of the enterprise"),
        ),
    ),
    (
        "enterprise.months_operating",
        Count(("企业正常运营", "enterprise in operation for"), ("个月", "months")),
    ),
    (
        "family.asset_ok",
        Flag(
            ("家庭财产符合规定", "family assets within the limits"),
            ("家庭财产不符合规定", "family assets above the limits"),
        ),
    ),
    (
        "family.income_below",
        Flag(
            ("家庭经济困难", "family in financial difficulty"),
            ("家庭经济不困难", "family not in financial difficulty"),
        ),
    ),
    (
        "family.local_property_count",
        Count(("家庭名下的本市自有住房", "homes owned by the family in this city:"), ("套", "")),
    ),
    (
        "family.low_margin",
        Flag(
            ("属低保边缘家庭", "family just above the subsistence allowance"),
            ("不属低保边缘家庭", "family not just above the subsistence allowance"),
        ),
    ),
    (
        "family.one_child_policy",
        Flag(
            ("属独生子女或两女家庭", "family with an only child or two daughters"),
            ("不属独生子女或两女家庭", "family without an only child or two daughters"),
        ),
    ),
    (
        "family.per_capita_income",
        Count(("家庭人均月收入", "monthly family income per head:"), ("元", "yuan")),
    ),
    ("family.rent_arrears", Count(("欠缴租金", "rent owed:"), ("元", "yuan"))),
    ("father.hukou_city", City(("父亲户籍", "father's household registered"))),
    ("female.age", Age(("女方", "the woman "))),
    (
        "guardian.has_residence_permit",
        Flag(
            ("监护人持有本市居住证", "guardian holds a residence permit of this city"),
            ("监护人未持有本市居住证", "guardian holds no residence permit of this city"),
        ),
    ),
    ("guardian.hukou_city", City(("监护人户籍", "guardian's household registered"))),
    (
        "guardian.insured_months",
        Count(("监护人缴纳社会保险", "guardian paid social insurance for"), ("个月", "months")),
    ),
    ("male.age", Age(("男方", "the man "))),
    ("mother.hukou_city", City(("母亲户籍", "mother's household registered"))),
    ("org.individual_members", Count(("个人会员", "members who are persons:"), ("个", ""))),
    (
        "org.school_standard",
        Flag(
            ("符合学校设置标准", "meets the standards for schools"),
            ("不符合学校设置标准", "does not meet the standards for schools"),
        ),
    ),
    (
        "org.training_list",
        Flag(
            ("列入本市培训机构目录", "on the city's list of training institutions"),
            ("未列入本市培训机构目录", "not on the city's list of training institutions"),
        ),
    ),
    ("org.type", Choice(("机构类型", "kind of institution"))),
    ("org.unit_members", Count(("单位会员", "members that are organisations:"), ("个", ""))),
    (
        "property.sealed",
        Flag(("不动产被查封", "property under seizure"), ("不动产未被查封", "property not under seizure")),
    ),
    (
        "property.tax_paid",
        Flag(("已缴税", "taxes on the property paid"), ("未缴税", "taxes on the property not paid")),
    ),
    ("spouse.hukou_city", City(("配偶户籍", "spouse's household registered"))),
    ("vehicle.gross_tons", Count(("车辆总质量", "gross weight of the vehicle:"), ("吨", "tonnes"))),
    (
        "vehicle.inspection_exempt",
        Flag(
            ("属免上线检测的机动车", "vehicle exempt from inspection"),
            ("不属免上线检测的机动车", "vehicle not exempt from inspection"),
        ),
    ),
    (
        "vehicle.unpaid_violations",
        Count(("车辆未处理的交通违法", "traffic violations of the vehicle not settled:"), ("起", "")),
    ),
    ("vote.approve", Share(("表决同意的比例", "votes in favour:"))),
    ("vote.participation", Share(("参与表决的比例", "owners taking part in the vote:"))),
];
