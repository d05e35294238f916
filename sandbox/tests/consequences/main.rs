//! What calls change: seen through the client, without a network and without waiting.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod dns;
mod money;
mod orders;
mod services;
mod support;
mod vps;

use std::time::Duration;

use interserver::{Client, VpsOrder};
use interserver_sandbox::Sandbox;

fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    (sandbox, client)
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

const VPS: i64 = 10001;

async fn server_status(client: &Client) -> String {
    client
        .vps()
        .get(VPS)
        .await
        .unwrap()
        .server_status
        .unwrap()
        .to_string()
}

async fn order(client: &Client) -> VpsOrder {
    let templates = client.vps().templates().await.unwrap();
    let template = templates
        .iter()
        .find(|template| template.file.as_deref() == Some("centos-7-x86_64.tar.gz"))
        .unwrap();
    VpsOrder {
        platform: "openvz".to_owned(),
        hostname: "fresh.example.com".to_owned(),
        root_password: "Str0ng-enough".into(),
        ..VpsOrder::for_template(template)
    }
}
