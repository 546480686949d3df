//! What happened and what to do now, in words.

use super::Trouble;
use crate::lang::Lang;

impl Trouble {
    /// The page's title.
    pub fn title(&self, lang: Lang) -> &'static str {
        match self {
            Self::NotFound => lang.t("没有这一页", "There is no such page"),
            Self::Method => lang.t("这一页不能这样打开", "This page does not open that way"),
            Self::Malformed => lang.t("这个请求看不懂", "This request cannot be read"),
            Self::Slow => lang.t("网络太慢，没有收全", "It did not arrive in time"),
            Self::AddressTooLong => lang.t("网址太长了", "The address is too long"),
            Self::HeadTooLarge => lang.t("浏览器带来的信息太多", "The browser sends too much along"),
            Self::FormTooLarge { .. } => {
                lang.t("填写的内容太长，没有收下", "Too much was typed; nothing was taken")
            }
            Self::FilesTooLarge { .. } => {
                lang.t("文件加起来太大，没有上传", "The files together are too large")
            }
            Self::NotAForm => lang.t("这种格式不收", "This format is not taken"),
            Self::Unreadable => lang.t("表单内容不完整", "The form is not complete"),
            Self::Forbidden => lang.t("这一步没有做成", "This was not done"),
            Self::Stale { .. } => lang.t("这件事刚刚被更新过", "This was just changed"),
            Self::Conflict => lang.t("已经提交过了", "This was sent before"),
            Self::Refused(_) => lang.t("现在不能这样做", "This cannot be done now"),
            Self::TooLarge { .. } => lang.t("文件太大，没有上传", "The file is too large"),
            Self::WrongType => lang.t("这种文件不能上传", "This type of file is not taken"),
            Self::TooMany { .. } => lang.t("操作太快了，请稍等", "Too fast: wait a moment"),
            Self::Full => lang.t("暂时存不下了", "There is no room at the moment"),
            Self::Unavailable { .. } => lang.t("现在人太多或系统正忙", "The portal is busy"),
            Self::NotTaken { .. } => {
                lang.t("现在人太多，这一步还没有办", "The portal is busy; this was not done yet")
            }
            Self::Late { .. } => lang.t("系统太慢，没有等到结果", "It took too long to answer"),
            Self::Internal { .. } => lang.t("我们出了错", "We made a mistake"),
        }
    }

    /// What to do now.
    pub(super) fn words(&self, lang: Lang) -> String {
        match self {
            Self::NotFound => lang.t("地址可能写错了，或者这一页已经移走。您可以搜索要办的事。".into(), "The address may be wrong, or the page has moved. Search for what you need.".into()),
            Self::Method => lang.t("请回到上一页，从页面上的按钮重新操作。".into(), "Go back and use the buttons of the page.".into()),
            Self::Malformed => lang.t("浏览器或网络把请求弄坏了，什么也没有改动。请回到上一页再试；还不行，请换一个浏览器或拨打 12345。".into(), "Browser or network damaged the request; nothing was changed. Go back and try again, or use another browser, or call 12345.".into()),
            Self::Slow => lang.t("这次发送的内容没有收全，什么也没有改动。请后退一页，到信号好的地方再提交一次；之前保存的都还在。".into(), "What you sent did not arrive whole, and nothing was changed. Go back and send it again where the signal is better; what was saved before is safe.".into()),
            Self::AddressTooLong => lang.t("搜索或筛选的内容太多，网址放不下，什么也没有改动。请缩短后再试。".into(), "The search or the filter does not fit into an address; nothing was changed. Shorten it and try again.".into()),
            Self::HeadTooLarge => lang.t("多半是本网站存的 Cookie 太多。请在浏览器设置里清除本网站的 Cookie，再重新登录；什么也没有改动，草稿和办件都还在。".into(), "Most likely too many cookies are stored for this site. Clear them in the browser's settings and sign in again; nothing was changed, drafts and cases are safe.".into()),
            Self::FormTooLarge { kilobytes } => lang.t(format!("一页最多收 {kilobytes} KB 的文字，这次发送的没有收下，什么也没有改动。请后退一页，写短一些，或者把长的内容作为文件上传。"), format!("A page takes at most {kilobytes} KB of text. What you sent was not taken and nothing was changed. Go back and shorten it, or upload the long part as a file.")),
            Self::FilesTooLarge { megabytes } => lang.t(format!("一次最多上传 {megabytes} MB，这次的文件没有收下，什么也没有改动。请分几次上传，或者把照片拍小一点。"), format!("At most {megabytes} MB at once. These files were not taken and nothing was changed. Upload them one after the other, or take smaller photos.")),
            Self::NotAForm => lang.t("请从页面上的表单提交；什么也没有改动。".into(), "Use the form of the page; nothing was changed.".into()),
            Self::Unreadable => lang.t("有的内容没有发送过来，什么也没有改动。请后退一页，重新加载后再提交。".into(), "Something of the form is missing; nothing was changed. Go back, reload the page and send it again.".into()),
            Self::Forbidden => lang.t("登录可能已经过期，或者请求不是从本站发出的。请回到上一页，重新登录后再试；填过的草稿还在。".into(), "Your session may have ended, or the request came from elsewhere. Go back, sign in and try again; saved drafts are still there.".into()),
            Self::Stale { held_by: Some(name) } => lang.t(format!("现在由 {name} 在办。请刷新后再看。"), format!("{name} has it in hand now. Reload to see it.")),
            Self::Stale { held_by: None } => lang.t("您打开页面以后有了新的变化。请刷新，看过最新情况再操作；什么也没有被改动。".into(), "It changed after you opened the page. Reload and look again; nothing was altered.".into()),
            Self::Conflict => lang.t("同一份申请内容不一样，没有再提交一次。请到“我的办件”查看已提交的那一份。".into(), "The same application came with other content and was not sent again. See “My cases”.".into()),
            Self::Refused(sentence) => sentence.clone(),
            Self::TooLarge { megabytes } => lang.t(format!("每个文件最多 {megabytes} MB。拍照时选小一点的尺寸，或者分成几个文件。您填的内容都还在。"), format!("At most {megabytes} MB each. Take a smaller photo or split it. Everything you typed is still there.")),
            Self::WrongType => lang.t("只收照片（JPG、PNG、WebP、HEIC）和 PDF、OFD 文件。您填的内容都还在。".into(), "Photos (JPG, PNG, WebP, HEIC), PDF and OFD files are taken. Everything you typed is still there.".into()),
            Self::TooMany { seconds } => lang.t(format!("请等 {seconds} 秒再试。"), format!("Try again in {seconds} seconds.")),
            Self::Full => lang.t("这次的内容没有存下来，之前存过的都在。管理员已收到通知，请稍后再试，或拨打 12345。".into(), "This was not stored; what was stored before is safe. The administrator was told. Try again later or call 12345.".into()),
            Self::Unavailable { seconds } => lang.t(format!("您提交过的都还在。请 {seconds} 秒后再试。"), format!("All that you handed in is safe. Try again in {seconds} seconds.")),
            Self::NotTaken { seconds } => lang.t(format!("这次发送的内容没有收下，什么也没有改动。请 {seconds} 秒后重新加载这一页（浏览器会问是否重新发送），或者后退一页再提交一次。之前提交、保存过的都还在。"), format!("What you just sent was not taken, and nothing was changed. In {seconds} seconds reload this page (the browser asks whether to send again), or go back and send it once more. What was handed in or saved before is safe.")),
            Self::Late { sent: true } => lang.t("这次发送的可能已经办了，也可能没有。请先到“我的办件”（工作人员请看办件列表）查看；没有的话再提交一次。同一份申请重复提交不会办两次。".into(), "What you sent may have been done or not. Look at “My cases” first (staff: at the list); if it is not there, send it again. The same application sent twice is taken once.".into()),
            Self::Late { sent: false } => lang.t("什么也没有改动。请过一会儿重新加载这一页。".into(), "Nothing was changed. Reload this page in a while.".into()),
            Self::Internal { .. } => lang.t("您之前保存的内容都还在。请稍后再试；若还不行，请把下面的事件编号告诉 12345。".into(), "What you saved before is safe. Try again later; if it happens again, tell 12345 this number.".into()),
        }
    }
}
