//! Which alarms a list shows, and how it is narrowed.

use crate::lang::Lang;
use crate::ui::alarms::kind_name;
use crate::ui::toolbar::select;
use domain::alarm::AlarmKind;
use leptos::prelude::*;

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A reviewer's, or a head's.
    Review,
    /// The supervisor's.
    Supervise,
}

impl Place {
    fn list(self) -> &'static str {
        match self {
            Self::Review => "/review/alarms",
            Self::Supervise => "/supervise/alarms",
        }
    }

    pub(super) fn case(self, number: &str) -> String {
        match self {
            Self::Review => format!("/review/cases/{number}"),
            Self::Supervise => format!("/supervise/cases/{number}"),
        }
    }

    pub(super) fn note(self, id: &str) -> String {
        format!("{}/{id}/note", self.list())
    }
}

/// The list's address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmsAddress {
    /// Whose page it is.
    pub place: Place,
    /// Those already noted, instead of those that wait.
    pub seen: bool,
    /// Of this kind.
    pub kind: Option<AlarmKind>,
    /// Of this department, by its key.
    pub department: Option<String>,
    /// The page, from 1.
    pub page: u64,
}

impl AlarmsAddress {
    /// Only words of our own making stand in it, so nothing needs escaping.
    pub fn address(&self) -> String {
        let page = if self.page > 1 { format!("&page={}", self.page) } else { String::new() };
        format!("{}{page}", self.first())
    }

    /// The address up to the number of the page.
    pub(super) fn pages(&self) -> String {
        format!("{}&page=", self.first())
    }

    fn first(&self) -> String {
        let mut parts = vec![format!("list={}", list(self.seen))];
        parts.extend(self.kind.map(|kind| format!("kind={}", kind.as_str())));
        parts.extend(self.department.as_ref().map(|id| format!("department={id}")));
        format!("{}?{}", self.place.list(), parts.join("&"))
    }
}

fn list(seen: bool) -> &'static str {
    if seen { "noted" } else { "waiting" }
}

pub(super) fn tabs(lang: Lang, query: &AlarmsAddress, waiting: u64) -> AnyView {
    let tab = |seen: bool| {
        let href = AlarmsAddress { seen, page: 1, ..query.clone() }.address();
        let current = (query.seen == seen).then_some("page");
        let name = if seen { lang.t("处理过的", "Noted") } else { lang.t("等待处理", "Waiting") };
        let count = (!seen).then(|| view! { " "<span class="count">{waiting}</span> });
        view! { <li><a href=href aria-current=current>{name}{count}</a></li> }
    };
    let tabs = [false, true].map(tab).collect_view();
    view! { <nav class="tabs" aria-label=lang.t("范围", "Which alarms")><ul>{tabs}</ul></nav> }.into_any()
}

pub(super) fn filters(lang: Lang, query: &AlarmsAddress, departments: &[(String, String)]) -> AnyView {
    let kinds = AlarmKind::ALL.map(|kind| (kind.as_str().to_owned(), kind_name(lang, kind).to_owned()));
    let kind = query.kind.map(AlarmKind::as_str).unwrap_or_default();
    let every = lang.t("所有提醒", "Any alarm");
    let department = (!departments.is_empty()).then(|| {
        let all = lang.t("所有部门", "Any department");
        let chosen = query.department.as_deref().unwrap_or_default();
        select(lang.t("部门", "Department"), "department", all, departments, chosen)
    });
    view! {
        <form class="toolbar" method="get" action=query.place.list() aria-label=lang.t("筛选", "Filter")>
            <input type="hidden" name="list" value=list(query.seen)/>
            {select(lang.t("提醒", "Alarm"), "kind", every, &kinds, kind)}
            {department}
            <button class="button small secondary">{lang.t("筛选", "Filter")}</button>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_only_what_differs() {
        let (place, kind) = (Place::Supervise, Some(AlarmKind::Red));
        let query = AlarmsAddress { place, seen: false, kind, department: None, page: 2 };
        assert_eq!(query.address(), "/supervise/alarms?list=waiting&kind=red&page=2");
    }
}
