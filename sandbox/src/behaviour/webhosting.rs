//! The way into the control panels of websites.

use super::{Behaviour, panel};

pub(super) const TABLE: &[(&str, Behaviour)] = &[
    ("api_api_auto_cpanel_login", |call| {
        panel::link(call, "webhosting", Some("cpanel"), "cpanel.example.com")
    }),
    ("api_api_auto_directadmin_login", |call| {
        panel::link(call, "webhosting", Some("directadmin"), "da.example.com")
    }),
];
