//! Watch on both databases: what is found once and never twice, who may, and what becomes of orders.

mod city;
mod found;
mod orders;
mod rules;
