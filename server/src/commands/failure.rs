//! Why a command ends early, and with which code.

use std::process::ExitCode;

/// Told in one sentence on standard error.
#[derive(Debug)]
pub(super) enum Failure {
    /// A wrong setting or a wrong file: whoever calls can mend it. Code 2.
    Usage(anyhow::Error),
    /// Something that should work did not. Code 1.
    Fault(anyhow::Error),
    /// The command did its work, and the verdict, printed already, is bad. Code 1.
    Verdict,
}

impl Failure {
    /// A fault of the backend with its causes, which name no personal data.
    pub(super) fn backend(error: backend::Error) -> Self {
        let causes = error.causes().join(": ");
        let at = error.at();
        Self::Fault(if causes.is_empty() {
            anyhow::anyhow!("{error} (at {at})")
        } else {
            anyhow::anyhow!("{error}: {causes} (at {at})")
        })
    }

    pub(super) fn tell(self) -> ExitCode {
        let (error, code) = match self {
            Self::Usage(error) => (error, 2),
            Self::Fault(error) => (error, 1),
            Self::Verdict => return ExitCode::from(1),
        };
        eprintln!("yihao: {error:#}");
        ExitCode::from(code)
    }
}

impl From<backend::Error> for Failure {
    fn from(error: backend::Error) -> Self {
        Self::backend(error)
    }
}
