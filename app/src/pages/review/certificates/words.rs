//! What operations, statuses and fields are called.

use crate::lang::Lang;
use domain::certificate::{Operation, Status};

/// What is done with a certificate.
pub fn operation_name(lang: Lang, operation: Operation) -> &'static str {
    match operation {
        Operation::Issue => lang.t("新发", "Issued"),
        Operation::Renew => lang.t("延续", "Renew"),
        Operation::Change => lang.t("变更", "Change"),
        Operation::Suspend => lang.t("暂扣", "Suspend"),
        Operation::Release => lang.t("暂扣发还", "Give back"),
        Operation::Withdraw => lang.t("撤销", "Withdraw"),
        Operation::Cancel => lang.t("注销", "Cancel"),
        Operation::Revoke => lang.t("吊销", "Revoke"),
        Operation::Lapse => lang.t("过期", "Lapsed"),
        Operation::TransferIn => lang.t("转入", "Transferred in"),
        Operation::CancelTransfer => lang.t("取消转出", "Transfer cancelled"),
        Operation::Other => lang.t("恢复原版本", "Earlier version restored"),
    }
}

/// 证照状态.
pub fn status_name(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Valid => lang.t("有效", "Valid"),
        Status::Suspended => lang.t("暂扣", "Suspended"),
        Status::Withdrawn => lang.t("撤销", "Withdrawn"),
        Status::Cancelled => lang.t("注销", "Cancelled"),
        Status::Lapsed => lang.t("失效", "Lapsed"),
        Status::Transferred => lang.t("转出", "Transferred"),
        Status::Revoked => lang.t("吊销", "Revoked"),
        Status::Other => lang.t("其他", "Other"),
    }
}

/// A choice of the filter.
pub fn listed_name(lang: Lang, value: &str) -> &'static str {
    match value {
        "ending" => lang.t("60 天内到期", "Ending within 60 days"),
        "expired" => lang.t("已过有效期", "Term is over"),
        "superseded" => lang.t("旧版本", "Earlier versions"),
        status => match Status::parse(status) {
            Some(status) => status_name(lang, status),
            None => lang.t("全部最新版本", "All latest versions"),
        },
    }
}

pub(super) fn field_name(lang: Lang, field: &str) -> &'static str {
    match field {
        "identifier" => lang.t("证照标识", "Identifier"),
        "holder" => lang.t("持证人号码", "Number of the holder"),
        "reason" => lang.t("事由", "Reason"),
        "code" => lang.t("证照类型", "Type"),
        "until" => lang.t("有效期止", "Last day"),
        _ => "",
    }
}
