//! Which uses need a consent of their own.

/// The ID card: who applies is checked by law, whether they agree or not.
const STATUTORY: &str = "EC_IDCARD";

/// Certificates that tell of health, poverty, criminal record or a small child: sensitive personal
/// information (个人信息保护法 art. 28).
const SENSITIVE: [&str; 7] =
    ["EC_DISABLED", "EC_DIBAO", "EC_TEKUN", "EC_VACC", "EC_MEDINS", "EC_NOCRIME", "EC_BIRTH"];

/// Words in the names of registries that tell of the same.
const SENSITIVE_REGISTRIES: [&str; 8] =
    ["健康", "残", "医院", "经济状况", "能力评估", "助产", "民政", "法院"];

/// How far a use needs the consent of whom it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consent {
    /// None: the law provides for it (个人信息保护法 art. 13 (3)).
    Statutory,
    /// The one that is given with the application.
    Usual,
    /// One of its own, expressly given (art. 29).
    Separate,
}

/// The consent that the use of a certificate of this type needs.
pub fn consent_to_certificate(code: &str) -> Consent {
    if code == STATUTORY {
        Consent::Statutory
    } else if SENSITIVE.contains(&code) {
        Consent::Separate
    } else {
        Consent::Usual
    }
}

/// The consent that asking this registry needs.
pub fn consent_to_registry(source: &str) -> Consent {
    let sensitive = SENSITIVE_REGISTRIES.iter().any(|word| source.contains(word));
    if sensitive { Consent::Separate } else { Consent::Usual }
}

#[cfg(test)]
mod tests {
    use super::{Consent, consent_to_certificate, consent_to_registry};

    #[test]
    fn health_and_poverty_need_a_consent_of_their_own() {
        assert_eq!(consent_to_certificate("EC_IDCARD"), Consent::Statutory);
        assert_eq!(consent_to_certificate("EC_MARRIAGE"), Consent::Usual);
        assert_eq!(consent_to_certificate("EC_DISABLED"), Consent::Separate);
        assert_eq!(consent_to_registry("全民健康信息平台"), Consent::Separate);
        assert_eq!(consent_to_registry("学籍系统"), Consent::Usual);
    }
}
