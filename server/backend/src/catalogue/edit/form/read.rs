//! What was typed, as an item; and what is wrong with it.

use domain::deadline::Unit;
use domain::field_error::FieldCode;
use domain::item::{CaseKind, Subject};
use domain::money::Fen;
use entity::item;

use super::super::super::file::GuideText;
use super::super::super::model::ItemState;
use super::super::super::{row, search};
use super::ItemForm;
use super::boxes::ticked;
use crate::Result;
use crate::organisation::Reading;

impl ItemForm {
    /// The item with what was typed, and its subjects.
    pub(in crate::catalogue) fn read(&self, old: &item::Model) -> Result<(item::Model, Vec<String>)> {
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

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
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
