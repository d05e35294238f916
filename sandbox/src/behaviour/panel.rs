//! Links that log in to a control panel, once.

use super::Call;
use crate::value::Val;

/// Makes a link, if the service is in use and has the panel.
pub(super) fn link(call: &mut Call<'_>, module: &str, panel: Option<&str>, host: &str) -> Val {
    let id = call.int("id");
    let has_panel = |extra: &str| panel.is_none_or(|panel| extra.contains(panel));
    let usable = call.state.modules.is_active(module, id)
        && call
            .state
            .modules
            .find(module, id)
            .is_some_and(|row| has_panel(row.text_named("extra")));
    if !usable {
        return call.error("Invalid Website Passed");
    }
    let (session, token) = (call.state.dice.hex(10), call.state.dice.hex(32));
    call.ok(format!(
        "https://{host}:2083/cpsess{session}/login/?session=demo%3a{token}&x=1"
    ))
}
