//! How people call the fields of rules: one table, in parts for length.

mod circumstances;
mod others;
mod person;
mod standing;

/// A phrase in both languages, Chinese first.
pub(crate) type Both = (&'static str, &'static str);

/// What a field is called, by the kind of answer it has.
#[derive(Clone, Copy)]
pub(crate) enum Phrase {
    /// Yes or no: how each is told.
    Flag(Both, Both),
    /// Years of age of someone; the first words say of whom.
    Age(Both),
    /// A number of something, and its unit.
    Count(Both, Both),
    /// A grade, of which 1 is the heaviest.
    Grade(Both),
    /// A share between 0 and 1, told in percent.
    Share(Both),
    /// One of several, a place among them.
    Choice(Both),
    /// A city.
    City(Both),
    /// Something that is given or not.
    Given(Both),
}

/// The phrase of a field.
pub(crate) fn of(field: &str) -> Option<Phrase> {
    let tables = [person::PERSON, standing::STANDING, others::OTHERS, circumstances::CIRCUMSTANCES];
    tables.into_iter().flatten().find(|(name, _)| *name == field).map(|(_, phrase)| *phrase)
}

/// The words of an attribute of a certificate, to follow its name, and the unit.
pub(crate) fn of_attribute(attribute: &str) -> Option<(Both, Both)> {
    match attribute {
        "days_to_expiry" => Some((("距有效期届满", "time left until it expires"), ("天", "days"))),
        "expired" => Some((("已过有效期", "has expired"), ("", ""))),
        "months_since_issue" => Some((("自核发之日起", "time since it was issued"), ("个月", "months"))),
        _ => None,
    }
}

/// What a fact that a value stands for is called.
pub(crate) fn of_named(name: &str) -> Option<Both> {
    VALUES.iter().find(|(value, _)| *value == name).map(|(_, both)| *both)
}

const VALUES: &[(&str, Both)] = &[
    ("LOCAL", ("本市", "this city")),
    ("PARAM.dibao_standard", ("本市低保标准", "the city's subsistence allowance standard")),
    ("PARAM.points_line", ("当期分数线", "the points required this round")),
    ("flexible", ("灵活就业", "flexible employment")),
    ("private", ("民办", "private")),
    ("elder_care", ("养老机构", "home for the elderly")),
    ("active", ("在营", "in business")),
    ("orphan", ("孤儿", "orphan")),
    ("de_facto_unattended", ("事实无人抚养", "in fact without care")),
    ("spouse", ("配偶", "spouse")),
    ("child", ("子女", "child")),
    ("parent", ("父母", "parent")),
    ("sibling", ("兄弟姐妹", "brother or sister")),
    ("智力", ("智力", "intellectual")),
    ("精神", ("精神", "mental")),
    ("本科", ("本科", "bachelor")),
    ("硕士", ("硕士", "master")),
    ("博士", ("博士", "doctor")),
    ("旅店", ("旅店", "hotel")),
    ("美容美发", ("美容美发", "hairdresser or beauty salon")),
    ("游泳", ("游泳", "swimming pool")),
    ("沐浴", ("沐浴", "bathhouse")),
];
