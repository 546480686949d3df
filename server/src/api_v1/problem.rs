//! Errors as `application/problem+json` (RFC 9457), in the caller's language. A handler returns
//! an [`ApiError`]; [`speak`] puts it into words.

use crate::middleware::incident;
use crate::web::error::refusal_sentence;
use app::lang::Lang;
use app::ui::sentence::sentence;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::Kind;
use domain::field_error::{FieldCode, FieldError};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

/// Seconds after which a busy portal should be asked again.
const COME_BACK: u16 = 10;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum ApiError {
    /// No token, or one that is over.
    Unauthorised,
    /// Name and password do not fit.
    Credentials,
    /// A POST that creates came without `Idempotency-Key`.
    KeyMissing,
    /// The body is no JSON of the form wanted: line and column.
    Malformed(usize, usize),
    /// No such method here.
    Method,
    /// The use case refused.
    Backend(backend::Error),
}

impl ApiError {
    pub(super) fn not_found() -> Self {
        Self::Backend(backend::Error::not_found())
    }

    pub(super) fn denied() -> Self {
        Self::Backend(backend::Error::denied())
    }

    pub(super) fn invalid(field: &str, code: FieldCode) -> Self {
        Self::Backend(backend::Error::invalid(vec![FieldError::new(field, code)]))
    }
}

impl From<backend::Error> for ApiError {
    fn from(error: backend::Error) -> Self {
        Self::Backend(error)
    }
}

/// The body of an error.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Problem {
    /// `urn:yihao:problem:` and the code.
    #[serde(rename = "type")]
    kind: String,
    /// What went wrong, in a few words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// For programs.
    code: &'static str,
    /// For people: what is wrong and how to put it right.
    detail: String,
    /// Each field that is wrong.
    errors: Vec<FieldProblem>,
    /// Who has the case in hand, where it was changed meanwhile and that may be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    held_by: Option<String>,
}

/// A field that is wrong.
#[derive(Debug, Serialize, ToSchema)]
struct FieldProblem {
    /// Its name in the request.
    field: String,
    /// For programs.
    code: &'static str,
    /// For people.
    detail: String,
}

/// Carries the error to [`speak`].
#[derive(Clone)]
struct Carried(Arc<ApiError>);

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

/// Middleware: puts an error into words, in the language of `Accept-Language`.
pub(super) async fn speak(request: Request, next: Next) -> Response {
    let lang = language(request.headers());
    let response = next.run(request).await;
    match response.extensions().get::<Carried>() {
        Some(Carried(error)) => answer(lang, error),
        None => response,
    }
}

/// The caller's language: the first of Chinese and English that is named.
pub(super) fn language(headers: &HeaderMap) -> Lang {
    let wanted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let weighed = wanted.split(',').filter_map(weighed);
    let best = weighed.fold(None, |best: Option<(Lang, f32)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        Some(_) | None => Some(next),
    });
    best.map(|(lang, _)| lang).unwrap_or_default()
}

/// `en-GB;q=0.8`
fn weighed(part: &str) -> Option<(Lang, f32)> {
    let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
    let lang = match tag.trim().split('-').next()? {
        "zh" => Lang::Zh,
        "en" => Lang::En,
        _ => return None,
    };
    Some((lang, weight.trim().parse().ok()?))
}

fn answer(lang: Lang, error: &ApiError) -> Response {
    let (status, code) = class(error);
    let problem = Problem {
        kind: format!("urn:yihao:problem:{code}"),
        title: title(lang, status).to_owned(),
        status: status.as_u16(),
        code,
        detail: detail(lang, error),
        errors: fields(lang, error),
        held_by: held_by(error),
    };
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"yihao\""));
    }
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, COME_BACK.into());
    }
    response
}

fn class(error: &ApiError) -> (StatusCode, &'static str) {
    match error {
        ApiError::Unauthorised => (StatusCode::UNAUTHORIZED, "unauthorised"),
        ApiError::Credentials => (StatusCode::UNAUTHORIZED, "wrong_credentials"),
        ApiError::KeyMissing => (StatusCode::BAD_REQUEST, "idempotency_key_missing"),
        ApiError::Malformed(..) => (StatusCode::BAD_REQUEST, "malformed"),
        ApiError::Method => (StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"),
        ApiError::Backend(error) => match error.kind() {
            Kind::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            Kind::Denied => (StatusCode::FORBIDDEN, "denied"),
            Kind::Stale { .. } => (StatusCode::CONFLICT, "stale"),
            Kind::Refused(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, refusal.code()),
            Kind::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            Kind::Conflict => (StatusCode::CONFLICT, "conflict"),
            Kind::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Kind::WrongType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong_type"),
            Kind::Full => (StatusCode::INSUFFICIENT_STORAGE, "full"),
            Kind::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            Kind::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "internal"),
        },
    }
}

fn title(lang: Lang, status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => lang.t("请求格式不对", "The request is not in the right form"),
        401 => lang.t("需要登录", "Sign in first"),
        403 => lang.t("无权操作", "Not allowed"),
        404 => lang.t("没有找到", "Not found"),
        405 => lang.t("不支持的方法", "Method not allowed"),
        409 => lang.t("与现有内容冲突", "In conflict with what is there"),
        413 => lang.t("文件太大", "Too large"),
        415 => lang.t("文件类型不对", "Type not accepted"),
        422 => lang.t("不能办理", "It cannot be done"),
        503 | 507 => lang.t("服务暂时不可用", "Not available now"),
        _ => lang.t("系统出错", "Something went wrong"),
    }
}

fn detail(lang: Lang, error: &ApiError) -> String {
    let t = |zh: &str, en: &str| lang.t(zh, en).to_owned();
    match error {
        ApiError::Unauthorised => t(
            "没有登录，或登录已过期；请重新取得令牌",
            "There is no valid token: sign in again for a new one",
        ),
        ApiError::Credentials => t("用户名或密码不对", "User name and password do not fit"),
        ApiError::KeyMissing => t(
            "请在 Idempotency-Key 请求头中给出一个不重复的键，以免重复提交",
            "Send a unique key in the header Idempotency-Key, so that nothing is taken in twice",
        ),
        ApiError::Malformed(line, column) => lang.t(
            format!("请求体不是所要求的 JSON：第 {line} 行第 {column} 列"),
            format!("The body is not the JSON wanted: line {line}, column {column}"),
        ),
        ApiError::Method => t("这个地址不支持该方法", "This address does not know that method"),
        ApiError::Backend(error) => of_kind(lang, error),
    }
}

fn of_kind(lang: Lang, error: &backend::Error) -> String {
    let t = |zh: &str, en: &str| lang.t(zh, en).to_owned();
    match error.kind() {
        Kind::NotFound => {
            t("没有这项内容，或您无权查看", "There is no such thing, or it is not yours to see")
        }
        Kind::Denied => t("您的角色不能进行这项操作", "Your role may not do this"),
        Kind::Stale { held_by: Some(name) } => lang.t(
            format!("办件已有变化，{name} 正在办理；请重新查看后再操作"),
            format!("The case has changed: {name} has it in hand. Read it again first"),
        ),
        Kind::Stale { held_by: None } => {
            t("办件已有变化，请重新查看后再操作", "The case has changed meanwhile. Read it again first")
        }
        Kind::Refused(refusal) => refusal_sentence(lang, refusal),
        Kind::Invalid(_) => t("有内容需要更正，见 errors", "Some fields are wrong; see errors"),
        Kind::Conflict => t(
            "这个键已经用于另一份申请，或内容已存在",
            "This key was used for something else, or it exists already",
        ),
        Kind::TooLarge { limit } => {
            let megabytes = limit / (1024 * 1024);
            lang.t(format!("文件不能超过 {megabytes} MB"), format!("A file may have at most {megabytes} MB"))
        }
        Kind::WrongType => {
            t("只接受 PDF、JPEG、PNG 等常用格式", "Only PDF, JPEG, PNG and the like are taken")
        }
        Kind::Full => t("存储空间已满，请稍后再试", "There is no space left. Try later"),
        Kind::Unavailable => t("系统繁忙，请稍后再试", "The portal is busy. Try again shortly"),
        Kind::Internal => {
            let number = incident::number();
            let causes = error.causes().join(": ");
            tracing::error!(incident = number, at = %error.at(), causes, "internal error");
            lang.t(format!("系统出错，事件编号 {number}"), format!("Something went wrong; incident {number}"))
        }
    }
}

fn fields(lang: Lang, error: &ApiError) -> Vec<FieldProblem> {
    let ApiError::Backend(error) = error else { return Vec::new() };
    let Kind::Invalid(errors) = error.kind() else { return Vec::new() };
    errors
        .iter()
        .map(|error| FieldProblem {
            field: error.field.clone(),
            code: error.code.as_str(),
            detail: sentence(lang, &error.code),
        })
        .collect()
}

fn held_by(error: &ApiError) -> Option<String> {
    use domain::case::Refusal;
    let ApiError::Backend(error) = error else { return None };
    match error.kind() {
        Kind::Stale { held_by } => held_by.clone(),
        Kind::Refused(Refusal::HeldBy(name)) => Some(name.clone()),
        Kind::Refused(_)
        | Kind::NotFound
        | Kind::Denied
        | Kind::Invalid(_)
        | Kind::Conflict
        | Kind::TooLarge { .. }
        | Kind::WrongType
        | Kind::Full
        | Kind::Unavailable
        | Kind::Internal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(wanted: &'static str) -> Lang {
        language(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(wanted))]))
    }

    #[test]
    fn chinese_unless_english_is_preferred() {
        assert_eq!(language(&HeaderMap::new()), Lang::Zh);
        assert_eq!([spoken("en"), spoken("de, en-GB;q=0.8")], [Lang::En, Lang::En]);
        assert_eq!([spoken("zh-CN,zh;q=0.9,en;q=0.8"), spoken("en;q=0.5, zh"), spoken("fr")], [Lang::Zh; 3]);
    }
}
