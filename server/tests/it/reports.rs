//! 填报 over the pages: figures that are wrong, somebody faster, a return and its mending, strangers.

use crate::journeys;
use crate::support::{Answer, City, Client};
use backend::accounts::{self, StaffForm};
use backend::assessment::{self, EntryQuery, reports};
use backend::testing::PASSWORD;
use domain::assessment::{Period, PeriodKind};
use domain::permission::{Actor, Role};
use http::Method;
use uuid::Uuid;

const SCHEME: &str = include_str!("../../data/schemes/siping.json");
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Somebody at the pages.
struct Browser {
    client: Client,
    cookie: String,
}

impl Browser {
    async fn open(city: &City, username: &str) -> Self {
        let client = city.client();
        let body = format!("name={username}&password={PASSWORD}");
        let answer = client.send(Method::POST, "/sign-in", &[FORM], Some(body)).await.expect(303);
        let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        Self { client, cookie }
    }

    async fn get(&self, path: &str) -> Answer {
        self.client.send(Method::GET, path, &[("cookie", &self.cookie)], None).await
    }

    async fn english(&self, path: &str, parts: &[(&str, &str)]) -> Answer {
        let cookie = format!("{}; yihao_lang=en", self.cookie);
        self.send(path, &cookie, parts).await
    }

    /// Posts a form with files: a value that begins with `@` is a file of that name.
    async fn post(&self, path: &str, parts: &[(&str, &str)]) -> Answer {
        self.send(path, &self.cookie, parts).await
    }

    async fn send(&self, path: &str, cookie: &str, parts: &[(&str, &str)]) -> Answer {
        let body: String = parts.iter().map(|(name, value)| part(name, value)).collect();
        let headers = [("cookie", cookie), ("content-type", "multipart/form-data; boundary=x")];
        self.client.send(Method::POST, path, &headers, Some(format!("{body}--x--\r\n"))).await
    }

    async fn form(&self, path: &str, body: &str) -> Answer {
        self.client.send(Method::POST, path, &[("cookie", &self.cookie), FORM], Some(body.to_owned())).await
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

/// Takes the scheme in; the entry with this key, and the address of its report in this quarter.
async fn entry(city: &City, key: &str) -> (Uuid, String) {
    let portal = Actor::portal();
    assessment::import(&city.services, &portal, SCHEME).await.unwrap();
    let query = EntryQuery { scheme: Some("siping".to_owned()), reported: true };
    let found = assessment::entries(&city.services, &portal, &query).await.unwrap();
    let id = found.iter().find(|entry| entry.row.key == key).unwrap().row.id;
    let quarter = Period::of(city.services.clock.today(), PeriodKind::Quarter);
    (id, format!("/review/indicators/{id}?quarter={quarter}"))
}

/// The value of the first field of this name.
fn value<'a>(page: &'a Answer, name: &str) -> &'a str {
    let field = page.text.split(&format!("name=\"{name}\" value=\"")).nth(1);
    field.and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("{name}: {}", page.text))
}

/// The first address on the page that begins so.
fn address(page: &Answer, start: &str) -> String {
    let rest = page.text.split(&format!("href=\"{start}")).nth(1).unwrap_or_else(|| panic!("{}", page.text));
    format!("{start}{}", rest.split('"').next().unwrap())
}

async fn another_head(city: &City) {
    let form = StaffForm {
        username: "head-ga".to_owned(),
        name: "另一位负责人".to_owned(),
        role: Role::Reviewer,
        department_id: Some(city.departments["GA"]),
        hall_id: None,
        window_id: None,
        head: true,
    };
    let admin = Actor { role: Some(Role::Admin), ..Actor::portal() };
    accounts::create_staff(&city.services, &admin, form, PASSWORD).await.unwrap();
}

journeys! {
    async fn wrong_figures_are_told_and_nothing_typed_is_lost(city: City) {
        let (_, page) = entry(&city, "SP-36").await;
        let head = Browser::open(&city, "head").await;
        head.get("/review/indicators").await.expect(200);
        let shown = head.get(&page).await.expect(200);
        assert!(shown.text.contains("社区服务能力") && shown.text.contains("①"), "{}", shown.text);
        for (part, whole, zh, en) in [
            ("5", "0", "分母不能是 0", "The whole cannot be 0"),
            ("6", "5", "分子不能大于分母", "cannot be larger than the whole"),
            ("-1", "5", "不能是负数", "cannot be below 0"),
            ("五成", "10", "请填写数字", "Enter a number"),
        ] {
            let sent = [("version", "0"), ("act", "submit"), ("numerator", part), ("denominator", whole), ("text", "写了很久的话")];
            let told = head.post(&page, &sent).await.expect(422);
            assert!(told.text.contains(zh), "{part}/{whole}: {}", told.text);
            assert!(told.text.contains("写了很久的话") && value(&told, "version") == "0", "{part}/{whole}");
            assert!(told.text.contains(&format!("value=\"{part}\"")), "{part}: {}", told.text);
            let told = head.english(&page, &sent).await.expect(422);
            assert!(told.text.contains(en), "{part}/{whole}: {}", told.text);
        }
        let nothing = head.post(&page, &[("version", "0"), ("act", "submit")]).await.expect(422);
        assert!(nothing.text.contains("请填写数值，或用文字说明情况"), "{}", nothing.text);
        // A file that is not taken costs neither the words nor the file that was.
        let sent = [("version", "0"), ("act", "save"), ("text", "留着"), ("file-1", "@a.pdf"), ("file-2", "@b.txt")];
        let told = head.post(&page, &sent).await.expect(415);
        assert!(told.text.contains("留着") && told.text.contains("a.pdf") && told.text.contains("b.txt"), "{}", told.text);
        let kept = value(&told, "upload-1").to_owned();
        let sent = [("version", "0"), ("act", "save"), ("text", "留着"), ("upload-1", kept.as_str())];
        head.post(&page, &sent).await.expect(303);
        // The file belongs to the report now: nobody takes it back or uses it again.
        assert!(head.get(&page).await.text.contains("a.pdf"));
        let again = [("version", "1"), ("act", "save"), ("upload-2", kept.as_str())];
        head.post(&page, &again).await.expect(303);
        assert_eq!(head.get(&page).await.text.matches("取出<").count(), 1);
    }

    async fn a_report_is_returned_mended_and_signed_off(city: City) {
        let (id, page) = entry(&city, "SP-36").await;
        let head = Browser::open(&city, "head").await;
        let supervisor = Browser::open(&city, "supervisor").await;
        let sent = [("version", "0"), ("act", "submit"), ("numerator", "45"), ("denominator", "50"), ("file-1", "@plan.pdf")];
        head.post(&page, &sent).await.expect(303);
        let list = supervisor.get("/supervise/reports").await.expect(200);
        assert!(list.text.contains("45 ÷ 50 = 90 %"), "{}", list.text);
        let report = list.text.split("/supervise/reports/").map(|rest| rest.chars().take(36).collect::<String>());
        let report = report.filter_map(|id| id.parse::<Uuid>().ok()).next().unwrap();
        let report = format!("/supervise/reports/{report}");
        let shown = supervisor.get(&report).await.expect(200);
        let file = supervisor.get(&address(&shown, "/supervise/reports/files/")).await.expect(200);
        assert!(file.text.starts_with("%PDF") && file.header("content-type") == "application/pdf");
        let version = value(&shown, "version").to_owned();
        supervisor.form(&report, &format!("act=return&version={version}&reason=+")).await.expect(422);
        let wanted = format!("act=return&version={version}&reason=%E7%BC%BA%E7%9B%96%E7%AB%A0");
        supervisor.form(&report, &wanted).await.expect(303);
        let late = supervisor.form(&report, &wanted).await.expect(409);
        assert!(late.text.contains("工作人员 supervisor 刚才改了") && late.text.contains("缺盖章"), "{}", late.text);
        let back = head.get(&page).await.expect(200);
        assert!(back.text.contains("退回的理由") && back.text.contains("缺盖章"), "{}", back.text);
        // What was typed against an older version stays, with who was faster.
        let stale = [("version", "1"), ("act", "submit"), ("numerator", "46"), ("text", "补好了")];
        let told = head.post(&page, &stale).await.expect(409);
        assert!(told.text.contains("工作人员 supervisor 刚才改了") && told.text.contains("补好了"), "{}", told.text);
        assert!(told.text.contains("现在存的：45 ÷ 50 = 90 %") && told.text.contains("value=\"46\""), "{}", told.text);
        let sent = [("version", value(&told, "version")), ("act", "submit"), ("numerator", "46"), ("denominator", "50"), ("text", "补好了")];
        head.post(&page, &sent).await.expect(303);
        let version = value(&supervisor.get(&report).await, "version").to_owned();
        supervisor.form(&report, &format!("act=sign_off&version={version}")).await.expect(303);
        let done = supervisor.get(&report).await.expect(200);
        for words in ["工作人员 head 报送", "工作人员 supervisor 退回", "工作人员 supervisor 核定", "46 ÷ 50 = 92 %", "添加了佐证材料"] {
            assert!(done.text.contains(words), "{words}: {}", done.text);
        }
        let quarter = Period::of(city.services.clock.today(), PeriodKind::Quarter);
        let db = &city.services.db.read;
        let signed = reports::signed(db, reports::Wanted::Entry("siping", "SP-36"), quarter).await.unwrap().unwrap();
        assert_eq!(signed.figure.basis_points(), Some(9200));
        assert!(!head.get(&page).await.expect(200).text.contains("name=\"numerator\""));
        assert!(head.get(&format!("/review/indicators/{id}?quarter=1999-Q1")).await.status == 404);
    }

    async fn to_others_a_report_does_not_exist(city: City) {
        let (_, page) = entry(&city, "SP-36").await;
        another_head(&city).await;
        let head = Browser::open(&city, "head").await;
        let sent = [("version", "0"), ("act", "save"), ("text", "草稿"), ("file-1", "@plan.pdf")];
        head.post(&page, &sent).await.expect(303);
        let file = address(&head.get(&page).await, "/review/indicators/files/");
        head.get(&file).await.expect(200);
        for other in ["head-ga", "reviewer", "supervisor", "clerk"] {
            let other = Browser::open(&city, other).await;
            assert_eq!(other.get(&page).await.status, 404);
            assert_eq!(other.get(&file).await.status, 404);
            assert_eq!(other.post(&page, &sent).await.status, 404);
        }
        for address in ["/supervise/reports", "/supervise/reports/leads"] {
            assert_eq!(head.get(address).await.status, 404, "{address}");
        }
        let reviewer = Browser::open(&city, "reviewer").await;
        assert_eq!(reviewer.get("/review/indicators").await.status, 404);
    }

    async fn an_entry_without_a_department_is_assigned(city: City) {
        let (id, page) = entry(&city, "SP-14").await;
        let head = Browser::open(&city, "head").await;
        let supervisor = Browser::open(&city, "supervisor").await;
        assert_eq!(head.get(&page).await.status, 404);
        let leads = supervisor.get("/supervise/reports/leads").await.expect(200);
        assert!(leads.text.contains("市工信局"), "{}", leads.text);
        supervisor.form("/supervise/reports/leads", &format!("entry={id}&department=")).await.expect(422);
        let nobody = Uuid::now_v7();
        supervisor.form("/supervise/reports/leads", &format!("entry={id}&department={nobody}")).await.expect(422);
        let department = city.departments["MZ"];
        supervisor.form("/supervise/reports/leads", &format!("entry={id}&department={department}")).await.expect(303);
        head.get(&page).await.expect(200);
        let list = head.get("/review/indicators").await.expect(200);
        assert!(list.text.contains("SP-14"), "{}", list.text);
    }
}
