//! A paper of one page, as evidence of the demonstration: a real PDF, whose Chinese every reader of
//! PDF shows with a font of its own (ISO 32000-1, 9.7.5.2, predefined CMap UniGB-UTF16-H).

use std::fmt::Write as _;

/// Points between two lines.
const LEADING: usize = 26;

/// The page with these lines, the first as its heading.
pub(super) fn pdf(lines: &[String]) -> Vec<u8> {
    let mut text = String::new();
    for (n, line) in lines.iter().enumerate() {
        let (size, y) = (if n == 0 { 18 } else { 12 }, 760 - n * LEADING);
        let hex: String = line.encode_utf16().fold(String::new(), |mut hex, unit| {
            // Writing into a string cannot fail.
            let _ = write!(hex, "{unit:04X}");
            hex
        });
        let _ = writeln!(text, "BT /F1 {size} Tf 72 {y} Td <{hex}> Tj ET");
    }
    let font = "/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light";
    let system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}endstream", text.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>".to_owned(),
        format!("<< {font} {system} /FontDescriptor 7 0 R >>"),
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>".to_owned(),
    ];
    whole(&objects)
}

/// The file with its table of places.
fn whole(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", n + 1);
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let _ = write!(file, "xref\n0 {count}\n0000000000 65535 f \n");
    for place in places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(file, "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::pdf;

    #[test]
    fn every_object_stands_where_the_table_says() {
        let file = String::from_utf8(pdf(&["会议纪要".to_owned(), "第一条".to_owned()])).unwrap();
        let start: usize =
            file.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
        let table: Vec<&str> = file[start..].lines().skip(3).take(7).collect();
        for (n, line) in table.iter().enumerate() {
            let place: usize = line[..10].parse().unwrap();
            assert!(file[place..].starts_with(&format!("{} 0 obj", n + 1)), "{line}");
        }
        assert!(file.contains("<4F1A8BAE7EAA8981>"), "{file}");
    }
}
