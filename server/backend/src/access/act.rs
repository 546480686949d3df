//! What can be done with what is held of somebody.

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// 查询: the person or organisation was looked up by number.
    LookedUp,
    /// 查看全号: the number was shown in full.
    Revealed,
    /// 用证: a certificate stood in for a material.
    CertificateUsed,
    /// 查验: a certificate was verified.
    CertificateVerified,
    /// 亮证: it was shown by a code.
    Presented,
    /// 加注件: a copy was made.
    Copied,
    /// 复用: a material kept in the library was used again.
    HoldingUsed,
    /// 核验: a material was compared with its original.
    HoldingVerified,
    /// 数据共享: what a registry says was used.
    DataUsed,
    /// 预填: a form was filled in from what is known.
    Prefilled,
    /// 查看办件: a case was opened.
    CaseRead,
    /// 导出: all that is held was handed out.
    Exported,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 12] = [
        Self::LookedUp,
        Self::Revealed,
        Self::CertificateUsed,
        Self::CertificateVerified,
        Self::Presented,
        Self::Copied,
        Self::HoldingUsed,
        Self::HoldingVerified,
        Self::DataUsed,
        Self::Prefilled,
        Self::CaseRead,
        Self::Exported,
    ];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LookedUp => "looked_up",
            Self::Revealed => "revealed",
            Self::CertificateUsed => "certificate_used",
            Self::CertificateVerified => "certificate_verified",
            Self::Presented => "presented",
            Self::Copied => "copied",
            Self::HoldingUsed => "holding_used",
            Self::HoldingVerified => "holding_verified",
            Self::DataUsed => "data_used",
            Self::Prefilled => "prefilled",
            Self::CaseRead => "case_read",
            Self::Exported => "exported",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.as_str() == text)
    }
}
