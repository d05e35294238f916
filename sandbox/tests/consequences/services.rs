//! Licenses, mail, panels, addresses, and what all modules have in common.

use interserver::{ErrorKind, LicenseOrder, MailDraft, Module, ServerStatus, ServiceStatus};

use crate::{VPS, sandbox, seconds};

#[tokio::test]
async fn a_canceled_service_stays_canceled() {
    let (sandbox, client) = sandbox();
    client.vps().cancel(VPS).await.unwrap();
    let vps = client.vps().get(VPS).await.unwrap();
    assert_eq!(vps.status, Some(ServiceStatus::Canceled));
    assert_eq!(
        client.vps().cancel(VPS).await.unwrap_err().kind(),
        ErrorKind::Refused
    );
    assert_eq!(
        client.vps().restart(VPS).await.unwrap_err().kind(),
        ErrorKind::Api
    );
    sandbox.advance(seconds(3600));
    let vps = client.vps().get(VPS).await.unwrap();
    assert_eq!(vps.status, Some(ServiceStatus::Canceled));
    assert_eq!(vps.server_status, Some(ServerStatus::Deleted));
}

#[tokio::test]
async fn licenses_are_bought_moved_and_canceled() {
    let (_, client) = sandbox();
    let licenses = client.licenses();
    let order = LicenseOrder {
        ip: "198.51.100.77".to_owned(),
        license_type: 5007,
        coupon: None,
    };
    let bought = licenses.buy_with_prepay(&order, true).await.unwrap();
    assert_eq!(bought.cost, Some(2.into()));
    let license = licenses.list().await.unwrap().pop().unwrap();
    assert_eq!(license.status, Some(ServiceStatus::Active));
    assert_eq!(license.invoice, bought.invoice);
    licenses
        .change_ip("198.51.100.77", "198.51.100.78")
        .await
        .unwrap();
    licenses
        .change_ip_by_id(license.id, "198.51.100.79")
        .await
        .unwrap();
    let moved = licenses.get(license.id).await.unwrap();
    assert_eq!(moved.ip.as_deref(), Some("198.51.100.79"));
    let several = licenses
        .change_ip("198.51.100.24", "198.51.100.80")
        .await
        .unwrap_err();
    assert!(several.status_text().unwrap().contains("Multiple"));
    licenses.cancel_by_ip("198.51.100.79", 5007).await.unwrap();
    assert!(licenses.cancel_license(license.id).await.is_err());
    let unknown = LicenseOrder {
        license_type: 1,
        ..order
    };
    assert!(licenses.buy(unknown).await.is_err());
}

#[tokio::test]
async fn mail_is_ordered_and_sent() {
    let (sandbox, client) = sandbox();
    let bought = client.mail().buy(None).await.unwrap();
    client
        .billing()
        .pay(Module::Mail, bought.invoices[0])
        .await
        .unwrap();
    let account = client.mail().list().await.unwrap().pop().unwrap();
    assert_eq!(account.status, Some(ServiceStatus::Active));
    let mail = MailDraft {
        subject: "Grüße".to_owned(),
        body: "Hallo".to_owned(),
        to: "someone@example.com".to_owned(),
        sender: "demo@example.com".to_owned(),
    };
    client.mail().send(mail).await.unwrap();
    assert_eq!(sandbox.state()["mails"][0]["subject"], "Grüße");
    let link = client.mail().zonemta_login(account.id).await.unwrap();
    let again = client.mail().zonemta_login(account.id).await.unwrap();
    assert_ne!(link.url, again.url, "each works once");
}

#[tokio::test]
async fn panels_open_for_those_who_have_them() {
    let (_, client) = sandbox();
    assert!(client.webhosting().cpanel_login(20001).await.is_ok());
    assert!(client.webhosting().directadmin_login(20001).await.is_err());
    assert!(client.webhosting().directadmin_login(20002).await.is_ok());
    assert!(
        client.webhosting().cpanel_login(20003).await.is_err(),
        "it is pending"
    );
    assert!(client.backups().storage_login(70001).await.is_ok());
    assert!(client.backups().storage_login(70002).await.is_err());
}

#[tokio::test]
async fn floating_ips_move() {
    let (_, client) = sandbox();
    client
        .floating_ips()
        .change_target(90001, "198.51.100.12")
        .await
        .unwrap();
    let moved = client.floating_ips().get(90001).await.unwrap();
    assert_eq!(moved.target_ip.as_deref(), Some("198.51.100.12"));
    let pending = client
        .floating_ips()
        .change_target(90003, "198.51.100.12")
        .await;
    assert_eq!(pending.unwrap_err().kind(), ErrorKind::Refused);
}

#[tokio::test]
async fn addresses_have_the_names_of_what_is_there() {
    let (_, client) = sandbox();
    let name = client.general().hostname("198.51.100.11").await.unwrap();
    assert_eq!(name, "web1.example.com");
    let none = client.general().hostname("192.0.2.250").await.unwrap();
    assert_eq!(none, "192.0.2.250");
    assert_eq!(
        client.vps().host_name(53).await.unwrap(),
        "host53.example.net"
    );
    let unknown = client.vps().host_name(1).await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn every_module_holds_services_in_several_states() {
    let (_, client) = sandbox();
    let inventory = client.inventory().await.unwrap();
    assert!(inventory.failures.is_empty());
    for service in interserver::meta::modules() {
        let module = Module::from(service.name);
        let states: Vec<_> = inventory
            .items
            .iter()
            .filter(|item| item.module == module)
            .filter_map(|item| item.status.clone())
            .collect();
        for state in [
            ServiceStatus::Active,
            ServiceStatus::Pending,
            ServiceStatus::Canceled,
        ] {
            assert!(
                states.contains(&state),
                "{} has none that is {state}",
                service.name
            );
        }
    }
}

#[tokio::test]
async fn a_reset_brings_everything_back() {
    let (sandbox, client) = sandbox();
    let before = sandbox.state();
    client.vps().cancel(VPS).await.unwrap();
    client.dns().delete_zone(1).await.unwrap();
    sandbox.advance(seconds(86_400));
    assert_ne!(sandbox.state(), before);
    sandbox.reset();
    assert_eq!(sandbox.state(), before);
    assert_eq!(sandbox.count("*"), 0);
}
