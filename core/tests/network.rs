//! The network itself, over real loopback sockets.

#![allow(clippy::unwrap_used, reason = "a test that cannot listen fails")]

#[path = "support/net.rs"]
mod net;
mod support;

use std::io::Write;
use std::process::Command;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use interserver::{Client, ClientBuilder, Error, ErrorKind, Outcome, RetryPolicy};
use interserver_sandbox::{Fault, PASSWORD, Sandbox, USERNAME, serve};
use net::{Reply, Seen, Server, head, http, soap};
use support::envelope;

/// Pauses that cost next to nothing.
fn at_once(attempts: u32) -> RetryPolicy {
    RetryPolicy {
        attempts,
        pause: Duration::ZERO,
        ..RetryPolicy::default()
    }
}

fn builder(endpoint: impl Into<String>) -> ClientBuilder {
    Client::builder()
        .endpoint(endpoint)
        .retry(RetryPolicy::never())
}

fn host_name() -> Vec<u8> {
    envelope("<return xsi:type=\"xsd:string\">host.example.com</return>")
}

fn answers(_: &Seen) -> Reply {
    soap(&host_name())
}

async fn read(client: &Client) -> Result<String, Error> {
    client.general().hostname("203.0.113.9").await
}

/// A function that is not known is a write.
async fn write(client: &Client) -> Error {
    client.call("api_brand_new", [("id", 1)]).await.unwrap_err()
}

fn told(error: &Error) -> (ErrorKind, Outcome, u32) {
    (error.kind(), error.outcome(), error.attempts())
}

/// An address of this machine where no one listens, for as long as the socket is held: a port that
/// is let go is soon another test's.
fn nobody() -> (tokio::net::TcpSocket, String) {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let endpoint = format!("http://{}/api.php", socket.local_addr().unwrap());
    (socket, endpoint)
}

#[tokio::test]
async fn a_refused_connection_is_tried_again_and_was_never_sent() {
    let (_held, endpoint) = nobody();
    let client = builder(endpoint).retry(at_once(3)).build().unwrap();
    let error = read(&client).await.unwrap_err();
    assert_eq!(told(&error), (ErrorKind::Connect, Outcome::NotDone, 3));
    assert!(error.retryable());
    assert!(error.message().contains("refused"), "{error}");
    // No byte left, so even a write is tried again.
    let error = write(&client).await;
    assert_eq!(told(&error), (ErrorKind::Connect, Outcome::NotDone, 3));
}

#[tokio::test]
async fn silence_after_the_headers_is_a_timeout() {
    let server = Server::plain(|_| Reply::Stall(head("200 OK", &[], 100))).await;
    let client = builder(server.endpoint())
        .read_timeout(Duration::from_millis(50))
        .retry(at_once(2))
        .build()
        .unwrap();
    let error = read(&client).await.unwrap_err();
    assert_eq!(told(&error), (ErrorKind::Timeout, Outcome::NotDone, 2));
    let error = write(&client).await;
    assert_eq!(told(&error), (ErrorKind::Timeout, Outcome::Unknown, 1));
    server.sees(3).await;
    assert_eq!(server.seen().len(), 3, "the read twice, the write once");
}

#[tokio::test]
async fn silence_before_the_headers_is_a_timeout() {
    let server = Server::plain(|_| Reply::Stall(Vec::new())).await;
    let client = builder(server.endpoint())
        .read_timeout(Duration::from_millis(50))
        .build()
        .unwrap();
    let error = write(&client).await;
    assert_eq!(told(&error), (ErrorKind::Timeout, Outcome::Unknown, 1));
}

#[tokio::test]
async fn the_timeout_of_a_call_ends_it_whatever_the_read_timeout() {
    let server = Server::plain(|_| Reply::Stall(Vec::new())).await;
    let client = builder(server.endpoint()).build().unwrap();
    let call = client.call("api_brand_new", [("id", 1)]);
    let error = call.timeout(Duration::from_millis(50)).await.unwrap_err();
    assert_eq!(told(&error), (ErrorKind::Timeout, Outcome::Unknown, 1));
}

#[tokio::test]
async fn a_reset_in_the_middle_of_a_body_is_a_broken_connection() {
    let whole = host_name();
    let mut half = head("200 OK", &[("content-type", "text/xml")], whole.len());
    half.extend_from_slice(&whole[..whole.len() / 2]);
    let server = Server::plain(move |_| Reply::Reset(half.clone())).await;
    let client = builder(server.endpoint())
        .retry(at_once(2))
        .build()
        .unwrap();
    let error = read(&client).await.unwrap_err();
    assert_eq!(told(&error), (ErrorKind::Connect, Outcome::NotDone, 2));
    let error = write(&client).await;
    assert_eq!(told(&error), (ErrorKind::Connect, Outcome::Unknown, 1));
}

#[tokio::test]
async fn what_a_sandbox_breaks_on_the_network_breaks_for_the_client() {
    let sandbox = Sandbox::new(1);
    let server = serve(&sandbox, 0).unwrap();
    let client = builder(server.endpoint())
        .credentials(USERNAME, PASSWORD)
        .build()
        .unwrap();
    let id = client.vps().list().await.unwrap()[0].id;
    for fault in [
        Fault::ResetBeforeEffect,
        Fault::ResetAfterEffect,
        Fault::Cut,
    ] {
        sandbox.fail("vps.restart", fault, 1);
        let error = client.vps().restart(id).await.unwrap_err();
        assert_eq!(told(&error), (ErrorKind::Connect, Outcome::Unknown, 1));
    }
    assert_eq!(sandbox.count("vps.restart"), 3);
    client.vps().restart(id).await.unwrap();
}

#[tokio::test]
async fn gzip_is_asked_for_and_understood() {
    let server = Server::plain(|_| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&host_name()).unwrap();
        let headers = [("content-encoding", "gzip"), ("content-type", "text/xml")];
        Reply::Send(http("200 OK", &headers, &encoder.finish().unwrap()))
    })
    .await;
    let client = builder(server.endpoint()).build().unwrap();
    assert_eq!(read(&client).await.unwrap(), "host.example.com");
    assert_eq!(server.seen()[0].header("accept-encoding"), ["gzip"]);
}

#[tokio::test]
async fn one_connection_carries_many_calls() {
    let server = Server::plain(answers).await;
    let client = builder(server.endpoint()).build().unwrap();
    for _ in 0..3 {
        read(&client).await.unwrap();
        read(&client.clone()).await.unwrap();
    }
    assert_eq!((server.seen().len(), server.connections()), (6, 1));
}

#[tokio::test]
async fn the_request_is_a_plain_post_and_no_more() {
    let server = Server::plain(answers).await;
    let client = builder(server.endpoint())
        .user_agent_suffix("nightly-backup/1.2")
        .build()
        .unwrap();
    read(&client).await.unwrap();
    let seen = &server.seen()[0];
    assert!(
        seen.head.starts_with("POST /api.php HTTP/1.1\r\n"),
        "{}",
        seen.head
    );
    let agent = seen.header("user-agent");
    assert!(agent[0].starts_with("interserver-rust/"), "{agent:?}");
    assert!(agent[0].ends_with(" nightly-backup/1.2"), "{agent:?}");
    assert_eq!(seen.header("content-type"), ["text/xml; charset=utf-8"]);
    assert_eq!(seen.header("soapaction"), ["\"urn:myapi#get_hostname\""]);
    assert_eq!(seen.header("host"), [server.addr.to_string()]);
    assert_eq!(seen.header("content-length"), [seen.body.len().to_string()]);
    for absent in [
        "cookie",
        "referer",
        "authorization",
        "transfer-encoding",
        "expect",
    ] {
        assert!(seen.header(absent).is_empty(), "{absent}");
    }
}

#[tokio::test]
async fn cookies_are_not_sent_back() {
    let server = Server::plain(|_| {
        let headers = [
            ("content-type", "text/xml"),
            ("set-cookie", "PHPSESSID=abc; path=/"),
        ];
        Reply::Send(http("200 OK", &headers, &host_name()))
    })
    .await;
    let client = builder(server.endpoint()).build().unwrap();
    read(&client).await.unwrap();
    read(&client).await.unwrap();
    for seen in server.seen() {
        assert!(seen.header("cookie").is_empty());
    }
}

#[tokio::test]
async fn an_html_error_page_is_an_http_error() {
    let page = "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n\
                <title>403 Forbidden</title>\n</head><body><p>No.<hr></body></html>\n";
    for (status, write_outcome) in [
        ("403 Forbidden", Outcome::NotDone),
        ("404 Not Found", Outcome::NotDone),
        ("500 Internal Server Error", Outcome::Unknown),
        ("521 Web Server Is Down", Outcome::Unknown),
    ] {
        let server = Server::plain(move |_| {
            Reply::Send(http(
                status,
                &[("content-type", "text/html")],
                page.as_bytes(),
            ))
        })
        .await;
        let client = builder(server.endpoint()).build().unwrap();
        let error = read(&client).await.unwrap_err();
        assert_eq!(
            told(&error),
            (ErrorKind::Http, Outcome::NotDone, 1),
            "{status}"
        );
        let code = status[..3].parse().ok();
        assert_eq!(error.http_status(), code);
        let error = write(&client).await;
        assert_eq!(
            told(&error),
            (ErrorKind::Http, write_outcome, 1),
            "{status}"
        );
        assert_eq!(error.body_head().unwrap().expose(), page);
    }
}

#[tokio::test]
async fn a_proxy_gets_the_request_in_absolute_form() {
    let proxy = Server::plain(answers).await;
    let client = builder("http://127.0.0.1:9/api.php")
        .proxy(format!("http://alice:pr0xy-pass@{}", proxy.addr))
        .build()
        .unwrap();
    assert_eq!(read(&client).await.unwrap(), "host.example.com");
    let seen = &proxy.seen()[0];
    let line = "POST http://127.0.0.1:9/api.php HTTP/1.1\r\n";
    assert!(seen.head.starts_with(line), "{}", seen.head);
    // alice:pr0xy-pass
    assert_eq!(
        seen.header("proxy-authorization"),
        ["Basic YWxpY2U6cHIweHktcGFzcw=="]
    );
}

#[tokio::test]
async fn a_proxy_tunnels_https_and_sees_no_request() {
    let proxy = Server::plain(|_| Reply::Send(http("403 Forbidden", &[], b""))).await;
    let client = builder("https://127.0.0.1:9/api.php")
        .proxy(format!("http://{}", proxy.addr))
        .build()
        .unwrap();
    let error = write(&client).await;
    assert_eq!(
        told(&error),
        (ErrorKind::Connect, Outcome::NotDone, 1),
        "{error:?}"
    );
    let seen = &proxy.seen()[0];
    assert!(
        seen.head.starts_with("CONNECT 127.0.0.1:9 "),
        "{}",
        seen.head
    );
    assert!(seen.body.is_empty());
}

#[test]
fn a_proxy_address_that_is_none_is_a_wrong_setting() {
    for proxy in [
        "",
        "::",
        "http://",
        "ftp://alice:pr0xy-pass@proxy.example.com",
        "socks5://proxy.example.com:1080",
        "http://alice:pr0xy-pass@[oh:1",
    ] {
        let error = builder("https://example.com/")
            .proxy(proxy)
            .build()
            .expect_err(proxy);
        assert_eq!(error.kind(), ErrorKind::Configuration, "{proxy}");
        assert!(
            !format!("{error} {error:?}").contains("pr0xy-pass"),
            "{error:?}"
        );
    }
}

/// Where the next test's process finds its server.
const ENDPOINT: &str = "INTERSERVER_TEST_ENDPOINT";

#[tokio::test]
#[ignore = "runs in a process of its own, started by the next test"]
async fn a_call_in_an_environment_with_proxies() {
    let client = builder(std::env::var(ENDPOINT).unwrap()).build().unwrap();
    assert_eq!(read(&client).await.unwrap(), "host.example.com");
}

#[tokio::test(flavor = "multi_thread")]
async fn proxies_of_the_environment_are_ignored() {
    let proxy = Server::plain(answers).await;
    let server = Server::plain(answers).await;
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "a_call_in_an_environment_with_proxies",
            "--ignored",
        ])
        .env(ENDPOINT, server.endpoint())
        .env_remove("NO_PROXY")
        .env_remove("no_proxy");
    for name in [
        "HTTP_PROXY",
        "http_proxy",
        "HTTPS_PROXY",
        "https_proxy",
        "ALL_PROXY",
        "all_proxy",
    ] {
        command.env(name, format!("http://{}", proxy.addr));
    }
    let run = tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap();
    assert!(run.status.success(), "{run:?}");
    assert_eq!((server.connections(), proxy.connections()), (1, 0));
}

#[test]
fn a_client_is_made_without_a_runtime() {
    builder("https://example.com/api.php").build().unwrap();
}

#[test]
fn what_another_transport_cannot_honour_is_refused_by_name() {
    type Set = fn(ClientBuilder) -> ClientBuilder;
    let settings: [(&str, Set); 4] = [
        ("proxy", |builder| builder.proxy("http://127.0.0.1:8080")),
        ("certificate_authority", |builder| {
            builder.certificate_authority("-----BEGIN CERTIFICATE-----")
        }),
        ("connect_timeout", |builder| {
            builder.connect_timeout(Duration::from_secs(1))
        }),
        ("read_timeout", |builder| {
            builder.read_timeout(Duration::from_secs(1))
        }),
    ];
    for (name, set) in settings {
        let builder = builder("http://127.0.0.1/api.php").transport(Sandbox::new(1).transport());
        let error = set(builder).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{name}");
        assert!(error.message().contains(&format!("`{name}`")), "{error}");
    }
}

#[tokio::test]
async fn the_description_of_the_api_is_fetched_as_it_is() {
    let sandbox = interserver_sandbox::Sandbox::new(1);
    let server = interserver_sandbox::serve(&sandbox, 0).unwrap();
    let client = interserver::Client::builder()
        .endpoint(server.endpoint())
        .build()
        .unwrap();
    let wsdl = client.wsdl().await.unwrap();
    assert!(wsdl.contains("<definitions") && wsdl.contains("api_vps_queue_restart"));
    let nowhere = interserver::Client::builder()
        .endpoint(server.endpoint().replace("/api.php", "/nothing"))
        .build()
        .unwrap();
    assert_eq!(nowhere.wsdl().await.unwrap_err().http_status(), Some(404));
    let error = sandbox.client().wsdl().await.unwrap_err();
    assert_eq!(error.kind(), interserver::ErrorKind::Configuration);
}
