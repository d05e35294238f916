//! One session for all: begun once, renewed once, and never mistaken for an empty account.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use interserver::transport::{BoxFuture, Request, Response, Transport, TransportError};
use interserver::{Client, ClientBuilder, Error, ErrorKind, Outcome, Vps};
use interserver_sandbox::{DeadSession, Fault, PASSWORD, Sandbox, USERNAME};
use support::{Played, ok, operation};
use tokio::sync::Semaphore;

fn builder(sandbox: &Sandbox) -> ClientBuilder {
    Client::builder()
        .credentials(USERNAME, PASSWORD)
        .endpoint(sandbox.endpoint())
        .transport(sandbox.transport())
}

/// Holds every answer back until the gate is opened, so that callers do wait for each other.
struct Gated {
    inner: Arc<dyn Transport>,
    gate: Arc<Semaphore>,
}

impl Transport for Gated {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let _open = self.gate.acquire().await.unwrap();
            self.inner.send(request).await
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }

    fn alarm(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.alarm(duration)
    }

    fn now(&self) -> Duration {
        self.inner.now()
    }
}

#[tokio::test]
async fn sixty_four_waiting_callers_log_in_once() {
    let sandbox = Sandbox::new(1);
    for list in list_by_sixty_four(builder(&sandbox), &sandbox).await {
        assert!(!list.unwrap().is_empty());
    }
    assert_eq!(sandbox.count("api_login"), 1);
    assert_eq!(sandbox.count("api_vps_get_services"), 64);
}

#[tokio::test]
async fn a_wrong_password_fails_all_who_wait_with_one_login() {
    let sandbox = Sandbox::new(1);
    let builder = builder(&sandbox).credentials(USERNAME, "wrong");
    for list in list_by_sixty_four(builder, &sandbox).await {
        let error = list.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Authentication);
        assert_eq!(error.operation(), Some("api_login"));
    }
    assert_eq!(sandbox.count("api_login"), 1);
    assert_eq!(sandbox.count("api_vps_get_services"), 0);
}

#[tokio::test]
async fn a_later_call_tries_the_login_again() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    sandbox.fail(
        "api_login",
        Fault::SoapFault {
            code: "Server".into(),
            text: "no".into(),
        },
        1,
    );
    assert_eq!(
        client.vps().list().await.unwrap_err().kind(),
        ErrorKind::Fault
    );
    assert!(client.vps().list().await.is_ok());
}

#[tokio::test]
async fn functions_without_a_session_never_log_in() {
    let sandbox = Sandbox::new(1);
    let client = Client::builder()
        .endpoint(sandbox.endpoint())
        .transport(sandbox.transport())
        .build()
        .unwrap();
    client.vps().templates().await.unwrap();
    client.licenses().types().await.unwrap();
    client.general().modules().await.unwrap();
    assert_eq!(sandbox.count("api_login"), 0);
    let error = client.vps().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication);
    assert_eq!(error.attempts(), 0, "nothing was sent");
}

#[tokio::test]
async fn expiry_in_mid_flight_is_renewed_once_for_all() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    let known = client.vps().list().await.unwrap().len();
    let session = client.session().unwrap();
    sandbox.advance(Duration::from_secs(120));
    sandbox.expire_sessions();
    for list in list_by_sixty_four(builder(&sandbox).session(session), &sandbox).await {
        assert_eq!(list.unwrap().len(), known);
    }
    assert_eq!(
        sandbox.count("api_login"),
        2,
        "the first one, and one renewal for 64 callers"
    );
}

/// Every form in which a dead session may answer, for reads of every shape.
#[tokio::test]
async fn a_dead_session_never_looks_like_an_empty_account() {
    for form in DeadSession::ALL {
        let sandbox = Sandbox::new(1);
        sandbox.set_dead_session_answer(*form);
        let client = builder(&sandbox).build().unwrap();
        let id = client.vps().list().await.unwrap()[0].id;
        let expire = || {
            sandbox.advance(Duration::from_secs(61));
            sandbox.expire_sessions();
        };
        expire();
        assert!(
            !client.vps().list().await.unwrap().is_empty(),
            "{form:?}: a list"
        );
        expire();
        assert_eq!(
            client.vps().get(id).await.unwrap().id,
            id,
            "{form:?}: a get"
        );
        expire();
        assert_eq!(
            client.general().role().await.unwrap(),
            "client",
            "{form:?}: a text"
        );
        expire();
        let tickets = client.support().ticket_page(1, 10, None).await.unwrap();
        assert!(!tickets.tickets.is_empty(), "{form:?}: a page");
        expire();
        let order = good_order(&client).await;
        let quote = client.vps().validate(&order).await.unwrap();
        assert!(
            quote.service_cost.is_some(),
            "{form:?}: a price, of a session that lives"
        );
    }
}

/// The same without credentials to renew it: an error that says so, never an empty answer.
#[tokio::test]
async fn a_dead_session_without_credentials_ends_as_authentication() {
    for form in DeadSession::ALL {
        let sandbox = Sandbox::new(1);
        sandbox.set_dead_session_answer(*form);
        let resumed = || {
            Client::builder()
                .session("00000000000000000000000000000000")
                .endpoint(sandbox.endpoint())
                .transport(sandbox.transport())
                .build()
                .unwrap()
        };
        let client = resumed();
        let mut errors = vec![
            client.vps().list().await.map(drop).unwrap_err(),
            client.vps().get(10_000).await.map(drop).unwrap_err(),
            client.vps().unpaid_invoices().await.map(drop).unwrap_err(),
            client.dns().records(1).await.map(drop).unwrap_err(),
            client.support().ticket("1").await.map(drop).unwrap_err(),
            client
                .billing()
                .prepay_remaining(interserver::Module::Vps)
                .await
                .map(drop)
                .unwrap_err(),
        ];
        let order = good_order(&client).await;
        errors.push(client.vps().validate(&order).await.map(drop).unwrap_err());
        errors.push(client.vps().buy(&order).await.map(drop).unwrap_err());
        errors.push(client.vps().cancel(10_000).await.map(drop).unwrap_err());
        for error in errors {
            assert_eq!(
                error.kind(),
                ErrorKind::Authentication,
                "{form:?}: {error:?}"
            );
            assert_eq!(error.outcome(), Outcome::NotDone, "{form:?}: {error:?}");
        }
        assert_eq!(
            sandbox.count("api_api_buy_vps"),
            0,
            "{form:?}: a change is confirmed first"
        );
        assert_eq!(sandbox.count("api_vps_cancel_service"), 0, "{form:?}");
    }
}

/// A list can be empty in more forms than those that PHP was seen to write: rows of which none can
/// be used, such as what becomes of a status where rows are declared.
#[tokio::test]
async fn rows_that_cannot_be_used_prove_no_session() {
    for rows in [
        "<item/><item></item>",
        "<item>error</item><item>Invalid Session ID</item>",
        "<status>error</status><status_text>Invalid Session ID</status_text>",
        "<item><vps_id xsi:nil=\"true\"/><vps_hostname xsi:nil=\"true\"/></item>",
        "<item><vps_id>0</vps_id><vps_hostname>x</vps_hostname></item>",
    ] {
        let list = support::envelope(&format!("<return>{rows}</return>"));
        let nobody = support::envelope("<return xsi:type=\"xsd:string\"></return>");
        let played = Played::new(move |request| {
            Ok(ok(match operation(request).as_str() {
                "api_get_ima" => nobody.clone(),
                _ => list.clone(),
            }))
        });
        let client = Client::builder()
            .session("00000000000000000000000000000000")
            .endpoint("http://127.0.0.1/api.php")
            .transport(Arc::new(played))
            .build()
            .unwrap();
        let typed = client.vps().list().await.unwrap_err();
        let raw = client
            .call("api_vps_get_services", [] as [(&str, i64); 0])
            .await
            .unwrap_err();
        for error in [typed, raw] {
            assert_eq!(error.kind(), ErrorKind::Authentication, "{rows}: {error}");
        }
    }
}

/// Only text is an answer to whether a session lives.
#[tokio::test]
async fn a_confirmation_that_cannot_be_understood_is_none() {
    let status = support::envelope("<return><status>error</status></return>");
    let played = Played::new(move |_| Ok(ok(status.clone())));
    let client = Client::builder()
        .session("00000000000000000000000000000000")
        .endpoint("http://127.0.0.1/api.php")
        .transport(Arc::new(played))
        .build()
        .unwrap();
    let error = client.vps().restart(1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Authentication, "{error}");
    assert_eq!(error.outcome(), Outcome::NotDone);
}

#[tokio::test]
async fn an_empty_answer_of_a_proven_session_costs_one_request() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    let error = client.vps().get(999_999).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(sandbox.count("api_vps_get_service"), 1);
    assert_eq!(sandbox.count("api_login"), 1);
}

#[tokio::test]
async fn an_empty_answer_of_an_unproven_session_is_confirmed_and_then_believed() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    client.authenticate().await.unwrap();
    sandbox.advance(Duration::from_secs(61));
    let error = client.vps().get(999_999).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(sandbox.count("api_vps_get_service"), 2);
    assert_eq!(sandbox.count("api_login"), 2);
}

#[tokio::test]
async fn an_answer_that_carries_something_proves_the_session() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    let id = client.vps().list().await.unwrap()[0].id;
    for _ in 0..3 {
        sandbox.advance(Duration::from_secs(50));
        client.vps().get(id).await.unwrap();
    }
    client.vps().restart(id).await.unwrap();
    assert_eq!(sandbox.count("api_login"), 1);
}

/// Answers at once, but what it says is heard of only when two minutes have passed and all
/// sessions have ended.
struct Late(Sandbox);

impl Transport for Late {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            let is_list = operation(&request) == "api_vps_get_services";
            let answer = self.0.transport().send(request).await;
            if is_list && self.0.count("vps.list") == 1 {
                self.0.advance(Duration::from_secs(120));
                self.0.expire_sessions();
            }
            answer
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.transport().sleep(duration)
    }

    fn alarm(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.transport().alarm(duration)
    }

    fn now(&self) -> Duration {
        self.0.transport().now()
    }
}

#[tokio::test]
async fn a_late_answer_proves_the_session_of_when_it_was_asked_for() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox)
        .transport(Arc::new(Late(sandbox.clone())))
        .build()
        .unwrap();
    let known = client.vps().list().await.unwrap().len();
    assert_eq!(client.vps().list().await.unwrap().len(), known);
    assert_eq!(sandbox.count("api_login"), 2);
}

#[tokio::test]
async fn the_time_a_session_counts_as_proven_is_settable() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox)
        .session_proven_for(Duration::ZERO)
        .build()
        .unwrap();
    assert!(client.vps().get(999_999).await.is_err());
    assert_eq!(
        sandbox.count("api_login"),
        2,
        "even a fresh login is not proof enough"
    );
}

#[tokio::test]
async fn a_change_through_an_unproven_session_is_confirmed_first_and_sent_once() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    let id = client.vps().list().await.unwrap()[0].id;
    sandbox.advance(Duration::from_secs(120));
    sandbox.expire_sessions();
    client.vps().restart(id).await.unwrap();
    assert_eq!(sandbox.count("api_login"), 2);
    assert_eq!(sandbox.count("api_vps_queue_restart"), 1);
}

#[tokio::test]
async fn a_refused_change_is_final() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    let error = client.vps().restart(999_999).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Api, Outcome::NotDone)
    );
    assert_eq!(sandbox.count("api_vps_queue_restart"), 1);
}

#[tokio::test]
async fn a_session_can_be_exported_and_resumed() {
    let sandbox = Sandbox::new(1);
    let first = builder(&sandbox).build().unwrap();
    assert!(first.session().is_none());
    first.vps().list().await.unwrap();
    let resumed = Client::builder()
        .session(first.session().unwrap())
        .endpoint(sandbox.endpoint())
        .transport(sandbox.transport())
        .build()
        .unwrap();
    assert!(!resumed.vps().list().await.unwrap().is_empty());
    assert_eq!(sandbox.count("api_login"), 1);
}

#[tokio::test]
async fn a_resumed_session_counts_as_proven_as_long_as_its_proof_is_young() {
    let sandbox = Sandbox::new(1);
    let first = builder(&sandbox).build().unwrap();
    assert!(first.session_proven_ago().is_none());
    let id = first.vps().list().await.unwrap()[0].id;
    assert!(first.session_proven_ago().unwrap() < Duration::from_secs(60));
    let resumed = |seconds| {
        builder(&sandbox)
            .session(first.session().unwrap())
            .session_proven_ago(Duration::from_secs(seconds))
            .build()
            .unwrap()
    };
    let young = resumed(59);
    assert!(young.session_proven_ago().unwrap() >= Duration::from_secs(59));
    young.vps().restart(id).await.unwrap();
    assert_eq!(sandbox.count("api_login"), 1);
    assert!(young.session_proven_ago().unwrap() < Duration::from_secs(59));
    resumed(60).vps().restart(id).await.unwrap();
    assert_eq!(sandbox.count("api_login"), 2);
}

#[tokio::test]
async fn a_resumed_session_that_is_dead_is_renewed_where_there_are_credentials() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox)
        .session("00000000000000000000000000000000")
        .build()
        .unwrap();
    assert!(!client.vps().list().await.unwrap().is_empty());
    assert_eq!(sandbox.count("api_login"), 1);
}

#[tokio::test]
async fn a_login_whose_callers_all_gave_up_does_not_spoil_the_next() {
    let sandbox = Sandbox::new(1);
    let client = builder(&sandbox).build().unwrap();
    {
        let call = client.vps().list().into_future();
        // Polled once, so that the login is under way, then dropped.
        let _ = futures_util::FutureExt::now_or_never(call);
    }
    assert!(!client.vps().list().await.unwrap().is_empty());
}

/// Lists by 64 tasks that all wait before the first gets an answer.
async fn list_by_sixty_four(
    builder: ClientBuilder,
    sandbox: &Sandbox,
) -> Vec<Result<Vec<Vps>, Error>> {
    let gate = Arc::new(Semaphore::new(0));
    let transport = Gated {
        inner: sandbox.transport(),
        gate: Arc::clone(&gate),
    };
    let client = builder.transport(Arc::new(transport)).build().unwrap();
    let tasks: Vec<_> = (0..64)
        .map(|_| tokio::spawn(client.vps().list().into_future()))
        .collect();
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    gate.add_permits(64);
    join_all(tasks)
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect()
}

async fn good_order(client: &Client) -> interserver::VpsOrder {
    let templates = client.vps().templates().await.unwrap();
    let template = templates
        .iter()
        .find(|template| template.virtualization.as_deref() == Some("KVM Linux"))
        .unwrap();
    interserver::VpsOrder {
        hostname: "new.example.com".into(),
        root_password: "Str0ng!passw0rd".into(),
        ..interserver::VpsOrder::for_template(template)
    }
}
