//! The receipt of a case, as both the citizen's page and the counter's show it.

use super::dates;
use crate::state::AppState;
use app::lang::Lang;
use app::ui::receipt::Receipt;
use backend::cases::CaseView;
use backend::drafts::Manner;
use backend::persons::mask_name;
use backend::{Services, intake};
use domain::item::CaseKind;
use http::{HeaderMap, header};
use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around a QR code (ISO/IEC 18004 asks for four).
const QUIET: i32 = 4;

/// What stands on the receipt; `origin` is the portal's public address, for the QR code.
pub fn receipt(
    services: &Services,
    lang: Lang,
    origin: &str,
    case: &CaseView,
    receipt: &intake::Receipt,
    phone: &str,
) -> Receipt {
    let (qr_path, qr_size) = qr(&tracking_address(origin, receipt)).unwrap_or_default();
    let start = lang.t("收件", "Received");
    let came = case.materials.iter().filter(|material| material.manner != Manner::Missing);
    // Once it is accepted, the days are counted from there, with all that stopped or lengthened them.
    let counted = match case.case.accepted_on {
        Some(_) => dates::why_of_case(services, lang, &case.case, case.promised.as_ref()),
        None => dates::why(
            services,
            receipt.receipt_day,
            case.case.limits.promised,
            case.promised.as_ref(),
            start,
        ),
    };
    let due = receipt.promised_due.or(receipt.statutory_due);
    Receipt {
        case_no: receipt.case_no.clone(),
        query_code: receipt.query_code.clone(),
        qr_path,
        qr_size,
        item_name: lang.pick(&case.item_name, &case.item_name_en).to_owned(),
        applicant: format!("{} {}", mask_name(&case.applicant.name), case.applicant.masked_number),
        body: receipt.route.body.clone(),
        route_reason: lang.t(receipt.route.reason_zh(), receipt.route.reason_en()),
        submitted_at: receipt.received_at,
        receipt_due: case.case.receipt_due,
        due: due.filter(|_| case.case.kind == CaseKind::Promise),
        why: counted,
        materials: came.map(|material| material.name.clone()).collect(),
        next: next_steps(lang, case, receipt),
        phone: phone.to_owned(),
        place: [case.hall.clone(), case.window.clone()].into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

/// The portal's public address: the setting, or where this request was sent to.
pub fn origin(state: &AppState, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1");
    state.config.origin.clone().unwrap_or_else(|| format!("http://{host}"))
}

fn tracking_address(origin: &str, receipt: &intake::Receipt) -> String {
    format!("{origin}/track?case_no={}&query_code={}", receipt.case_no, receipt.query_code)
}

fn next_steps(lang: Lang, case: &CaseView, receipt: &intake::Receipt) -> Vec<String> {
    let body = &receipt.route.body;
    let mut steps = Vec::new();
    if case.case.work.automatic {
        steps.push(lang.t(
            "条件都符合，已当场办好（秒批）；要工作人员重新看，可以转人工。".to_owned(),
            "Every condition is met: granted at once by rule. You may ask for a person instead.".to_owned(),
        ));
    } else if case.case.kind == CaseKind::Instant {
        steps.push(lang.t(
            format!("{body}收到后当场办理，办好短信通知您。"),
            format!("{body} handles it at once and tells you by text message."),
        ));
    } else {
        if let Some(day) = case.case.receipt_due {
            steps.push(lang.t(
                format!("{body}最晚 {}告知是否受理；缺什么一次说全。", lang.day(day)),
                format!(
                    "{body} tells you by {} whether it is accepted, and all that is missing at once.",
                    lang.day(day)
                ),
            ));
        }
        if let Some(day) = receipt.promised_due.or(receipt.statutory_due) {
            steps.push(lang.t(
                format!("最晚 {}作出决定，短信通知您。", lang.day(day)),
                format!("It decides by {} and tells you by text message.", lang.day(day)),
            ));
        }
    }
    steps.push(lang.t(
        "扫码，或用办件编号和查询码，随时查进度。".to_owned(),
        "Scan the code, or use case number and query code, to track it at any time.".to_owned(),
    ));
    steps
}

/// A QR code as an SVG path on modules, and its size with the quiet zone.
pub fn qr(text: &str) -> Option<(String, u32)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
            }
        }
    }
    u32::try_from(size + 2 * QUIET).ok().map(|size| (path, size))
}
