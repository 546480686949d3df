//! The form of an item, as typed, and what is wrong with it.

use domain::deadline::Unit;
use domain::field_error::FieldCode;
use domain::item::{CaseKind, Subject};
use domain::money::Fen;
use entity::item;
use serde::{Deserialize, Serialize};

use super::super::file::{Flags, GuideText};
use super::super::model::ItemState;
use super::super::{row, search};
use crate::organisation::Reading;
use crate::repo::item as rows;
use crate::{Db, Result};

/// An item as typed. Flat, so that a plain form posts it; a box that is not ticked is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    missing_docs,
    reason = "the fields are those of the item; the names are those of the catalogue file"
)]
pub struct ItemForm {
    pub version: String,
    pub name: String,
    pub name_en: String,
    pub theme: String,
    pub state: String,
    pub case_kind: String,
    /// Keys of `Subject`, separated by spaces.
    pub subject: String,
    pub legal_value: String,
    pub legal_unit: String,
    pub promise_value: String,
    pub promise_unit: String,
    /// Any text when there is a fee.
    pub charged: String,
    pub fee_text: String,
    /// Yuan.
    pub fee_amount: String,
    pub pay_online: String,
    pub visits: String,
    pub onsite_reason: String,
    pub consult_phone: String,
    pub complaint_phone: String,
    pub eligibility: String,
    /// One a line.
    pub conditions: String,
    /// One a line.
    pub keywords: String,
    pub law: String,
    pub note: String,
    pub online: String,
    pub fully_online: String,
    pub same_city: String,
    pub nearby: String,
    pub cross_province: String,
    pub one_window: String,
    pub instant_approval: String,
    pub no_application: String,
    pub mobile: String,
    pub kiosk: String,
    pub postal: String,
    pub agent: String,
    pub deferrable: String,
    pub commitment: String,
    pub appointment: String,
}

/// What a ticked box sends.
const TICKED: &str = "on";

fn box_of(ticked: bool) -> String {
    if ticked { TICKED.to_owned() } else { String::new() }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The form that shows an item as it is.
pub(in crate::catalogue) async fn form(db: &Db, id: &str) -> Result<ItemForm> {
    let (item, _) = rows::item(&db.read, id).await?;
    let subjects = rows::subjects(&db.read, Some(id)).await?.remove(id).unwrap_or_default();
    let text = row::guide(&item)?;
    let number = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    let flags = row::flags(&item);
    Ok(ItemForm {
        version: item.version.to_string(),
        name: item.name,
        name_en: item.name_en.unwrap_or_default(),
        theme: item.theme,
        state: item.state,
        case_kind: item.case_kind,
        subject: subjects.join(" "),
        legal_value: number(item.legal_value),
        legal_unit: item.legal_unit.unwrap_or_default(),
        promise_value: number(item.promise_value),
        promise_unit: item.promise_unit.unwrap_or_default(),
        charged: box_of(item.charged),
        fee_text: item.fee_text,
        fee_amount: item.fee_fen.map(yuan).unwrap_or_default(),
        pay_online: box_of(text.online_pay == Some(true)),
        visits: item.visits.to_string(),
        onsite_reason: text.onsite_reason.unwrap_or_default(),
        consult_phone: text.consult_phone.unwrap_or_default(),
        complaint_phone: text.complaint_phone.unwrap_or_default(),
        eligibility: text.eligibility,
        conditions: text.conditions.join("\n"),
        keywords: text.keywords.join("\n"),
        law: text.law,
        note: text.note,
        ..ItemForm::default()
    }
    .with_flags(flags))
}

/// Yuan without a sign, as one types it.
fn yuan(fen: i64) -> String {
    Fen(fen).to_string().replace('¥', "")
}

impl ItemForm {
    fn with_flags(self, flags: Flags) -> Self {
        Self {
            online: box_of(flags.online),
            fully_online: box_of(flags.fully_online),
            same_city: box_of(flags.same_city),
            nearby: box_of(flags.nearby),
            cross_province: box_of(flags.cross_province),
            one_window: box_of(flags.one_window),
            instant_approval: box_of(flags.instant_approval),
            no_application: box_of(flags.no_application),
            mobile: box_of(flags.mobile),
            kiosk: box_of(flags.kiosk),
            postal: box_of(flags.postal),
            agent: box_of(flags.agent),
            deferrable: box_of(flags.deferrable),
            commitment: box_of(flags.commitment),
            appointment: box_of(flags.appointment),
            ..self
        }
    }

    /// The item with what was typed, and its subjects.
    pub(super) fn read(&self, old: &item::Model) -> Result<(item::Model, Vec<String>)> {
        let mut reading = Reading::default();
        let text = self.guide(row::guide(old)?, &mut reading);
        let (legal_value, legal_unit) = limit(&mut reading, "legal", &self.legal_value, &self.legal_unit);
        let (promise_value, promise_unit) =
            limit(&mut reading, "promise", &self.promise_value, &self.promise_unit);
        let name = reading.text("name", &self.name, 100);
        let fresh = item::Model {
            search_text: format!("{name} {}", text.keywords.join(" ")),
            pinyin: search::letters(&name),
            initials: search::first_letters(&name),
            name,
            name_en: reading.optional("name_en", &self.name_en, 200),
            theme: reading.text("theme", &self.theme, 40),
            state: choice(&mut reading, "state", ItemState::parse(&self.state).map(ItemState::as_str)),
            case_kind: choice(
                &mut reading,
                "case_kind",
                CaseKind::parse(&self.case_kind).map(CaseKind::as_str),
            ),
            legal_value,
            legal_unit,
            promise_value,
            promise_unit,
            charged: ticked(&self.charged),
            fee_text: reading.text("fee_text", &self.fee_text, 200),
            fee_fen: self.fen(&mut reading),
            visits: self.visits(&mut reading),
            guide: serde_json::to_value(text)?,
            ..self.flagged(old.clone())
        };
        let subjects = self.subjects(&mut reading);
        reading.done().map(|()| (fresh, subjects))
    }

    fn flagged(&self, old: item::Model) -> item::Model {
        item::Model {
            online: ticked(&self.online),
            fully_online: ticked(&self.fully_online),
            same_city: ticked(&self.same_city),
            nearby: ticked(&self.nearby),
            cross_province: ticked(&self.cross_province),
            one_window: ticked(&self.one_window),
            instant_approval: ticked(&self.instant_approval),
            no_application: ticked(&self.no_application),
            mobile: ticked(&self.mobile),
            kiosk: ticked(&self.kiosk),
            postal: ticked(&self.postal),
            agent: ticked(&self.agent),
            deferrable: ticked(&self.deferrable),
            commitment: ticked(&self.commitment),
            appointment: ticked(&self.appointment),
            ..old
        }
    }

    fn guide(&self, old: GuideText, reading: &mut Reading) -> GuideText {
        GuideText {
            onsite_reason: reading.optional("onsite_reason", &self.onsite_reason, 500),
            consult_phone: reading.optional("consult_phone", &self.consult_phone, 40),
            complaint_phone: reading.optional("complaint_phone", &self.complaint_phone, 40),
            eligibility: reading.text("eligibility", &self.eligibility, 1000),
            law: reading.optional("law", &self.law, 1000).unwrap_or_default(),
            note: reading.optional("note", &self.note, 1000).unwrap_or_default(),
            conditions: lines(&self.conditions),
            keywords: lines(&self.keywords),
            online_pay: Some(ticked(&self.pay_online)),
            ..old
        }
    }

    fn fen(&self, reading: &mut Reading) -> Option<i64> {
        let typed = self.fee_amount.trim();
        if typed.is_empty() {
            return None;
        }
        let read = typed.parse::<Fen>().ok().filter(|fen| fen.0 >= 0);
        if read.is_none() {
            reading.wrong("fee_amount", FieldCode::Number);
        }
        read.map(|fen| fen.0)
    }

    fn visits(&self, reading: &mut Reading) -> i16 {
        match self.visits.trim().parse() {
            Ok(visits @ 0..=9) => visits,
            Ok(_) => {
                reading.wrong("visits", FieldCode::Range { min: 0, max: 9 });
                0
            }
            Err(_) => {
                reading.wrong("visits", FieldCode::Number);
                0
            }
        }
    }

    fn subjects(&self, reading: &mut Reading) -> Vec<String> {
        let mut subjects = Vec::new();
        for word in self.subject.split([' ', ',', '、']).filter(|word| !word.is_empty()) {
            match Subject::parse(word) {
                Some(subject) if !subjects.contains(&subject.as_str().to_owned()) => {
                    subjects.push(subject.as_str().to_owned());
                }
                Some(_) => {}
                None => reading.wrong("subject", FieldCode::Choice),
            }
        }
        if subjects.is_empty() {
            reading.wrong("subject", FieldCode::Missing);
        }
        subjects
    }
}

fn ticked(typed: &str) -> bool {
    !typed.trim().is_empty()
}

fn choice(reading: &mut Reading, field: &str, read: Option<&'static str>) -> String {
    if read.is_none() {
        reading.wrong(field, FieldCode::Choice);
    }
    read.unwrap_or_default().to_owned()
}

/// A limit in two fields; both empty for none.
fn limit(reading: &mut Reading, name: &str, value: &str, unit: &str) -> (Option<i32>, Option<String>) {
    if value.trim().is_empty() {
        return (None, None);
    }
    let number = value.trim().parse::<u16>().ok().filter(|value| *value <= 999);
    if number.is_none() {
        reading.wrong(&format!("{name}_value"), FieldCode::Range { min: 0, max: 999 });
    }
    let unit = unit.trim().parse::<Unit>();
    if unit.is_err() {
        reading.wrong(&format!("{name}_unit"), FieldCode::Choice);
    }
    (number.map(i32::from), unit.ok().map(|unit| unit.as_str().to_owned()))
}
