//! How each material came, and may come.

use super::Open;
use crate::web::evidence::{source_words, why_words};
use app::lang::Lang;
use app::pages::desk::{KnownUpload, MaterialRow};
use backend::Services;
use backend::catalogue::Material;
use backend::drafts::{Manner, MaterialAnswer};
use backend::intake::Handed;
use backend::uploads::Upload;
use domain::evidence::Grade;
use uuid::Uuid;

/// How a material came, as people say it.
pub(in crate::web) fn manner_name(lang: Lang, manner: Manner) -> &'static str {
    match manner {
        Manner::Certificate => lang.t("电子证照", "E-certificate"),
        Manner::Share => lang.t("数据共享", "Shared data"),
        Manner::Upload => lang.t("上传扫描件", "Scan uploaded"),
        Manner::Paper => lang.t("纸质，已核对", "Paper, checked"),
        Manner::Commitment => lang.t("告知承诺", "Declaration"),
        Manner::Missing => lang.t("还没有", "Missing"),
    }
}

/// What was said of a material; else what the department fetches by itself, else nothing.
pub(super) fn given(open: &Open, material: &Material) -> MaterialAnswer {
    let said = open.draft.materials.iter().find(|answer| answer.material_id == material.id).cloned();
    said.unwrap_or_else(|| MaterialAnswer::new(material.id, usual(open, material), Vec::new()))
}

fn planned<'a>(open: &'a Open, material: &Material) -> Option<&'a Handed> {
    open.plan.iter().find(|handed| handed.material_id == material.id)
}

fn usual(open: &Open, material: &Material) -> Manner {
    planned(open, material).map_or(Manner::Missing, |handed| handed.manner)
}

/// What nobody is asked for, where that is how it comes.
fn spared<'a>(open: &'a Open, material: &Material, answer: &MaterialAnswer) -> Option<&'a Handed> {
    let plan = planned(open, material).filter(|handed| handed.spared());
    plan.filter(|handed| handed.manner == answer.manner && answer.uploads.is_empty())
}

/// The ways that make sense for a material.
fn manners(open: &Open, material: &Material) -> Vec<Manner> {
    let deferrable = material.deferrable || open.item.flags.commitment;
    let open_to = |manner: &Manner| match manner {
        // A certificate that is not there, or not fit, is no way.
        Manner::Certificate => usual(open, material) == Manner::Certificate,
        Manner::Share => material.data_share.is_some(),
        Manner::Commitment => deferrable,
        Manner::Upload | Manner::Paper | Manner::Missing => true,
    };
    Manner::ALL.into_iter().filter(open_to).collect()
}

/// The rows of the table.
pub(super) fn rows(services: &Services, lang: Lang, open: &Open, uploads: &[Upload]) -> Vec<MaterialRow> {
    open.item.materials.iter().map(|material| row(services, lang, open, material, uploads)).collect()
}

fn row(services: &Services, lang: Lang, open: &Open, material: &Material, uploads: &[Upload]) -> MaterialRow {
    let answer = given(open, material);
    let spared = spared(open, material, &answer);
    let manners = manners(open, material);
    MaterialRow {
        id: material.id.to_string(),
        name: lang.pick(&material.name, &material.name_en).to_owned(),
        required: material.required,
        source: spared.map_or_else(
            || source(lang, open, material),
            |handed| source_words(services, lang, material, handed),
        ),
        grade: spared.and_then(|handed| handed.grade).or(answer.manner.grade()).map(Grade::letter),
        manner: answer.manner.as_str().to_owned(),
        manners: manners
            .into_iter()
            .map(|way| (way.as_str().to_owned(), manner_name(lang, way).to_owned()))
            .collect(),
        uploads: known(uploads, &answer.uploads),
    }
}

/// Why it is asked for; where it is got, where there is nothing more to say.
fn source(lang: Lang, open: &Open, material: &Material) -> String {
    let why = planned(open, material).map(|handed| why_words(lang, material, handed)).unwrap_or_default();
    match (&material.data_share, why.is_empty()) {
        (_, false) => why.join(lang.t("；", "; ")),
        (Some(share), true) => lang.t(format!("共享数据：{share}"), format!("Shared: {share}")),
        (None, true) => material.source.clone(),
    }
}

fn known(uploads: &[Upload], ids: &[Uuid]) -> Vec<KnownUpload> {
    let line = |file: &Upload| KnownUpload {
        href: format!("/uploads/{}", file.id),
        name: file.file_name.clone(),
        size: size(file.size),
    };
    uploads.iter().filter(|file| ids.contains(&file.id)).map(line).collect()
}

/// A size in words, rounded up to what people know.
pub(in crate::web) fn size(bytes: i64) -> String {
    let kib = bytes.max(0).saturating_add(1023) / 1024;
    if kib < 1024 { format!("{kib} KB") } else { format!("{}.{} MB", kib / 1024, kib % 1024 * 10 / 1024) }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_short() {
        assert_eq!(size(1), "1 KB");
        assert_eq!(size(1_887_437), "1.8 MB");
    }
}
