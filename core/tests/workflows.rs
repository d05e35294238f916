//! Jobs of more than one call: inventory, waiting, tickets, DNS by name, finding an order.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

use std::time::Duration;

use futures_util::TryStreamExt;
use interserver::{
    DnsRecordDraft, DnsType, ErrorKind, Module, ServerStatus, ServiceStatus, Upserted, WaitOptions,
};
use interserver_sandbox::{Fault, Sandbox};

async fn running_vps(client: &interserver::Client) -> i64 {
    let list = client.vps().list().await.unwrap();
    let running = |vps: &&interserver::Vps| {
        vps.server_status == Some(ServerStatus::Running)
            && vps.status == Some(ServiceStatus::Active)
    };
    list.iter().find(running).unwrap().id
}

#[tokio::test]
async fn the_inventory_has_every_module_and_what_it_holds() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let inventory = client.inventory().await.unwrap();
    assert!(inventory.failures.is_empty());
    for module in Module::KNOWN {
        assert!(
            inventory.items.iter().any(|item| item.module == *module),
            "{module}"
        );
    }
    let vps = client.vps().list().await.unwrap();
    let items: Vec<_> = inventory
        .items
        .iter()
        .filter(|item| item.module == Module::Vps)
        .collect();
    assert_eq!(items.len(), vps.len());
    for (item, vps) in items.into_iter().zip(&vps) {
        assert_eq!(
            (item.id, &item.label, &item.status),
            (vps.id, &vps.hostname, &vps.status)
        );
    }
}

#[tokio::test]
async fn whoever_watches_an_inventory_hears_of_each_module_once() {
    let sandbox = Sandbox::new(1);
    sandbox.fail(
        "vps.list",
        Fault::Status {
            code: 500,
            retry_after: None,
        },
        1,
    );
    let heard = std::sync::Mutex::new(Vec::new());
    let client = sandbox.client();
    client
        .inventory_watched(|module| heard.lock().unwrap().push(module.to_string()))
        .await
        .unwrap();
    let mut heard = heard.into_inner().unwrap();
    heard.sort_unstable();
    let mut modules: Vec<_> = interserver::meta::modules()
        .map(|module| module.name)
        .collect();
    modules.sort_unstable();
    assert_eq!(heard, modules);
}

#[tokio::test]
async fn a_module_that_fails_is_named_and_costs_nothing_else() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    sandbox.fail("ssl.list", Fault::Truncated, 1);
    let inventory = client.inventory().await.unwrap();
    let failed: Vec<_> = inventory
        .failures
        .iter()
        .map(|failure| &failure.module)
        .collect();
    assert_eq!(failed, [&Module::Ssl]);
    assert_eq!(inventory.failures[0].error.kind(), ErrorKind::Decode);
    assert!(
        inventory
            .items
            .iter()
            .any(|item| item.module == Module::Vps)
    );
}

#[tokio::test]
async fn an_inventory_that_cannot_log_in_fails_as_a_whole() {
    let sandbox = Sandbox::new(1);
    let client = interserver::Client::builder()
        .credentials("demo@example.com", "wrong")
        .endpoint(sandbox.endpoint())
        .transport(sandbox.transport())
        .build()
        .unwrap();
    assert_eq!(
        client.inventory().await.unwrap_err().kind(),
        ErrorKind::Authentication
    );
}

#[tokio::test]
async fn waiting_sees_a_restart_leave_and_come_back() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let id = running_vps(&client).await;
    client.vps().restart(id).await.unwrap();
    let before = sandbox.now();
    let options = WaitOptions {
        pause: Duration::from_millis(200),
        ..WaitOptions::default()
    };
    let vps = client
        .vps()
        .wait_for(id, ServerStatus::Running, options)
        .await
        .unwrap();
    assert_eq!(vps.server_status, Some(ServerStatus::Running));
    // The old state, `running`, was not taken for the new one.
    assert!(sandbox.now() - before > Duration::from_secs(1));
}

#[tokio::test]
async fn a_state_that_never_left_counts_after_the_settling_time() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let id = running_vps(&client).await;
    let before = sandbox.now();
    let options = WaitOptions {
        settle: Duration::from_secs(5),
        ..WaitOptions::default()
    };
    client
        .vps()
        .wait_for(id, ServerStatus::Running, options)
        .await
        .unwrap();
    let waited = sandbox.now() - before;
    assert!((5..20).contains(&waited.as_secs()), "{waited:?}");

    let options = WaitOptions {
        settle: Duration::ZERO,
        ..WaitOptions::default()
    };
    let looks = sandbox.count("vps.get");
    client
        .vps()
        .wait_for(id, ServerStatus::Running, options)
        .await
        .unwrap();
    assert_eq!(
        sandbox.count("vps.get") - looks,
        1,
        "the first look is taken at its word"
    );
}

#[tokio::test]
async fn waiting_has_a_deadline() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let id = running_vps(&client).await;
    for pause in [Duration::from_secs(1), Duration::MAX] {
        let options = WaitOptions {
            deadline: Duration::from_secs(30),
            pause,
            longest_pause: pause.max(Duration::from_secs(15)),
            ..WaitOptions::default()
        };
        let before = sandbox.now();
        let error = client
            .vps()
            .wait_for(id, ServerStatus::Deleted, options)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert!(error.message().contains("running"), "{error}");
        assert_eq!(
            sandbox.now() - before,
            Duration::from_secs(30),
            "it says that it waited so long"
        );
    }
}

#[tokio::test]
async fn tickets_come_page_by_page_and_only_as_asked() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let mut tickets = client.support().tickets(None);
    assert_eq!(sandbox.count("support.ticket_page"), 0);
    let first = tickets.next().await.unwrap().unwrap();
    assert_eq!(sandbox.count("support.ticket_page"), 1);
    let rest: Vec<_> = tickets.into_stream().try_collect().await.unwrap();
    let all = client
        .support()
        .ticket_page(1, 1000, None)
        .await
        .unwrap()
        .tickets;
    let ids: Vec<_> = std::iter::once(&first)
        .chain(&rest)
        .map(|ticket| ticket.id)
        .collect();
    assert_eq!(ids, all.iter().map(|ticket| ticket.id).collect::<Vec<_>>());
    assert!(ids.len() > 25, "more than a page of ten");
}

#[tokio::test]
async fn tickets_of_several_pages_come_once_each_though_they_move() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let open = |count: usize| {
        let support = client.support();
        async move {
            for _ in 0..count {
                let draft = interserver::TicketDraft {
                    email: "demo@example.com".into(),
                    ip: "203.0.113.5".into(),
                    subject: "Help".into(),
                    body: "Please.".into(),
                    ..Default::default()
                };
                support.open_ticket(draft).await.unwrap();
            }
        }
    };
    open(90).await;
    let page = client.support().ticket_page(1, 1000, None).await.unwrap();
    let all: Vec<_> = page.tickets.iter().map(|ticket| ticket.id).collect();
    let mut tickets = client.support().tickets(None);
    let mut ids = vec![tickets.next().await.unwrap().unwrap().id];
    // One more at the top moves the last of each page to the next.
    open(1).await;
    let rest: Vec<_> = tickets.into_stream().try_collect().await.unwrap();
    ids.extend(rest.iter().map(|ticket| ticket.id));
    assert_eq!(ids, all);
    assert_eq!(sandbox.count("support.ticket_page"), 1 + 3);
}

#[tokio::test]
async fn a_page_that_fails_can_be_asked_for_again() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    client.authenticate().await.unwrap();
    let mut tickets = client.support().tickets(None);
    sandbox.fail("support.ticket_page", Fault::EmptyBody, 1);
    assert_eq!(tickets.next().await.unwrap_err().kind(), ErrorKind::Decode);
    assert!(tickets.next().await.unwrap().is_some());
}

#[tokio::test]
async fn a_record_is_added_then_changed_then_left_alone() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let dns = client.dns();
    dns.add_zone("upsert.example", "203.0.113.5").await.unwrap();
    let zone = dns.find_zone("UPSERT.example.", 1..=200).await.unwrap().id;
    let draft = |content: &str| DnsRecordDraft {
        name: "_acme-challenge.upsert.example".into(),
        content: content.into(),
        record_type: DnsType::Txt,
        ..Default::default()
    };
    let Upserted::Added(id) = dns.upsert_record(zone, draft("one")).await.unwrap() else {
        panic!("there was none");
    };
    assert_eq!(
        dns.upsert_record(zone, draft("two")).await.unwrap(),
        Upserted::Updated(id)
    );
    assert_eq!(
        dns.upsert_record(zone, draft("two")).await.unwrap(),
        Upserted::Unchanged(id)
    );
    let records = dns.records(zone).await.unwrap();
    let txt: Vec<_> = records
        .iter()
        .filter(|record| record.record_type == Some(DnsType::Txt))
        .collect();
    assert_eq!(txt.len(), 1);
    assert_eq!(txt[0].content.as_deref(), Some("two"));
    assert_eq!(sandbox.count("dns.update_record"), 1);
}

#[tokio::test]
async fn several_records_of_a_name_and_type_are_for_a_person_to_tell_apart() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let dns = client.dns();
    dns.add_zone("twice.example", "203.0.113.5").await.unwrap();
    let zone = dns.find_zone("twice.example", 1..=200).await.unwrap().id;
    let draft = |content: &str| DnsRecordDraft {
        name: "twice.example".into(),
        content: content.into(),
        record_type: DnsType::Mx,
        ..Default::default()
    };
    dns.add_record(zone, draft("a.example.com")).await.unwrap();
    dns.add_record(zone, draft("b.example.com")).await.unwrap();
    let error = dns
        .upsert_record(zone, draft("c.example.com"))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    assert_eq!(sandbox.count("dns.update_record"), 0);
}

#[tokio::test]
async fn a_zone_that_is_not_there_is_not_found() {
    let client = Sandbox::new(1).client();
    let error = client
        .dns()
        .find_zone("nowhere.example", 1..=5)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn an_order_is_found_by_number_or_by_the_servers_time() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let templates = client.vps().templates().await.unwrap();
    let template = templates
        .iter()
        .find(|t| t.virtualization.as_deref() == Some("KVM Linux"))
        .unwrap();
    let order = interserver::VpsOrder {
        hostname: "found.example.com".into(),
        root_password: "Str0ng!passw0rd".into(),
        ..interserver::VpsOrder::for_template(template)
    };
    let mark = client.vps().order_mark().await.unwrap();
    assert_eq!(client.vps().find_order(&order, mark).await.unwrap(), None);
    client.vps().buy(&order).await.unwrap();
    let found = client
        .vps()
        .find_order(&order, mark)
        .await
        .unwrap()
        .unwrap();
    let ordered = found.vps.order_date.unwrap();
    assert_eq!(
        client.vps().find_order(&order, ordered).await.unwrap(),
        Some(found.clone())
    );
    let later = ordered.checked_add(jiff::Span::new().hours(1)).unwrap();
    assert_eq!(client.vps().find_order(&order, later).await.unwrap(), None);
    assert_eq!(
        client.vps().find_order(&order, found.vps.id).await.unwrap(),
        None
    );
}

#[tokio::test]
async fn a_call_whose_type_is_forgotten_gives_the_same_value() {
    let sandbox = Sandbox::new(1);
    let client = sandbox.client();
    let erased = client.vps().list().erased().await.unwrap();
    let erased = erased.into_typed::<i64>().unwrap_err();
    let list: Vec<interserver::Vps> = erased.into_typed().unwrap();
    assert_eq!(list, client.vps().list().await.unwrap());
}
