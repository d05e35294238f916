//! The way into the control panel of backup storage.

use super::{Behaviour, panel};

pub(super) const TABLE: &[(&str, Behaviour)] =
    &[("api_api_auto_directadmin_storage_login", |call| {
        panel::link(
            call,
            "backups",
            Some("directadmin"),
            "da-storage.example.com",
        )
    })];
