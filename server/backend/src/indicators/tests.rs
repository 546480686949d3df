//! Indicators, counted anew.
