//! The directory of certificates.

use super::administrator::{Administrator, Answer};
use app::lang::Lang;
use app::pages::admin::certificates::{DirectoryPage, KindRow, directory as view, title};
use backend::certificates::{DirectoryEntry, HolderKind, directory};

pub(super) async fn list(admin: Administrator) -> Answer {
    let lang = admin.lang();
    let entries = directory(admin.services(), &admin.actor).await?;
    let page = DirectoryPage { lang, rows: entries.into_iter().map(|entry| row(lang, entry)).collect() };
    Ok(admin.page(title(lang), move || view(page)))
}

fn row(lang: Lang, entry: DirectoryEntry) -> KindRow {
    let DirectoryEntry { kind, definer, definer_en, items, counts, uses } = entry;
    let (definer, definer_code) = definer.unwrap_or_default();
    KindRow {
        name: lang.pick(&kind.name, &kind.name_en).to_owned(),
        holder: holder(lang, kind.holder).to_owned(),
        months: kind.valid_months,
        type_code: kind.type_code.unwrap_or_default(),
        code: kind.code,
        definer: lang.pick(&definer, &definer_en).to_owned(),
        definer_code,
        items: items
            .into_iter()
            .map(|item| {
                let name = lang.pick(&item.name, &item.name_en).to_owned();
                (item.id, name)
            })
            .collect(),
        counts,
        uses,
    }
}

fn holder(lang: Lang, kind: HolderKind) -> &'static str {
    match kind {
        HolderKind::Person => lang.t("自然人", "Persons"),
        HolderKind::Entity => lang.t("法人或其他组织", "Organisations"),
        HolderKind::Either => lang.t("自然人、法人或其他组织", "Persons and organisations"),
    }
}
