//! Each rule, by table.
