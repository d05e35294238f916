//! What all orders have in common: coupons, invoices, and a service that is paid.

use rust_decimal::Decimal;

use super::Call;
use crate::state::State;
use crate::state::billing::Charge;

/// A coupon: code, number, what it takes off in percent.
const COUPONS: [(&str, i64, i64); 2] = [("SANDBOX10", 3507, 10), ("SANDBOX50", 3508, 50)];

/// A coupon that was given.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coupon {
    /// Its number; 0 for none.
    pub(super) id: i64,
    percent: i64,
}

impl Coupon {
    /// The coupon of a code. No code is no coupon; one that is not known is an error.
    pub(super) fn find(code: &str) -> Result<Self, String> {
        let code = code.trim();
        if code.is_empty() {
            return Ok(Self::default());
        }
        COUPONS
            .iter()
            .find(|(known, ..)| known.eq_ignore_ascii_case(code))
            .map(|(_, id, percent)| Self {
                id: *id,
                percent: *percent,
            })
            .ok_or_else(|| "Invalid Coupon Code".to_owned())
    }

    /// A price with the coupon taken off.
    pub(super) fn off(self, price: Decimal) -> Decimal {
        (price * Decimal::new(100 - self.percent, 2)).round_dp(2)
    }
}

/// Adds an unpaid invoice for a new service.
pub(super) fn invoice(
    call: &mut Call<'_>,
    module: &str,
    service: i64,
    description: String,
    amount: Decimal,
) -> i64 {
    let clock = call.state.clock;
    call.state.billing.charge(Charge {
        module,
        service,
        description,
        amount,
        repeats: 0,
        date: clock.date(),
        due: clock.date_in(7),
    })
}

/// Brings a service to life that has waited for its payment.
pub(super) fn activate(state: &mut State, module: &str, id: i64) {
    let free = free_ip(state);
    let Some(row) = state.modules.find_mut(module, id) else {
        return;
    };
    if !matches!(row.text_named("status"), "pending" | "suspended") {
        return;
    }
    row.set_named("status", "active");
    if row.has_named("server_status") {
        row.set_named("server_status", "running");
    }
    if matches!(module, "vps" | "quickservers") {
        if row.text_named("ip").is_empty() {
            row.set_named("ip", free);
        }
        if row.text_named("vzid").is_empty() {
            row.set_named("vzid", format!("{module}{id}"));
        }
    }
}

/// An address that no service has.
fn free_ip(state: &State) -> String {
    let taken = |ip: &String| {
        let mut services = state.modules.iter().flat_map(|module| &module.rows);
        services.any(|row| row.text_named("ip") == ip)
    };
    (100..255)
        .map(|last| format!("198.51.100.{last}"))
        .chain((1..255).map(|last| format!("192.0.2.{last}")))
        .find(|ip| !taken(ip))
        .unwrap_or_default()
}
