//! What the work list shows: whose cases, where they stand, which item, only late ones.

use crate::lang::Lang;
use crate::ui::status::status_name;
use crate::ui::toolbar::select;
use domain::case::Status;
use leptos::prelude::*;

/// Whose cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// In my own hands, or an absent colleague's whom I stand in for.
    Mine,
    /// In nobody's hands.
    Unassigned,
    /// All of the department.
    #[default]
    All,
    /// 会办: other departments' cases in which mine is asked.
    Consulted,
    /// 待批延期: for the head.
    Extensions,
}

impl Whose {
    /// Each choice, in the order of the tabs.
    pub const ALL: [Self; 5] = [Self::Mine, Self::Unassigned, Self::All, Self::Consulted, Self::Extensions];

    /// The value in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Unassigned => "unassigned",
            Self::All => "all",
            Self::Consulted => "consulted",
            Self::Extensions => "extensions",
        }
    }

    /// Reads the address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|whose| whose.as_str() == text)
    }

    pub(super) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Mine => lang.t("我手上的", "Mine"),
            Self::Unassigned => lang.t("没人取的", "Unassigned"),
            Self::All => lang.t("全部待办", "All open"),
            Self::Consulted => lang.t("会办", "Consulted"),
            Self::Extensions => lang.t("待批延期", "Extensions"),
        }
    }
}

/// The list's address, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Whose cases.
    pub whose: Whose,
    /// Only in this status.
    pub status: Option<Status>,
    /// Only of this item.
    pub item: String,
    /// Only past their date.
    pub overdue: bool,
    /// The page, from 1.
    pub page: u64,
}

impl ListQuery {
    /// The address with these filters, and a case open beside the list. Only ASCII words of our own
    /// making stand in it, so nothing needs escaping.
    pub fn address(&self, case: Option<&str>) -> String {
        let mut parts = vec![format!("whose={}", self.whose.as_str())];
        parts.extend(self.status.map(|status| format!("status={}", status.as_str())));
        parts.extend(Some(&self.item).filter(|item| !item.is_empty()).map(|item| format!("item={item}")));
        parts.extend(self.overdue.then(|| "overdue=1".to_owned()));
        parts.extend((self.page > 1).then(|| format!("page={}", self.page)));
        parts.extend(case.map(|case| format!("case={case}")));
        format!("/review?{}", parts.join("&"))
    }

    /// The same filters for other hands, from the first page on.
    pub(super) fn of(&self, whose: Whose) -> Self {
        Self { whose, page: 1, ..self.clone() }
    }
}

/// What the filters offer.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Item ids with names.
    pub items: Vec<(String, String)>,
}

/// Where a case of the work list can stand.
const STATUSES: [Status; 9] = [
    Status::Submitted,
    Status::Received,
    Status::Correction,
    Status::Accepted,
    Status::Review,
    Status::Suspended,
    Status::Decided,
    Status::Certificate,
    Status::Delivered,
];

/// The filters as a form of the address.
pub(super) fn filters(lang: Lang, query: &ListQuery, options: &Options) -> AnyView {
    let statuses = STATUSES.map(|status| (status.as_str().to_owned(), status_name(lang, status).to_owned()));
    let status = query.status.map(Status::as_str).unwrap_or_default();
    view! {
        <form class="toolbar" method="get" action="/review" aria-label=lang.t("筛选", "Filter")>
            <input type="hidden" name="whose" value=query.whose.as_str()/>
            {select(lang.t("状态", "Status"), "status", lang.t("所有状态", "Any status"), &statuses, status)}
            {select(lang.t("事项", "Service"), "item", lang.t("所有事项", "Any service"), &options.items, &query.item)}
            <div class="choice">
                <input type="checkbox" id="overdue" name="overdue" value="1" checked=query.overdue/>
                <label for="overdue">{lang.t("只看超期", "Late only")}</label>
            </div>
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
        let query = ListQuery { whose: Whose::Mine, overdue: true, page: 1, ..ListQuery::default() };
        assert_eq!(query.address(Some("X1")), "/review?whose=mine&overdue=1&case=X1");
    }
}
