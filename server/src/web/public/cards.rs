//! From the catalogue's cards and the lists of cases to lines of pages.

use app::lang::Lang;
use app::pages::citizen::my::CaseLine;
use app::pages::public::home::HallLine;
use app::ui::item_card::ItemLine;
use app::ui::timeline::Next;
use backend::cases::CaseRow;
use backend::catalogue::ItemCard;
use backend::organisation::Hall;

/// An item of a list.
pub fn item_line(lang: Lang, card: &ItemCard) -> ItemLine {
    ItemLine {
        id: card.id.clone(),
        name: lang.pick(&card.name, &card.name_en).to_owned(),
        summary: String::new(),
        department: lang.pick(&card.department, &card.department_en).to_owned(),
        kind: card.kind,
        promised: card.promise(),
        charged: card.charged,
        visits: card.visits,
        online: card.flags.online,
    }
}

/// A case of a list.
pub fn case_line(lang: Lang, row: &CaseRow) -> CaseLine {
    CaseLine {
        case_no: row.case_no.clone(),
        item_name: lang.pick(&row.item_name, &row.item_name_en).to_owned(),
        next: Next {
            receipt_due: row.reply_by.or(row.next_due),
            special: row.special.map(|special| (special.procedure, special.expected)),
            owed_by: row.owed_by,
            due: row.promised_due.or(row.statutory_due),
            ..Next::at(row.status, lang.pick(&row.department, &row.department_en))
        },
        outcome: row.outcome,
        submitted_at: row.submitted_at,
    }
}

/// A hall with its hours.
pub fn hall_line(lang: Lang, hall: &Hall) -> HallLine {
    HallLine {
        name: lang.pick(&hall.name, &hall.name_en).to_owned(),
        address: lang.pick(&hall.address, &hall.address_en).to_owned(),
        hours: lang.pick(&hall.hours, &hall.hours_en).to_owned(),
        phone: hall.phone.clone(),
    }
}
