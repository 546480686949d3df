//! Reads a paper back, as a reader by ear or a search would: for tests.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, hayro_cmap::BfString, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect};

/// The text of each page, glyph by glyph, without spaces that are only room.
///
/// # Errors
/// When the bytes are no PDF.
pub fn pages(pdf: &[u8]) -> Result<Vec<String>, String> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|error| format!("{error:?}"))?;
    let cache = InterpreterCache::new();
    Ok(pdf.pages().iter().map(|page| read(page, &cache)).collect())
}

fn read<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> String {
    let mut text = Text(String::new());
    let frame = Rect::new(0.0, 0.0, 1.0, 1.0);
    let settings = InterpreterSettings::default();
    let mut context = Context::new(Affine::IDENTITY, frame, cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut text);
    text.0
}

/// The title a PDF carries.
pub fn title(pdf: &[u8]) -> Option<String> {
    let pdf = Pdf::new(pdf.to_vec()).ok()?;
    let bytes = pdf.metadata().title.clone()?;
    let wide = bytes.strip_prefix(&[0xfe, 0xff]);
    Some(match wide {
        Some(wide) => {
            let units: Vec<u16> = wide
                .chunks_exact(2)
                .filter_map(|two| Some(u16::from_be_bytes(two.try_into().ok()?)))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(&bytes).into_owned(),
    })
}

struct Text(String);

impl<'a> Device<'a> for Text {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph(&mut self, glyph: &Glyph<'a>, _: Affine, _: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        match glyph.as_unicode() {
            Some(BfString::Char(char)) => self.0.push(char),
            Some(BfString::String(text)) => self.0.push_str(&text),
            // What cannot be read is seen in a test.
            None => self.0.push(char::REPLACEMENT_CHARACTER),
        }
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
