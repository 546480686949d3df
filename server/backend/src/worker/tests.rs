//! Proofs of the whole engine on both databases: a year of a busy city watched from outside, and
//! random histories written and read back.

mod acts;
mod book;
mod city;
mod days;
mod earlier;
mod histories;
mod moved;
mod told;
mod watch;
mod year;
