//! Where a text of the catalogue stands, and what that is worth.

/// Where a text of an entry stands; the weight says how much a match there counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The name of the item.
    Name,
    /// An everyday word for it.
    Keyword,
    /// Its English name.
    English,
    /// What one receives.
    Result,
    /// The bundle, the theme or the life event it belongs to.
    Topic,
    /// The department.
    Department,
    /// A material it asks for.
    Material,
    /// A question answered about it.
    Question,
    /// Who may apply, and other prose.
    Prose,
}

impl Field {
    pub(super) fn weight(self) -> f32 {
        match self {
            Self::Name => 1.0,
            Self::Keyword => 0.8,
            Self::English => 0.8,
            Self::Result => 0.55,
            Self::Question => 0.55,
            Self::Topic => 0.35,
            Self::Prose => 0.6,
            Self::Department => 0.3,
            Self::Material => 0.25,
        }
    }

    /// Names and everyday words are phrases that a query may contain or abbreviate.
    pub(super) fn is_phrase(self) -> bool {
        match self {
            Self::Name | Self::Keyword => true,
            Self::English
            | Self::Result
            | Self::Topic
            | Self::Department
            | Self::Material
            | Self::Question
            | Self::Prose => false,
        }
    }
}
