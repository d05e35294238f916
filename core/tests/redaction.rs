//! What is secret shows nowhere: not in logs, not in errors, not in what `Debug` prints.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::cell::RefCell;
use std::io;
use std::sync::Once;

use interserver::{Client, ErrorKind, Secret, VpsOrder};
use interserver_sandbox::{Fault, PASSWORD, Sandbox};
use support::{Played, envelope};
use tracing::level_filters::LevelFilter;

const ROOT_PASSWORD: &str = "aB3$efgh!root";

thread_local! {
    /// What was logged in this thread, which is one test's.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Everything that the library says while something is done, at the most talkative level.
///
/// One subscriber serves the whole process: `tracing` remembers for each place in the code whether
/// anyone listens, and tests that come and go with subscribers of their own would disturb each other.
fn logged<T>(work: impl Future<Output = T>) -> (T, String) {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Log)
            .init();
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    LOG.take();
    let result = runtime.block_on(work);
    (result, String::from_utf8(LOG.take()).unwrap())
}

async fn order(client: &Client) -> VpsOrder {
    let templates = client.vps().templates().await.unwrap();
    VpsOrder {
        hostname: "web9.example.com".into(),
        root_password: ROOT_PASSWORD.into(),
        ..VpsOrder::for_template(&templates[0])
    }
}

#[test]
fn logs_name_what_happens_and_hold_no_secret() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let (session, log) = logged(async {
        let order = order(&client).await;
        client.vps().validate(&order).await.unwrap();
        client.vps().buy(&order).await.unwrap();
        client.vps().list().await.unwrap();
        client.domains().list().await.unwrap();
        client.ssl().list().await.unwrap();
        sandbox.fail(
            "vps.list",
            Fault::Status {
                code: 503,
                retry_after: None,
            },
            1,
        );
        client.vps().list().await.unwrap();
        client.session().unwrap()
    });
    for said in [
        "api_login",
        "api_api_buy_vps",
        "status=200",
        "status=503",
        "number=2",
        "milliseconds=",
        "received_bytes=",
        "trying again",
        "web9.example.com",
    ] {
        assert!(log.contains(said), "the log does not say {said}");
    }
    for secret in [PASSWORD, ROOT_PASSWORD, session.expose(), "Seed-Passw0rd!"] {
        // The password of the account is a common word; it counts as an element's content.
        let content = format!(">{secret}<");
        assert!(!log.contains(&content), "the log shows {secret}");
        assert!(
            secret == PASSWORD || !log.contains(secret),
            "the log shows {secret}"
        );
    }
}

#[test]
fn warnings_name_the_field_and_not_what_it_holds() {
    let row = "<return><item><vps_id>1</vps_id><vps_slices>s3cret-here</vps_slices></item>\
               <item><vps_id>none-s3cret</vps_id></item></return>";
    let played = Played::recorded(200, None, envelope(row));
    let (list, log) = logged(async { played.client().vps().list().await.unwrap() });
    assert_eq!(list.len(), 1, "a row without a number is left out");
    assert_eq!(list[0].slices, None);
    assert_eq!(
        list[0].other.get("vps_slices").and_then(|v| v.as_str()),
        Some("s3cret-here")
    );
    assert!(log.contains("WARN") && log.contains("Vps.slices"), "{log}");
    assert!(!log.contains("s3cret"), "{log}");
}

#[tokio::test]
async fn records_and_orders_mask_what_they_hold() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let mut printed = String::new();
    let vps = client.vps().list().await.unwrap();
    let with_password = vps.iter().find(|vps| {
        vps.root_password
            .as_ref()
            .is_some_and(|secret| !secret.is_empty())
    });
    let root_password = with_password.unwrap().root_password.clone().unwrap();
    printed += &format!("{vps:?} {vps:#?}");
    let order = order(&client).await;
    printed += &format!("{order:?}");
    let quote = client.vps().validate(&order).await.unwrap();
    assert_eq!(
        quote.root_password,
        Some(Secret::from(ROOT_PASSWORD)),
        "it is there on access"
    );
    printed += &format!("{quote:?} {:?}", client.vps().buy(&order));
    let login = client.webhosting().list().await.unwrap()[0].id;
    let login = client.webhosting().cpanel_login(login).await.unwrap();
    printed += &format!("{login:?} {client:?} {:?}", client.session());
    for secret in [
        root_password.expose(),
        ROOT_PASSWORD,
        login.url.as_ref().unwrap().expose(),
        client.session().unwrap().expose(),
    ] {
        assert!(!printed.contains(secret), "{secret} shows");
    }
    let json = serde_json::to_string(&vps).unwrap();
    assert!(json.contains(root_password.expose()), "JSON is data");
}

#[tokio::test]
async fn unknown_fields_and_extra_data_are_masked() {
    let body = "<return><vps_id>1</vps_id><vps_extra>a:1:{s:8:\"rootpass\";s:7:\"s3cret1\";}</vps_extra>\
                <vps_new>s3cret2</vps_new></return>";
    let client = Played::recorded(200, None, envelope(body)).client();
    let vps = client.vps().get(1).await.unwrap();
    let extra = vps.extra.as_ref().unwrap();
    assert_eq!(extra.get("rootpass").unwrap().as_str(), Some("s3cret1"));
    assert_eq!(vps.other.get("vps_new").unwrap().as_str(), Some("s3cret2"));
    let printed = format!("{vps:?} {vps:#?} {:?} {:?}", extra.value(), vps.other);
    assert!(
        printed.contains("rootpass") && printed.contains("vps_new"),
        "{printed}"
    );
    assert!(!printed.contains("s3cret"), "{printed}");
}

#[tokio::test]
async fn errors_mask_bodies_and_builders_mask_credentials() {
    let body = b"<html>session 1400d4e56fe72cd483fb5d5328fb2779 s3cret</html>".to_vec();
    let client = Played::recorded(500, None, body).client();
    let error = client.vps().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Http);
    let head = error.body_head().unwrap();
    assert!(head.expose().contains("s3cret"), "it is there on access");
    let printed = format!(
        "{error} {error:?} {error:#?} {}",
        serde_json::to_string(&error).unwrap()
    );
    assert!(!printed.contains("s3cret"), "{printed}");

    let builder = Client::builder()
        .credentials("you@example.com", "s3cret")
        .session("s3cret")
        .proxy("http://user:s3cret@127.0.0.1:8080");
    assert!(!format!("{builder:?}").contains("s3cret"));
    let error = builder.proxy("://s3cret").build().unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("s3cret"),
        "{error:?}"
    );
}
