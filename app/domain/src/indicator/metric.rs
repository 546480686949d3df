//! What counters count.

/// What is counted: cases, but where it says steps or requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Metric {
    /// 收件数: submitted, by the day of submission; the bucket is the hour of it in the city.
    Received,
    /// 受理数: accepted, by the day of acceptance.
    Accepted,
    /// 办结数: closed, by the day of closing.
    Closed,
    /// Closed and decided on or before the date given.
    OnTime,
    /// Closed and decided before the date given; part of [`Metric::OnTime`].
    Early,
    /// Closed and decided after the date given.
    Late,
    /// Left the house, whether closed, not accepted or withdrawn: open = received − ended. The bucket is
    /// the day of submission ([`day_number`](super::day_number)), so that what is open can be told by its age.
    Ended,
    /// Closed, with the working days from acceptance to decision as bucket: gives the median.
    HandlingDays,
    /// Clock running, by the day on which it is due: what is past due is a sum of days before today.
    Due,
    /// 补正: corrections asked for, by the request.
    Corrections,
    /// With at least one request for corrections, by the day of submission.
    Corrected,
    /// 一次告知: with exactly one request for corrections, by the day of submission.
    CorrectedOnce,
    /// 不予受理.
    NotAccepted,
    /// 准予.
    Granted,
    /// 不予许可.
    Refused,
    /// 撤回.
    Withdrawn,
    /// 视为受理: nobody answered in time.
    Deemed,
    /// 容缺受理.
    Deferred,
    /// Corrections asked for that could have been asked for the time before.
    RepeatedCorrections,
    /// 特别程序 begun.
    Suspended,
    /// 延期 approved.
    Extended,
    /// 退回: steps sent back, by the step.
    Returned,
    /// 环节意见: steps answered, by the answer.
    Opinions,
    /// 秒批: decided by rule.
    Automatic,
    /// 转人工: what a rule decided was opened again.
    Reopened,
    /// 视为放弃.
    Abandoned,
    /// 终止.
    Terminated,
    /// 作废.
    Voided,
    /// What came of it, by the day of submission; the part is a [`Fate`](super::Fate).
    Resulted,
    /// A stage passed, by the day on which it ended; the part is a [`Stage`](super::Stage), the bucket the
    /// day on which it began ([`day_number`](super::day_number)).
    Passed,
}

impl Metric {
    /// Every metric.
    pub const ALL: [Self; 30] = [
        Self::Received,
        Self::Accepted,
        Self::Closed,
        Self::OnTime,
        Self::Early,
        Self::Late,
        Self::Ended,
        Self::HandlingDays,
        Self::Due,
        Self::Corrections,
        Self::Corrected,
        Self::CorrectedOnce,
        Self::NotAccepted,
        Self::Granted,
        Self::Refused,
        Self::Withdrawn,
        Self::Deemed,
        Self::Deferred,
        Self::RepeatedCorrections,
        Self::Suspended,
        Self::Extended,
        Self::Returned,
        Self::Opinions,
        Self::Automatic,
        Self::Reopened,
        Self::Abandoned,
        Self::Terminated,
        Self::Voided,
        Self::Resulted,
        Self::Passed,
    ];

    /// The name in storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Closed => "closed",
            Self::OnTime => "on_time",
            Self::Early => "early",
            Self::Late => "late",
            Self::Ended => "ended",
            Self::HandlingDays => "handling_days",
            Self::Due => "due",
            Self::Corrections => "corrections",
            Self::Corrected => "corrected",
            Self::CorrectedOnce => "corrected_once",
            Self::NotAccepted => "not_accepted",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Deemed => "deemed",
            Self::Deferred => "deferred",
            Self::RepeatedCorrections => "repeated_corrections",
            Self::Suspended => "suspended",
            Self::Extended => "extended",
            Self::Returned => "returned",
            Self::Opinions => "opinions",
            Self::Automatic => "automatic",
            Self::Reopened => "reopened",
            Self::Abandoned => "abandoned",
            Self::Terminated => "terminated",
            Self::Voided => "voided",
            Self::Resulted => "resulted",
            Self::Passed => "passed",
        }
    }

    /// Reads a stored name back.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.as_str() == text)
    }
}
