//! Departments and categories of registration: the first two characters of the code.

use serde::{Deserialize, Serialize};

/// Who registered a body, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Registry {
    /// 11 organ of state.
    StateOrgan,
    /// 12 public institution.
    PublicInstitution,
    /// 13 mass organisation kept by the establishment office.
    MassOrganisation,
    /// 51 social association.
    SocialAssociation,
    /// 52 private non-enterprise unit.
    PrivateNonEnterprise,
    /// 53 foundation.
    Foundation,
    /// 91 enterprise.
    Enterprise,
    /// 92 self-employed household.
    SelfEmployed,
    /// 93 farmers' cooperative.
    Cooperative,
    /// 2x registered by foreign affairs.
    ForeignAffairs,
    /// 3x registered by justice.
    Justice,
    /// 4x registered by culture.
    Culture,
    /// 6x registered by tourism.
    Tourism,
    /// 7x registered by religious affairs.
    Religion,
    /// 8x registered by the trade union.
    TradeUnion,
    /// Ax registered by the armed forces.
    ArmedForces,
    /// Nx rural collective economic organisation.
    RuralCollective,
    /// 19, 59, Y1 another body.
    Other,
}

impl Registry {
    /// By the first two characters; `None` outside the list of the standard.
    pub(super) const fn of(department: u8, category: u8) -> Option<Self> {
        let registry = match (department, category) {
            (b'1', b'1') => Self::StateOrgan,
            (b'1', b'2') => Self::PublicInstitution,
            (b'1', b'3') => Self::MassOrganisation,
            (b'5', b'1') => Self::SocialAssociation,
            (b'5', b'2') => Self::PrivateNonEnterprise,
            (b'5', b'3') => Self::Foundation,
            (b'9', b'1') => Self::Enterprise,
            (b'9', b'2') => Self::SelfEmployed,
            (b'9', b'3') => Self::Cooperative,
            (b'2', b'1' | b'9') => Self::ForeignAffairs,
            (b'3', b'1'..=b'5' | b'9') => Self::Justice,
            (b'4', b'1' | b'9') => Self::Culture,
            (b'6', b'1' | b'2' | b'9') => Self::Tourism,
            (b'7', b'1' | b'2' | b'9') => Self::Religion,
            (b'8', b'1' | b'9') => Self::TradeUnion,
            (b'A', b'1' | b'9') => Self::ArmedForces,
            (b'N', b'1' | b'2' | b'3' | b'9') => Self::RuralCollective,
            (b'1' | b'5' | b'9', b'9') | (b'Y', b'1') => Self::Other,
            _ => return None,
        };
        Some(registry)
    }

    /// Name in Chinese.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StateOrgan => "机关",
            Self::PublicInstitution => "事业单位",
            Self::MassOrganisation => "群众团体",
            Self::SocialAssociation => "社会团体",
            Self::PrivateNonEnterprise => "民办非企业单位",
            Self::Foundation => "基金会",
            Self::Enterprise => "企业",
            Self::SelfEmployed => "个体工商户",
            Self::Cooperative => "农民专业合作社",
            Self::ForeignAffairs => "外国常驻新闻机构等(外交)",
            Self::Justice => "司法行政登记机构",
            Self::Culture => "文化登记机构",
            Self::Tourism => "旅游登记机构",
            Self::Religion => "宗教活动场所等(宗教)",
            Self::TradeUnion => "基层工会",
            Self::ArmedForces => "军队事业单位等",
            Self::RuralCollective => "农村集体经济组织",
            Self::Other => "其他",
        }
    }

    /// Name in English.
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::StateOrgan => "State organ",
            Self::PublicInstitution => "Public institution",
            Self::MassOrganisation => "Mass organisation",
            Self::SocialAssociation => "Social association",
            Self::PrivateNonEnterprise => "Private non-enterprise unit",
            Self::Foundation => "Foundation",
            Self::Enterprise => "Enterprise",
            Self::SelfEmployed => "Self-employed household",
            Self::Cooperative => "Farmers' cooperative",
            Self::ForeignAffairs => "Registered by foreign affairs",
            Self::Justice => "Registered by justice",
            Self::Culture => "Registered by culture",
            Self::Tourism => "Registered by tourism",
            Self::Religion => "Registered by religious affairs",
            Self::TradeUnion => "Trade union",
            Self::ArmedForces => "Registered by the armed forces",
            Self::RuralCollective => "Rural collective",
            Self::Other => "Other",
        }
    }
}
