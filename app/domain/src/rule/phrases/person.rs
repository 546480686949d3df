//! The applicant's own fields.

use super::Phrase::{self, Age, Choice, City, Count, Flag, Given, Grade};

pub(super) const PERSON: &[(&str, Phrase)] = &[
    ("person.age", Age(("", ""))),
    ("person.citizen", Flag(("是中国公民", "Chinese citizen"), ("不是中国公民", "not a Chinese citizen"))),
    ("person.credit_ok", Flag(("信用良好", "good credit record"), ("有不良信用", "bad credit record"))),
    ("person.crime_record", Flag(("有犯罪记录", "criminal record"), ("无犯罪记录", "no criminal record"))),
    (
        "person.cross_province_apply",
        Flag(
            ("持居住证跨省申办", "applying from another province with a residence permit"),
            ("不是跨省申办", "not applying from another province"),
        ),
    ),
    ("person.degree", Choice(("学历", "degree"))),
    ("person.disability_level", Grade(("残疾等级", "disability"))),
    ("person.disability_type", Choice(("残疾类别", "kind of disability"))),
    (
        "person.driving_years",
        Count(("取得相应驾驶证", "licensed to drive such vehicles for"), ("年", "years")),
    ),
    (
        "person.emergency_here",
        Flag(
            ("在本市遭遇突发困难", "in an emergency in this city"),
            ("未在本市遭遇突发困难", "not in an emergency in this city"),
        ),
    ),
    ("person.employed", Flag(("已就业", "employed"), ("处于无业状态", "without employment"))),
    ("person.employer_city", City(("用人单位", "employer"))),
    ("person.employment_type", Choice(("就业形式", "kind of employment"))),
    (
        "person.graduate_years",
        Count(("高校毕业后", "time since graduating from a university:"), ("年", "years")),
    ),
    (
        "person.hard_to_employ",
        Flag(
            ("已认定为就业困难人员", "recognised as having difficulty finding employment"),
            ("未认定为就业困难人员", "not recognised as having difficulty finding employment"),
        ),
    ),
    (
        "person.has_residence_permit",
        Flag(
            ("持有本市居住证", "holds a residence permit of this city"),
            ("未持有本市居住证", "holds no residence permit of this city"),
        ),
    ),
    (
        "person.hpf_active",
        Flag(
            ("正常缴存住房公积金", "paying into the housing provident fund"),
            ("未缴存住房公积金", "not paying into the housing provident fund"),
        ),
    ),
    (
        "person.hpf_months",
        Count(("连续缴存住房公积金", "paid into the housing provident fund for"), ("个月", "months")),
    ),
    ("person.hukou_city", City(("户籍", "household registered"))),
    (
        "person.insured_local",
        Flag(
            ("在本市参加社会保险", "covered by social insurance in this city"),
            ("未在本市参加社会保险", "not covered by social insurance in this city"),
        ),
    ),
    (
        "person.insured_local_ever",
        Flag(
            ("有本市参保记录", "has been covered by social insurance in this city"),
            ("无本市参保记录", "has never been covered by social insurance in this city"),
        ),
    ),
    ("person.insured_months", Count(("累计缴纳社会保险", "paid social insurance for"), ("个月", "months"))),
    (
        "person.insured_other_region",
        Flag(
            ("曾在其他统筹地区参保", "has been covered by social insurance elsewhere"),
            ("未在其他统筹地区参保", "has not been covered by social insurance elsewhere"),
        ),
    ),
    ("person.is_student", Flag(("是在校学生", "student"), ("不是在校学生", "not a student"))),
    ("person.local_residence_months", Count(("在本市居住", "lived in this city for"), ("个月", "months"))),
    (
        "person.marriage_record",
        Flag(("有婚姻登记记录", "marriage on record"), ("无婚姻登记记录", "no marriage on record")),
    ),
    ("person.married", Flag(("婚姻关系存续", "married"), ("未处于婚姻关系", "not married"))),
    (
        "person.maternity_ins_months",
        Count(("连续参加生育保险", "covered by maternity insurance for"), ("个月", "months")),
    ),
    (
        "person.medins_employee",
        Flag(
            ("参加职工医保", "covered by employees' medical insurance"),
            ("未参加职工医保", "not covered by employees' medical insurance"),
        ),
    ),
    (
        "person.medins_local",
        Flag(
            ("参加本市基本医疗保险", "covered by basic medical insurance in this city"),
            ("未参加本市基本医疗保险", "not covered by basic medical insurance in this city"),
        ),
    ),
    (
        "person.no_income",
        Flag(("无生活来源", "without means of living"), ("有生活来源", "has means of living")),
    ),
    (
        "person.no_supporter",
        Flag(
            ("无法定赡养、抚养、扶养义务人", "nobody bound by law to support the person"),
            ("有法定赡养、抚养、扶养义务人", "somebody bound by law to support the person"),
        ),
    ),
    (
        "person.nurse_exam_pass",
        Flag(
            ("通过护士执业资格考试", "passed the nursing examination"),
            ("未通过护士执业资格考试", "not passed the nursing examination"),
        ),
    ),
    (
        "person.pension_employee",
        Flag(
            ("参加职工养老保险", "covered by employees' pension insurance"),
            ("未参加职工养老保险", "not covered by employees' pension insurance"),
        ),
    ),
    ("person.pension_years", Count(("累计缴纳养老保险", "paid pension insurance for"), ("年", "years"))),
    ("person.points", Count(("积分", "points:"), ("分", ""))),
    (
        "person.reached_retire_age",
        Flag(
            ("达到法定退休年龄", "of statutory retirement age"),
            ("未达到法定退休年龄", "below statutory retirement age"),
        ),
    ),
    ("person.real_name", Flag(("已实名认证", "identity verified"), ("未实名认证", "identity not verified"))),
    (
        "person.self_employment_choice",
        Flag(
            ("选择自主就业", "chose to find employment without placement"),
            ("未选择自主就业", "did not choose to find employment without placement"),
        ),
    ),
    (
        "person.tax_record",
        Flag(("有纳税记录", "tax payments on record"), ("无纳税记录", "no tax payments on record")),
    ),
    (
        "person.teacher_exam_pass",
        Flag(
            ("教师资格考试合格", "passed the teachers' examination"),
            ("教师资格考试未合格", "not passed the teachers' examination"),
        ),
    ),
    (
        "person.unemp_ins_months",
        Count(("缴纳失业保险", "paid unemployment insurance for"), ("个月", "months")),
    ),
    ("person.unemployed_months", Count(("连续失业", "unemployed for"), ("个月", "months"))),
    (
        "person.unemployment_registered",
        Flag(
            ("已办理失业登记", "registered as unemployed"),
            ("未办理失业登记", "not registered as unemployed"),
        ),
    ),
    (
        "person.unemployment_voluntary",
        Flag(
            ("因本人意愿中断就业", "left employment of one's own will"),
            ("非因本人意愿中断就业", "did not leave employment of one's own will"),
        ),
    ),
    ("person.unpaid_violations", Count(("未处理的交通违法", "traffic violations not settled:"), ("起", ""))),
    (
        "person.vehicle_local",
        Flag(
            ("是本市登记机动车所有人", "owner of a vehicle registered in this city"),
            ("不是本市登记机动车所有人", "not the owner of a vehicle registered in this city"),
        ),
    ),
    ("person.veteran", Flag(("是退役军人", "veteran"), ("不是退役军人", "not a veteran"))),
    ("applicant.contact", Given(("联系方式", "contact details"))),
    ("applicant.purpose", Given(("用途", "purpose"))),
    ("applicant.relation", Choice(("与参保人的关系", "relation to the insured person"))),
];
