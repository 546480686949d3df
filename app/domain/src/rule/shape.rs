//! The shape of a rule in JSON, and what is refused in it.

use super::{Op, Rule, Test, Value};
use serde::{Deserialize, Serialize};

/// Why the JSON is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadRule {
    /// Not exactly one of the four shapes.
    #[error("a rule is one of `all`, `any`, `not`, or `field` with `op` and `value`")]
    Shape,
    /// A list without conditions, which anyone would meet or nobody.
    #[error("`all` and `any` need at least one rule")]
    Empty,
    /// A field without a name.
    #[error("a test needs the name of a field")]
    Field,
    /// A value that cannot be compared so.
    #[error("the value does not go with the test `{op:?}` on {field}")]
    Value {
        /// The field tested.
        field: String,
        /// How.
        op: Op,
    },
}

/// All keys a rule can have.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shape {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Rule>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Rule>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not: Option<Box<Rule>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    op: Option<Op>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
}

impl TryFrom<Shape> for Rule {
    type Error = BadRule;

    fn try_from(shape: Shape) -> Result<Self, BadRule> {
        let Shape { all, any, not, field, op, value } = shape;
        match (all, any, not, (field, op, value)) {
            (Some(rules), None, None, (None, None, None)) => some(rules).map(Self::All),
            (None, Some(rules), None, (None, None, None)) => some(rules).map(Self::Any),
            (None, None, Some(rule), (None, None, None)) => Ok(Self::Not(rule)),
            (None, None, None, (Some(field), Some(op), Some(value))) => {
                checked(Test { field, op, value }).map(Self::Is)
            }
            _ => Err(BadRule::Shape),
        }
    }
}

impl From<Rule> for Shape {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::All(rules) => Self { all: Some(rules), ..Self::default() },
            Rule::Any(rules) => Self { any: Some(rules), ..Self::default() },
            Rule::Not(rule) => Self { not: Some(rule), ..Self::default() },
            Rule::Is(Test { field, op, value }) => {
                Self { field: Some(field), op: Some(op), value: Some(value), ..Self::default() }
            }
        }
    }
}

fn some(rules: Vec<Rule>) -> Result<Vec<Rule>, BadRule> {
    if rules.is_empty() { Err(BadRule::Empty) } else { Ok(rules) }
}

fn checked(test: Test) -> Result<Test, BadRule> {
    if test.field.is_empty() {
        return Err(BadRule::Field);
    }
    if goes_with(test.op, &test.value) {
        return Ok(test);
    }
    Err(BadRule::Value { field: test.field, op: test.op })
}

fn goes_with(op: Op, value: &Value) -> bool {
    match op {
        Op::Eq | Op::Ne => !matches!(value, Value::List(_)),
        Op::Lt | Op::Le | Op::Gt | Op::Ge => matches!(value, Value::Number(_) | Value::Text(_)),
        Op::In => match value {
            Value::List(list) => !list.is_empty() && list.iter().all(|one| !matches!(one, Value::List(_))),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => false,
        },
        Op::Present | Op::Absent => *value == Value::Bool(true),
    }
}
