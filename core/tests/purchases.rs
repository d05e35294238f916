//! Money: a purchase is sent exactly once, and when its outcome is unknown the truth can be found.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

use std::collections::BTreeSet;
use std::time::Duration;

use interserver::transport::BoxFuture;
use interserver::{
    Client, Error, ErrorKind, LicenseOrder, Module, Outcome, VpsAdminOrder, VpsOrder,
};
use interserver_sandbox::{Fault, Sandbox};

async fn order(client: &Client) -> VpsOrder {
    let templates = client.vps().templates().await.unwrap();
    let template = templates
        .iter()
        .find(|template| template.virtualization.as_deref() == Some("KVM Linux"))
        .unwrap();
    VpsOrder {
        hostname: "bought.example.com".into(),
        root_password: "Str0ng!passw0rd".into(),
        ..VpsOrder::for_template(template)
    }
}

/// Faults after which no one can tell, and whether the order was placed all the same.
fn unknown_outcomes() -> Vec<(Fault, bool, ErrorKind)> {
    vec![
        (Fault::ResetBeforeEffect, false, ErrorKind::Connect),
        (Fault::ResetAfterEffect, true, ErrorKind::Connect),
        (Fault::Cut, true, ErrorKind::Connect),
        (
            Fault::Latency(Duration::from_secs(3600)),
            true,
            ErrorKind::Timeout,
        ),
        (
            Fault::Status {
                code: 503,
                retry_after: Some(1),
            },
            false,
            ErrorKind::Http,
        ),
        (
            Fault::Status {
                code: 502,
                retry_after: None,
            },
            false,
            ErrorKind::Http,
        ),
        (Fault::Html500 { executed: true }, true, ErrorKind::Http),
        (Fault::Html500 { executed: false }, false, ErrorKind::Http),
        (Fault::EmptyBody, true, ErrorKind::Decode),
        (Fault::Truncated, true, ErrorKind::Decode),
        (Fault::HugeBody(40 << 20), true, ErrorKind::TooLarge),
    ]
}

#[tokio::test]
async fn a_purchase_of_unknown_outcome_is_sent_once_and_can_be_found() {
    for (fault, placed, kind) in unknown_outcomes() {
        let sandbox = Sandbox::new(1);
        let client = sandbox.client();
        let order = order(&client).await;
        let mark = client.vps().order_mark().await.unwrap();
        sandbox.fail("vps.buy", fault.clone(), 1);
        let error = client.vps().buy(&order).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{fault:?}: {error:?}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{fault:?}");
        assert!(
            !error.retryable(),
            "{fault:?}: a purchase is never to be repeated blindly"
        );
        assert!(error.to_string().contains("not known"), "{error}");
        assert_eq!(sandbox.count("api_api_buy_vps"), 1, "{fault:?}");

        let found = client.vps().find_order(&order, mark).await.unwrap();
        assert_eq!(found.is_some(), placed, "{fault:?}");
        if let Some(found) = found {
            assert_eq!(found.vps.hostname.as_deref(), Some("bought.example.com"));
            assert!(!found.invoices.is_empty(), "{fault:?}: it is to be paid");
        }
    }
}

type Purchase = fn(Client) -> BoxFuture<'static, Result<(), Error>>;

/// Every operation that spends money, by wire name; the test makes sure that none is missing.
fn purchases() -> Vec<(&'static str, Purchase)> {
    fn license() -> LicenseOrder {
        LicenseOrder {
            ip: "203.0.113.77".into(),
            license_type: 5000,
            coupon: None,
        }
    }
    fn end<T>(result: Result<T, Error>) -> Result<(), Error> {
        result.map(drop)
    }
    vec![
        ("api_make_payment", |c| {
            Box::pin(async move { end(c.billing().pay(Module::Vps, 1).await) })
        }),
        ("api_api_buy_mail", |c| {
            Box::pin(async move { end(c.mail().buy(None).await) })
        }),
        ("api_api_buy_vps", |c| {
            Box::pin(async move { end(c.vps().buy(order(&c).await).await) })
        }),
        ("api_api_buy_vps_admin", |c| {
            Box::pin(async move {
                let order = VpsAdminOrder {
                    template_file: "centos55".into(),
                    hostname: "bought.example.com".into(),
                    root_password: "Str0ng!passw0rd".into(),
                    ..Default::default()
                };
                end(c.vps().buy_on_host(order).await)
            })
        }),
        ("api_buy_license", |c| {
            Box::pin(async move { end(c.licenses().buy(license()).await) })
        }),
        ("api_buy_license_prepay", |c| {
            Box::pin(async move { end(c.licenses().buy_with_prepay(license(), false).await) })
        }),
    ]
}

#[tokio::test]
async fn every_purchase_is_sent_once_whatever_happens() {
    let declared: BTreeSet<_> = interserver::meta::operations()
        .filter(|operation| operation.effect == interserver::meta::Effect::Purchase)
        .map(|operation| operation.wire)
        .collect();
    let tested: BTreeSet<_> = purchases().into_iter().map(|(wire, _)| wire).collect();
    assert_eq!(tested, declared);
    for (fault, _, kind) in unknown_outcomes() {
        for (wire, purchase) in purchases() {
            let sandbox = Sandbox::new(1);
            let client = sandbox.client();
            client.authenticate().await.unwrap();
            sandbox.fail(wire, fault.clone(), 3);
            let error = purchase(client).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.outcome()),
                (kind, Outcome::Unknown),
                "{wire} {fault:?}"
            );
            assert_eq!(sandbox.count(wire), 1, "{wire} {fault:?}");
        }
    }
}

#[tokio::test]
async fn a_bought_vps_has_an_invoice_that_can_be_paid() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let order = order(&client).await;
    let quote = client.vps().validate(&order).await.unwrap();
    assert!(quote.problems.is_empty(), "{:?}", quote.problems);
    let bought = client.vps().buy(&order).await.unwrap();
    assert_eq!(bought.cost, quote.service_cost);
    let unpaid = client.vps().unpaid_invoices().await.unwrap();
    for invoice in &bought.invoices {
        assert!(unpaid.iter().any(|unpaid| unpaid.id == *invoice));
        client.billing().pay(Module::Vps, *invoice).await.unwrap();
    }
    let unpaid = client.vps().unpaid_invoices().await.unwrap();
    assert!(
        !unpaid
            .iter()
            .any(|unpaid| bought.invoices.contains(&unpaid.id))
    );
}

#[tokio::test]
async fn a_refused_order_is_an_api_error_and_validation_tells_the_problems_as_data() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let weak = VpsOrder {
        root_password: "weak".into(),
        ..order(&client).await
    };
    let quote = client.vps().validate(&weak).await.unwrap();
    assert!(!quote.problems.is_empty());
    assert_eq!(
        quote.service_cost, None,
        "a price only if the order can be placed"
    );
    let error = client.vps().buy(&weak).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Api, Outcome::NotDone)
    );
    assert!(
        error
            .status_text()
            .is_some_and(|text| text.to_lowercase().contains("password"))
    );
    assert!(!format!("{error:?} {quote:?} {weak:?}").contains("weak\""));
}
