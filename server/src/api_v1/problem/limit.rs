//! What went beyond a limit, for programs: a code, and words.

use crate::middleware::limited::Limited;
use app::lang::Lang;

pub(super) fn code(limited: &Limited) -> &'static str {
    match limited {
        Limited::Malformed => "malformed",
        Limited::Foreign => "foreign",
        Limited::NotFound => "not_found",
        Limited::Method => "method_not_allowed",
        Limited::Slow => "too_slow",
        Limited::Form(_) | Limited::Files(_) => "too_large",
        Limited::Address(_) => "address_too_long",
        Limited::Head(_) => "head_too_large",
        Limited::Type => "wrong_type",
        Limited::Fields => "invalid",
        Limited::TooMany { .. } => "too_many",
        Limited::Busy { .. } => "busy",
        Limited::Late { .. } => "too_late",
        Limited::Fault(_) => "internal",
    }
}

pub(super) fn detail(lang: Lang, limited: &Limited) -> String {
    let t = |zh: &str, en: &str| lang.t(zh, en).to_owned();
    match limited {
        Limited::Malformed => t(
            "请求不完整或格式不对，什么也没有改动",
            "The request is broken or not in the right form; nothing was changed",
        ),
        Limited::Foreign => t(
            "请求来自其他网站，已拒绝，什么也没有改动",
            "The request came from another site and was refused; nothing was changed",
        ),
        Limited::NotFound => {
            t("没有这项内容，或您无权查看", "There is no such thing, or it is not yours to see")
        }
        Limited::Method => t("这个地址不支持该方法", "This address does not know that method"),
        Limited::Slow => t(
            "请求没有按时收全，什么也没有改动，请重新发送",
            "The request did not arrive whole in time; nothing was changed. Send it again",
        ),
        Limited::Form(bytes) => {
            let most = bytes / 1024;
            lang.t(
                format!("请求体最多 {most} KB；什么也没有改动"),
                format!("A body may have at most {most} KB; nothing was changed"),
            )
        }
        Limited::Files(bytes) => {
            let most = bytes / (1024 * 1024);
            lang.t(
                format!("一次请求最多 {most} MB；什么也没有改动"),
                format!("A request may have at most {most} MB; nothing was changed"),
            )
        }
        Limited::Address(bytes) => lang.t(
            format!("网址最多 {bytes} 字节；什么也没有改动"),
            format!("An address may have at most {bytes} bytes; nothing was changed"),
        ),
        Limited::Head(bytes) => lang.t(
            format!("请求头合计最多 {bytes} 字节；什么也没有改动"),
            format!("All header fields may have at most {bytes} bytes; nothing was changed"),
        ),
        Limited::Type => t(
            "请按文档给出 Content-Type；什么也没有改动",
            "Send the Content-Type of the documentation; nothing was changed",
        ),
        Limited::Fields => t(
            "有的字段缺少或读不出来；什么也没有改动",
            "Fields are missing or cannot be read; nothing was changed",
        ),
        Limited::TooMany { seconds } => lang.t(
            format!("请求太快，请 {seconds} 秒后再试；什么也没有改动"),
            format!("Too many requests: try again in {seconds} seconds; nothing was changed"),
        ),
        Limited::Busy { seconds, .. } => lang.t(
            format!("系统繁忙，什么也没有改动；请 {seconds} 秒后重新发送"),
            format!("The portal is busy and nothing was changed: send it again in {seconds} seconds"),
        ),
        Limited::Late { sent: true } => t(
            "没有等到结果，可能已经办了；请用同一个 Idempotency-Key 重新发送，或先查询",
            "There was no result in time and it may have been done: send it again with the same Idempotency-Key, or look first",
        ),
        Limited::Late { sent: false } => t(
            "没有等到结果，什么也没有改动；请稍后再试",
            "There was no result in time; nothing was changed. Try again later",
        ),
        Limited::Fault(incident) => lang.t(
            format!("系统出错，事件编号 {incident}"),
            format!("Something went wrong; incident {incident}"),
        ),
    }
}
