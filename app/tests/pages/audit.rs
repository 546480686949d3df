//! The auditor's page.

use crate::document::{Page, of};
use app::lang::Lang;
use app::pages::admin::audit::{AuditPage, AuditQuery, AuditRow, Break, Verdict, audit};
use app::shell::Area;
use domain::permission::Role;

/// The trail, and both verdicts on it.
pub fn pages(lang: Lang) -> Vec<Page> {
    let page = |name, verdict| (name, of(lang, Area::Audit, || audit(trail(lang, verdict))));
    vec![
        page("audit", None),
        page("audit_whole", Some(verdict(vec![]))),
        page("audit_broken", Some(verdict(vec![(4, Break::Altered), (9, Break::TailCut)]))),
    ]
}

fn verdict(breaks: Vec<(i64, Break)>) -> Verdict {
    Verdict { sealed: 120, unsealed: 2, head: "a3f1".into(), breaks }
}

fn trail(lang: Lang, verdict: Option<Verdict>) -> AuditPage {
    let row = |seq: Option<i64>| AuditRow {
        at: "2026-02-06T02:32:00Z".parse().unwrap(),
        who: "林晓芸".into(),
        role: Some(Role::Clerk),
        action: "accepted".into(),
        subject: "case/0198".into(),
        detail: "version: 3".into(),
        seq,
    };
    AuditPage {
        lang,
        query: AuditQuery { page: 1, ..AuditQuery::default() },
        actions: vec!["accepted".into()],
        total: 2,
        pages: 1,
        rows: vec![row(None), row(Some(121))],
        verdict,
    }
}
