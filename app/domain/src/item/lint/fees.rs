//! What is charged.

use super::{Fee, Finding, Rule, said};

pub(super) fn check(fee: &Fee, findings: &mut Vec<Finding>) {
    if fee.charged { charged(fee, findings) } else { free(fee, findings) }
}

fn charged(fee: &Fee, findings: &mut Vec<Finding>) {
    let parts = [
        (Rule::FeeBasis, "fee_basis", &fee.basis),
        (Rule::FeeItems, "fee_items", &fee.items),
        (Rule::FeeStandard, "fee_standard", &fee.standard),
    ];
    for (rule, field, part) in parts {
        if said(part.as_deref()).is_none() {
            findings.push(Finding::error(rule, field));
        }
    }
    if fee.pay_online.is_none() {
        findings.push(Finding::warning(Rule::FeePayment, "pay_online"));
    }
}

fn free(fee: &Fee, findings: &mut Vec<Finding>) {
    if fee.pay_online == Some(true) {
        findings.push(Finding::error(Rule::FreePayment, "pay_online"));
    }
}
