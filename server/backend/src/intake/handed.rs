//! What becomes of each material: what the applicant said of it, made true by what there is.

use super::Application;
use crate::catalogue::Material;
use crate::drafts::{Manner, MaterialAnswer};
use crate::evidence::{Certified, Stock, Stored};
use chrono::NaiveDate;
use domain::certificate::Unfit;
use domain::evidence::{
    Consent, Found, Grade, Means, Near, Offer, consent_to_certificate, consent_to_registry,
};
use domain::field_error::{FieldCode, FieldError};
use uuid::Uuid;

/// Where a material comes from that nobody is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A certificate of the library.
    Certificate(Certified),
    /// What a registry says, with the day on which it said so.
    Share {
        /// The registry.
        source: String,
        /// The day; none before it is asked.
        as_of: Option<NaiveDate>,
    },
    /// Files kept from an earlier application.
    Holding(Vec<Stored>),
}

/// One material as it comes into the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The material of the item.
    pub material_id: Uuid,
    /// How it comes.
    pub manner: Manner,
    /// How far it may be trusted.
    pub grade: Option<Grade>,
    /// Files given now.
    pub uploads: Vec<Uuid>,
    /// Where it comes from, where nobody is asked for it.
    pub source: Option<Source>,
    /// What there is that does not do.
    pub near: Vec<Near>,
}

impl Handed {
    /// Nobody is asked for it (免于提交).
    pub fn spared(&self) -> bool {
        self.source.is_some()
    }

    /// The consent that its use needs.
    pub fn consent(&self, material: &Material) -> Consent {
        let code = material.certificate_code.as_deref();
        let of_certificate = || code.map_or(Consent::Usual, consent_to_certificate);
        match &self.source {
            Some(Source::Certificate(one)) => consent_to_certificate(&one.code),
            Some(Source::Share { source, .. }) => consent_to_registry(source),
            // A copy of an ID card is kept by choice, not by law.
            Some(Source::Holding(_)) => of_certificate().max(Consent::Usual),
            None => Consent::Statutory,
        }
    }
}

/// Each material of an item in order, and what was claimed that is not so.
pub(super) fn hand_in(
    materials: &[Material],
    application: &Application,
    stock: &Stock,
    others: &[Uuid],
    today: NaiveDate,
) -> (Vec<Handed>, Vec<FieldError>) {
    let mut wrong = Vec::new();
    let one = |material: &Material| {
        let place = application.materials.iter().position(|answer| answer.material_id == material.id);
        let answer = place.and_then(|at| application.materials.get(at));
        let desk = Table { stock, others, today, material };
        let handed = answer.map_or_else(|| Ok(desk.found()), |answer| desk.said(answer));
        handed.unwrap_or_else(|code| {
            let at = place.unwrap_or_default();
            wrong.push(FieldError::new(format!("materials[{at}].manner"), code));
            desk.lacking()
        })
    };
    let handed = materials.iter().map(one).collect();
    (handed, wrong)
}

/// One material, and what there is for it.
struct Table<'a> {
    stock: &'a Stock,
    others: &'a [Uuid],
    today: NaiveDate,
    material: &'a Material,
}

impl Table<'_> {
    /// What nobody spoke of: the best there is, else missing.
    fn found(&self) -> Handed {
        match self.stock.find(self.material, self.today) {
            Found::Met(met) => self.by(&met.by).unwrap_or_else(|_| self.lacking()),
            Found::Ask(near) => Handed { near, ..self.plain(Manner::Missing, Vec::new()) },
        }
    }

    fn said(&self, answer: &MaterialAnswer) -> Result<Handed, FieldCode> {
        let files = answer.uploads.clone();
        match answer.manner {
            Manner::Certificate => self.certificate(answer.source),
            Manner::Share => self.share(),
            Manner::Upload if files.is_empty() => self.kept(answer.source),
            Manner::Upload | Manner::Paper | Manner::Commitment | Manner::Missing => {
                Ok(self.plain(answer.manner, files))
            }
        }
    }

    /// 电子证照: a fit one of the applicant, or the reason why there is none.
    fn certificate(&self, named: Option<Uuid>) -> Result<Handed, FieldCode> {
        let certificates = |id: &Means| matches!(id, Means::Certificate(_));
        let offers = self.stock.offers(self.material);
        let meant = offers.into_iter().filter(|offer| match offer {
            Offer::Certificate { id, .. } => named.is_none_or(|named| named == *id),
            Offer::Holding { .. } | Offer::Share { .. } => false,
        });
        let meant: Vec<_> = meant.collect();
        let need = crate::evidence::need(self.material);
        match domain::evidence::find(need, &meant, self.today) {
            Found::Met(met) => self.by(&met.by),
            Found::Ask(near) => {
                let first = near.iter().find(|one| certificates(&one.what)).map(|one| one.why);
                let other = named.filter(|id| self.others.contains(id)).map(|_| Unfit::OtherHolder);
                let why = first.or(other);
                Err(why.map_or(FieldCode::NoCertificate, |why| FieldCode::Unfit { why }))
            }
        }
    }

    fn share(&self) -> Result<Handed, FieldCode> {
        let source = self.material.data_share.clone().ok_or(FieldCode::Choice)?;
        self.by(&Means::Share(source))
    }

    /// An upload without a file: the one that is kept, where there is one.
    fn kept(&self, named: Option<Uuid>) -> Result<Handed, FieldCode> {
        let offers = self.stock.offers(self.material).into_iter().filter(|offer| match offer {
            Offer::Holding { id, .. } => named.is_none_or(|named| named == *id),
            Offer::Certificate { .. } | Offer::Share { .. } => false,
        });
        let offers: Vec<_> = offers.collect();
        match domain::evidence::find(crate::evidence::need(self.material), &offers, self.today) {
            Found::Met(met) => self.by(&met.by),
            Found::Ask(near) => match (named, near.first()) {
                (None, _) => Ok(self.plain(Manner::Upload, Vec::new())),
                (Some(_), Some(near)) => Err(FieldCode::Unfit { why: near.why }),
                (Some(_), None) => Err(FieldCode::Unknown),
            },
        }
    }

    fn by(&self, means: &Means) -> Result<Handed, FieldCode> {
        let (manner, grade, source) = match means {
            Means::Certificate(id) => {
                let one = self.stock.certificate(*id).cloned().ok_or(FieldCode::NoCertificate)?;
                (Manner::Certificate, Grade::A, Source::Certificate(one))
            }
            Means::Share(source) => {
                let day = self.stock.extracts.iter().filter(|one| one.0 == *source).map(|one| one.1).max();
                (Manner::Share, Grade::A, Source::Share { source: source.clone(), as_of: day })
            }
            Means::Holding(id) => {
                let one = self.stock.holding(*id).ok_or(FieldCode::Unknown)?;
                (Manner::Upload, one.grade, Source::Holding(self.stock.with_its_pages(one)))
            }
        };
        Ok(Handed { grade: Some(grade), source: Some(source), ..self.plain(manner, Vec::new()) })
    }

    fn plain(&self, manner: Manner, uploads: Vec<Uuid>) -> Handed {
        let grade = manner.grade();
        Handed { material_id: self.material.id, manner, grade, uploads, source: None, near: Vec::new() }
    }

    fn lacking(&self) -> Handed {
        self.plain(Manner::Missing, Vec::new())
    }
}
