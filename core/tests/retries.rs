//! Only reads are ever sent twice, and what is sent again is sent with patience.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::time::Duration;

use interserver::transport::{Response, TransportError, TransportErrorKind};
use interserver::{ErrorKind, Outcome, RetryPolicy};
use interserver_sandbox::{Fault, Sandbox};
use support::{Played, bytes, ok};

fn status(code: u16, retry_after: Option<u64>) -> Fault {
    Fault::Status { code, retry_after }
}

#[tokio::test]
async fn reads_are_repeated_after_what_passes() {
    let passing = [
        Fault::ConnectionRefused,
        Fault::ResetBeforeEffect,
        Fault::ResetAfterEffect,
        Fault::Latency(Duration::from_secs(40)),
        status(429, None),
        status(502, None),
        status(503, None),
        status(504, None),
    ];
    for fault in passing {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        sandbox.fail("vps.locations", fault.clone(), 1);
        assert!(
            !client.vps().locations().await.unwrap().is_empty(),
            "{fault:?}"
        );
    }
}

#[tokio::test]
async fn reads_are_not_repeated_after_what_stays() {
    let staying = [
        (status(500, None), ErrorKind::Http),
        (status(404, None), ErrorKind::Http),
        (status(403, None), ErrorKind::Http),
        (Fault::Html500 { executed: false }, ErrorKind::Http),
        (Fault::EmptyBody, ErrorKind::Decode),
        (Fault::Truncated, ErrorKind::Decode),
        (
            Fault::SoapFault {
                code: "Server".into(),
                text: "broken".into(),
            },
            ErrorKind::Fault,
        ),
    ];
    for (fault, kind) in staying {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        sandbox.fail("vps.locations", fault.clone(), 1);
        let error = client.vps().locations().await.unwrap_err();
        assert_eq!(error.kind(), kind, "{fault:?}: {error:?}");
        assert_eq!(
            (error.attempts(), error.outcome()),
            (1, Outcome::NotDone),
            "{fault:?}"
        );
    }
}

#[tokio::test]
async fn attempts_are_counted_and_bounded() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    sandbox.fail("vps.locations", status(503, None), 10);
    let error = client.vps().locations().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Http, 3));
    assert_eq!(error.http_status(), Some(503));
    assert!(error.retryable());
    assert_eq!(sandbox.count("vps.locations"), 3);
}

#[tokio::test]
async fn the_policy_is_the_callers() {
    let played = Played::new(|_| {
        Ok(Response {
            status: 503,
            ..Response::default()
        })
    });
    let client = played
        .builder()
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    assert_eq!(client.vps().locations().await.unwrap_err().attempts(), 1);
    let policy = RetryPolicy {
        attempts: 5,
        ..RetryPolicy::default()
    };
    let client = played.builder().retry(policy).build().unwrap();
    assert_eq!(client.vps().locations().await.unwrap_err().attempts(), 5);
}

#[tokio::test]
async fn pauses_grow_and_have_a_bound() {
    let policy = RetryPolicy {
        attempts: 8,
        pause: Duration::from_secs(1),
        longest_pause: Duration::from_secs(4),
        budget: 1.0,
    };
    let played = Played::new(|_| {
        Ok(Response {
            status: 503,
            ..Response::default()
        })
    });
    let builder = played
        .builder()
        .retry(policy)
        .timeout(Duration::from_secs(600));
    let _ = builder.build().unwrap().vps().locations().await;
    // 1, 2, 4, 4, 4, 4, 4 seconds, of which chance takes up to a half.
    let waited = played.slept();
    assert!(
        waited > Duration::from_millis(11_500) && waited <= Duration::from_secs(23),
        "{waited:?}"
    );
}

#[tokio::test]
async fn retry_after_is_obeyed_where_it_fits() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    sandbox.fail("vps.locations", status(429, Some(20)), 1);
    let before = sandbox.now();
    client.vps().locations().await.unwrap();
    assert!(sandbox.now() - before >= Duration::from_secs(20));
}

#[tokio::test]
async fn retry_after_that_does_not_fit_ends_the_call_at_once() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    sandbox.fail("vps.locations", status(503, Some(3600)), 1);
    let before = sandbox.now();
    let error = client.vps().locations().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!((error.attempts(), error.retryable()), (1, true));
    assert!(sandbox.now() - before < Duration::from_secs(1));
}

#[tokio::test]
async fn retry_after_may_be_a_date_by_the_servers_own_clock() {
    let played = Played::new(|_| {
        Ok(Response {
            status: 503,
            headers: vec![
                ("date".into(), "Wed, 21 Oct 2015 07:28:00 GMT".into()),
                ("retry-after".into(), "Wed, 21 Oct 2015 09:28:00 GMT".into()),
            ],
            body: Vec::new(),
        })
    });
    let error = played.client().vps().locations().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7200)));
}

#[tokio::test]
async fn a_server_in_trouble_is_asked_less_and_less() {
    let played = Played::new(|_| {
        Ok(Response {
            status: 503,
            ..Response::default()
        })
    });
    let client = played.client();
    for _ in 0..100 {
        let _ = client.vps().locations().await;
    }
    let extra = played.sent().len() - 100;
    assert!(
        (10..=31).contains(&extra),
        "ten are free, then one in five calls: {extra}"
    );
}

#[tokio::test]
async fn a_change_is_sent_again_only_if_no_byte_left() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let id = client.vps().list().await.unwrap()[0].id;
    sandbox.fail("vps.restart", Fault::ConnectionRefused, 2);
    client.vps().restart(id).await.unwrap();
    let executed = sandbox
        .requests()
        .iter()
        .filter(|r| r.operation == "api_vps_queue_restart" && r.executed)
        .count();
    assert_eq!(executed, 1);
}

#[tokio::test]
async fn a_change_that_no_one_took_is_not_done() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let id = client.vps().list().await.unwrap()[0].id;
    sandbox.fail("vps.restart", Fault::ConnectionRefused, 9);
    let error = client.vps().restart(id).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Connect, Outcome::NotDone)
    );
    assert!(error.retryable());
}

#[tokio::test]
async fn a_change_refused_by_the_web_server_is_not_done_and_not_repeated() {
    for code in [400, 403, 404, 413, 429] {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        let id = client.vps().list().await.unwrap()[0].id;
        sandbox.fail("vps.restart", status(code, Some(1)), 1);
        let error = client.vps().restart(id).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Http, Outcome::NotDone),
            "{code}"
        );
        assert_eq!(error.retryable(), code == 429, "{code}");
        assert_eq!(sandbox.count("vps.restart"), 1, "{code}");
    }
}

#[tokio::test]
async fn a_fault_says_whether_a_change_was_done() {
    for (code, outcome) in [("Client", Outcome::NotDone), ("Server", Outcome::Unknown)] {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        let id = client.vps().list().await.unwrap()[0].id;
        sandbox.fail(
            "vps.restart",
            Fault::SoapFault {
                code: code.into(),
                text: "no".into(),
            },
            1,
        );
        let error = client.vps().restart(id).await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Fault, outcome));
        assert_eq!(error.fault_code(), Some(code));
    }
}

#[tokio::test]
async fn a_call_of_too_long_ends_as_timeout() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    sandbox.fail("vps.locations", Fault::Latency(Duration::from_secs(29)), 9);
    let error = client
        .vps()
        .locations()
        .timeout(Duration::from_secs(5))
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 1));
    assert!(error.retryable());
}

#[tokio::test]
async fn answers_behind_rubbish_are_answers() {
    for fault in [Fault::ByteOrderMark, Fault::BlankLines, Fault::PhpWarning] {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        sandbox.fail("vps.locations", fault.clone(), 1);
        assert!(
            !client.vps().locations().await.unwrap().is_empty(),
            "{fault:?}"
        );
        assert_eq!(sandbox.count("vps.locations"), 1);
    }
}

/// A write under way when its caller gives up: nothing false is reported, the client lives on.
#[tokio::test]
async fn a_cancelled_write_leaves_the_client_usable() {
    let played = Played::new(|request| match support::operation(request).as_str() {
        "api_login" => Ok(ok(bytes("vectors/responses/api_login.xml"))),
        "api_vps_queue_restart" => Err(TransportError::new(
            TransportErrorKind::Connect,
            true,
            "broke",
        )),
        _ => Ok(ok(bytes("vectors/responses/api_vps_get_services.xml"))),
    });
    let client = played.builder().concurrency(1).build().unwrap();
    for _ in 0..20 {
        let _ = futures_util::FutureExt::now_or_never(client.vps().restart(1).into_future());
    }
    assert!(!client.vps().list().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_signal_cancels_a_call_and_the_error_says_what_is_known() {
    use futures_util::future::{pending, ready};
    let stuck = support::stuck("api_vps_queue_restart");
    let client = stuck.client();
    let error = client
        .vps()
        .restart(1)
        .cancel_when(ready(()))
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Cancelled, Outcome::NotDone)
    );
    assert_eq!(
        stuck.sent().len(),
        0,
        "not even a login, since it was cancelled before it began"
    );

    let soon = || async { tokio::task::yield_now().await };
    let call = client.vps().restart(1).cancel_when(soon());
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Cancelled, Outcome::NotDone)
    );
    assert_eq!(
        (
            stuck.count("api_login"),
            stuck.count("api_vps_queue_restart")
        ),
        (1, 0),
        "the login came first, and was not over"
    );

    client.authenticate().await.unwrap();
    let call = client.vps().restart(1).cancel_when(soon());
    let error = call.await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Cancelled, Outcome::Unknown)
    );
    let sent = stuck.sent().len();
    let call = client.call("api_vps_queue_restart", [("id", 1)]);
    let error = call.cancel_when(ready(())).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome(), error.attempts()),
        (ErrorKind::Cancelled, Outcome::NotDone, 0)
    );
    assert_eq!(error.operation(), Some("api_vps_queue_restart"));
    assert_eq!(stuck.sent().len(), sent, "it was cancelled before it began");
    assert!(client.vps().list().cancel_when(pending()).await.is_ok());
}

#[tokio::test]
async fn at_most_sixteen_requests_are_under_way_unless_told_otherwise() {
    for (builder, most) in [(false, 16), (true, 3)] {
        let stuck = support::stuck("get_vps_locations_array");
        let client = match builder {
            false => stuck.builder().build().unwrap(),
            true => stuck.builder().concurrency(3).build().unwrap(),
        };
        let calls: Vec<_> = (0..40)
            .map(|_| tokio::spawn(client.vps().locations().into_future()))
            .collect();
        for _ in 0..1000 {
            tokio::task::yield_now().await;
        }
        assert_eq!(stuck.count("get_vps_locations_array"), most);
        calls.iter().for_each(tokio::task::JoinHandle::abort);
    }
}
