//! When two materials are the same paper.

/// Written for one application: another one needs another.
const ONCE: [&str; 9] = ["申请", "承诺", "声明", "授权", "同意", "陈述", "描述", "诉求", "采集"];

/// Whether two names mean the same paper: spaces, brackets, marks and letter case aside.
pub fn same_material(one: &str, other: &str) -> bool {
    let signs = |name: &str| {
        name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let one = signs(one);
    !one.is_empty() && one == signs(other)
}

/// Whether a paper is written for one application and says nothing in another: a form filled in, a
/// promise signed, a fingerprint taken.
pub fn once_only(name: &str) -> bool {
    ONCE.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{once_only, same_material};

    #[test]
    fn marks_do_not_tell_papers_apart() {
        assert!(same_material("公司章程(模板生成)", " 公司章程（模板生成）"));
        assert!(same_material("Proof A", "proof a"));
        assert!(!same_material("体检证明", "体检合格证明"));
        assert!(!same_material("（）", "()"));
    }

    #[test]
    fn forms_and_promises_are_for_once() {
        for name in ["申请表(在线填写)", "申请人承诺书(在线签署)", "无配偶声明", "指纹、照片采集"]
        {
            assert!(once_only(name), "{name}");
        }
        for name in ["体检证明", "医疗诊断证明", "合影照片", "办学章程"] {
            assert!(!once_only(name), "{name}");
        }
    }
}
