//! A case.

use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_file")]
/// A case.
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Number on the receipt.
    #[sea_orm(column_type = "Text", unique)]
    pub case_no: String,
    /// Query code, encrypted, for printing the receipt again.
    #[sea_orm(column_type = "Text")]
    pub query_code_cipher: String,
    /// Query code, keyed hash, for tracking.
    #[sea_orm(column_type = "Text")]
    pub query_code_hash: String,
    /// Item.
    #[sea_orm(column_type = "Text")]
    pub item_id: String,
    /// Implementation.
    #[sea_orm(column_type = "Text")]
    pub implementation_code: String,
    /// Department deciding.
    pub department_id: Uuid,
    /// Division it belongs to.
    #[sea_orm(column_type = "Text")]
    pub division_code: String,
    /// Why it was routed there.
    #[sea_orm(column_type = "Text")]
    pub route_reason: String,
    /// Applicant.
    pub person_id: Uuid,
    /// Agent.
    pub agent_person_id: Option<Uuid>,
    /// `instant` or `promise`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The item's limits on the day of submission.
    #[sea_orm(column_type = "JsonBinary")]
    pub limits: Json,
    /// One of the statuses of the interface.
    #[sea_orm(column_type = "Text")]
    pub status: String,
    /// `granted` or `refused` once decided.
    #[sea_orm(column_type = "Text", nullable)]
    pub outcome: Option<String>,
    /// Rises with each event.
    pub version: i32,
    /// Where it came in.
    #[sea_orm(column_type = "Text")]
    pub channel: String,
    /// Hall it came in at.
    pub hall_id: Option<Uuid>,
    /// Window it came in at.
    pub window_id: Option<Uuid>,
    /// Clerk who took it in.
    pub clerk_id: Option<Uuid>,
    /// Reviewer who has it.
    pub assignee_id: Option<Uuid>,
    /// The form as submitted, encrypted.
    #[sea_orm(column_type = "Text")]
    pub form_cipher: String,
    /// When submitted.
    pub submitted_at: DateTimeUtc,
    /// Day of receipt.
    pub receipt_date: Option<Date>,
    /// Day of acceptance.
    pub accepted_on: Option<Date>,
    /// Promised date.
    pub promised_due: Option<Date>,
    /// Statutory date.
    pub statutory_due: Option<Date>,
    /// What the department owes next: the answer on acceptance, then the decision.
    pub next_due: Option<Date>,
    /// How often corrections were asked for.
    pub corrections: i32,
    /// Day of closing.
    pub closed_on: Option<Date>,
    /// Day by which acceptance must be answered.
    pub receipt_due: Option<Date>,
    /// Day of decision.
    pub decided_on: Option<Date>,
    /// When closed.
    pub closed_at: Option<DateTimeUtc>,
    /// Working days from acceptance to decision.
    pub handling_days: Option<i32>,
    /// The version of the item's process it was filed under.
    pub item_version: i32,
    /// `domain::case::Work`.
    #[sea_orm(column_type = "JsonBinary")]
    pub work: Json,
    /// The first day on which something happens to it by itself.
    pub wake_on: Option<Date>,
    /// The next day on which an alarm may have to be told.
    pub alarm_on: Option<Date>,
    /// When written.
    pub created_at: DateTimeUtc,
    /// Last change.
    pub updated_at: DateTimeUtc,
    /// For which organisation, if for one; then the person acts for it.
    pub entity_id: Option<Uuid>,
    /// Item.
    #[sea_orm(belongs_to, from = "item_id", to = "id")]
    pub item: BelongsTo<super::item::Entity>,
    /// Implementation.
    #[sea_orm(belongs_to, from = "implementation_code", to = "code")]
    pub implementation: BelongsTo<super::implementation::Entity>,
    /// Department deciding.
    #[sea_orm(belongs_to, from = "department_id", to = "id")]
    pub department: BelongsTo<super::department::Entity>,
    /// Applicant.
    #[sea_orm(belongs_to, relation_enum = "Person", from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    /// Agent.
    #[sea_orm(belongs_to, relation_enum = "AgentPerson", from = "agent_person_id", to = "id")]
    pub agent_person: BelongsTo<Option<super::person::Entity>>,
    /// Hall it came in at.
    #[sea_orm(belongs_to, from = "hall_id", to = "id")]
    pub hall: BelongsTo<Option<super::hall::Entity>>,
    /// Window it came in at.
    #[sea_orm(belongs_to, from = "window_id", to = "id")]
    pub window: BelongsTo<Option<super::window::Entity>>,
    /// Clerk who took it in.
    #[sea_orm(belongs_to, relation_enum = "Clerk", from = "clerk_id", to = "id")]
    pub clerk: BelongsTo<Option<super::account::Entity>>,
    /// Reviewer who has it.
    #[sea_orm(belongs_to, relation_enum = "Assignee", from = "assignee_id", to = "id")]
    pub assignee: BelongsTo<Option<super::account::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
