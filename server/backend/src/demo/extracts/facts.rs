//! What registries say of somebody of an age who holds certain certificates.

use super::super::chance::Chance;
use super::{Said, Subject, say};

pub(super) fn of(subject: &Subject, chance: &mut Chance) -> Said {
    let mut said = Said::new();
    insurance(&mut said, subject, chance);
    family(&mut said, subject, chance);
    standing(&mut said, subject, chance);
    things(&mut said, subject, chance);
    said
}

fn insurance(said: &mut Said, subject: &Subject, chance: &mut Chance) {
    let working = (18..60).contains(&subject.age);
    let insured = subject.holds("EC_SSCARD") && subject.age >= 16;
    let employee = insured && (subject.age >= 60 && chance.percent(40) || working && chance.percent(80));
    let years = if employee { (subject.age - 22).clamp(1, 38) } else { i64::from(chance.between(0, 4)) };
    say(said, "person.insured_local", insured);
    say(said, "person.insured_local_ever", insured);
    say(said, "person.insured_months", if insured { years * 12 } else { 0 });
    say(said, "person.pension_employee", employee);
    say(said, "person.pension_years", if insured { years } else { 0 });
    say(said, "person.pension_drawn", employee && subject.age >= 63);
    say(said, "person.employed", working && employee);
    say(said, "person.unemp_ins_months", if employee && working { years * 12 } else { 0 });
    if working && insured && !employee {
        say(said, "person.employment_type", "flexible");
    }
    let unemployed = working && !employee && chance.percent(30);
    say(said, "person.unemployment_registered", unemployed);
    say(said, "person.hard_to_employ", unemployed && subject.age >= 50);
    say(said, "person.medins_local", subject.local || insured);
    say(said, "person.medins_employee", employee);
    say(said, "person.maternity_ins_months", if employee && working { years * 12 } else { 0 });
}

fn family(said: &mut Said, subject: &Subject, chance: &mut Chance) {
    let married = subject.holds("EC_MARRIAGE");
    let poor = subject.holds("EC_DIBAO");
    say(said, "person.married", married);
    say(said, "person.marriage_record", married || subject.holds("EC_DIVORCE"));
    say(said, "family.per_capita_income", if poor { 520 } else { i64::from(chance.between(9, 60)) * 100 });
    say(said, "family.asset_ok", poor || chance.percent(30));
    say(said, "family.low_margin", !poor && chance.percent(5));
    say(said, "family.income_below", poor);
    let homes = if subject.holds("EC_PROPERTY") { 1 } else { i64::from(chance.below(2)) };
    say(said, "family.local_property_count", homes);
    if subject.age >= 80 {
        say(said, "person.assessed_disabled", chance.percent(20));
    }
    if subject.age >= 60 {
        say(said, "person.rural_hukou", subject.local && chance.percent(40));
        say(said, "family.one_child_policy", chance.percent(50));
    }
}

fn standing(said: &mut Said, subject: &Subject, chance: &mut Chance) {
    say(said, "person.is_student", (6..22).contains(&subject.age));
    if subject.holds("EC_DISABLED") {
        say(said, "person.disability_assessed", true);
        say(said, "person.disability_level", i64::from(chance.between(1, 4)));
        let kinds = ["肢体", "视力", "听力", "智力", "精神"];
        say(said, "person.disability_type", chance.pick(&kinds).copied().unwrap_or("肢体"));
    } else {
        // 9 stands for none: beyond the lightest grade.
        say(said, "person.disability_level", 9);
    }
    if subject.holds("EC_DIPLOMA") {
        say(said, "person.degree", if chance.percent(80) { "本科" } else { "硕士" });
        say(said, "person.graduate_years", (subject.age - 23).max(0));
    }
    if subject.age >= 18 {
        say(said, "person.veteran", subject.holds("EC_VETERAN"));
        say(said, "person.credit_ok", chance.percent(95));
        say(said, "person.crime_record", false);
    }
}

fn things(said: &mut Said, subject: &Subject, chance: &mut Chance) {
    if subject.holds("EC_DRIVER") {
        say(said, "person.driving_years", (subject.age - 20).clamp(0, 30));
        say(said, "person.unpaid_violations", i64::from(chance.below(5) / 3));
    }
    say(said, "person.vehicle_local", subject.holds("EC_VEHICLE"));
    let saving = subject.holds("EC_HPF");
    say(said, "person.hpf_active", saving);
    say(said, "person.hpf_months", if saving { i64::from(chance.between(3, 120)) } else { 0 });
    say(said, "person.tax_record", (22..60).contains(&subject.age) && chance.percent(60));
}
