//! Orders: what can be done as they stand, by whom, and what time makes of them.

use super::super::{Card, Hand, Order, OrderAction, OrderFault, OrderState, remind_on};
use super::story::date;
use crate::calendar::Calendar;

/// Issued on Thursday 2026-03-05, to be answered by Tuesday 03-10.
fn order() -> Order {
    Order::issue(Card::Yellow, 3, date("2026-03-05"), &Calendar::plain()).unwrap()
}

fn after(order: Order, action: OrderAction, hand: Hand, day: &str) -> Result<Order, OrderFault> {
    order.after(action, hand, date(day), &Calendar::plain())
}

fn supervised(order: Order, action: OrderAction) -> Result<Order, OrderFault> {
    after(order, action, Hand::Supervision, "2026-03-06")
}

#[test]
fn the_limit_counts_working_days() {
    assert_eq!(order().reply_by, date("2026-03-10"));
    for days in [0, 31] {
        let refused = Order::issue(Card::Red, days, date("2026-03-05"), &Calendar::plain());
        assert_eq!(refused, Err(OrderFault::Limit));
    }
}

#[test]
fn what_can_be_done_follows_from_where_it_stands() {
    use OrderState::{Accepted, Answered, Closed, Issued, Returned};
    let table = [
        (OrderAction::Answer, Hand::Department, vec![(Issued, Answered), (Returned, Answered)]),
        (OrderAction::Accept, Hand::Supervision, vec![(Answered, Accepted)]),
        (OrderAction::SendBack(2), Hand::Supervision, vec![(Answered, Returned)]),
        (
            OrderAction::Escalate(2),
            Hand::Supervision,
            vec![(Issued, Issued), (Answered, Returned), (Returned, Returned)],
        ),
        (
            OrderAction::Close,
            Hand::Supervision,
            vec![(Issued, Closed), (Answered, Closed), (Returned, Closed), (Accepted, Closed)],
        ),
    ];
    for (action, hand, steps) in table {
        for state in OrderState::ALL {
            let done = after(Order { state, ..order() }, action, hand, "2026-03-06").map(|order| order.state);
            let expected = steps.iter().find(|(from, _)| *from == state).map(|(_, to)| *to);
            assert_eq!(done, expected.ok_or(OrderFault::WrongState), "{action:?} from {state:?}");
            for other in
                [Hand::Department, Hand::Supervision, Hand::Portal].into_iter().filter(|one| *one != hand)
            {
                let refused = after(Order { state, ..order() }, action, other, "2026-03-06");
                assert_eq!(refused, Err(OrderFault::NotYours));
            }
        }
    }
}

#[test]
fn escalated_it_is_red_and_has_a_new_day() {
    let red = supervised(order(), OrderAction::Escalate(1)).unwrap();
    assert_eq!((red.card, red.escalations, red.reply_by), (Card::Red, 1, date("2026-03-09")));
}

#[test]
fn it_is_reminded_of_once_and_lapses_once() {
    assert_eq!(remind_on(date("2026-03-09"), &Calendar::plain()), date("2026-03-06"), "not on a weekend");
    let portal = |order, action, day| after(order, action, Hand::Portal, day);
    assert_eq!(portal(order(), OrderAction::Remind, "2026-03-06"), Err(OrderFault::NotDue));
    let reminded = portal(order(), OrderAction::Remind, "2026-03-09").unwrap();
    assert_eq!(portal(reminded, OrderAction::Remind, "2026-03-10"), Err(OrderFault::NotDue));
    assert_eq!(portal(reminded, OrderAction::Lapse, "2026-03-10"), Err(OrderFault::NotDue));
    let lapsed = portal(reminded, OrderAction::Lapse, "2026-03-11").unwrap();
    assert_eq!((lapsed.card, lapsed.escalations, lapsed.reply_by), (Card::Red, 1, date("2026-03-10")));
    assert_eq!(portal(lapsed, OrderAction::Lapse, "2026-03-12"), Err(OrderFault::NotDue));
    // A new limit is reminded of, and lapses, anew.
    let answered = after(lapsed, OrderAction::Answer, Hand::Department, "2026-03-12").unwrap();
    let back = after(answered, OrderAction::SendBack(1), Hand::Supervision, "2026-03-12").unwrap();
    assert!(portal(back, OrderAction::Remind, "2026-03-12").is_ok());
    assert_eq!(portal(back, OrderAction::Lapse, "2026-03-16").map(|order| order.escalations), Ok(2));
}
