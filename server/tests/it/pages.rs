//! Pages that are the same for everybody are kept; a page of somebody's own never is.

mod statements;

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client, number};
use axum::body::{Body, to_bytes};
use backend::persons::mask_name;
use backend::testing::PASSWORD;
use domain::permission::{Actor, Role};
use http::{Method, Request};
use tower::ServiceExt as _;

const GUIDE: &str = "/items/MZ-001";
/// Finds the same item.
const SEARCH: &str = "/items?q=%E9%AB%98%E9%BE%84%E6%B4%A5%E8%B4%B4";

async fn guide(client: &Client, headers: &[(&str, &str)]) -> Answer {
    client.send(Method::GET, GUIDE, headers, None).await
}

/// The session cookie of somebody who comes through the portal's door.
async fn session(city: &City, name: &str) -> String {
    let form = format!("name={name}&password={PASSWORD}&back=");
    let kind = [("content-type", "application/x-www-form-urlencoded")];
    let answer = city.client().send(Method::POST, "/sign-in", &kind, Some(form)).await.expect(303);
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

/// What is the same for everybody: the page between its header and its footer.
fn main_of(answer: &Answer) -> &str {
    let (_, main) = answer.text.split_once("<main").unwrap();
    main.split_once("</main>").unwrap().0
}

/// The bytes of a page as a browser gets them.
async fn sent(city: &City, path: &str, cookie: &str, accepted: &str) -> Vec<u8> {
    let request = Request::get(path).header("host", "127.0.0.1:3000").header("cookie", cookie);
    let request = request.header("accept-encoding", accepted).body(Body::empty()).unwrap();
    let answer = city.app.clone().oneshot(request).await.unwrap();
    let packing = answer.headers().get("content-encoding").map_or("", |value| value.to_str().unwrap());
    assert_eq!(packing, accepted);
    to_bytes(answer.into_body(), 4 << 20).await.unwrap().to_vec()
}

journeys! {
    async fn a_public_page_is_kept_until_the_catalogue_changes(city: City) {
        let client = city.client();
        let first = guide(&client, &[]).await.expect(200);
        assert!(first.text.contains("高龄津贴申领"), "{}", first.text);
        assert_eq!((first.header("cache-control"), first.header("vary")), ("private, no-cache", "Cookie, Accept-Encoding"));
        assert!(first.header("content-security-policy").starts_with("default-src 'self'"));
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{tag}");

        let seen = guide(&client, &[("if-none-match", &tag)]).await.expect(304);
        assert_eq!((seen.text.as_str(), seen.header("etag")), ("", tag.as_str()));

        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let mut form = city.services.catalogue.edit_form("MZ-001").await.unwrap();
        form.name = "高龄津贴（新）".into();
        city.services.catalogue.edit(&admin, "MZ-001", &form).await.unwrap();
        let changed = guide(&client, &[("if-none-match", &tag)]).await.expect(200);
        assert!(changed.text.contains("高龄津贴（新）"), "{}", changed.text);
    }

    async fn each_language_and_look_has_its_page_and_a_session_its_own(city: City) {
        let client = city.client();
        let plain = guide(&client, &[]).await.expect(200);
        for cookie in ["yihao_lang=en", "yihao_look=elder"] {
            let other = guide(&client, &[("cookie", cookie)]).await.expect(200);
            assert_ne!(other.header("etag"), plain.header("etag"), "{cookie}");
            let again = guide(&client, &[("cookie", cookie)]).await.expect(200);
            assert_eq!(again.text, other.text, "{cookie}");
        }
        let own = guide(&client, &[("cookie", "yihao=somebody")]).await.expect(200);
        assert_eq!((own.header("etag"), own.header("cache-control")), ("", "no-store"));
        let small = guide(&client, &[("accept-encoding", "gzip, br")]).await.expect(200);
        assert_eq!(small.header("content-encoding"), "br");
        assert_eq!(client.get("/items/XX-404").await.expect(404).header("etag"), "");
    }

    async fn a_page_with_a_name_on_it_is_shown_to_its_reader_alone(city: City) {
        let client = city.client();
        let names = ["欧阳明月", "司马青山"];
        let mut cookies = Vec::new();
        for (n, name) in (1..).zip(names) {
            city.citizen(n, name).await;
            cookies.push(session(&city, number(n).reveal()).await);
        }
        for path in ["/", "/items", "/items?q=%E9%AB%98%E9%BE%84", GUIDE, "/help"] {
            // Twice, so that whatever was kept of the first round would show.
            for _ in 0..2 {
                let public = client.get(path).await.expect(200);
                for (cookie, name) in cookies.iter().zip(names) {
                    let own = client.send(Method::GET, path, &[("cookie", cookie)], None).await.expect(200);
                    assert_eq!((own.header("cache-control"), own.header("etag")), ("no-store", ""), "{path}");
                    assert!(own.text.contains(&mask_name(name)), "{path}: {}", own.text);
                    assert!(!public.text.contains(&mask_name(name)), "{path}");
                    let others = names.iter().filter(|other| **other != name);
                    assert!(others.clone().all(|other| !own.text.contains(&mask_name(other))), "{path}");
                    if path != "/" {
                        assert_eq!(main_of(&own), main_of(&public), "{path}");
                    }
                }
            }
        }
    }

    async fn a_change_of_the_catalogue_shows_at_once_to_everybody(city: City) {
        let client = city.client();
        let cookie = session(&city, "clerk").await;
        let tag = guide(&client, &[]).await.expect(200).header("etag").to_owned();
        let list = client.get(SEARCH).await.expect(200).header("etag").to_owned();
        guide(&client, &[("cookie", &cookie)]).await.expect(200);

        let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
        let mut form = city.services.catalogue.edit_form("MZ-001").await.unwrap();
        form.name = "高龄津贴（新）".into();
        city.services.catalogue.edit(&admin, "MZ-001", &form).await.unwrap();

        assert_ne!(guide(&client, &[]).await.expect(200).header("etag"), tag);
        assert_ne!(client.get(SEARCH).await.expect(200).header("etag"), list);
        let own = guide(&client, &[("cookie", &cookie)]).await.expect(200);
        assert!(own.text.contains("高龄津贴（新）"), "{}", own.text);
    }

    async fn ones_own_cases_stand_on_ones_own_home_alone(city: City) {
        let clerk = city.signed_in("clerk").await;
        city.citizen(1, "欧阳明月").await;
        city.citizen(2, "司马青山").await;
        let case_no = clerk.submit("home-1", application(1, "欧阳明月")).await.expect(201).case_no();
        let (mine, theirs) = (session(&city, number(1).reveal()).await, session(&city, number(2).reveal()).await);
        for _ in 0..2 {
            for (cookie, shown) in [(mine.as_str(), true), (theirs.as_str(), false), ("yihao_lang=zh", false)] {
                let home = city.client().send(Method::GET, "/", &[("cookie", cookie)], None).await.expect(200);
                assert_eq!(home.text.contains(&case_no), shown, "{}", home.text);
                assert!(!home.text.contains(['\u{e000}', '\u{e001}', '\u{e002}']), "{}", home.text);
            }
        }
    }

    async fn a_page_is_the_same_in_every_compression(city: City) {
        let cookie = session(&city, "clerk").await;
        for cookie in ["yihao_lang=zh", &cookie] {
            for path in ["/", GUIDE, "/items", "/track"] {
                let plain = sent(&city, path, cookie, "").await;
                let mut brotli = Vec::new();
                let packed = sent(&city, path, cookie, "br").await;
                brotli::BrotliDecompress(&mut packed.as_slice(), &mut brotli).unwrap();
                assert_eq!(brotli, plain, "{path}");
                let packed = sent(&city, path, cookie, "gzip").await;
                let mut gzip = Vec::new();
                std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut gzip).unwrap();
                assert_eq!(gzip, plain, "{path}");
            }
        }
    }
}
