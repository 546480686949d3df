//! What a file is, by its bytes; its name and what the browser says count for nothing.

/// Types taken, for the `accept` of a file field and the sentence beside it.
pub const ACCEPTED: [&str; 6] =
    ["application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic", "application/ofd"];

/// Bytes needed to tell.
pub(super) const NEEDED: usize = 4096;

/// The type of a file by its first [`NEEDED`] bytes; `None` when it is not taken.
pub(super) fn content_type(head: &[u8]) -> Option<&'static str> {
    if is_ofd(head) {
        return Some("application/ofd");
    }
    match infer::get(head)?.mime_type() {
        // The two names of one family of containers; telephones write HEIC.
        "image/heif" | "image/heic" => Some("image/heic"),
        mime => ACCEPTED.into_iter().find(|accepted| *accepted == mime),
    }
}

/// OFD (GB/T 33190) is a ZIP archive with `OFD.xml` at its root, by custom among the first entries.
fn is_ofd(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") && head.windows(7).any(|name| name == b"OFD.xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_by_their_bytes() {
        let cases: [(&[u8], Option<&str>); 9] = [
            (b"%PDF-1.7\n", Some("application/pdf")),
            (b"\x89PNG\r\n\x1a\n", Some("image/png")),
            (b"\xff\xd8\xff\xe0", Some("image/jpeg")),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 ", Some("image/webp")),
            (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", Some("image/heic")),
            (b"PK\x03\x04\x14\x00\x00\x00\x00\x00OFD.xml<?xml", Some("application/ofd")),
            (b"PK\x03\x04\x14\x00\x00\x00\x00\x00word/document.xml", None),
            (b"<html><script>", None),
            (b"MZ\x90\x00", None),
        ];
        for (head, expected) in cases {
            assert_eq!(content_type(head), expected, "{head:?}");
        }
    }
}
