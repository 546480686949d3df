//! 牵头部门: which department of a city it is that a scheme of another city names. Names there are
//! short (市发改委), and of the year of the scheme (市食药监局); what has been merged since is found by
//! what took it over (机构改革 2018).

/// How lead departments are named, and what the name of such a department has in it today.
const KNOWN: [(&str, &str); 27] = [
    ("发改委", "发展和改革"),
    ("发展改革委", "发展和改革"),
    ("公安局", "公安局"),
    ("财政局", "财政局"),
    ("工信局", "工业和信息化"),
    ("工信委", "工业和信息化"),
    ("人社局", "人力资源和社会保障"),
    ("社保局", "人力资源和社会保障"),
    ("民政局", "民政局"),
    ("教育局", "教育局"),
    ("卫计委", "卫生健康"),
    ("卫健委", "卫生健康"),
    ("卫生计生委", "卫生健康"),
    ("医保局", "医疗保障"),
    ("食药监局", "市场监督管理"),
    ("工商局", "市场监督管理"),
    ("市场监管局", "市场监督管理"),
    ("法制办", "司法局"),
    ("住建局", "住房和城乡建设"),
    ("住建委", "住房和城乡建设"),
    ("商务局", "商务局"),
    ("交通局", "交通运输"),
    ("国土局", "自然资源"),
    ("文旅局", "文化"),
    ("城管局", "城市管理"),
    ("政务服务中心", "政务服务"),
    ("政务服务局", "政务服务"),
];

/// Whether a department of this name is the one that `lead` names.
pub fn fits(lead: &str, department: &str) -> bool {
    let lead = lead.trim();
    let known = KNOWN.iter().filter(|(short, _)| lead.ends_with(short));
    let by_known = known.map(|(_, needle)| *needle).any(|needle| department.contains(needle));
    let own = lead.trim_start_matches('市').trim_start_matches("人民政府");
    by_known || (own.chars().count() > 3 && department.ends_with(own))
}

/// The first of these departments that `lead` names. Several leads are separated by 、 or a blank: the
/// first of them that the city has leads. None where it has none of them.
pub fn fitting<'a, D>(lead: &str, departments: &'a [D], name: impl Fn(&D) -> &str) -> Option<&'a D> {
    let leads = lead.split(['、', '，', ',', ' ', '\u{3000}']).filter(|lead| !lead.trim().is_empty());
    leads.filter_map(|lead| departments.iter().find(|department| fits(lead, name(department)))).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CITY: [&str; 7] = [
        "示范市发展和改革委员会",
        "示范市公安局",
        "示范市人力资源和社会保障局",
        "示范市住房和城乡建设局",
        "示范市市场监督管理局",
        "示范市司法局",
        "示范市政务服务和数据管理局",
    ];

    #[test]
    fn short_and_former_names_find_their_department() {
        let find = |lead: &str| fitting(lead, &CITY, |name| name).copied();
        for (lead, name) in [
            ("市发改委", Some("示范市发展和改革委员会")),
            ("市社保局", Some("示范市人力资源和社会保障局")),
            ("市食药监局", Some("示范市市场监督管理局")),
            ("市法制办", Some("示范市司法局")),
            ("市政府政务服务中心", Some("示范市政务服务和数据管理局")),
            ("市工信局 市住建局", Some("示范市住房和城乡建设局")),
            ("市市场监督管理局", Some("示范市市场监督管理局")),
            ("市工信局", None),
            ("市政府办", None),
            ("市财政局", None),
            ("局", None),
            ("", None),
        ] {
            assert_eq!(find(lead), name, "{lead}");
        }
    }
}
