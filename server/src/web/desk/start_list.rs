//! What can be started for somebody: what they may have, what fits the words, what is often done.

use crate::state::AppState;
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::desk::{ItemLine, Startable};
use app::ui::item_card::how_long;
use backend::catalogue::{self, ItemCard, ItemState};
use backend::eligibility::Entitlement;
use chrono::NaiveDate;
use domain::item::Subject;

/// Lines with a digit.
const DIGITS: usize = 9;
/// Of them at most so many for what they may have.
const ENTITLED: usize = 4;

/// For whom, and what stands before it.
pub(super) struct Whom<'a> {
    pub subject: Subject,
    pub born: Option<NaiveDate>,
    pub entitled: &'a [Entitlement],
    /// Items that are offered above, and how many digits those took.
    pub above: Vec<String>,
}

/// The column of the page: without words, what they may have and what is often done.
pub(super) async fn startable(
    state: &AppState,
    lang: Lang,
    whom: Whom<'_>,
    query: &str,
) -> Result<Startable, PageError> {
    if !query.is_empty() {
        let items = found(state, lang, query, Some(whom.subject));
        return Ok(Startable { query: query.to_owned(), entitled: Vec::new(), items });
    }
    let digits = DIGITS.saturating_sub(whom.above.len());
    let fresh = whom.entitled.iter().filter(|one| !whom.above.contains(&one.item));
    let entitled: Vec<_> = fresh.take(ENTITLED.min(digits)).map(|one| may(lang, one)).collect();
    let taken: Vec<&str> =
        entitled.iter().map(|one| one.id.as_str()).chain(whom.above.iter().map(String::as_str)).collect();
    let likely = likely(state, whom.subject, whom.born).await?;
    let others = likely.iter().filter(|card| !taken.contains(&card.id.as_str()));
    let items = others.take(digits.saturating_sub(entitled.len())).map(|card| line(lang, card)).collect();
    Ok(Startable { query: String::new(), entitled, items })
}

/// Never the facts behind it: nobody at a counter need know an income.
fn may(lang: Lang, one: &Entitlement) -> ItemLine {
    let meta = match &one.lacking {
        None => lang.t("条件都符合", "Every condition is met").to_owned(),
        Some(question) => lang.t(format!("还差：{}", question.zh), format!("Open: {}", question.en)),
    };
    ItemLine { id: one.item.clone(), name: lang.pick(&one.name, &one.name_en).to_owned(), meta }
}

/// Items that fit the words; of one kind of subject, where it is known.
pub(super) fn found(state: &AppState, lang: Lang, words: &str, subject: Option<Subject>) -> Vec<ItemLine> {
    let query = catalogue::Query { text: words.to_owned(), limit: DIGITS * 3, ..catalogue::Query::default() };
    let cards = state.services.catalogue.search(&query).items;
    let fits = |card: &&ItemCard| subject.is_none_or(|subject| card.subjects.contains(&subject));
    cards.iter().filter(fits).take(DIGITS).map(|card| line(lang, card)).collect()
}

/// What this subject is likely to come for: by age first, then what most people come for.
async fn likely(
    state: &AppState,
    subject: Subject,
    born: Option<NaiveDate>,
) -> Result<Vec<ItemCard>, PageError> {
    let catalogue = &state.services.catalogue;
    let by_age = theme(state.services.clock.today(), born).map(|theme| {
        let query =
            catalogue::Query { theme: Some(theme.to_owned()), limit: 5, ..catalogue::Query::default() };
        catalogue.search(&query).items
    });
    // Few of the items most applied for are for organisations: then all are looked through.
    let many = if subject == Subject::Person { DIGITS } else { usize::from(u8::MAX) };
    let mut cards: Vec<ItemCard> = Vec::new();
    for card in by_age.into_iter().flatten().chain(catalogue.popular(many).await?) {
        let open = card.state == ItemState::Active && card.subjects.contains(&subject);
        if open && !cards.iter().any(|known| known.id == card.id) {
            cards.push(card);
        }
    }
    Ok(cards)
}

fn theme(today: NaiveDate, born: Option<NaiveDate>) -> Option<&'static str> {
    match today.years_since(born?)? {
        0..3 => Some("出生"),
        3..18 => Some("入学"),
        60.. => Some("养老"),
        18..60 => None,
    }
}

/// An item as the desk shows it.
pub(super) fn line(lang: Lang, card: &ItemCard) -> ItemLine {
    let department = lang.pick(&card.department, &card.department_en);
    let department = department.strip_prefix("示范市").unwrap_or(department);
    ItemLine {
        id: card.id.clone(),
        name: lang.pick(&card.name, &card.name_en).to_owned(),
        meta: format!("{department} · {}", how_long(lang, card.kind, card.promise())),
    }
}
