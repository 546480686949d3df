//! What came of a case, and what was changed on the way.

use crate::web::desk::intake::manner_name;
use app::lang::Lang;
use app::ui::changes::Change;
use backend::cases::{CaseView, ChangeView};
use backend::drafts::Manner;
use domain::case::{Delivery, Event, Target};

/// What came of it: the certificate, and how it was handed over.
pub(super) fn result(lang: Lang, view: &CaseView) -> Vec<(String, String)> {
    let certificate = view.case.work.certificate.clone();
    let certificate = certificate.map(|number| (lang.t("证照编号", "Certificate").to_owned(), number));
    let delivery = view.events.iter().rev().find_map(|one| {
        let Event::Delivered { delivery, proof, day } = &one.event else { return None };
        let how = match delivery {
            Delivery::Window => lang.t("窗口领取", "at a window"),
            Delivery::Post => lang.t("邮寄", "by post"),
            Delivery::Electronic => lang.t("电子送达", "electronically"),
        };
        let parts = [lang.date(*day), how.to_owned(), proof.clone()];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some((lang.t("送达", "Handed over").to_owned(), said.join(" · ")))
    });
    // What was handed over and is decided anew is handed over anew.
    let delivery = delivery.filter(|_| view.case.work.delivered_on.is_some());
    certificate.into_iter().chain(delivery).collect()
}

/// What answers to corrections changed.
pub(in crate::web) fn changes(lang: Lang, view: &CaseView) -> Vec<Change> {
    let text = |one: &ChangeView, text: &str| match (&one.target, Manner::parse(text)) {
        // What was no file is known by how it came.
        (Target::Material(_), Some(manner)) => manner_name(lang, manner).to_owned(),
        (Target::Material(_) | Target::Answer(_), _) => text.to_owned(),
    };
    let change = |one: &ChangeView| Change {
        label: lang.pick(&one.label, &one.label_en).to_owned(),
        before: text(one, &one.before),
        after: text(one, &one.after),
    };
    view.changes.iter().map(change).collect()
}
