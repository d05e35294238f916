//! VPS orders are checked, priced and placed.

use interserver::{ErrorKind, Module, ServerStatus, ServiceStatus, VpsOrder};

use crate::{order, sandbox};

#[tokio::test]
async fn a_weak_password_is_refused_and_a_good_one_has_a_price() {
    let (_, client) = sandbox();
    let good = order(&client).await;
    let weak = VpsOrder {
        root_password: "weak".into(),
        ..good.clone()
    };
    let quote = client.vps().validate(&weak).await.unwrap();
    assert_ne!(quote.status.as_deref(), Some("ok"));
    let error = client.vps().buy(&weak).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert!(error.status_text().unwrap().contains("Password"));

    let three_months = VpsOrder {
        slices: 2,
        period: 3,
        ..good
    };
    let quote = client.vps().validate(&three_months).await.unwrap();
    assert_eq!(quote.status.as_deref(), Some("ok"));
    assert_eq!(quote.service_cost, Some(36.into()));
    assert_eq!(quote.monthly_service_cost, Some(12.into()));
    let discounted = VpsOrder {
        coupon: Some("sandbox50".to_owned()),
        ..three_months
    };
    let quote = client.vps().validate(&discounted).await.unwrap();
    assert_eq!(quote.service_cost, Some(18.into()));
    assert_eq!(quote.repeat_service_cost, Some(36.into()));
}

#[tokio::test]
async fn every_mistake_in_an_order_is_named() {
    let (_, client) = sandbox();
    let good = order(&client).await;
    let wrong = [
        (
            VpsOrder {
                template_file: "none.tar.gz".to_owned(),
                ..good.clone()
            },
            "Template",
        ),
        (
            VpsOrder {
                template_os: "debian".to_owned(),
                ..good.clone()
            },
            "Template",
        ),
        (
            VpsOrder {
                platform: "kvm".to_owned(),
                ..good.clone()
            },
            "Template",
        ),
        (
            VpsOrder {
                platform: "xen".to_owned(),
                ..good.clone()
            },
            "Platform",
        ),
        (
            VpsOrder {
                location: 9,
                ..good.clone()
            },
            "Location",
        ),
        (
            VpsOrder {
                coupon: Some("NONE".to_owned()),
                ..good.clone()
            },
            "Coupon",
        ),
        (
            VpsOrder {
                control_panel: "plesk".to_owned().into(),
                ..good.clone()
            },
            "Panel",
        ),
    ];
    for (order, named) in wrong {
        let error = client.vps().buy(order).await.unwrap_err();
        assert!(error.status_text().unwrap().contains(named), "{error}");
    }
}

#[tokio::test]
async fn a_purchase_makes_a_service_and_an_unpaid_invoice_that_a_payment_settles() {
    let (sandbox, client) = sandbox();
    let mut order = order(&client).await;
    order.control_panel = interserver::ControlPanel::CPanel;
    let bought = client.vps().buy(&order).await.unwrap();
    assert_eq!(bought.invoices.len(), 2);
    assert_eq!(bought.cost, Some(16.into()));

    let vps = client.vps().list().await.unwrap().pop().unwrap();
    assert_eq!(vps.hostname.as_deref(), Some("fresh.example.com"));
    assert_eq!(vps.status, Some(ServiceStatus::Pending));
    assert_eq!(vps.invoice, Some(bought.invoices[0]));
    assert_eq!(vps.order_date.unwrap().to_string(), "2026-09-01T12:00:00");

    let unpaid = client.vps().unpaid_invoices().await.unwrap();
    let before = client
        .billing()
        .prepay_remaining(Module::Vps)
        .await
        .unwrap()
        .amount;
    for invoice in &bought.invoices {
        assert!(unpaid.iter().any(|row| row.id == *invoice));
        client.billing().pay(Module::Vps, *invoice).await.unwrap();
    }
    let left = client
        .billing()
        .prepay_remaining(Module::Vps)
        .await
        .unwrap()
        .amount;
    assert_eq!(before.unwrap() - left.unwrap(), 16.into());
    let unpaid = client.vps().unpaid_invoices().await.unwrap();
    assert!(!unpaid.iter().any(|row| bought.invoices.contains(&row.id)));

    let vps = client.vps().get(vps.id).await.unwrap();
    assert_eq!(vps.status, Some(ServiceStatus::Active));
    assert_eq!(vps.server_status, Some(ServerStatus::Running));
    assert!(vps.ip.is_some());

    let error = client
        .billing()
        .pay(Module::Vps, bought.invoices[0])
        .await
        .unwrap_err();
    assert!(error.status_text().unwrap().contains("already paid"));
    assert_eq!(sandbox.count("vps.buy"), 1);
}
