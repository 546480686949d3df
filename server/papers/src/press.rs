//! From data to bytes.

use crate::fonts::{self, Fonts};
use crate::world::Sheet;
use crate::{PaperError, Template};
use serde::Serialize;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Smart;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, comemo};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Prints papers. Holds the fonts of the machine: make one, and keep it.
pub struct Press {
    library: LazyHash<Library>,
    fonts: Fonts,
    standards: PdfStandards,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").field("family", &self.fonts.family).finish_non_exhaustive()
    }
}

/// What a template reads.
#[derive(Serialize)]
struct Data<'a, T> {
    font: &'a str,
    paper: &'a T,
}

impl Press {
    /// Looks for a font. Takes as long as there are fonts to look at.
    ///
    /// # Errors
    /// [`PaperError::NoChineseFont`] where the machine has none.
    pub fn new() -> Result<Self, PaperError> {
        let standards = PdfStandards::new(&[PdfStandard::V_1_7, PdfStandard::Ua_1])
            .map_err(|error| PaperError::Setting(error.message().to_string()))?;
        Ok(Self { library: LazyHash::new(Library::default()), fonts: fonts::find()?, standards })
    }

    /// Prints a paper. Works for as long as it takes: call it where a thread may be held.
    ///
    /// # Errors
    /// [`PaperError::Data`] and [`PaperError::Setting`] where template and data do not fit.
    pub fn print(&self, template: Template, paper: &impl Serialize) -> Result<Paper, PaperError> {
        let data = serde_json::to_vec(&Data { font: self.fonts.family, paper })?;
        let sheet = Sheet::new(&self.library, &self.fonts, template.source(), data)?;
        let printed = self.set(&sheet);
        // What was worked out for one paper is of no use to the next.
        comemo::evict(0);
        printed
    }

    fn set(&self, sheet: &Sheet<'_>) -> Result<Paper, PaperError> {
        let Warned { output, warnings: _ } = typst::compile(sheet);
        let document = output.map_err(|errors| told(&errors))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Yihao".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| told(&errors))?;
        Ok(Paper { pdf, pages: document.pages().len() })
    }
}

fn told(errors: &[SourceDiagnostic]) -> PaperError {
    let line = |error: &SourceDiagnostic| {
        let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
        format!("{} {}", error.message, hints.join(" "))
    };
    let lines: Vec<String> = errors.iter().map(line).collect();
    PaperError::Setting(lines.join("; "))
}
