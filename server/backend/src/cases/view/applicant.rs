//! Who applied.

use crate::persons::{self, Sight};
use crate::{Result, Services};
use domain::permission::Standing;
use uuid::Uuid;

/// Who applied, without the number itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicantView {
    /// The person.
    pub person_id: Uuid,
    /// The name; masked for who only supervises.
    pub name: String,
    /// First four and last four characters of the number; one and one for those not in charge.
    pub masked_number: String,
}

/// As somebody who stands so to the case may see them.
pub(super) async fn applicant(services: &Services, standing: Standing, id: Uuid) -> Result<ApplicantView> {
    let row = persons::row(&services.db.read, id).await?;
    let number = persons::number_of(&services.keys, &row)?;
    let (name, masked_number) = match standing {
        Standing::Applicant | Standing::Counter | Standing::Competent | Standing::Head | Standing::Portal => {
            (Sight::InCharge.name(&row.name), Sight::InCharge.number(&number))
        }
        // Who is asked for an opinion must know of whom, and no more.
        Standing::Consulted => (Sight::InCharge.name(&row.name), Sight::Others.number(&number)),
        Standing::Observer | Standing::Stranger => {
            (Sight::Others.name(&row.name), Sight::Others.number(&number))
        }
    };
    Ok(ApplicantView { person_id: row.id, name, masked_number })
}
