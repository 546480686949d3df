//! 事项 and 窗口 behind each number, in plain SQL: one condition for the number and for its list.

use domain::indicator::catalogue::Fact;

/// 依申请事项 in force: what the denominators of the catalogue count (GB/T 39046 A.1).
pub(super) const IN_FORCE: &str =
    "item.state = 'active' AND item.type_code IN ('01', '05', '07', '08', '09', '10', '20')";

const IN_HALL: &str = "EXISTS (SELECT 1 FROM implementation i WHERE i.item_id = item.id AND i.active \
    AND i.hall_id IS NOT NULL)";
const AT_GENERAL_WINDOW: &str = "item.one_window AND EXISTS (SELECT 1 FROM implementation i \
    WHERE i.item_id = item.id AND i.active AND i.hall_id IS NOT NULL)";
const BY_NUMBER: &str = "NOT EXISTS (SELECT 1 FROM material m WHERE m.item_id = item.id AND m.required \
    AND m.certificate_code IS NULL AND m.data_share IS NULL)";
const LIMITED: &str =
    "item.legal_unit = 'workday' AND item.promise_unit = 'workday' AND item.legal_value > 0";
const REQUIRED: &str = "(SELECT COUNT(*) FROM material m WHERE m.item_id = item.id AND m.required)";
const FETCHED: &str = "(SELECT COUNT(*) FROM material m WHERE m.item_id = item.id AND m.required \
    AND (m.certificate_code IS NOT NULL OR m.data_share IS NOT NULL))";

/// The conditions, each written once.
const CONDITIONS: &[(Fact, &str)] = &[
    (Fact::ItemsOnline, "item.online"),
    (Fact::ItemsFullyOnline, "item.fully_online"),
    (Fact::ItemsOneVisit, "item.visits <= 1"),
    (Fact::ItemsNoVisit, "item.visits = 0"),
    (Fact::ItemsInstant, "item.case_kind = 'instant'"),
    (Fact::ItemsLimited, LIMITED),
    (Fact::ItemsPromised, LIMITED),
    (Fact::ItemsStatutory, LIMITED),
    (Fact::ItemsInHall, IN_HALL),
    (Fact::ItemsAtGeneralWindow, AT_GENERAL_WINDOW),
    (Fact::ItemsByNumber, BY_NUMBER),
    (Fact::ItemsNearby, "item.nearby"),
    (Fact::ItemsSameCity, "item.same_city"),
    (Fact::ItemsCrossProvince, "item.cross_province"),
    (Fact::ItemsByRule, "item.instant_approval"),
    (Fact::ItemsWithoutApplication, "item.no_application"),
    (Fact::Licences, "item.type_code = '01'"),
    (Fact::LicenceItemsOnline, "item.type_code = '01' AND item.online"),
    (Fact::PublicServices, "item.type_code = '20'"),
    (Fact::PublicServicesOnline, "item.type_code = '20' AND item.online"),
    (Fact::SocialItems, "item.theme = '社会保障'"),
    (Fact::SocialNearby, "item.theme = '社会保障' AND item.nearby"),
    (Fact::SocialOnline, "item.theme = '社会保障' AND item.online"),
    (Fact::GeneralWindows, "one.kind = 'general'"),
];

/// Which items or windows a number counts, of those in force or open.
pub(super) fn condition(fact: Fact) -> &'static str {
    CONDITIONS.iter().find(|(one, _)| *one == fact).map_or("1 = 1", |(_, condition)| *condition)
}

/// What each adds to a sum; 1 to a number.
pub(super) fn amount(fact: Fact) -> &'static str {
    match SUMS.iter().find(|(one, _)| *one == fact) {
        Some((_, amount)) => amount,
        None => "1",
    }
}

const SUMS: &[(Fact, &str)] = &[
    (Fact::ItemsPromised, "item.promise_value"),
    (Fact::ItemsStatutory, "item.legal_value"),
    (Fact::ItemMaterials, REQUIRED),
    (Fact::ItemMaterialsFetched, FETCHED),
];
