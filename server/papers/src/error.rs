//! Why there is no paper.

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// No font of the machine can write Chinese: whoever runs the portal has to install one.
    #[error("no Chinese font on this machine: install Noto Sans CJK SC (fonts-noto-cjk)")]
    NoChineseFont,
    /// The data cannot be written as JSON.
    #[error("the data of the paper cannot be written: {0}")]
    Data(#[from] serde_json::Error),
    /// Template and data do not fit: a fault of the program.
    #[error("the paper cannot be set: {0}")]
    Setting(String),
}
