//! From what was told to what mends it: marks about one thing stand together, beside that thing.

use crate::web::citizen::answers::words;
use crate::web::citizen::question::places_for;
use app::lang::Lang;
use app::ui::correction::{Point, What};
use backend::Services;
use backend::cases::CaseView;
use domain::case::{Mark, Target};
use domain::intake::FieldSpec;
use uuid::Uuid;

/// The points, in the order in which they were told.
pub(super) fn points(services: &Services, lang: Lang, case: &CaseView, marks: &[Mark]) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for mark in marks {
        let what = what(services, lang, case, mark.target.as_ref());
        let same = points.iter_mut().find(|point| what != What::Words && point.what == what);
        match same {
            Some(point) => point.words.push(mark.words.clone()),
            None => points.push(Point { words: vec![mark.words.clone()], what }),
        }
    }
    points
}

/// What the case does not have is answered in words.
fn what(services: &Services, lang: Lang, case: &CaseView, target: Option<&Target>) -> What {
    match target {
        None => What::Words,
        Some(Target::Answer(key)) => {
            case.form.field(key).map_or(What::Words, |spec| answer(services, lang, case, spec))
        }
        Some(Target::Material(id)) => {
            let name = material_name(case, *id);
            name.map_or(What::Words, |name| What::Material { id: id.to_string(), name })
        }
    }
}

fn answer(services: &Services, lang: Lang, case: &CaseView, spec: &FieldSpec) -> What {
    let value = case.answers.get(&spec.key).cloned().unwrap_or_default();
    What::Answer {
        before: words(services, lang, spec, &value),
        places: places_for(&services.reference, lang, spec, &value),
        spec: Box::new(spec.clone()),
        value,
    }
}

/// The name of a material of the item, as the case has it.
pub(super) fn material_name(case: &CaseView, id: Uuid) -> Option<String> {
    let known = case.materials.iter().find(|material| material.material_id == Some(id));
    known.map(|material| material.name.clone())
}
