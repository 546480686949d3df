//! Addresses of indicators and of what they count.

use crate::pages::supervise::period::Period;

/// Over which days, and of which department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorQuery {
    /// The days.
    pub period: Period,
    /// The department's id; none for the whole city.
    pub department: Option<String>,
}

/// One side of a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideName {
    /// Above the line.
    Numerator,
    /// Below the line.
    Denominator,
}

impl SideName {
    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Numerator, Self::Denominator].into_iter().find(|side| side.as_str() == text)
    }
}

impl IndicatorQuery {
    /// All indicators.
    pub fn address(&self) -> String {
        format!("/supervise/indicators?{}", self.parts())
    }

    /// All of them as a file: `csv`, `xlsx`.
    pub fn file(&self, format: &str) -> String {
        format!("/supervise/indicators.{format}?{}", self.parts())
    }

    /// One indicator.
    pub fn one(&self, key: &str) -> String {
        format!("/supervise/indicators/{key}?{}", self.parts())
    }

    /// What one side of it counts.
    pub fn side(&self, key: &str, side: SideName) -> String {
        format!("/supervise/indicators/{key}/{}?{}", side.as_str(), self.parts())
    }

    /// The same of one department.
    pub fn of(&self, department: &str) -> Self {
        Self { department: Some(department.to_owned()), ..self.clone() }
    }

    /// 免于提交率 by department and item.
    pub fn materials(&self) -> String {
        format!("/supervise/materials?{}", self.parts())
    }

    fn parts(&self) -> String {
        let Period { from, to } = self.period;
        let department = self.department.as_ref().map(|id| format!("&department={id}"));
        format!("from={from}&to={to}{}", department.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_keeps_the_days_and_the_department() {
        let period = Period { from: "2026-11-01".parse().unwrap(), to: "2026-11-22".parse().unwrap() };
        let query = IndicatorQuery { period, department: None }.of("7f");
        assert_eq!(
            query.side("on_time", SideName::Denominator),
            "/supervise/indicators/on_time/denominator?from=2026-11-01&to=2026-11-22&department=7f"
        );
    }
}
