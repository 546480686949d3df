//! What a form says of a wrong field, as the API gives it.

use domain::credit_code::CreditCode;
use domain::field_error::{FieldCode, FieldError};

#[test]
fn an_error_of_a_field_is_flat() {
    let wrong = CreditCode::parse("9111000060003734IL").unwrap_err();
    for (error, json) in [
        (FieldError::new("name", FieldCode::Missing), r#"{"field":"name","code":"missing"}"#),
        (FieldError::new("code", wrong), r#"{"field":"code","code":"character","at":17}"#),
        (
            FieldError::new("opinion", FieldCode::TooLong { max: 500 }),
            r#"{"field":"opinion","code":"too_long","max":500}"#,
        ),
    ] {
        assert_eq!(serde_json::to_string(&error).unwrap(), json);
        assert_eq!(serde_json::from_str::<FieldError>(json).unwrap(), error);
        assert!(json.contains(error.code.as_str()));
    }
}
