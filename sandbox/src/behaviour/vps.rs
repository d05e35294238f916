//! VPSs: control, backups, screenshots. Orders are in the file beside.

mod orders;

use std::time::Duration;

use super::{Behaviour, Call};
use crate::state::modules::is_active;
use crate::state::time::Event;
use crate::value::Val;

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_vps_queue_start", |call| queue(call, &[(2, "running")])),
    ("api_vps_queue_stop", |call| queue(call, &[(2, "stopped")])),
    ("api_vps_queue_restart", |call| {
        queue(call, &[(1, "restarting"), (3, "running")])
    }),
    ("api_vps_queue_backup", queue_backup),
    ("api_vps_backup_delete", delete_backup),
    ("api_get_vps_backups", |call| {
        call.state.backups.clone().into()
    }),
    ("get_vps_slice_types", |call| {
        call.state.catalogue.slice_types.clone().into()
    }),
    ("get_vps_locations_array", |call| {
        call.state.catalogue.locations.clone().into()
    }),
    ("get_vps_templates", |call| {
        call.state.catalogue.templates.clone().into()
    }),
    ("get_vps_platforms_array", |call| {
        call.state.catalogue.platforms.clone().into()
    }),
    ("api_api_validate_buy_vps", orders::validate),
    ("api_api_buy_vps", orders::buy),
    ("api_api_buy_vps_admin", orders::buy_on_host),
    ("api_vps_screenshot", screenshot),
    ("api_vps_get_server_name", host_name),
];

/// How long a backup takes.
const BACKUP: Duration = Duration::from_secs(30);

const NOT_YOURS: &str = "That VPS Does Not Belong To You";

/// The number of the VPS that is meant, if it can be worked on.
fn usable(call: &Call<'_>) -> Result<i64, Val> {
    let id = call.int("id");
    match call.state.modules.find("vps", id) {
        None => Err(call.error(NOT_YOURS)),
        Some(row) if !is_active(row) => Err(call.error("That VPS Is Not Active")),
        Some(_) => Ok(id),
    }
}

/// Queues changes of the state that a VPS shows, each after so many seconds.
fn queue(call: &mut Call<'_>, changes: &[(u64, &'static str)]) -> Val {
    let vps = match usable(call) {
        Ok(vps) => vps,
        Err(refusal) => return refusal,
    };
    call.state.queue.forget_status(vps);
    for (seconds, status) in changes {
        let event = Event::ServerStatus { vps, status };
        call.state.after(Duration::from_secs(*seconds), event);
    }
    call.ok("Queued")
}

fn queue_backup(call: &mut Call<'_>) -> Val {
    let vps = match usable(call) {
        Ok(vps) => vps,
        Err(refusal) => return refusal,
    };
    let name = call.text("name");
    if name.trim().is_empty() {
        return call.error("A Backup Needs A Name");
    }
    let mut backups = call.state.backups.iter();
    if backups.any(|row| row.int("id") == vps && row.text("name") == name) {
        return call.error("There Is A Backup Of That Name");
    }
    call.state.after(BACKUP, Event::Backup { vps, name });
    call.ok("Queued")
}

fn delete_backup(call: &mut Call<'_>) -> Val {
    let (id, name) = (call.int("id"), call.text("name"));
    if call.state.modules.find("vps", id).is_none() {
        return call.error(NOT_YOURS);
    }
    let before = call.state.backups.len();
    call.state
        .backups
        .retain(|row| row.int("id") != id || row.text("name") != name);
    if call.state.backups.len() < before {
        call.ok("Backup Deleted")
    } else {
        call.error("There Is No Backup Of That Name")
    }
}

fn screenshot(call: &mut Call<'_>) -> Val {
    let id = call.int("id");
    let Some(row) = call.state.modules.find("vps", id) else {
        return call.error(NOT_YOURS);
    };
    let shows = is_active(row)
        && row.text("vps_platform") == "kvm"
        && row.text("vps_server_status") == "running";
    if !shows {
        return call.error("Your VPS has no screenshots currently.");
    }
    let url = format!(
        "https://sandbox.example.com/screenshot.php?id={id}&t={}",
        call.state.clock.seconds()
    );
    call.reply("ok", "")
        .with("link", format!("<a href=\"{url}\">screenshot</a>"))
        .with(
            "js",
            format!("document.getElementById('screenshot').src = '{url}';"),
        )
        .with("url", url)
        .into()
}

/// Null for a host that there is not.
fn host_name(call: &mut Call<'_>) -> Val {
    let name = call.state.hosts.get(&call.int("id"));
    name.cloned().into()
}
