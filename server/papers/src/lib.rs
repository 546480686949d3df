//! Papers that leave the house: PDF from typst templates, with the fonts of the machine.
//!
//! A paper is a pure function of its template and its data: no clock, no file but the fonts, no
//! network. The same data gives the same bytes, so that a paper can be compared with its copy. The
//! PDF is tagged for readers by ear (PDF/UA-1), carries its title and language, and only those glyphs
//! of its fonts that it shows.

mod error;
mod fonts;
mod press;
#[cfg(feature = "reading")]
pub mod reading;
mod template;
mod world;

pub use error::PaperError;
pub use press::{Paper, Press};
pub use template::Template;
