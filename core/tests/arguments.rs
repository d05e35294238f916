//! Arguments are checked before anything is sent: the server itself takes `1,5` as 1.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use interserver::{
    Client, Decimal, DnsRecordDraft, DnsType, Error, ErrorKind, Module, Outcome, TicketDraft,
    Value, VpsOrder,
};
use support::{Played, bytes, ok, operation};

/// A server that answers everything as recorded, and remembers what came.
fn server() -> Played {
    Played::new(|request| {
        Ok(ok(bytes(&format!(
            "vectors/responses/{}.xml",
            operation(request)
        ))))
    })
}

/// The error of a call that was never sent, and its argument.
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, argument: &str) -> Error {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
    assert_eq!(error.outcome(), Outcome::NotDone);
    assert_eq!(error.attempts(), 0);
    assert!(!error.retryable());
    assert!(error.operation().is_some(), "{error}");
    assert!(
        error.message().contains(&format!("`{argument}`")),
        "{error}"
    );
    error
}

fn order() -> VpsOrder {
    VpsOrder {
        template_file: "ubuntu-14.04-x86_64".into(),
        template_os: "ubuntu".into(),
        hostname: "web1.example.com".into(),
        root_password: "aB3$efgh".into(),
        ..VpsOrder::default()
    }
}

#[tokio::test]
async fn an_order_names_the_field_that_is_wrong() {
    type Change = fn(&mut VpsOrder);
    let server = server();
    let client = server.client();
    let wrong: [(&str, Change); 10] = [
        ("slices", |order| order.slices = 0),
        ("slices", |order| order.slices = 17),
        ("period", |order| order.period = 0),
        ("period", |order| order.period = 37),
        ("hostname", |order| order.hostname = String::new()),
        ("hostname", |order| {
            order.hostname = "web 1.example.com".into()
        }),
        ("hostname", |order| {
            order.hostname = "-web.example.com".into()
        }),
        ("hostname", |order| {
            order.hostname = format!("{}.example.com", "a".repeat(64))
        }),
        ("platform", |order| order.platform = " ".into()),
        ("os", |order| order.template_file = String::new()),
    ];
    for (argument, change) in wrong {
        let mut order = order();
        change(&mut order);
        refused(client.vps().buy(&order).await, argument);
        refused(client.vps().validate(&order).await, argument);
    }
    assert!(server.sent().is_empty(), "something was sent");
    client.vps().validate(order()).await.unwrap();
}

#[tokio::test]
async fn bounds_belong_to_the_range() {
    let client = server().client();
    for (slices, period) in [(1, 1), (16, 36)] {
        let order = VpsOrder {
            slices,
            period,
            ..order()
        };
        client.vps().validate(order).await.unwrap();
    }
}

#[tokio::test]
async fn addresses_and_amounts_are_what_they_say() {
    let server = server();
    let client = server.client();
    for ip in ["", "1.2.3", "1.2.3.256", "::g", "example.com"] {
        refused(client.general().hostname(ip).await, "ip");
    }
    for ip in ["2001:db8::1", "203.0.113"] {
        refused(client.dns().add_zone("example.com", ip).await, "ip");
    }
    for amount in ["0", "-1", "10.005"] {
        let amount: Decimal = amount.parse().unwrap();
        refused(
            client
                .billing()
                .add_prepay(Module::Vps, amount, false)
                .await,
            "amount",
        );
    }
    assert!(server.sent().is_empty(), "something was sent");
    for ip in ["203.0.113.9", "2001:db8::1"] {
        client.general().hostname(ip).await.unwrap();
    }
    for amount in ["0.01", "10", "10.50", "10.500"] {
        let amount: Decimal = amount.parse().unwrap();
        client
            .billing()
            .add_prepay(Module::Vps, amount, false)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn dns_names_may_be_what_zones_hold() {
    let client = server().client();
    let draft = |name: &str| DnsRecordDraft {
        name: name.into(),
        content: "203.0.113.9".into(),
        record_type: DnsType::A,
        ..DnsRecordDraft::default()
    };
    for good in [
        "example.com",
        "example.com.",
        "_acme-challenge.example.com",
        "*.example.com",
        "_dmarc.example.com",
        "1.2.3.in-addr.arpa",
        "xn--mller-kva.example",
    ] {
        client.dns().add_record(1, draft(good)).await.unwrap();
    }
    for bad in [
        "",
        ".",
        "a..b",
        "a b.example.com",
        "a.*.example.com",
        "exa$mple.com",
    ] {
        refused(client.dns().add_record(1, draft(bad)).await, "name");
    }
    let mut record = draft("example.com");
    record.ttl = -1;
    refused(client.dns().add_record(1, record.clone()).await, "ttl");
    record.ttl = 0;
    record.priority = 65_536;
    refused(client.dns().add_record(1, record).await, "prio");
}

#[tokio::test]
async fn text_that_latin_1_would_destroy_is_refused_unless_allowed() {
    let server = server();
    let client = server.client();
    let draft = |subject: &str| TicketDraft {
        email: "demo@example.com".into(),
        ip: "203.0.113.5".into(),
        subject: subject.into(),
        body: "Größe".into(),
        ..TicketDraft::default()
    };
    for (subject, character) in [("5 €", "'€'"), ("日本", "'日'"), ("🚀", "'🚀'")] {
        let error = refused(
            client.support().open_ticket(draft(subject)).await,
            "subject",
        );
        assert!(error.message().contains(character), "{error}");
    }
    assert!(server.sent().is_empty(), "something was sent");
    let allowed = client
        .support()
        .open_ticket(draft("5 €"))
        .allow_lossy_text(true);
    allowed.await.unwrap();
    let sent = server.sent();
    assert!(sent.last().unwrap().body.contains("5 €"));
    let lossy = server.builder().allow_lossy_text(true).build().unwrap();
    lossy.support().open_ticket(draft("5 €")).await.unwrap();
    // Where the client allows it, a call can still refuse.
    let strict = lossy
        .support()
        .open_ticket(draft("5 €"))
        .allow_lossy_text(false);
    refused(strict.await, "subject");
}

#[tokio::test]
async fn a_character_that_xml_forbids_is_refused_and_one_of_a_secret_is_not_shown() {
    let client = server().client();
    let error = refused(
        client
            .support()
            .reply("1", "a\u{1b}b")
            .allow_lossy_text(true)
            .await,
        "content",
    );
    assert!(error.message().contains("\\u{1b}"), "{error}");
    let mut order = order();
    order.root_password = "abc€efgh".into();
    let error = refused(client.vps().validate(&order).await, "rootpass");
    assert!(error.message().contains("position 4"), "{error}");
    assert!(!error.message().contains('€'), "{error}");
}

#[tokio::test]
async fn the_raw_door_says_what_it_takes() {
    let server = server();
    let client = server.client();
    async fn get(client: &Client, arguments: &[(&str, Value)]) -> Result<Value, Error> {
        client.call("api_vps_get_service", arguments.to_vec()).await
    }
    refused(get(&client, &[]).await, "id");
    refused(get(&client, &[("id", Value::Null)]).await, "id");
    refused(get(&client, &[("id", "1,5".into())]).await, "id");
    refused(get(&client, &[("id", "1.0".into())]).await, "id");
    refused(get(&client, &[("id", 1.0.into())]).await, "id");
    refused(get(&client, &[("id", true.into())]).await, "id");
    refused(
        get(&client, &[("id", Value::List(vec![1.into()]))]).await,
        "id",
    );
    refused(
        get(&client, &[("id", 1.into()), ("id", 2.into())]).await,
        "id",
    );
    let error = refused(
        get(&client, &[("id", 1.into()), ("vps", 2.into())]).await,
        "vps",
    );
    assert!(error.message().contains("it takes id"), "{error}");
    let error = refused(
        get(&client, &[("id", 1.into()), ("sid", "x".into())]).await,
        "sid",
    );
    assert!(error.message().contains("the client puts"), "{error}");
    refused(
        client
            .call("api_x y", [("id", 1)])
            .await
            .map_err(|error| error.with_operation("api_x y")),
        "wire_name",
    );
    refused(client.call("api_new", [("a b", 1)]).await, "a b");
    for amount in ["1_000", "1,5", "INF", ""] {
        let arguments = [
            ("module", "vps"),
            ("amount", amount),
            ("automatic_use", "1"),
        ];
        refused(client.call("api_add_prepay", arguments).await, "amount");
    }
    refused(
        client
            .call("api_new", [("list", Value::List(Vec::new()))])
            .await,
        "list",
    );
    assert!(server.sent().is_empty(), "something was sent");
    get(&client, &[("id", "10000".into())]).await.unwrap();
}

#[tokio::test]
async fn an_optional_argument_is_sent_as_nil() {
    let server = server();
    let client = server.client();
    client
        .call("api_getTicketList", [("page", 1), ("limit", 10)])
        .await
        .unwrap();
    let body = server.sent().pop().unwrap().body;
    assert!(body.contains("<status xsi:nil=\"true\"/>"), "{body}");
}
