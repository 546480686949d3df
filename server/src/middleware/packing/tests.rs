use super::*;
use std::io::Read as _;

#[test]
fn the_best_that_is_taken_is_sent() {
    for (accepted, packing) in [
        ("gzip, deflate, br, zstd", Packing::Brotli),
        ("br;q=0.5", Packing::Brotli),
        ("br;q=0, gzip", Packing::Gzip),
        ("br; q=0.000", Packing::Plain),
        ("gzip, deflate", Packing::Gzip),
        ("zstd", Packing::Plain),
        ("", Packing::Plain),
    ] {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
        assert_eq!(Packing::of(&headers), packing, "{accepted}");
    }
}

#[test]
fn what_is_packed_is_the_page() {
    let page = Bytes::from("高龄津贴申领".repeat(500));
    for how in [Use::Kept, Use::Once] {
        let small = Packing::Brotli.pack(&page, how).unwrap();
        assert!(small.len() < page.len() / 20, "{how:?}: {}", small.len());
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut plain).unwrap();
        assert_eq!(plain, page, "{how:?}");

        let small = Packing::Gzip.pack(&page, how).unwrap();
        assert!(small.len() < page.len() / 20, "{how:?}: {}", small.len());
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&*small).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, page, "{how:?}");
    }
    assert_eq!(Packing::Plain.pack(&page, Use::Once).unwrap(), page);
}

#[test]
fn two_parts_are_one_stream() {
    for (before, after) in [("<p>您好，张*三</p>", "<main>办事指南"), ("", "一"), ("一", ""), ("x", "x")]
    {
        for times in [1, 700] {
            let (before, after) = (before.repeat(times), after.repeat(times));
            let mut whole = first(before.as_bytes()).unwrap();
            whole.extend(following(after.as_bytes()).unwrap());
            whole.push(END);
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut &*whole, &mut plain).unwrap();
            assert_eq!(String::from_utf8(plain).unwrap(), before + &after);
        }
    }
}
