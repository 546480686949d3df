//! One column of a table.

use leptos::prelude::*;

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    RowName,
    Plain,
    Short,
    Number,
    Bar,
}

impl Kind {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::RowName | Self::Plain => None,
            Self::Short => Some("nowrap"),
            Self::Number => Some("num"),
            Self::Bar => Some("bar-cell"),
        }
    }
}

pub(super) struct Column<'a, R> {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) show: Box<dyn Fn(&R) -> AnyView + 'a>,
}

impl<R> Column<'_, R> {
    pub(super) fn head(&self) -> AnyView {
        let name = self.name;
        match self.kind {
            Kind::Number => view! { <th scope="col" class="num">{name}</th> }.into_any(),
            Kind::Bar => {
                view! { <th scope="col"><span class="visually-hidden">{name}</span></th> }.into_any()
            }
            Kind::RowName | Kind::Plain | Kind::Short => view! { <th scope="col">{name}</th> }.into_any(),
        }
    }

    pub(super) fn cell(&self, row: &R, label: Option<&'static str>) -> AnyView {
        let (shown, class) = ((self.show)(row), self.kind.class());
        match self.kind {
            Kind::RowName => view! { <th scope="row" data-label=label>{shown}</th> }.into_any(),
            Kind::Plain | Kind::Short | Kind::Number | Kind::Bar => {
                view! { <td class=class data-label=label>{shown}</td> }.into_any()
            }
        }
    }
}
