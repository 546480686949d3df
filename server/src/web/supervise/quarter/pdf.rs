//! The report on paper.

pub(super) mod paper;

use super::{address, told};
use crate::state::AppState;
use crate::web::context::{Context, Width};
use crate::web::error::PageError;
use app::lang::Lang;
use app::pages::public::search::encoded;
use app::pages::public::trouble::Trouble;
use app::pages::supervise::quarter::{QuarterPage, Report, name, quarter as view};
use app::shell::Area;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse as _, Response};
use backend::Error;
use domain::permission::Role;
use http::{HeaderValue, StatusCode, header};
use papers::{Paper, PaperError, Press, Template};
use std::sync::OnceLock;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::spawn_blocking;

/// Papers printed at once: each takes a core for a second.
static ROOM: Semaphore = Semaphore::const_new(2);
/// When to ask again while both are taken, in seconds.
const WAIT: u64 = 5;
/// With the fonts of the machine, once they are found.
static PRESS: OnceLock<Press> = OnceLock::new();

pub(in crate::web::supervise) async fn download(
    context: Context,
    State(state): State<AppState>,
    RawQuery(raw): RawQuery,
) -> Result<Response, PageError> {
    let actor = context.require(Role::Supervisor)?.actor();
    let permit =
        ROOM.try_acquire().map_err(|_| PageError::Trouble(Trouble::Unavailable { seconds: WAIT }))?;
    let (services, lang) = (&state.services, context.lang);
    let asked = address::asked(services, raw.as_deref()).await?;
    let report = match told(services, &actor, lang, &asked).await? {
        Ok(report) => report,
        Err(sentence) => return Ok(refused(&context, &asked, StatusCode::UNPROCESSABLE_ENTITY, sentence)),
    };
    let title = report.title.clone();
    match printed(lang, report, permit).await? {
        Ok(paper) => answer(&title, paper),
        Err(PaperError::NoChineseFont) => {
            tracing::error!("no Chinese font on this machine: the quarter's report cannot be printed");
            Ok(refused(&context, &asked, StatusCode::SERVICE_UNAVAILABLE, no_font(lang)))
        }
        Err(error @ (PaperError::Data(_) | PaperError::Setting(_))) => Err(Error::internal(error).into()),
    }
}

/// Prints on a thread that may be held; the place is free again when it is done, whoever still waits.
async fn printed(
    lang: Lang,
    report: Report,
    permit: SemaphorePermit<'static>,
) -> Result<Result<Paper, PaperError>, PageError> {
    let print = move || {
        let _kept = permit;
        press()?.print(Template::Report, &paper::paper(lang, &report))
    };
    spawn_blocking(print).await.map_err(|error| Error::internal(error).into())
}

/// Fonts may be installed while the portal runs: not having found one is not kept.
fn press() -> Result<&'static Press, PaperError> {
    match PRESS.get() {
        Some(press) => Ok(press),
        None => {
            let press = Press::new()?;
            Ok(PRESS.get_or_init(|| press))
        }
    }
}

fn answer(title: &str, paper: Paper) -> Result<Response, PageError> {
    let name = encoded(&format!("{title}.pdf"));
    let disposition =
        HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{name}")).map_err(Error::internal)?;
    let mut response = paper.pdf.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}

/// The page with a sentence in place of the paper.
pub(super) fn refused(
    context: &Context,
    asked: &address::Asked,
    status: StatusCode,
    sentence: String,
) -> Response {
    let lang = context.lang;
    let page = QuarterPage { lang, period: asked.period, choices: Vec::new(), told: Err(sentence) };
    let frame = context.frame(Area::Supervise, name(lang, asked.period), Width::Full);
    Context::html(status, frame, move || view(page))
}

fn no_font(lang: Lang) -> String {
    lang.t(
        "服务器上没有中文字体，打印不了 PDF。请管理员安装“Noto Sans CJK SC”（软件包 fonts-noto-cjk）后再试；网页和 XLSX 照常可用。",
        "The server has no Chinese font, so it cannot print a PDF. Ask the administrator to install Noto Sans CJK SC (package fonts-noto-cjk) and try again. The page and the XLSX file work as usual.",
    )
    .to_owned()
}
