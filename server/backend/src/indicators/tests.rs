//! Indicators of a small city counted by hand, and of the demonstration city counted anew.

mod demo;
mod house;
mod reported;
mod small;
mod targets;
