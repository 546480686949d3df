//! The registries of the city: what each is called, what it answers for, and how long its word is
//! relied on. Connectors to them fetch extracts; the fields are those that rules name.

/// A registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registry {
    /// As the catalogue names it.
    pub name: &'static str,
    /// In English.
    pub name_en: &'static str,
    /// Who keeps it.
    pub keeper: &'static str,
    /// Days for which an extract is relied on.
    pub days: i64,
    /// What it answers for.
    pub fields: &'static [&'static str],
}

/// The registry of this name.
pub fn registry(name: &str) -> Option<&'static Registry> {
    REGISTRIES.iter().find(|registry| registry.name == name)
}

/// The registry that answers for a field.
pub fn registry_of(field: &str) -> Option<&'static Registry> {
    REGISTRIES.iter().find(|registry| registry.fields.contains(&field))
}

const fn of(
    name: &'static str,
    name_en: &'static str,
    keeper: &'static str,
    days: i64,
    fields: &'static [&'static str],
) -> Registry {
    Registry { name, name_en, keeper, days, fields }
}

/// Every registry; each field stands with one of them.
pub const REGISTRIES: &[Registry] = &[
    of(
        "公安人口库",
        "Population registry",
        "公安局",
        365,
        &[
            "person.local_residence_months",
            "person.rural_hukou",
            "spouse.hukou_city",
            "father.hukou_city",
            "mother.hukou_city",
            "guardian.hukou_city",
            "guardian.has_residence_permit",
        ],
    ),
    of("公安违法犯罪记录库", "Criminal records", "公安局", 30, &["person.crime_record"]),
    of(
        "车管系统",
        "Vehicles and drivers",
        "公安局",
        90,
        &[
            "person.driving_years",
            "person.unpaid_violations",
            "person.vehicle_local",
            "vehicle.gross_tons",
            "vehicle.inspection_exempt",
            "vehicle.unpaid_violations",
        ],
    ),
    of(
        "社保参保库",
        "Social insurance registry",
        "人社局",
        183,
        &[
            "person.employed",
            "person.employer_city",
            "person.employment_type",
            "person.insured_local",
            "person.insured_local_ever",
            "person.insured_months",
            "person.insured_other_region",
            "person.pension_employee",
            "person.pension_years",
            "person.pension_drawn",
            "person.pension_transition",
            "person.unemp_ins_months",
            "guardian.insured_months",
            "decedent.insured_local",
        ],
    ),
    of(
        "就业信息库",
        "Employment registry",
        "人社局",
        183,
        &[
            "family.none_employed",
            "org.course_filed",
            "person.hard_to_employ",
            "person.unemployed_months",
            "person.unemployment_registered",
            "person.unemployment_voluntary",
            "org.training_list",
        ],
    ),
    of(
        "医保参保库",
        "Medical insurance registry",
        "医保局",
        183,
        &[
            "person.maternity_ins_months",
            "person.medins_employee",
            "person.medins_local",
            "person.medins_stopped_elsewhere",
        ],
    ),
    of(
        "婚姻登记系统",
        "Marriage registry",
        "民政局",
        183,
        &["person.married", "person.marriage_record", "both.married"],
    ),
    of(
        "居民经济状况核对系统",
        "Household means check",
        "民政局",
        183,
        &[
            "family.asset_ok",
            "family.income_below",
            "family.low_margin",
            "family.per_capita_income",
            "person.no_income",
            "person.no_supporter",
        ],
    ),
    of("老年人能力评估系统", "Assessment of the elderly", "民政局", 365, &["person.assessed_disabled"]),
    of("儿童福利信息系统", "Child welfare registry", "民政局", 183, &["child.guardian_status"]),
    of(
        "社会组织登记库",
        "Associations registry",
        "民政局",
        365,
        &["org.individual_members", "org.type", "org.unit_members"],
    ),
    of(
        "残疾人信息库",
        "Registry of disabled people",
        "残联",
        365,
        &["person.disability_assessed", "person.disability_level", "person.disability_type"],
    ),
    of(
        "学籍系统",
        "School rolls",
        "教育局",
        183,
        &[
            "person.is_student",
            "child.compulsory",
            "child.enrolled",
            "child.kindergarten_registered",
            "child.primary_graduate",
            "child.school_type",
        ],
    ),
    of("高校学历库", "University degrees", "教育局", 365, &["person.degree", "person.graduate_years"]),
    of(
        "国家考试库",
        "National examinations",
        "卫健委、教育局",
        365,
        &["person.nurse_exam_pass", "person.teacher_exam_pass", "person.ridehail_exam_pass"],
    ),
    of(
        "退役军人信息库",
        "Veterans registry",
        "退役军人局",
        365,
        &[
            "person.reported_in_time",
            "person.self_employment_choice",
            "person.veteran",
            "person.veteran_family",
        ],
    ),
    of(
        "不动产登记核验",
        "Real estate registry",
        "自然资源局",
        30,
        &["family.local_property_count", "property.sealed"],
    ),
    of("税务共享", "Tax records", "税务局", 90, &["person.tax_record", "property.tax_paid"]),
    of(
        "公积金缴存库",
        "Housing provident fund",
        "公积金中心",
        62,
        &["person.hpf_active", "person.hpf_months"],
    ),
    of("住房保障系统", "Public housing", "住建局", 62, &["family.rent_arrears"]),
    of("房屋租赁备案系统", "Register of leases", "住建局", 62, &["person.renting"]),
    of("公用事业户号库", "Customer numbers of utilities", "公用事业单位", 62, &["person.account_bound"]),
    of("公共信用信息平台", "Public credit records", "发改委", 30, &["person.credit_ok"]),
    of("积分入户系统", "Points for residence", "公安局", 183, &["person.points"]),
    of("助产机构信息系统", "Maternity hospitals", "卫健委", 365, &["child.born_in_local_hospital"]),
    of("全民健康信息平台", "Health information platform", "卫健委", 365, &["family.one_child_policy"]),
    of(
        "市场监管登记库",
        "Companies registry",
        "市场监管局",
        30,
        &[
            "company.debt_cleared",
            "company.name_ok",
            "company.notice_days",
            "company.objection",
            "company.place_type",
            "company.renamed",
            "company.restricted",
            "company.shareholders",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_field_stands_with_one_registry() {
        let all: Vec<&str> = REGISTRIES.iter().flat_map(|one| one.fields).copied().collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
        let names: HashSet<&str> = REGISTRIES.iter().map(|one| one.name).collect();
        assert_eq!(names.len(), REGISTRIES.len());
        assert_eq!(registry_of("person.married").map(|one| one.name), Some("婚姻登记系统"));
    }
}
