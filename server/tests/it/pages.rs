//! Pages that are the same for everybody are kept; a page of somebody's own never is.

use crate::journeys;
use crate::support::{Answer, Client};
use domain::permission::{Actor, Role};
use http::Method;

const GUIDE: &str = "/items/MZ-001";

async fn guide(client: &Client, headers: &[(&str, &str)]) -> Answer {
    client.send(Method::GET, GUIDE, headers, None).await
}

journeys! {
    async fn a_public_page_is_kept_until_the_catalogue_changes(city: City) {
        let client = city.client();
        let first = guide(&client, &[]).await.expect(200);
        assert!(first.text.contains("高龄津贴申领"), "{}", first.text);
        assert_eq!((first.header("cache-control"), first.header("vary")), ("private, no-cache", "Cookie, Accept-Encoding"));
        assert!(first.header("content-security-policy").starts_with("default-src 'self'"));
        let tag = first.header("etag").to_owned();

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
}
