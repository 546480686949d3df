//! Help: how to use the portal, privacy, accessibility, the keyboard.

use crate::lang::Lang;
use leptos::prelude::*;

/// The page.
pub fn help(lang: Lang) -> impl IntoView {
    view! {
        <div class="page-head">
            <h1>{lang.t("帮助", "Help")}</h1>
            <p class="lead">{lang.t(
                "看不明白、办不下去，随时拨打 12345，有人帮您。",
                "Whenever you are stuck, call 12345: somebody will help.",
            )}</p>
        </div>
        {section(lang, "use", lang.t("怎么用", "How to use it"), &using(lang))}
        {section(lang, "privacy", lang.t("隐私", "Privacy"), &privacy(lang))}
        {section(lang, "accessibility", lang.t("无障碍", "Accessibility"), &accessibility(lang))}
        {section(lang, "keyboard", lang.t("键盘", "Keyboard"), &keyboard(lang))}
    }
    .into_any()
}

fn section(_lang: Lang, id: &'static str, title: &'static str, lines: &[&'static str]) -> AnyView {
    let lines = lines.iter().map(|line| view! { <p>{*line}</p> }).collect_view();
    view! { <section class="section prose" id=id><h2>{title}</h2>{lines}</section> }.into_any()
}

fn using(lang: Lang) -> [&'static str; 4] {
    lang.t(
        [
            "一、在首页说出您要办的事，平常怎么说就怎么写，拼音和首字母也行，打错一两个字没关系。",
            "二、看办事指南：能不能办、多久办好、花多少钱、要跑几次、要带什么。电子证照里有的，不用您再交。",
            "三、点“在线申请”，一页只问一件事。填到一半可以走开，草稿都存着，在“我的办件”里接着填。",
            "四、提交后拿到办件编号和查询码。不登录也能查进度；每个日期都能点开看是怎么数出来的。",
        ],
        [
            "1. Say on the home page what you need, in everyday words, pinyin or initials; a typing mistake does no harm.",
            "2. Read the guide: who may apply, how long, how much, how many visits, what to bring. What we hold as an electronic certificate you need not hand in.",
            "3. Choose “Apply online”. One question a page; leave whenever you like, the draft waits in “My cases”.",
            "4. You get a case number and a query code to track it without signing in; each date can be unfolded to see how it was counted.",
        ],
    )
}

fn privacy(lang: Lang) -> [&'static str; 3] {
    lang.t(
        [
            "身份证号、电话和住址加密保存，页面上默认遮盖。号码不会出现在网址里。",
            "只有经办您这件事的窗口和部门能看到您填的内容，每次查看都有记录，您在“我的办件”里的“我的数据”看得到。",
            "本站只用一个登录用的 Cookie 和两个记住语言、外观的 Cookie，不做统计跟踪。",
        ],
        [
            "ID number, phone and address are stored encrypted and masked on pages. They never appear in an address.",
            "Only the window and the department that handle your case see what you wrote; each look is recorded, and you can read it under “My data”.",
            "One cookie keeps you signed in, two remember language and look. Nothing tracks you.",
        ],
    )
}

fn accessibility(lang: Lang) -> [&'static str; 3] {
    lang.t(
        [
            "页面按 WCAG 2.2 AA 和国家无障碍标准制作：可以放大到 400%，可以只用键盘，可以用读屏软件，可以关掉 JavaScript。",
            "“长辈版”字更大、按钮更大，在页面最上面就能打开。",
            "用着不方便的地方，请打 12345 告诉我们。",
        ],
        [
            "The pages follow WCAG 2.2 AA: they work at 400% zoom, by keyboard alone, with a screen reader and without JavaScript.",
            "The large look, at the top of each page, has larger type and buttons.",
            "Tell us at 12345 what is hard to use.",
        ],
    )
}

fn keyboard(lang: Lang) -> [&'static str; 2] {
    lang.t(
        ["Tab 走到下一处，Shift+Tab 回上一处，Enter 打开，空格勾选。", "每页第一下 Tab 是“跳到正文”。"],
        [
            "Tab moves on, Shift+Tab back, Enter opens, Space ticks.",
            "The first Tab on each page is “Skip to content”.",
        ],
    )
}
