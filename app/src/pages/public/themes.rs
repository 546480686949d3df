//! One character for each theme and life event: our icons.

/// The character that stands for a theme, a life event or an item.
pub fn glyph(name: &str) -> char {
    let known = [
        ("住房", '住'),
        ("社会保障", '保'),
        ("就业", '业'),
        ("入学", '学'),
        ("救助", '助'),
        ("退休", '休'),
        ("养老", '老'),
        ("残疾", '残'),
        ("出生", '生'),
        ("户籍", '户'),
        ("企业开办", '企'),
        ("准入", '准'),
        ("就医", '医'),
        ("职业资格", '职'),
        ("证明", '证'),
        ("交通", '行'),
        ("婚姻", '婚'),
        ("出入境", '境'),
        ("信用", '信'),
        ("公用", '水'),
        ("优抚", '荣'),
        ("法律", '法'),
        ("身后", '念'),
        ("消费", '费'),
        ("文体", '文'),
        ("咨询", '问'),
        ("信息", '开'),
        ("注销", '销'),
        ("变更", '变'),
    ];
    let found = known.into_iter().find(|(part, _)| name.contains(part));
    found.map(|(_, glyph)| glyph).or_else(|| name.chars().next()).unwrap_or('事')
}
