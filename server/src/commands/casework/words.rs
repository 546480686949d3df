//! What stands around the table.

use domain::case::{DELIVERY_LIMIT, RECEIPT_LIMIT};

pub(super) const INTRODUCTION: &str = "\
# Casework

How a case (办件) goes from the draft to the archive. This page is printed by `yihao casework` from the
table that the rules obey (`app/domain/src/case/table/row.rs`); a test fails where the two differ.

One function, `domain::case::decide`, makes the events of a case, or says why an action cannot be done.
What is refused changes nothing. Pages offer what `domain::case::available` finds by the same checks.
Every item has a process (办理规程): its steps, what corrections do to the clock, whether something may
follow (容缺), how long it may be extended, whether a rule decides (秒批). A case keeps the process and
the limits that were in force on the day it was sent in.
";

pub(super) const STATES: &str = "\
Which action leads out of each status, and where to. What is not listed leaves the status as it is.
";

pub(super) const ACTIONS: &str = "\
A case in somebody's hands is done by them, by a colleague who stands in while they are absent, or, after
分派, by whom the head names. The reviewer and the head are those of the department that decides; a
department is asked once a step of the process opens for it.

| Action | From | Who | To | Clock | Document | Law |
|---|---|---|---|---|---|---|";

/// What time does by itself, and whom it is told to.
pub(super) fn clocks() -> String {
    format!("{}\n{ALARMS}", duties())
}

fn duties() -> String {
    let (receipt, delivery) = (RECEIPT_LIMIT.value, DELIVERY_LIMIT.value);
    format!(
        "\
## What the clock does

The day of an event is day 0. Limits in working days skip weekends and holidays and count make-up days
(调休); days of a special procedure (特别程序), from its first day up to the day before it ends, do not
count. While it lasts there is no date.

- Receipt clock: {receipt} working days from the day of receipt. Corrections stop it; the full answer starts it
  anew, or, where the process says so, lets it run on.
- 视为受理: the day after the receipt clock's last day the portal accepts the case, from the day of
  receipt, or of the full answer. The handling clock may be late on that very day.
- 视为放弃: the day after the last day to answer corrections the portal closes what was not answered.
- 终止: the day after the last day to bring what was to follow (容缺) the portal terminates the case,
  even while the handling clock stands still.
- Handling clock: from acceptance to the decision, by the promise and by the statute. An extension (延期)
  adds working days to both, once.
- Delivery: {delivery} working days from the decision.
- 转人工: within 60 days of a decision by rule; a new handling clock starts.
- 期限重算: when the calendar changes, every date not yet past its use is counted anew, and an event is
  written where one moved.
"
    )
}

const ALARMS: &str = "\
## What is told, and to whom

An alarm is known by what it is about, whom it is for, in which department, and the date it rests on:
told once, and anew only when the date moves. Alarms are told on working days; what falls on a day off
waits for the next. A late step is told to the department that was asked, all else to the one that decides.

| Alarm | Holder | Head | Supervisor |
|---|---|---|---|
| `receipt_near` receipt clock ends | its last day | — | — |
| `deemed` 视为受理 | — | the day it is known | the day it is known |
| `correction_repeated` asked for what could have been told before | — | the same day | the same day |
| `yellow` 黄 near the promise, or the statute where nothing is promised | the day the light turns | the last day | — |
| `red` 红 past the promise | the day after | the day after | 3 working days after |
| `black` 黑 past the statute | the day after | the day after | the day after |
| `step_late` 环节超期 | the day after its limit | the day after its limit | — |
| `special_long` 特别程序 longer than the applicant was told | the day after | the day after | 3 working days after |
| `extension_waiting` 延期 waits for the head | — | the same day | 2 working days after |
| `delivery_late` 送达超期 | the day after | the day after | — |
| `unverified` 承诺核查 is due | its last day | the day after | — |

Yellow: 2 working days or a fifth of the limit are left. Lights and steps are told while the handling
clock runs; the length of a special procedure while it lasts; delivery until it is delivered or closed.
`deemed` and `correction_repeated` stay told wherever the case goes.
";
