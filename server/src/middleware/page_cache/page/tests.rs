use super::*;

async fn page(text: &str) -> Page {
    let response = ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text.to_owned()).into_response();
    Page::read(response).await.unwrap()
}

fn asked(packing: Packing) -> Asked {
    Asked { packing, seen: None }
}

#[tokio::test]
async fn one_page_has_one_version_in_every_compression() {
    let page = page(&"办事指南".repeat(200)).await;
    let mut bodies = Vec::new();
    for (packing, name) in [(Packing::Brotli, "br"), (Packing::Gzip, "gzip"), (Packing::Plain, "")] {
        let answer = page.answer(&asked(packing), "kept");
        let headers = answer.headers().clone();
        let text = |name: http::HeaderName| headers.get(name).map_or("", |value| value.to_str().unwrap());
        assert_eq!((text(header::CONTENT_ENCODING), text(header::ETAG)), (name, page.tag.to_str().unwrap()));
        assert_eq!(text(header::VARY), "Cookie, Accept-Encoding");
        bodies.push(to_bytes(answer.into_body(), LONGEST).await.unwrap());
    }
    assert_eq!(bodies, [page.brotli.clone(), page.gzip.clone(), page.plain.clone()]);
    assert_eq!(page.weight(), bodies.iter().map(Bytes::len).sum::<usize>());
}

#[tokio::test]
async fn a_browser_that_has_it_gets_no_second_copy() {
    let page = page("一").await;
    let tag = page.tag.to_str().unwrap();
    let strong = tag.trim_start_matches("W/");
    for (seen, same) in [
        (tag.to_owned(), true),
        (strong.to_owned(), true),
        (format!("\"other\", {tag}"), true),
        ("*".to_owned(), true),
        ("\"other\"".to_owned(), false),
        (String::new(), false),
    ] {
        let seen = Some(HeaderValue::try_from(&seen).unwrap());
        let answer = page.answer(&Asked { packing: Packing::Plain, seen: seen.clone() }, "kept");
        assert_eq!(answer.status() == StatusCode::NOT_MODIFIED, same, "{seen:?}");
    }
}

#[tokio::test]
async fn one_alone_makes_an_old_page_anew() {
    let page = page("一").await;
    assert!(!page.is_due());
    page.grow_old();
    assert!(page.is_due());
    assert!(!page.is_due());
}
