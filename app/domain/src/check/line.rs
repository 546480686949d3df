//! Reads one line of each kind.

use super::{Answer, WrongCode};
use crate::calendar::Calendar;
use crate::certificate::CertificateId;
use crate::credit_code::CreditCode;
use crate::deadline::{Limit, due};
use crate::item_code::ItemCode;
use crate::number::NumberCode;
use crate::number::typed::is_space;
use crate::resident_id::{AnyId, Kind, ResidentId};
use chrono::NaiveDate;

type Read = Result<Answer, WrongCode>;

pub(super) fn id_number(line: &str, today: NaiveDate) -> Read {
    Ok(match AnyId::parse(line, today)? {
        AnyId::Current(id) => person(kind(id.kind()), &id),
        AnyId::Legacy(id) => person("resident_15", &id),
        AnyId::ForeignPermanentOld(_) => {
            Answer::IdNumber { ok: true, kind: "foreign_old", birth_date: None, sex: None, division: None }
        }
    })
}

fn person(kind: &'static str, id: &ResidentId) -> Answer {
    Answer::IdNumber {
        ok: true,
        kind,
        birth_date: Some(id.birth_date()),
        sex: Some(id.sex()),
        division: id.division().map(str::to_owned),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Resident => "resident",
        Kind::HongKong => "hong_kong",
        Kind::Macao => "macao",
        Kind::Taiwan => "taiwan",
        Kind::ForeignPermanent => "foreign",
    }
}

pub(super) fn credit_code(line: &str) -> Read {
    let code = CreditCode::parse(line)?;
    Ok(Answer::CreditCode {
        ok: true,
        kind: code.registry().map(|registry| registry.name()),
        division: code.division().to_owned(),
        organisation: code.organisation().to_owned(),
    })
}

pub(super) fn item_code(line: &str) -> Read {
    let code = ItemCode::parse(line)?;
    let implementation = code.implementation();
    let (kind, situation) = match &code {
        ItemCode::Base(_) => ("base", None),
        ItemCode::Implementation(_) => ("implementation", None),
        ItemCode::Handling(handling) => ("handling", Some(handling.situation())),
    };
    Ok(Answer::ItemCode {
        ok: true,
        kind,
        base: code.base().to_string(),
        body: implementation.map(|code| code.body.to_string()),
        level: implementation.map(|code| code.level()),
        situation,
    })
}

pub(super) fn certificate_id(line: &str) -> Read {
    let id = CertificateId::parse(line)?;
    Ok(Answer::CertificateId {
        ok: true,
        kind: id.kind().to_owned(),
        issuer: id.issuer().to_owned(),
        serial: id.serial().to_owned(),
        version: id.version(),
    })
}

pub(super) fn workday(line: &str, calendar: &Calendar) -> Read {
    let date = date(line.trim_matches(is_space))?;
    Ok(Answer::Workday { ok: true, workday: calendar.is_workday(date) })
}

pub(super) fn deadline(line: &str, calendar: &Calendar) -> Read {
    let mut words = line.split(is_space).filter(|word| !word.is_empty());
    let mut word = || words.next().ok_or(WrongCode::FORMAT);
    let (day_zero, value, unit) = (word()?, word()?, word()?);
    if words.next().is_some() || !value.bytes().all(|b| b.is_ascii_digit()) {
        return Err(WrongCode::FORMAT);
    }
    let value = value.parse().map_err(|_| WrongCode::FORMAT)?;
    let unit = unit.parse().map_err(|_| WrongCode::FORMAT)?;
    let deadline = due(calendar, date(day_zero)?, Limit { value, unit }, &[]);
    Ok(Answer::Deadline { ok: true, deadline: deadline.ok_or(WrongCode::Number(NumberCode::Date))? })
}

/// `2026-02-14`: four, two and two digits. A day the calendar does not have is a wrong date.
fn date(text: &str) -> Result<NaiveDate, WrongCode> {
    let is_form = text.len() == 10
        && text
            .bytes()
            .zip(*b"0000-00-00")
            .all(|(b, form)| if form == b'-' { b == b'-' } else { b.is_ascii_digit() });
    if !is_form {
        return Err(WrongCode::FORMAT);
    }
    text.parse().map_err(|_| WrongCode::Number(NumberCode::Date))
}
