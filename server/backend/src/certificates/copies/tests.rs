use chrono::TimeDelta;
use domain::certificate::Unfit;
use domain::permission::Role;

use super::*;
use crate::access::{LedgerQuery, of_certificate};
use crate::certificates::present::tests::{Owner, why};
use crate::testing::{self, number, staff};
use crate::{Kind, both_databases};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn wanted(purpose: &str, expires_on: &str) -> NewCopy {
    NewCopy { purpose: purpose.to_owned(), expires_on: expires_on.to_owned() }
}

impl Owner {
    async fn copied(&self) -> Copy {
        make(&self.services, &self.actor, self.certificate.id, &wanted(" 申请  公租房 ", "2026-03-01"))
            .await
            .unwrap()
    }

    async fn refused(&self, new: &NewCopy) -> Vec<(String, FieldCode)> {
        let error = make(&self.services, &self.actor, self.certificate.id, new).await.unwrap_err();
        let Kind::Invalid(errors) = error.into_kind() else { return Vec::new() };
        errors.into_iter().map(|error| (error.field, error.code)).collect()
    }
}

both_databases! {
    async fn a_copy_is_found_by_its_code_alone(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let copy = owner.copied().await;
        assert_eq!(copy.purpose, "申请 公租房");
        let typed = copy.code.as_str().to_lowercase();
        let found = check(&owner.services, None, &typed).await.unwrap();
        assert!(found.is_good());
        assert_eq!((found.purpose.as_str(), found.certificate.holder.as_str()), ("申请 公租房", "林*兰"));
        let unknown = check(&owner.services, None, "0000-0000-0000-0000").await.unwrap_err();
        assert!(matches!(unknown.kind(), Kind::NotFound));

        let id = owner.certificate.id;
        assert_eq!(of(&owner.services, &owner.actor, id).await.unwrap(), std::slice::from_ref(&copy));
        assert_eq!(one(&owner.services, &owner.actor, id, copy.id).await.unwrap(), copy);
        let page = of_certificate(&portal, owner.certificate.holder, id, &LedgerQuery::default()).await.unwrap();
        let acts: Vec<_> = page.lines.iter().map(|line| (line.act, line.reason.as_str())).collect();
        assert_eq!(acts, [
            (Act::CertificateVerified, "查验加注件：申请 公租房"),
            (Act::Copied, "申请 公租房，有效期至2026-03-01"),
        ]);
    }

    async fn a_copy_is_good_to_its_last_day(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let copy = owner.copied().await;
        let now = owner.services.clock.now();
        let last = owner.services.at(now + TimeDelta::days(16));
        assert_eq!(last.clock.today(), copy.expires_on);
        assert!(check(&last, None, copy.code.as_str()).await.unwrap().is_good());
        let over = owner.services.at(now + TimeDelta::days(17));
        let checked = check(&over, None, copy.code.as_str()).await.unwrap();
        assert!(checked.expired && checked.unfit.is_none() && !checked.is_good());
    }

    async fn a_copy_of_what_was_revoked_is_no_longer_good(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let copy = owner.copied().await;
        owner.revoked().await;
        let checked = check(&owner.services, None, copy.code.as_str()).await.unwrap();
        assert!(matches!(checked.unfit, Some(Unfit::Status(_))));
        let refused = make(&owner.services, &owner.actor, owner.certificate.id, &wanted("再办", "2026-03-01")).await;
        assert!(matches!(why(&refused.unwrap_err()), Some(Unfit::Status(_))));
    }

    async fn purpose_and_day_are_told_apart(portal: TestPortal) {
        let owner = Owner::new(&portal, Some(day("2026-06-30"))).await;
        let long = "字".repeat(LONGEST + 1);
        let wrong = |field: &str, code| (field.to_owned(), code);
        assert_eq!(owner.refused(&wanted(" ", "")).await, [
            wrong("purpose", FieldCode::Missing),
            wrong("expires_on", FieldCode::Missing),
        ]);
        assert_eq!(owner.refused(&wanted(&long, "2026-02-12")).await, [
            wrong("purpose", FieldCode::TooLong { max: LONGEST }),
            wrong("expires_on", FieldCode::Past),
        ]);
        assert_eq!(owner.refused(&wanted("贷款", "2026-02-30")).await, [wrong("expires_on", FieldCode::Date)]);
        // No longer than the certificate itself, nor than a year.
        let last = day("2026-06-30");
        assert_eq!(owner.refused(&wanted("贷款", "2026-07-01")).await, [wrong("expires_on", FieldCode::TooLate { last })]);
        let mut endless = owner.certificate.clone();
        endless.standing.valid_until = None;
        assert_eq!(last_day(&endless, day("2026-02-13")), day("2027-02-13"));
        assert_eq!(of(&owner.services, &owner.actor, owner.certificate.id).await.unwrap(), []);
    }

    async fn copies_are_the_owners_alone(portal: TestPortal) {
        let owner = Owner::new(&portal, None).await;
        let copy = owner.copied().await;
        let stranger = testing::citizen(&portal, number(8), "王五").await.actor();
        let clerk = staff(&portal, Role::Clerk).await.actor();
        for other in [&stranger, &clerk] {
            let made = make(&owner.services, other, owner.certificate.id, &wanted("贷款", "2026-03-01")).await;
            assert!(matches!(made.unwrap_err().kind(), Kind::NotFound));
            let read = one(&owner.services, other, owner.certificate.id, copy.id).await;
            assert!(matches!(read.unwrap_err().kind(), Kind::NotFound));
        }
    }
}
