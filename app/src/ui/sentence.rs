//! What is wrong with a field, in words that say how to put it right.

use crate::lang::Lang;
use crate::ui::evidence::unfit_words;
use domain::field_error::FieldCode;

/// The sentence for a code.
pub fn sentence(lang: Lang, code: &FieldCode) -> String {
    let t = |zh: &str, en: &str| lang.t(zh, en).to_owned();
    match *code {
        FieldCode::Missing => t("请填写这一项", "Fill this in"),
        FieldCode::TooLong { max } => {
            lang.t(format!("最多 {max} 个字"), format!("Use at most {max} characters"))
        }
        FieldCode::TooShort { min } => {
            lang.t(format!("至少 {min} 个字"), format!("Use at least {min} characters"))
        }
        FieldCode::Length => t(
            "位数不对：应是 18 位，请数一数有没有漏或多",
            "Wrong number of characters: it should have 18. Check that none is missing or doubled",
        ),
        FieldCode::Character { at: Some(at) } => lang.t(
            format!("第 {at} 位不应是这个字符，请核对"),
            format!("Character {at} cannot stand there. Check it"),
        ),
        FieldCode::Character { at: None } => {
            t("含有不能使用的字符", "It has a character that cannot be used")
        }
        FieldCode::Date => {
            t("日期不存在，请核对年、月、日", "There is no such date. Check year, month and day")
        }
        FieldCode::Future => t("日期还没有到，请核对年份", "This date is in the future. Check the year"),
        FieldCode::Past => t("日期已经过去，请重新填写", "This date has passed"),
        FieldCode::Division => t(
            "前两位不是任何省份的代码，请核对开头几位",
            "The first two digits are not a province. Check how it begins",
        ),
        FieldCode::Checksum => t(
            "最后一位校验码与前面不符：其中有一位写错了，请从头核对",
            "The check character at the end does not fit: one character is wrong. Compare it from the start",
        ),
        FieldCode::Choice => t("请从给出的选项中选一个", "Choose one of the options"),
        FieldCode::Number => t("请填写数字", "Enter a number"),
        FieldCode::Range { min, max } => {
            lang.t(format!("请填写 {min} 到 {max} 之间的数"), format!("Enter a number from {min} to {max}"))
        }
        FieldCode::Phone => t(
            "电话号码不对：手机号 11 位，固定电话带区号",
            "Not a phone number: a mobile has 11 digits, a fixed line its area code",
        ),
        FieldCode::Email => t("邮箱地址不对", "Not an e-mail address"),
        FieldCode::Password { min } => lang
            .t(format!("密码至少 {min} 个字符"), format!("Use at least {min} characters for the password")),
        FieldCode::Stated => t(
            "这一项以有效证照上写的为准，不能在这里改",
            "A valid certificate states this; it cannot be changed here",
        ),
        FieldCode::WrongPassword => t("密码不对，请重新输入", "Not your password. Type it again"),
        FieldCode::Mismatch => t("与前面的不一致", "It does not match"),
        FieldCode::Taken => t("已经被使用", "Already in use"),
        FieldCode::Unknown => t("没有找到，请核对", "Not found. Check it"),
        FieldCode::Parts => t(
            "标识不完整：应有五段，用点隔开，请对照证照从头核对",
            "Not a whole identifier: it has five parts with dots between. Compare it from the start",
        ),
        FieldCode::TooLate { last } => lang.t(
            format!("最晚填到 {}", lang.date(last)),
            format!("The last day that can be chosen is {}", lang.date(last)),
        ),
        FieldCode::NoAnswer => {
            t("写几句说明，或者上传要补的材料", "Write a few words, or upload what was asked for")
        }
        FieldCode::NoCertificate => t(
            "电子证照库里没有这份证照，请上传或带原件到窗口",
            "There is no such certificate in the library: upload it, or bring the original",
        ),
        FieldCode::Unfit { why } => {
            let why = unfit_words(lang, why);
            lang.t(
                format!("这份证照{why}，不能用，请另外提供"),
                format!("This certificate {why} and cannot be used: give another"),
            )
        }
        FieldCode::Died { on } => lang.t(
            format!("该公民已于{}登记死亡，不能以其名义新办。", lang.date(on)),
            format!(
                "This person is recorded as having died on {}: nothing new begins in their name.",
                lang.date(on)
            ),
        ),
        FieldCode::NoAuthority => t(
            "没有办这件事的授权：只有本单位的法定代表人、管理员或授权范围内的经办人可以办",
            "Not authorised for this: only the legal representative, the administrator or an agent within their scope may",
        ),
        FieldCode::Negative => t("不能是负数", "It cannot be below 0"),
        FieldCode::DividesByZero => t(
            "分母不能是 0：没有总数就算不出比率，请留空并用文字说明",
            "The whole cannot be 0: nothing can be a share of it. Leave it empty and say so in words",
        ),
        FieldCode::AboveWhole => t(
            "分子不能大于分母，请核对两个数",
            "The part cannot be larger than the whole. Compare the two numbers",
        ),
        FieldCode::NoFigure => {
            t("请填写数值，或用文字说明情况", "Give a figure, or say in words how it stands")
        }
    }
}
