//! 补正 as people answer it: in words, with files, or with papers at the counter.

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client, number};
use backend::testing::PASSWORD;
use http::Method;
use serde_json::json;

/// Somebody at the pages.
struct Browser {
    client: Client,
    cookie: String,
}

impl Browser {
    async fn open(city: &City, username: &str) -> Self {
        let client = city.client();
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let body = format!("name={username}&password={PASSWORD}");
        let answer = client.send(Method::POST, "/sign-in", &form, Some(body)).await.expect(303);
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        Self { client, cookie }
    }

    async fn get(&self, path: &str) -> Answer {
        self.client.send(Method::GET, path, &[("cookie", &self.cookie)], None).await
    }

    /// Posts a form; a value that begins with `@` is a file of that name with a few bytes.
    async fn post(&self, path: &str, parts: &[(&str, &str)]) -> Answer {
        let body: String = parts.iter().map(|(name, value)| part(name, value)).collect();
        let headers = [("cookie", self.cookie.as_str()), ("content-type", "multipart/form-data; boundary=x")];
        self.client.send(Method::POST, path, &headers, Some(format!("{body}--x--\r\n"))).await
    }
}

fn part(name: &str, value: &str) -> String {
    let head = format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"");
    match value.strip_prefix('@') {
        Some(file) if file.ends_with(".pdf") => {
            format!("{head}; filename=\"{file}\"\r\n\r\n%PDF-1.4\n%%EOF\r\n")
        }
        Some(file) => format!("{head}; filename=\"{file}\"\r\n\r\njust some words\r\n"),
        None => format!("{head}\r\n\r\n{value}\r\n"),
    }
}

/// A case of the `n`-th person that waits for its applicant: its number and version.
async fn asked(city: &City, n: u16) -> (String, String) {
    let citizen = city.citizen(n, "李桂兰").await;
    let reviewer = city.signed_in("reviewer").await;
    let case_no = citizen.submit("k", application(n, "李桂兰")).await.expect(201).case_no();
    let ask = json!({ "action": "ask_correction", "list": ["房产证", "签名"] });
    let now = reviewer.act(&case_no, ask).await.expect(200);
    (case_no, now["version"].to_string())
}

/// The value of the first file that the page kept.
fn kept(page: &Answer) -> &str {
    page.text.split("name=\"upload\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

journeys! {
    async fn a_citizen_answers_a_correction_in_words_and_files(city: City) {
        let (case_no, version) = asked(&city, 61).await;
        let browser = Browser::open(&city, number(61).reveal()).await;
        let (page, address) = (format!("/my/cases/{case_no}"), format!("/my/cases/{case_no}/actions"));
        let answer = [("action", "answer_correction"), ("version", version.as_str())];
        let send = async |more: &[(&str, &str)]| browser.post(&address, &[&answer[..], more].concat()).await;

        let form = browser.get(&page).await.expect(200);
        assert!(form.text.contains("房产证") && form.text.contains("<textarea id=\"note\""), "{}", form.text);
        let empty = send(&[("note", " "), ("file", "")]).await.expect(422);
        assert!(empty.text.contains("写几句说明，或者上传要补的材料"), "{}", empty.text);
        let claimed = send(&[("papers", "yes")]).await.expect(422);
        assert!(claimed.text.contains("写几句说明"), "papers are for the counter: {}", claimed.text);

        let long = "我没有房产证。".repeat(80);
        let refused = send(&[("note", &long), ("file", "@房产证.pdf")]).await.expect(422);
        assert!(refused.text.contains(&long) && refused.text.contains("最多 500 个字"), "{}", refused.text);
        let file = kept(&refused).to_owned();
        let wrong = send(&[("note", "第1项：在附件里"), ("upload", &file), ("file", "@笔记.txt")]).await.expect(415);
        assert!(wrong.text.contains("“笔记.txt”") && wrong.text.contains("第1项：在附件里"), "{}", wrong.text);
        assert_eq!(kept(&wrong), file);

        send(&[("note", "第1项：在附件里\r\n第2项：<b>已补</b>"), ("upload", &file)]).await.expect(303);
        let seen = browser.get(&page).await.expect(200);
        assert!(seen.text.contains("<p>第1项：在附件里") && seen.text.contains("&lt;b&gt;已补"), "{}", seen.text);
        assert!(seen.text.contains("房产证.pdf") && !seen.text.contains("<textarea"), "{}", seen.text);
        let reviewer = Browser::open(&city, "reviewer").await;
        let pane = reviewer.get(&format!("/review/cases/{case_no}")).await.expect(200);
        assert!(pane.text.contains("第1项：在附件里") && pane.text.contains("房产证.pdf"), "{}", pane.text);
    }

    async fn the_counter_takes_papers_or_words(city: City) {
        let (case_no, version) = asked(&city, 62).await;
        let browser = Browser::open(&city, "clerk").await;
        let address = format!("/desk/receipts/{case_no}/actions");
        let answer = [("action", "answer_correction"), ("version", version.as_str())];
        let send = async |more: &[(&str, &str)]| browser.post(&address, &[&answer[..], more].concat()).await;

        let empty = send(&[("note", "")]).await.expect(422);
        assert!(empty.text.contains("写几句说明") && empty.text.contains("房产证"), "{}", empty.text);
        let wrong = send(&[("note", "本人说没有房产证"), ("papers", "yes"), ("file", "@笔记.txt")]).await.expect(415);
        assert!(wrong.text.contains("本人说没有房产证") && wrong.text.contains("value=\"yes\" checked"), "{}", wrong.text);
        send(&[("note", ""), ("papers", "yes")]).await.expect(303);
        let browser = Browser::open(&city, number(62).reveal()).await;
        let seen = browser.get(&format!("/my/cases/{case_no}")).await.expect(200);
        assert!(seen.text.contains("纸质材料已交到窗口"), "{}", seen.text);
    }

    async fn the_api_takes_words_and_refuses_silence(city: City) {
        let (case_no, _) = asked(&city, 63).await;
        let citizen = city.signed_in(number(63).reveal()).await;
        let act = async |more: serde_json::Value| {
            let mut action = json!({ "action": "answer_correction" });
            action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            citizen.act(&case_no, action).await
        };
        assert_eq!(act(json!({})).await.problem(422, "invalid").field("note"), Some("no_answer"));
        let long = json!({ "note": "长".repeat(501) });
        assert_eq!(act(long).await.problem(422, "invalid").field("note"), Some("too_long"));
        let done = act(json!({ "note": "第1项：李四没有房产证" })).await.expect(200);
        let timeline = done["timeline"].as_array().unwrap().clone();
        assert_eq!(timeline.last().unwrap()["details"]["note"], "第1项：李四没有房产证");
        assert_eq!(timeline.last().unwrap()["details"]["papers"], false);
    }
}
