//! 督办: an order to a department, from issue to close.

use super::Card;
use crate::calendar::Calendar;
use crate::deadline::{self, Limit};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Most working days to reply.
pub const REPLY_MAX: u16 = 30;

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// 待回复: the department has the word.
    Issued,
    /// 已回复: supervision has the word.
    Answered,
    /// 退回重办: the reply was not enough.
    Returned,
    /// 已认可: the reply is accepted, and is being carried out.
    Accepted,
    /// 已销号.
    Closed,
}

impl OrderState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Issued, Self::Answered, Self::Returned, Self::Accepted, Self::Closed];

    /// The name in storage and in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Answered => "answered",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// A reply is owed.
    pub fn waits_for_department(self) -> bool {
        matches!(self, Self::Issued | Self::Returned)
    }
}

/// Who does something to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The head of the department.
    Department,
    /// 监察人员.
    Supervision,
    /// The portal, as time passes.
    Portal,
}

/// What is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderAction {
    /// 回复.
    Answer,
    /// 认可.
    Accept,
    /// 退回: answer again, within so many working days.
    SendBack(u16),
    /// 升级: to a red card, with so many working days more.
    Escalate(u16),
    /// 销号; without an accepted reply it is withdrawn.
    Close,
    /// 提醒: the limit is near.
    Remind,
    /// 逾期: the limit has passed without a reply.
    Lapse,
}

impl OrderAction {
    /// The name of its event.
    pub fn event(self) -> &'static str {
        match self {
            Self::Answer => "answered",
            Self::Accept => "accepted",
            Self::SendBack(_) => "returned",
            Self::Escalate(_) => "escalated",
            Self::Close => "closed",
            Self::Remind => "reminded",
            Self::Lapse => "lapsed",
        }
    }

    fn hand(self) -> Hand {
        match self {
            Self::Answer => Hand::Department,
            Self::Accept | Self::SendBack(_) | Self::Escalate(_) | Self::Close => Hand::Supervision,
            Self::Remind | Self::Lapse => Hand::Portal,
        }
    }
}

/// Why it is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderFault {
    /// Somebody else's to do.
    #[error("not theirs to do")]
    NotYours,
    /// Not as it stands.
    #[error("not as the order stands")]
    WrongState,
    /// A limit that is none, or longer than [`REPLY_MAX`].
    #[error("a reply limit from 1 to {REPLY_MAX} working days")]
    Limit,
    /// It was done for this limit already, or its time has not come.
    #[error("not due")]
    NotDue,
}

/// An order as the rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Where it stands.
    pub state: OrderState,
    /// The card it gives.
    pub card: Card,
    /// The last day to reply.
    pub reply_by: NaiveDate,
    /// How often it was escalated.
    pub escalations: u16,
    /// The limit that the department was reminded of.
    pub reminded_for: Option<NaiveDate>,
    /// The limit that passed without a reply.
    pub lapsed_for: Option<NaiveDate>,
}

impl Order {
    /// A new order.
    ///
    /// # Errors
    /// [`OrderFault::Limit`].
    pub fn issue(
        card: Card,
        workdays: u16,
        today: NaiveDate,
        calendar: &Calendar,
    ) -> Result<Self, OrderFault> {
        Ok(Self {
            state: OrderState::Issued,
            card,
            reply_by: reply_by(workdays, today, calendar)?,
            escalations: 0,
            reminded_for: None,
            lapsed_for: None,
        })
    }

    /// Whether its reply is late.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.state.waits_for_department() && self.reply_by < today
    }

    /// Whether this can be done as it stands, by somebody.
    pub fn admits(&self, action: OrderAction) -> bool {
        use OrderState as S;
        match action {
            OrderAction::Answer | OrderAction::Remind | OrderAction::Lapse => {
                self.state.waits_for_department()
            }
            OrderAction::Accept | OrderAction::SendBack(_) => self.state == S::Answered,
            OrderAction::Escalate(_) => matches!(self.state, S::Issued | S::Returned | S::Answered),
            OrderAction::Close => self.state != S::Closed,
        }
    }

    /// The order after `action`.
    ///
    /// # Errors
    /// [`OrderFault`].
    pub fn after(
        self,
        action: OrderAction,
        hand: Hand,
        today: NaiveDate,
        calendar: &Calendar,
    ) -> Result<Self, OrderFault> {
        if action.hand() != hand {
            return Err(OrderFault::NotYours);
        }
        if !self.admits(action) {
            return Err(OrderFault::WrongState);
        }
        Ok(match action {
            OrderAction::Answer => Self { state: OrderState::Answered, ..self },
            OrderAction::Accept => Self { state: OrderState::Accepted, ..self },
            OrderAction::SendBack(days) => {
                Self { state: OrderState::Returned, reply_by: reply_by(days, today, calendar)?, ..self }
            }
            OrderAction::Escalate(days) => self.escalated(reply_by(days, today, calendar)?),
            OrderAction::Close => Self { state: OrderState::Closed, ..self },
            OrderAction::Remind => self.reminded(today, calendar)?,
            OrderAction::Lapse => self.lapsed(today)?,
        })
    }

    /// What was answered and is not enough has to be answered again.
    fn escalated(self, reply_by: NaiveDate) -> Self {
        let state = if self.state == OrderState::Answered { OrderState::Returned } else { self.state };
        Self { state, card: Card::Red, reply_by, escalations: self.escalations.saturating_add(1), ..self }
    }

    fn reminded(self, today: NaiveDate, calendar: &Calendar) -> Result<Self, OrderFault> {
        let due = remind_on(self.reply_by, calendar) <= today && today <= self.reply_by;
        if !due || self.reminded_for == Some(self.reply_by) {
            return Err(OrderFault::NotDue);
        }
        Ok(Self { reminded_for: Some(self.reply_by), ..self })
    }

    /// The limit stays as it was: the order is late until it is answered.
    fn lapsed(self, today: NaiveDate) -> Result<Self, OrderFault> {
        if self.reply_by >= today || self.lapsed_for == Some(self.reply_by) {
            return Err(OrderFault::NotDue);
        }
        let escalations = self.escalations.saturating_add(1);
        Ok(Self { card: Card::Red, escalations, lapsed_for: Some(self.reply_by), ..self })
    }
}

/// The last day of so many working days after today.
fn reply_by(workdays: u16, today: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, OrderFault> {
    if !(1..=REPLY_MAX).contains(&workdays) {
        return Err(OrderFault::Limit);
    }
    let end = deadline::due(calendar, today, Limit::workdays(workdays), &[]);
    end.map(|end| end.due).ok_or(OrderFault::Limit)
}

/// The working day before the last one: a department is reminded from then on.
pub fn remind_on(reply_by: NaiveDate, calendar: &Calendar) -> NaiveDate {
    let before = reply_by.iter_days().rev().skip(1).take(30);
    before.into_iter().find(|day| calendar.day(*day).kind.is_workday()).unwrap_or(reply_by)
}
