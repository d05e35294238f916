//! Invoices are paid from prepays, as far as they reach.

use interserver::{LicenseOrder, Module};

use crate::sandbox;

#[tokio::test]
async fn every_module_has_unpaid_invoices_and_a_prepay_to_pay_them_from() {
    let (_, client) = sandbox();
    for service in interserver::meta::modules() {
        let module = Module::from(service.name);
        let unpaid = client
            .call(
                format!("api_{}_get_client_unpaid_invoices", service.name),
                [] as [(&str, i64); 0],
            )
            .await
            .unwrap();
        let first = unpaid.as_list().unwrap()[0]
            .get("invoices_id")
            .unwrap()
            .as_i64()
            .unwrap();
        let left = client
            .billing()
            .prepay_remaining(module.clone())
            .await
            .unwrap();
        assert_eq!(left.amount, Some(500.into()));
        client.billing().pay(module, first).await.unwrap();
    }
}

#[tokio::test]
async fn a_payment_beyond_the_prepays_is_refused() {
    let (_, client) = sandbox();
    let mut paid = 0;
    let error = loop {
        let bought = client.licenses().buy(LicenseOrder {
            ip: format!("198.51.100.{}", 100 + paid),
            license_type: 5005,
            coupon: None,
        });
        let invoice = bought.await.unwrap().invoice.unwrap();
        match client.billing().pay(Module::Licenses, invoice).await {
            Ok(_) => paid += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(paid, 9); // 500 / 55
    assert!(error.status_text().unwrap().contains("Insufficient"));
    // A prepay that was only added brings no money.
    let id = client
        .billing()
        .add_prepay(Module::Licenses, interserver::Decimal::from(1000), true)
        .await
        .unwrap();
    let left = client
        .billing()
        .prepay_remaining(Module::Licenses)
        .await
        .unwrap();
    assert_eq!(left.amount, Some(5.into()));
    let url = client
        .billing()
        .prepay_paypal_url(Module::Licenses, id, interserver::Decimal::from(1000))
        .await
        .unwrap();
    assert!(url.contains("PREPAYlicenses"));
    let order = LicenseOrder {
        ip: "198.51.100.200".to_owned(),
        license_type: 5005,
        coupon: None,
    };
    let before = client.licenses().list().await.unwrap().len();
    let error = client
        .licenses()
        .buy_with_prepay(order, true)
        .await
        .unwrap_err();
    assert!(error.status_text().unwrap().contains("Insufficient"));
    assert_eq!(client.licenses().list().await.unwrap().len(), before);
}
