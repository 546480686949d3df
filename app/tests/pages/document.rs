//! Pages as whole documents, and what can be read off them.

use app::lang::Lang;
use app::shell::{Area, Assets, Frame, Viewer, document};
use domain::permission::Role;
use leptos::prelude::AnyView;

/// A page with its name.
pub type Page = (&'static str, String);

/// A page as those see it who work there.
pub fn of(lang: Lang, area: Area, view: impl FnOnce() -> AnyView) -> String {
    document(frame(lang, area), view)
}

fn frame(lang: Lang, area: Area) -> Frame {
    Frame {
        lang,
        title: "页".into(),
        area,
        viewer: Some(viewer(area)),
        look: String::new(),
        path: "/".into(),
        flash: None,
        islands: matches!(area, Area::Desk | Area::Review),
        body_class: "",
        width: "page full",
        live: false,
        assets: Assets::default(),
    }
}

fn viewer(area: Area) -> Viewer {
    let role = match area {
        Area::Public | Area::Citizen => Role::Citizen,
        Area::Desk => Role::Clerk,
        Area::Review => Role::Reviewer,
        Area::Supervise => Role::Supervisor,
        Area::Admin => Role::Admin,
        Area::Audit => Role::Auditor,
    };
    Viewer {
        name: "林晓芸".into(), role, place: "市民中心 · A03 窗口".into(), head: false, alarms: None
    }
}

/// All values of an attribute.
pub fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start).filter_map(|(at, found)| html[at + found.len()..].split('"').next()).collect()
}

/// Those that come more than once.
pub fn doubles(mut values: Vec<&str>) -> Vec<String> {
    values.sort_unstable();
    values.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect()
}
