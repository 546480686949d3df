//! The font of papers: the first of these that the machine has.

use crate::PaperError;
use typst_kit::fonts::{FontStore, system};

/// In order of liking. A family writes Chinese and Latin alike, so one is enough for a paper.
const LIKED: [&str; 8] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "SimSun",
];

/// A family with all its weights.
pub(crate) struct Fonts {
    pub(crate) family: &'static str,
    pub(crate) store: FontStore,
}

/// Looks through the fonts of the machine: takes a moment, so look once.
pub(crate) fn find() -> Result<Fonts, PaperError> {
    let found: Vec<_> = system().collect();
    let has = |family: &&&str| found.iter().any(|(_, info)| info.family == **family);
    let family = *LIKED.iter().find(has).ok_or(PaperError::NoChineseFont)?;
    let mut store = FontStore::new();
    store.extend(found.into_iter().filter(|(_, info)| info.family == family));
    Ok(Fonts { family, store })
}
