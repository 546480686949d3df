//! An error in words: what is wrong and how to put it right.

use super::ApiError;
use super::limit;
use crate::middleware::incident;
use crate::web::error::refusal_sentence;
use app::lang::Lang;
use backend::Kind;
use http::StatusCode;

pub(super) fn title(lang: Lang, status: StatusCode) -> &'static str {
    match status.as_u16() {
        400 => lang.t("请求格式不对", "The request is not in the right form"),
        401 => lang.t("需要登录", "Sign in first"),
        403 => lang.t("无权操作", "Not allowed"),
        404 => lang.t("没有找到", "Not found"),
        405 => lang.t("不支持的方法", "Method not allowed"),
        408 => lang.t("没有按时收全", "It did not arrive in time"),
        409 => lang.t("与现有内容冲突", "In conflict with what is there"),
        413 => lang.t("内容太大", "Too large"),
        414 => lang.t("网址太长", "The address is too long"),
        415 => lang.t("类型不对", "Type not accepted"),
        422 => lang.t("不能办理", "It cannot be done"),
        429 => lang.t("请求太快", "Too many requests"),
        431 => lang.t("请求头太长", "The header fields are too long"),
        503 | 507 => lang.t("服务暂时不可用", "Not available now"),
        _ => lang.t("系统出错", "Something went wrong"),
    }
}

pub(super) fn detail(lang: Lang, error: &ApiError) -> String {
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
        ApiError::Limited(limited) => limit::detail(lang, limited),
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
