//! The acts of the trail as a list.

use crate::lang::Lang;
use crate::pages::admin::staff::role_name;
use crate::ui::table::{Caption, Table};
use chrono::{DateTime, Utc};
use domain::permission::Role;
use leptos::prelude::*;

/// One act.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of who did it; empty where nobody was signed in.
    pub who: String,
    /// In which role.
    pub role: Option<Role>,
    /// What, as stored: `case.accept`.
    pub action: String,
    /// To what, as stored: `case/…`.
    pub subject: String,
    /// Particulars, in one line.
    pub detail: String,
    /// Number in the chain; none until sealed.
    pub seq: Option<i64>,
}

impl AuditRow {
    fn number(&self, lang: Lang) -> String {
        self.seq.map_or_else(|| lang.t("待编号", "waiting").to_owned(), |seq| seq.to_string())
    }

    fn who(&self, lang: Lang) -> String {
        let role = self.role.map_or(lang.t("系统", "System"), |role| role_name(lang, role));
        if self.who.is_empty() { role.to_owned() } else { format!("{} · {role}", self.who) }
    }
}

pub(super) fn table(lang: Lang) -> Table<'static, AuditRow> {
    Table::new(Caption::heard("trail", lang.t("审计记录", "Audit trail")))
        .stacked()
        .number(lang.t("编号", "No."), move |row: &AuditRow| row.number(lang))
        .short(lang.t("时间", "When"), move |row| {
            view! { <time datetime=row.at.to_rfc3339()>{lang.moment(row.at)}</time> }
        })
        .column(lang.t("谁", "Who"), move |row| row.who(lang))
        .row_name(lang.t("做了什么", "Act"), move |row| words(lang, &row.action))
        .column(lang.t("对象", "To what"), |row| view! { <span class="code">{row.subject.clone()}</span> })
        .column(lang.t("细节", "Particulars"), |row| view! { <span class="meta">{row.detail.clone()}</span> })
}

/// An act in words; the stored name where it has none yet.
pub(super) fn words(lang: Lang, action: &str) -> String {
    let words = match action {
        "report.saved" => lang.t("暂存填报", "Saved a report"),
        "report.submitted" => lang.t("报送填报", "Submitted a report"),
        "report.returned" => lang.t("退回填报", "Returned a report"),
        "report.signed_off" => lang.t("核定填报", "Signed a report off"),
        "report.reopened" => lang.t("重开填报", "Reopened a report"),
        "report.assigned" => lang.t("分派填报部门", "Assigned who reports"),
        "account.sign_in" => lang.t("登录", "Signed in"),
        "account.sign_in_refused" => lang.t("登录失败", "Sign-in refused"),
        "account.sign_out" => lang.t("退出", "Signed out"),
        "account.register" => lang.t("注册", "Registered"),
        "staff.create" => lang.t("添加人员", "Added staff"),
        "staff.edit" => lang.t("修改人员", "Changed staff"),
        "staff.open" => lang.t("启用账号", "Opened an account"),
        "staff.close" => lang.t("停用账号", "Closed an account"),
        "staff.reset_password" => lang.t("重设密码", "Reset a password"),
        "account.confirm_refused" => lang.t("再次确认身份失败", "Password asked again was wrong"),
        "person.correct" => lang.t("本人更正联系信息", "Corrected their own contact data"),
        "person.export" => lang.t("本人导出信息", "Exported their own data"),
        "consent.withdraw" => lang.t("撤回同意", "Took a consent back"),
        "holding.remove" => lang.t("从材料库移除材料", "Took a material out of the library"),
        "case.export" => lang.t("导出办件清单", "Took away a list of cases"),
        "person.reveal" => lang.t("查看完整证件号", "Revealed an ID number"),
        "upload.receive" => lang.t("上传文件", "Uploaded a file"),
        "backup.take" => lang.t("备份", "Took a backup"),
        "backup.restore" => lang.t("恢复备份", "Restored a backup"),
        "upload.remove" => lang.t("删除文件", "Removed a file"),
        "submitted" => lang.t("提交办件", "Submitted a case"),
        "received" => lang.t("收件", "Received"),
        "taken" => lang.t("取件", "Took a case"),
        "released" => lang.t("退回待办", "Gave back a case"),
        "correction_asked" => lang.t("告知补正", "Asked for corrections"),
        "correction_answered" => lang.t("提交补正", "Answered corrections"),
        "accepted" => lang.t("受理", "Accepted"),
        "not_accepted" => lang.t("不予受理", "Did not accept"),
        "decided" => lang.t("作出决定", "Decided"),
        "closed" => lang.t("办结", "Closed"),
        "withdrawn" => lang.t("撤回", "Withdrew"),
        "department_saved" => lang.t("保存部门", "Saved a department"),
        "hall_saved" => lang.t("保存大厅", "Saved a hall"),
        "window_saved" => lang.t("保存窗口", "Saved a window"),
        "switched_on" => lang.t("启用", "Put in use"),
        "switched_off" => lang.t("停用", "Took out of use"),
        "item_edited" => lang.t("修改事项", "Changed an item"),
        "item_state_set" => lang.t("改变事项状态", "Changed an item's state"),
        "version.begun" => lang.t("起草版本", "Began a draft of a version"),
        "version.saved" => lang.t("保存版本草稿", "Saved a draft of a version"),
        "version.discarded" => lang.t("删除版本草稿", "Threw a draft away"),
        "version.released" => lang.t("发布版本", "Released a version"),
        "version.recalled" => lang.t("撤回待实施版本", "Took a released version back"),
        "version.in_force" => lang.t("版本到日实施", "A version came into force"),
        "version.suspended" => lang.t("暂停办理事项", "Suspended an item"),
        "version.resumed" => lang.t("恢复办理事项", "Took an item up again"),
        "version.cancelled" => lang.t("废止事项", "Cancelled an item"),
        "absence.added" => lang.t("登记请假", "Wrote an absence down"),
        "absence.removed" => lang.t("撤销请假", "Struck an absence out"),
        "watch.dismiss" => lang.t("不予督办", "Dismissed an alert of watch"),
        "watch.note" => lang.t("写监察备注", "Wrote a note of supervision"),
        "watch.rule" => lang.t("修改监察规则", "Changed a rule of watch"),
        "watch.order.issued" => lang.t("发出督办单", "Issued an order of supervision"),
        "watch.order.answered" => lang.t("回复督办单", "Replied to an order of supervision"),
        "watch.order.accepted" => lang.t("认可督办回复", "Accepted the reply to an order"),
        "watch.order.returned" => lang.t("退回督办回复", "Sent the reply to an order back"),
        "watch.order.escalated" => lang.t("督办升级", "Escalated an order"),
        "watch.order.closed" => lang.t("督办销号", "Closed an order"),
        "watch.order.reminded" => lang.t("督办提醒", "Reminded of an order"),
        "watch.order.lapsed" => lang.t("督办逾期升级", "Escalated an order for want of a reply"),
        "promise.lifted" => lang.t("修复失信记录", "Lifted a broken promise"),
        "catalogue_imported" => lang.t("导入目录", "Imported a catalogue"),
        "calendar_imported" => lang.t("导入日历", "Imported a calendar"),
        "divisions_imported" => lang.t("导入区划", "Imported divisions"),
        other => other,
    };
    words.to_owned()
}
