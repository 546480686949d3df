//! Figures and cases as files: the same rows as on the page, and nobody's name.

use crate::journeys;
use crate::story::application;
use crate::support::{Answer, City, Client, number};
use axum::body::{Body, to_bytes};
use backend::cases::{self, CaseQuery};
use calamine::{Data, Reader as _, Xlsx};
use domain::permission::{Actor, Role};
use entity::audit;
use http::{Request, header};
use sea_orm::{EntityTrait as _, QueryFilter as _};
use std::io::Cursor;
use tower::ServiceExt as _;

const YEAR: &str = "from=2026-01-01&to=2026-12-31";

/// A file of the API, as rows of a workbook.
async fn workbook(city: &City, token: &str, path: &str) -> Vec<Vec<Data>> {
    let request = Request::get(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    let answer = city.app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(answer.status(), 200);
    let bytes = to_bytes(answer.into_body(), 1 << 24).await.unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

async fn token(city: &City, username: &str) -> String {
    let body = serde_json::json!({ "username": username, "password": backend::testing::PASSWORD });
    let answer = city.client().post("/api/v1/session", body).await.expect(200);
    answer["token"].as_str().unwrap().to_owned()
}

/// What was written into the trail of exports.
async fn told(city: &City) -> Vec<audit::Model> {
    let found = audit::Entity::find().filter(audit::COLUMN.action.eq("case.export"));
    found.all(&city.services.db.read).await.unwrap()
}

async fn submitted(city: &City, count: u16) -> Client {
    let clerk = city.signed_in("clerk").await;
    for n in 1..=count {
        clerk.submit(&format!("k{n}"), application(n, "王秀英")).await.expect(201);
    }
    city.signed_in("supervisor").await
}

fn lines(answer: &Answer) -> Vec<&str> {
    answer.text.trim_start_matches('\u{feff}').lines().collect()
}

journeys! {
    async fn the_cases_behind_a_figure_come_without_their_people(city: City) {
        let supervisor = submitted(&city, 3).await;
        let path = format!("/api/v1/supervision/export/cases?{YEAR}&measure=received&item=MZ-001");
        let text = supervisor.get(&path).await.expect(200);
        assert_eq!(text.header("content-type"), "text/csv; charset=utf-8");
        assert!(text.header("content-disposition").starts_with("attachment; filename*=UTF-8''%"), "{:?}", text.headers);
        assert!(text.text.starts_with("\u{feff}办件编号,事项编码,事项,"), "{}", text.text);
        assert_eq!(lines(&text).len(), 4, "{}", text.text);
        assert!(text.text.contains("高龄津贴申领") && text.text.contains("钟楼街道"), "{}", text.text);
        let token = token(&city, "supervisor").await;
        let rows = workbook(&city, &token, &format!("{path}&format=xlsx")).await;
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[1][2], Data::String("高龄津贴申领".to_owned()));
        assert!(matches!(rows[1][10], Data::DateTime(_)), "{:?}", rows[1]);
        for personal in ["王秀英", number(1).reveal(), "13800001234"] {
            assert!(!text.text.contains(personal) && !format!("{rows:?}").contains(personal), "{personal}");
        }
        let trail = told(&city).await;
        assert_eq!(trail.len(), 2);
        assert!(trail[0].detail["asked"]["list"].as_str().unwrap().contains("measure=received"), "{:?}", trail[0]);
        assert_eq!(trail[0].detail["cases"], 3);
    }

    async fn pages_of_cases_follow_one_another_to_the_last(city: City) {
        submitted(&city, 5).await;
        let actor = Actor { role: Some(Role::Supervisor), ..Actor::portal() };
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let query = CaseQuery::default();
            let (rows, next) = cases::export_page(&city.services, &actor, &query, after, 2).await.unwrap();
            seen.extend(rows.into_iter().map(|row| row.case_no));
            let Some(next) = next else { break };
            after = Some(next);
        }
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!((seen.len(), once.len()), (5, 5));
    }

    async fn the_figures_are_those_of_the_page(city: City) {
        let supervisor = submitted(&city, 2).await;
        let path = format!("/api/v1/supervision/export/completion?{YEAR}&by=item");
        let text = supervisor.get(&path).await.expect(200);
        let all = lines(&text);
        assert!(all[0].starts_with("事项,收件,受理,办结"), "{}", all[0]);
        assert!(all[1].starts_with("高龄津贴申领,2,0,0"), "{}", all[1]);
        assert!(all.last().unwrap().starts_with("合计,2,0,0"), "{}", text.text);
        let rows = workbook(&city, &token(&city, "supervisor").await, &format!("{path}&format=xlsx")).await;
        assert_eq!((&rows[1][1], rows.len()), (&Data::Float(2.0), 3));
        let all = supervisor.get(&format!("/api/v1/supervision/export/indicators?{YEAR}")).await.expect(200);
        assert!(lines(&all)[0].starts_with("类别,指标,数值,单位,分子"), "{}", lines(&all)[0]);
        assert!(told(&city).await.is_empty(), "figures are nobody's data");
    }

    async fn what_is_not_there_or_not_theirs_is_refused(city: City) {
        let supervisor = city.signed_in("supervisor").await;
        let base = "/api/v1/supervision/export";
        supervisor.get(&format!("{base}/people")).await.problem(404, "not_found");
        for wrong in ["format=pdf", "by=colour", "measure=all", "from=x", "from=2026-02-01&to=2026-01-01"] {
            supervisor.get(&format!("{base}/completion?{wrong}")).await.problem(422, "invalid");
        }
        for name in ["reviewer", "clerk"] {
            city.signed_in(name).await.get(&format!("{base}/cases")).await.problem(403, "denied");
        }
        city.client().get("/supervise/cases.xlsx").await.expect(303);
        let places: Vec<_> = (0..4).map(|_| city.state.exports.enter().unwrap()).collect();
        let busy = supervisor.get(&format!("{base}/cases")).await.problem(503, "unavailable");
        assert_eq!(busy.header("retry-after"), "10");
        assert!(told(&city).await.is_empty(), "nothing was taken away");
        drop(places);
    }
}
