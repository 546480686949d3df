//! Districts with their towns and communities, as one list to choose from.

use crate::lang::Lang;
use crate::ui::field::Field;
use leptos::prelude::*;

/// A district and all in it.
#[derive(Clone, Debug)]
pub struct PlaceGroup {
    /// The district's name.
    pub name: String,
    /// Codes with names, from the district itself down to its communities.
    pub places: Vec<(String, String)>,
}

/// The list, grouped by district; by keyboard one types the first characters of a name.
pub fn place_select(lang: Lang, field: Field, groups: &[PlaceGroup]) -> AnyView {
    let groups = groups
        .iter()
        .map(|group| {
            let options = options(&group.places, &field.value);
            view! { <optgroup label=group.name.clone()>{options}</optgroup> }
        })
        .collect_view();
    let invalid = field.error.is_some().then_some("true");
    let described = field.error.is_some().then(|| format!("{}-error", field.name));
    let input = view! {
        <select id=field.name.clone() name=field.name.clone() class="width-full"
            aria-invalid=invalid aria-describedby=described>
            <option value="">{lang.t("请选择", "Choose")}</option>
            {groups}
        </select>
    };
    field.around(input.into_any())
}

fn options(places: &[(String, String)], chosen: &str) -> AnyView {
    places
        .iter()
        .map(|(code, name)| {
            let selected = code == chosen;
            view! { <option value=code.clone() selected=selected>{name.clone()}</option> }
        })
        .collect_view()
        .into_any()
}
