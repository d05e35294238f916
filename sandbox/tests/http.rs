//! The sandbox behind a port: real connections, real time, the control API.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

use std::time::{Duration, Instant};

use interserver::{Client, ErrorKind, Outcome};
use interserver_sandbox::{PASSWORD, Sandbox, Server, USERNAME, serve};
use serde_json::{Value as Json, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn start() -> (Sandbox, Server, Client) {
    let sandbox = Sandbox::new(1);
    let server = serve(&sandbox, 0).unwrap();
    let client = Client::builder()
        .credentials(USERNAME, PASSWORD)
        .endpoint(server.endpoint())
        .build()
        .unwrap();
    (sandbox, server, client)
}

/// Sends raw text on a new connection and gives everything that comes back.
async fn raw(server: &Server, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(server.addr()).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(answer.into_iter().map(char::from).collect())
}

async fn send(server: &Server, method: &str, target: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    let request = format!(
        "{method} {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {length}\r\n\
         {headers}\r\n{body}",
        server.addr()
    );
    raw(server, &request).await.unwrap()
}

/// A command of the control API: status and answer.
async fn control(server: &Server, method: &str, command: &str, body: &Json) -> (u16, Json) {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let answer = send(server, method, &format!("/sandbox/{command}"), "", &body).await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    (status, serde_json::from_str(body).unwrap())
}

fn soap(content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope \
         xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{content}</s:Body></s:Envelope>"
    )
}

const XML: &str = "Content-Type: text/xml; charset=utf-8\r\n";

#[tokio::test]
async fn a_client_works_over_a_real_connection() {
    let (sandbox, _server, client) = start();
    assert_eq!(client.vps().list().await.unwrap().len(), 6);
    let templates = client.vps().templates().await.unwrap();
    assert_eq!(templates.len(), 106);
    let contact = client.domains().get(50002).await.unwrap();
    assert_eq!(contact.city.as_deref(), Some("Köln"));
    assert_eq!(sandbox.count("*"), 4);
}

#[tokio::test]
async fn answers_have_the_recorded_headers() {
    let (_sandbox, server, _client) = start();
    let recorded = include_str!("../../tests/vectors/responses/HEADERS.txt");
    let body = soap("<get_modules/>");
    let answer = send(&server, "POST", "/api.php", XML, &body).await;
    let head = answer.split_once("\r\n\r\n").unwrap().0.to_lowercase();
    let mut lines = recorded.lines();
    assert_eq!(
        head.lines().next(),
        lines.next().map(str::to_lowercase).as_deref()
    );
    for line in lines.filter(|line| !line.starts_with("Content-Length")) {
        assert!(
            head.contains(&line.to_lowercase()),
            "{line} is missing in\n{head}"
        );
    }
    assert!(!head.contains("access-control"));
}

#[tokio::test]
async fn only_large_answers_are_compressed_and_only_if_asked() {
    let (_sandbox, server, _client) = start();
    for (operation, accepted, encoding) in [
        ("get_vps_templates", "gzip", Some("gzip")),
        ("get_vps_templates", "gzip, deflate", Some("gzip")),
        ("get_vps_templates", "deflate", Some("deflate")),
        ("get_vps_templates", "identity", None),
        ("get_vps_locations_array", "gzip", None),
    ] {
        let headers = format!("{XML}Accept-Encoding: {accepted}\r\n");
        let body = soap(&format!("<{operation}/>"));
        let answer = send(&server, "POST", "/api.php", &headers, &body).await;
        let head = answer.split_once("\r\n\r\n").unwrap().0.to_lowercase();
        let found = head
            .lines()
            .find_map(|line| line.strip_prefix("content-encoding: "));
        assert_eq!(found, encoding, "{operation} {accepted}");
    }
}

#[tokio::test]
async fn the_wsdl_sends_clients_to_the_host_that_they_asked() {
    let (_sandbox, server, _client) = start();
    let answer = send(&server, "GET", "/api.php?wsdl", "", "").await;
    assert!(answer.starts_with("HTTP/1.1 200"));
    assert!(answer.contains(&format!("location=\"{}\"", server.endpoint())));
    assert!(answer.contains("api_api_buy_vps_admin"));
}

#[tokio::test]
async fn browsers_may_ask_from_any_page() {
    let (_sandbox, server, _client) = start();
    let headers = "Origin: http://example.com\r\nAccess-Control-Request-Method: POST\r\n\
                   Access-Control-Request-Headers: content-type,soapaction\r\n";
    let answer = send(&server, "OPTIONS", "/api.php", headers, "")
        .await
        .to_lowercase();
    assert!(answer.starts_with("http/1.1 204"));
    assert!(answer.contains("access-control-allow-origin: *"));
    assert!(answer.contains("access-control-allow-headers: content-type,soapaction"));
    let headers = format!("{XML}Origin: null\r\n");
    let answer = send(
        &server,
        "POST",
        "/api.php",
        &headers,
        &soap("<get_modules/>"),
    )
    .await;
    assert!(
        answer
            .to_lowercase()
            .contains("access-control-allow-origin: *")
    );
    assert!(
        answer
            .to_lowercase()
            .contains("access-control-expose-headers: retry-after")
    );
}

#[tokio::test]
async fn one_connection_serves_many_requests() {
    let (_sandbox, server, _client) = start();
    let body = soap("<get_modules/>");
    let one = |connection: &str| {
        format!(
            "POST /api.php HTTP/1.1\r\nHost: x\r\n{XML}Connection: {connection}\r\n\
             Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    let both = format!("{}{}", one("keep-alive"), one("close"));
    let answer = raw(&server, &both).await.unwrap();
    assert_eq!(answer.matches("HTTP/1.1 200").count(), 2);
}

#[tokio::test]
async fn a_broken_connection_is_broken_for_real() {
    let (sandbox, server, client) = start();
    client.authenticate().await.unwrap();
    for (fault, executed) in [
        ("reset_before_effect", false),
        ("reset_after_effect", true),
        ("cut", true),
    ] {
        let zone = format!("{}.example", fault.replace('_', "-"));
        let plan = json!({ "operation": "dns.add_zone", "fault": fault });
        assert_eq!(control(&server, "POST", "fail", &plan).await.0, 200);
        let error = client
            .dns()
            .add_zone(zone.as_str(), "203.0.113.9")
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{fault}: {error:?}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{fault}");
        let zones = sandbox.state()["zones"].clone();
        let there = zones
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["name"] == zone.as_str());
        assert_eq!(there, executed, "{fault}");
    }
    assert_eq!(sandbox.count("dns.add_zone"), 3);
}

#[tokio::test]
async fn a_reset_reaches_the_other_side_as_one() {
    let (_sandbox, server, _client) = start();
    control(
        &server,
        "POST",
        "fail",
        &json!({ "fault": "reset_before_effect" }),
    )
    .await;
    let body = soap("<get_modules/>");
    let request = format!(
        "POST /api.php HTTP/1.1\r\nHost: x\r\n{XML}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let error = raw(&server, &request).await.unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
}

#[tokio::test]
async fn a_cut_answer_promises_more_than_comes() {
    let (_sandbox, server, _client) = start();
    control(&server, "POST", "fail", &json!({ "fault": "cut" })).await;
    let mut stream = TcpStream::connect(server.addr()).await.unwrap();
    let body = soap("<get_modules/>");
    let request = format!(
        "POST /api.php HTTP/1.1\r\nHost: x\r\n{XML}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut piece).await {
        answer.extend_from_slice(&piece[..count]);
    }
    let answer = String::from_utf8(answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let promised: usize = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(body.len(), promised / 2);
}

#[tokio::test]
async fn latency_and_drips_take_real_time() {
    let (_sandbox, server, _client) = start();
    for plan in [
        json!({ "fault": "latency", "milliseconds": 150 }),
        json!({ "fault": "slow_drip", "bytes": 200, "milliseconds": 40 }),
    ] {
        control(&server, "POST", "fail", &plan).await;
        let started = Instant::now();
        let answer = send(&server, "POST", "/api.php", XML, &soap("<get_modules/>")).await;
        assert!(answer.ends_with("</SOAP-ENV:Envelope>"));
        // Only the lower bound: a slow machine may take longer, but never less.
        assert!(started.elapsed() >= Duration::from_millis(120), "{plan}");
    }
}

#[tokio::test]
async fn the_control_api_shows_and_steers() {
    let (_sandbox, server, client) = start();
    let (status, state) = control(&server, "GET", "state", &Json::Null).await;
    assert_eq!(status, 200);
    assert_eq!(state["modules"]["vps"][0]["vps_id"], 10001);

    // Real time passes as well, so only what stays can be looked for.
    let before = state["backups"].as_array().unwrap().len();
    client.vps().backup(10001, "nightly").await.unwrap();
    let seconds = json!({ "seconds": 30.5 });
    assert_eq!(control(&server, "POST", "advance", &seconds).await.0, 200);
    let (_, state) = control(&server, "GET", "state", &Json::Null).await;
    assert_eq!(state["backups"].as_array().unwrap().len(), before + 1);

    let (_, requests) = control(&server, "GET", "requests", &Json::Null).await;
    assert_eq!(requests["counts"]["api_vps_queue_backup"], 1);
    let last = requests["requests"].as_array().unwrap().last().unwrap();
    assert_eq!(
        last["arguments"],
        json!({ "sid": "***", "id": 10001, "name": "nightly" })
    );

    control(&server, "POST", "charset", &json!({ "charset": "utf8" })).await;
    let answer = send(&server, "POST", "/api.php", XML, &soap("<get_modules/>")).await;
    assert!(answer.contains("encoding=\"UTF-8\""));

    control(&server, "POST", "expire", &Json::Null).await;
    control(&server, "POST", "dead-session", &json!({ "answer": "nil" })).await;
    let dead = soap("<api_get_ima><sid>x</sid></api_get_ima>");
    let answer = send(&server, "POST", "/api.php", XML, &dead).await;
    assert!(answer.contains("xsi:nil"));

    control(&server, "POST", "reset", &Json::Null).await;
    let (_, state) = control(&server, "GET", "state", &Json::Null).await;
    assert_eq!(state["backups"].as_array().unwrap().len(), before);
    assert_eq!(state["sessions"], 0);
}

#[tokio::test]
async fn every_fault_can_be_planned_over_http() {
    let (_sandbox, server, _client) = start();
    let plans = [
        json!({ "fault": "latency", "milliseconds": 1 }),
        json!({ "fault": "slow_drip", "bytes": 1000, "milliseconds": 1 }),
        json!({ "fault": "status", "code": 429, "retry_after": 1 }),
        json!({ "fault": "html_500", "executed": true }),
        json!({ "fault": "empty_body" }),
        json!({ "fault": "truncated" }),
        json!({ "fault": "byte_order_mark" }),
        json!({ "fault": "blank_lines" }),
        json!({ "fault": "php_warning" }),
        json!({ "fault": "expired_session" }),
        json!({ "fault": "soap_fault", "code": "Client", "text": "no" }),
        json!({ "fault": "rows", "rows": 3 }),
        json!({ "fault": "huge_body", "bytes": 1000 }),
        json!({ "fault": "gzip_bomb", "bytes": 1000 }),
        json!({ "fault": "connection_refused" }),
        json!({ "fault": "reset_before_effect" }),
        json!({ "fault": "reset_after_effect" }),
        json!({ "fault": "cut" }),
    ];
    for plan in plans {
        let (status, answer) = control(&server, "POST", "fail", &plan).await;
        assert_eq!((status, &answer["planned"]), (200, &json!(1)), "{plan}");
        let body = soap("<get_modules/>");
        let request = format!(
            "POST /api.php HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{XML}Content-Length: {}\r\n\r\n\
             {body}",
            body.len()
        );
        // Whether it breaks or not: the fault is used up, and the next request is served.
        let _ = raw(&server, &request).await;
        let answer = send(&server, "POST", "/api.php", XML, &body).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{plan}");
    }
}

#[tokio::test]
async fn mistakes_in_commands_are_named() {
    let (_sandbox, server, _client) = start();
    for (method, command, body, named) in [
        ("POST", "fail", json!({ "fault": "flood" }), "flood"),
        (
            "POST",
            "fail",
            json!({ "operation": "vps.fly", "fault": "cut" }),
            "vps.fly",
        ),
        ("POST", "fail", json!({ "fault": "status" }), "code"),
        (
            "POST",
            "fail",
            json!({ "fault": "status", "code": 7 }),
            "code",
        ),
        ("POST", "advance", json!({ "seconds": -1 }), "seconds"),
        ("POST", "charset", json!({ "charset": "ebcdic" }), "latin1"),
        (
            "POST",
            "dead-session",
            json!({ "answer": "smile" }),
            "recorded",
        ),
    ] {
        let (status, answer) = control(&server, method, command, &body).await;
        assert_eq!(status, 400);
        assert!(
            answer["error"].as_str().unwrap().contains(named),
            "{answer}"
        );
    }
    assert_eq!(control(&server, "POST", "fail", &Json::Null).await.0, 400);
    assert_eq!(control(&server, "GET", "nothing", &Json::Null).await.0, 404);
    let answer = send(&server, "GET", "/elsewhere", "", "").await;
    assert!(answer.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn a_dropped_server_frees_its_port() {
    let is_free_again = |_| {
        let (_sandbox, server, _client) = start();
        let port = server.addr().port();
        assert!(serve(&Sandbox::new(1), port).is_err());
        drop(server);
        serve(&Sandbox::new(1), port).is_ok()
    };
    // Now and then another test gets the port first; never five times.
    assert!((0..5).any(is_free_again));
}
