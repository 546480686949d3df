//! 电子监察 and 督办: alerts, orders, rules; for supervision, and for the heads of departments.

pub mod alert;
pub mod alerts;
pub mod case;
pub mod history;
pub mod new_order;
pub mod notes;
pub mod order;
pub mod orders;
pub mod rules;

use crate::lang::Lang;
use leptos::prelude::*;

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A head of a department.
    Review,
    /// Supervision.
    Supervise,
}

impl Place {
    /// The list of orders.
    pub fn orders(self) -> &'static str {
        match self {
            Self::Review => "/review/orders",
            Self::Supervise => "/supervise/orders",
        }
    }

    /// One order.
    pub fn order(self, id: &str) -> String {
        format!("{}/{id}", self.orders())
    }

    /// A case at the event that shows something.
    pub fn event(self, case_no: &str, seq: i32) -> String {
        match self {
            Self::Review => format!("/review/cases/{case_no}#event-{seq}"),
            Self::Supervise => format!("/supervise/cases/{case_no}#event-{seq}"),
        }
    }
}

/// The parts of watch, for supervision.
fn parts(lang: Lang, here: &str) -> AnyView {
    let part = |href: &'static str, name: &'static str| {
        let current = (href == here).then_some("page");
        view! { <li><a href=href aria-current=current>{name}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=lang.t("电子监察", "Watch")>
            <ul>
                {part("/supervise/watch", lang.t("监察提醒", "Alerts"))}
                {part("/supervise/orders", lang.t("督办单", "Orders"))}
                {part("/supervise/rules", lang.t("监察规则", "Rules"))}
            </ul>
        </nav>
    }
    .into_any()
}

/// A button that sends a form of its own.
fn button(text: &'static str, class: &'static str) -> AnyView {
    view! { <div class="page-actions"><button class=class>{text}</button></div> }.into_any()
}
