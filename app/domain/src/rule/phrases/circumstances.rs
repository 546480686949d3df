//! How a case, a company or a family stands, as rules ask beside the registries' own fields.

use super::Phrase::{self, Flag};

pub(super) const CIRCUMSTANCES: &[(&str, Phrase)] = &[
    (
        "applicant.is_employer",
        Flag(
            ("申请人是用人单位", "applicant is the employer"),
            ("申请人不是用人单位", "applicant is not the employer"),
        ),
    ),
    (
        "both.related",
        Flag(
            ("双方有禁止结婚的亲属关系", "too closely related to marry"),
            ("双方没有禁止结婚的亲属关系", "not too closely related to marry"),
        ),
    ),
    (
        "both.willing",
        Flag(
            ("双方自愿结婚", "both marry of their own will"),
            ("有一方不是自愿", "not both marry of their own will"),
        ),
    ),
    (
        "case.aid_situation",
        Flag(
            (
                "属于康复、助学、生活、辅具等扶助情形",
                "help with rehabilitation, study, living or aids is needed",
            ),
            ("不属于扶助情形", "no situation in which help is given"),
        ),
    ),
    (
        "case.disease_listed",
        Flag(
            ("所患疾病属于门诊慢特病病种", "the disease is one of those listed"),
            ("所患疾病不属于门诊慢特病病种", "the disease is not one of those listed"),
        ),
    ),
    (
        "case.hardship",
        Flag(
            (
                "因突发事件、意外伤害、重大疾病等致基本生活陷入困境",
                "in hardship after an emergency, accident or grave illness",
            ),
            ("基本生活没有陷入困境", "not in hardship"),
        ),
    ),
    (
        "case.home_bought_in_time",
        Flag(
            ("在规定期限内购买自住住房", "own home bought within the term"),
            ("没有在规定期限内购买自住住房", "no own home bought within the term"),
        ),
    ),
    (
        "case.legal_aid_scope",
        Flag(
            ("事项属于法律援助范围", "the matter is one for legal aid"),
            ("事项不属于法律援助范围", "the matter is not one for legal aid"),
        ),
    ),
    (
        "case.medical_costs",
        Flag(
            ("发生了符合规定的医疗费用", "medical costs that count were incurred"),
            ("没有发生符合规定的医疗费用", "no medical costs that count were incurred"),
        ),
    ),
    (
        "case.notary_district",
        Flag(
            ("公证事项属于本公证机构执业区域", "the matter belongs to this notary's district"),
            ("公证事项不属于本公证机构执业区域", "the matter belongs to another notary's district"),
        ),
    ),
    (
        "case.sign_plan_ok",
        Flag(
            ("符合户外设施设置规划", "fits the plan for outdoor installations"),
            ("不符合户外设施设置规划", "does not fit the plan for outdoor installations"),
        ),
    ),
    (
        "child.moved",
        Flag(
            ("因户籍或居住地变动确需转学", "child has to change school because of a move"),
            ("没有户籍或居住地变动", "no move that makes a change of school necessary"),
        ),
    ),
    (
        "company.food_ready",
        Flag(
            ("有与经营品种相适应的场所、设备和制度", "premises, equipment and rules fit for the food sold"),
            ("没有相适应的场所、设备和制度", "no premises, equipment and rules fit for the food sold"),
        ),
    ),
    (
        "company.objection",
        Flag(
            ("公示期内有异议", "objections while announced"),
            ("公示期内无异议", "no objections while announced"),
        ),
    ),
    ("company.renamed", Flag(("变更了名称", "company renamed"), ("没有变更名称", "company not renamed"))),
    (
        "company.restricted",
        Flag(
            ("有限制登记的情形", "changes of registration barred"),
            ("没有限制登记的情形", "changes of registration not barred"),
        ),
    ),
    (
        "company.transport_ready",
        Flag(
            ("有相应的车辆、驾驶人员和安全管理制度", "has vehicles, drivers and safety rules as required"),
            (
                "没有相应的车辆、驾驶人员和安全管理制度",
                "lacks the vehicles, drivers or safety rules required",
            ),
        ),
    ),
    (
        "enterprise.is_first",
        Flag(
            ("是第一次创业", "first enterprise started"),
            ("不是第一次创业", "not the first enterprise started"),
        ),
    ),
    (
        "family.none_employed",
        Flag(
            ("属零就业家庭", "nobody in the family has employment"),
            ("家庭中有人就业", "somebody in the family has employment"),
        ),
    ),
    (
        "org.course_filed",
        Flag(("培训班次已经备案", "course filed beforehand"), ("培训班次没有备案", "course not filed")),
    ),
];
