//! What goes wrong on demand, as a client in the same process meets it.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

use std::time::Duration;

use interserver::{Client, ErrorKind, Limit, Outcome, VpsOrder};
use interserver_sandbox::{DeadSession, Fault, Sandbox};

fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    (sandbox, client)
}

fn order() -> VpsOrder {
    VpsOrder {
        template_file: "centos-7-x86_64.tar.gz".to_owned(),
        template_os: "centos".to_owned(),
        platform: "openvz".to_owned(),
        hostname: "fresh.example.com".to_owned(),
        root_password: "Str0ng-enough".into(),
        ..VpsOrder::default()
    }
}

/// Buys with a fault in the way; gives the error and whether the VPS is there.
async fn buy_with(fault: Fault) -> (interserver::Error, bool) {
    let (sandbox, client) = sandbox();
    let mark = client.vps().order_mark().await.unwrap();
    sandbox.fail("vps.buy", fault, 1);
    let error = client.vps().buy(order()).await.unwrap_err();
    assert_eq!(sandbox.count("api_api_buy_vps"), 1, "{error}");
    let found = client.vps().find_order(&order(), mark).await.unwrap();
    (error, found.is_some())
}

#[tokio::test]
async fn a_purchase_has_its_effect_or_not_as_the_fault_says() {
    for (fault, kind, executed) in [
        (Fault::ResetBeforeEffect, ErrorKind::Connect, false),
        (Fault::ResetAfterEffect, ErrorKind::Connect, true),
        (Fault::Cut, ErrorKind::Connect, true),
        (
            Fault::Latency(Duration::from_secs(31)),
            ErrorKind::Timeout,
            true,
        ),
        (
            Fault::Status {
                code: 503,
                retry_after: None,
            },
            ErrorKind::Http,
            false,
        ),
        (Fault::Html500 { executed: false }, ErrorKind::Http, false),
        (Fault::Html500 { executed: true }, ErrorKind::Http, true),
        (Fault::EmptyBody, ErrorKind::Decode, true),
        (Fault::Truncated, ErrorKind::Decode, true),
    ] {
        let (error, found) = buy_with(fault.clone()).await;
        assert_eq!(error.kind(), kind, "{fault:?}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{fault:?}");
        assert_eq!(found, executed, "{fault:?}");
    }
}

#[tokio::test]
async fn a_refused_connection_is_no_request() {
    let (sandbox, client) = sandbox();
    client.authenticate().await.unwrap();
    sandbox.fail("vps.buy", Fault::ConnectionRefused, 1);
    // Nothing was sent, so even a purchase may be tried again.
    client.vps().buy(order()).await.unwrap();
    assert_eq!(sandbox.count("vps.buy"), 1);
}

#[tokio::test]
async fn a_fault_meets_its_operation_only_and_only_so_often() {
    let (sandbox, client) = sandbox();
    let busy = Fault::Status {
        code: 503,
        retry_after: Some(4),
    };
    sandbox.fail("api_vps_get_services", busy, 2);
    client.dns().zone(1).await.unwrap();
    let before = sandbox.now();
    client.vps().list().await.unwrap();
    assert_eq!(sandbox.now() - before, Duration::from_secs(8));
    assert_eq!(sandbox.count("vps.list"), 3);
    let statuses: Vec<_> = sandbox
        .requests()
        .iter()
        .filter(|request| request.operation == "api_vps_get_services")
        .map(|request| (request.status, request.executed))
        .collect();
    assert_eq!(statuses, [(503, false), (503, false), (200, true)]);
}

#[tokio::test]
async fn a_fault_for_all_meets_any_operation() {
    let (sandbox, client) = sandbox();
    client.authenticate().await.unwrap();
    sandbox.fail("*", Fault::Html500 { executed: false }, 2);
    assert!(client.general().modules().await.is_err());
    assert!(client.vps().list().await.is_err());
    assert!(client.vps().list().await.is_ok());
    sandbox.fail("*", Fault::EmptyBody, 100);
    sandbox.clear_faults();
    assert!(client.vps().list().await.is_ok());
}

#[tokio::test]
async fn latency_moves_the_clock_and_nothing_else() {
    let (sandbox, client) = sandbox();
    client.authenticate().await.unwrap();
    sandbox.fail("vps.list", Fault::Latency(Duration::from_secs(20)), 1);
    let before = sandbox.now();
    client.vps().list().await.unwrap();
    assert_eq!(sandbox.now() - before, Duration::from_secs(20));
}

#[tokio::test]
async fn a_slow_drip_passes_within_the_time_and_fails_beyond_it() {
    let (sandbox, client) = sandbox();
    client.authenticate().await.unwrap();
    let drip = |pause| Fault::SlowDrip { bytes: 512, pause };
    sandbox.fail("vps.list", drip(Duration::from_millis(100)), 1);
    client.vps().list().await.unwrap();
    let one = client.vps().list().timeout(Duration::from_secs(2));
    sandbox.fail("vps.list", drip(Duration::from_secs(1)), 9);
    assert_eq!(one.await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn what_stands_before_an_answer_does_no_harm() {
    let (sandbox, client) = sandbox();
    for fault in [Fault::ByteOrderMark, Fault::BlankLines, Fault::PhpWarning] {
        sandbox.fail("vps.list", fault, 1);
        assert_eq!(client.vps().list().await.unwrap().len(), 6);
    }
    assert_eq!(sandbox.count("vps.list"), 3);
}

#[tokio::test]
async fn an_expired_session_is_renewed_in_every_form_that_it_may_answer_in() {
    for form in DeadSession::ALL {
        let (sandbox, client) = sandbox();
        sandbox.set_dead_session_answer(*form);
        client.authenticate().await.unwrap();
        sandbox.advance(Duration::from_secs(120));
        sandbox.fail("vps.list", Fault::ExpiredSession, 1);
        let list = client.vps().list().await;
        assert_eq!(list.unwrap().len(), 6, "{form:?}");
        assert_eq!(sandbox.count("general.login"), 2, "{form:?}");
    }
}

#[tokio::test]
async fn a_soap_fault_says_what_it_was_told_to() {
    let (sandbox, client) = sandbox();
    let fault = Fault::SoapFault {
        code: "Client".to_owned(),
        text: "Bad <argument> & é".to_owned(),
    };
    sandbox.fail("vps.restart", fault, 1);
    let error = client.vps().restart(10001).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Fault);
    assert_eq!(error.fault_code(), Some("Client"));
    assert!(error.message().contains("Bad <argument> & é"));
    assert!(!sandbox.requests().last().unwrap().executed);
}

#[tokio::test]
async fn bodies_grow_past_any_limit() {
    let (sandbox, client) = sandbox();
    sandbox.fail("vps.list", Fault::HugeBody(9 << 20), 1);
    let error = client.vps().list().await.unwrap_err();
    assert_eq!(error.limit(), Some(Limit::CompressedBody));
    sandbox.fail("vps.list", Fault::GzipBomb(20 << 20), 1);
    let error = client.vps().list().await.unwrap_err();
    assert_eq!(error.limit(), Some(Limit::Ratio));
    sandbox.fail("vps.list", Fault::Rows(2_000), 1);
    assert_eq!(client.vps().list().await.unwrap().len(), 2_000);
}

#[tokio::test]
async fn the_log_shows_arguments_without_their_secrets() {
    let (sandbox, client) = sandbox();
    client.vps().validate(order()).await.unwrap();
    let logged = format!("{:?}", sandbox.requests());
    assert!(logged.contains("fresh.example.com"));
    assert!(!logged.contains("Str0ng-enough"));
    let session = client.session().unwrap();
    assert!(!logged.contains(session.expose()));
}

#[tokio::test]
async fn many_callers_in_the_same_process_get_their_own_answers() {
    let (sandbox, client) = sandbox();
    let calls: Vec<_> = (0..64)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.vps().get(10001).await.map(|vps| vps.id) })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap(), 10001);
    }
    assert_eq!(sandbox.count("general.login"), 1);
    assert_eq!(sandbox.count("vps.get"), 64);
}
