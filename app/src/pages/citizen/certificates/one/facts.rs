//! What stands on a certificate.

use super::CertificatePage;
use crate::ui::certificate::term_words;
use leptos::prelude::*;

pub(super) fn facts(page: &CertificatePage) -> AnyView {
    let lang = page.lang;
    let plain = |name: &str, value: String| (name.to_owned(), value.into_any());
    let mut lines = vec![plain(lang.t("持证人", "Holder"), page.holder.clone())];
    if let Some(number) = &page.number {
        lines.push((lang.t("证照编号", "Number").to_owned(), own_number(page, number)));
    }
    lines.extend([
        plain(lang.t("颁发机构", "Issued by"), page.issuer.clone()),
        plain(lang.t("颁发日期", "Issued on"), lang.date(page.issued_on)),
        plain(lang.t("有效期", "Valid"), term_words(lang, page.term.0, page.term.1)),
    ]);
    lines.extend(page.fields.iter().map(|(name, value)| plain(name, value.clone())));
    let identifier = view! { <code class="identifier">{page.identifier.clone()}</code> }.into_any();
    lines.push((lang.t("电子证照标识", "Identifier").to_owned(), identifier));
    if let Some(case_no) = &page.case_no {
        let href = format!("/my/cases/{case_no}");
        let link = view! { <a href=href>{lang.t("看这次办件", "See the case")}</a> }.into_any();
        lines.push((lang.t("因何颁发", "Granted by").to_owned(), link));
    }
    let lines = lines.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <section class="section">
            <h2>{lang.t("证照内容", "What it says")}</h2>
            <dl class="summary-list">{lines.collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Masked, with a way to see it; in full, with a way back.
fn own_number(page: &CertificatePage, number: &str) -> AnyView {
    let lang = page.lang;
    let base = format!("/my/certificates/{}", page.id);
    let masked = number.contains('*');
    let (href, words) = if page.in_full {
        (base, lang.t("遮住", "Hide"))
    } else {
        (format!("{base}?number=full"), lang.t("看全号", "Show in full"))
    };
    let link = (masked || page.in_full).then(|| view! { " "<a href=href>{words}</a> });
    view! { <span class="code">{number.to_owned()}</span>{link} }.into_any()
}
