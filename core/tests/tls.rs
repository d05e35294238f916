//! Real TLS handshakes with a server on this machine.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot make its certificates fails"
)]

#[path = "support/net.rs"]
mod net;
mod support;

use std::sync::Arc;
use std::time::Duration;

use interserver::{Client, ClientBuilder, Error, ErrorKind, Outcome, RetryPolicy};
use net::{Reply, Seen, Server, http, soap};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use support::envelope;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// A certificate authority that no one has heard of.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn pem(&self) -> String {
        self.0.pem()
    }

    /// A server's settings with a certificate for a host.
    fn certify(&self, host: &str, change: impl FnOnce(&mut CertificateParams)) -> ServerConfig {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        change(&mut params);
        let certificate = params.signed_by(&key, &self.0).unwrap();
        ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivateKeyDer::Pkcs8(key.serialize_der().into()),
            )
            .unwrap()
    }
}

fn module_list() -> Vec<u8> {
    envelope(
        "<return xsi:type=\"SOAP-ENC:Array\"><item xsi:type=\"xsd:string\">vps</item></return>",
    )
}

fn modules(_: &Seen) -> Reply {
    soap(&module_list())
}

fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .endpoint(server.tls_endpoint())
        .retry(RetryPolicy::never())
}

/// Checks that a client refuses a server's certificate, of a read and of a write alike, and that
/// no byte of a request left.
async fn refuses(server: &Server, client: &Client, why: &str) {
    let read = client.general().modules().await.unwrap_err();
    // A function that is not known is a write.
    let write = client.call("api_brand_new", [("id", 1)]).await.unwrap_err();
    for error in [read, write] {
        assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
        assert_eq!(error.outcome(), Outcome::NotDone, "{error:?}");
        assert!(error.message().contains(why), "{error:?}");
    }
    assert_eq!(server.connections(), 2, "it was tried");
    assert_eq!(server.seen().len(), 0, "nothing was sent");
}

#[tokio::test]
async fn a_good_certificate_of_an_added_authority_is_accepted() {
    let authority = Authority::new();
    let server = Server::tls(authority.certify("localhost", |_| {}), modules).await;
    let client = builder(&server)
        .certificate_authority(authority.pem())
        .build()
        .unwrap();
    assert_eq!(client.general().modules().await.unwrap(), ["vps"]);
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn one_pem_file_may_hold_several_authorities_and_several_may_be_added() {
    let [first, second, third] = [Authority::new(), Authority::new(), Authority::new()];
    let bundle = format!("Our company\n{}\n{}", first.pem(), second.pem());
    for issuer in [&first, &second, &third] {
        let server = Server::tls(issuer.certify("localhost", |_| {}), modules).await;
        let client = builder(&server)
            .certificate_authority(&*bundle)
            .certificate_authority(third.pem())
            .build()
            .unwrap();
        assert_eq!(client.general().modules().await.unwrap(), ["vps"]);
    }
}

#[tokio::test]
async fn an_unknown_authority_is_refused() {
    let server = Server::tls(Authority::new().certify("localhost", |_| {}), modules).await;
    refuses(&server, &builder(&server).build().unwrap(), "UnknownIssuer").await;
}

#[tokio::test]
async fn another_authority_than_the_added_one_is_refused() {
    let server = Server::tls(Authority::new().certify("localhost", |_| {}), modules).await;
    let client = builder(&server)
        .certificate_authority(Authority::new().pem())
        .build()
        .unwrap();
    refuses(&server, &client, "invalid peer certificate").await;
}

#[tokio::test]
async fn an_expired_certificate_is_refused() {
    let authority = Authority::new();
    let expired = authority.certify("localhost", |params| {
        params.not_before = date_time_ymd(2019, 1, 1);
        params.not_after = date_time_ymd(2020, 1, 1);
    });
    let server = Server::tls(expired, modules).await;
    let client = builder(&server)
        .certificate_authority(authority.pem())
        .build()
        .unwrap();
    refuses(&server, &client, "expired").await;
}

#[tokio::test]
async fn a_certificate_that_begins_later_is_refused() {
    let authority = Authority::new();
    let early = authority.certify("localhost", |params| {
        params.not_before = date_time_ymd(4000, 1, 1);
    });
    let server = Server::tls(early, modules).await;
    let client = builder(&server)
        .certificate_authority(authority.pem())
        .build()
        .unwrap();
    refuses(&server, &client, "not valid yet").await;
}

#[tokio::test]
async fn a_certificate_for_another_host_is_refused() {
    let authority = Authority::new();
    let other = authority.certify("my.interserver.example", |_| {});
    let server = Server::tls(other, modules).await;
    let client = builder(&server)
        .certificate_authority(authority.pem())
        .build()
        .unwrap();
    refuses(&server, &client, "localhost").await;
}

#[tokio::test]
async fn a_server_without_tls_is_refused() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let endpoint = format!(
        "https://localhost:{}/",
        listener.local_addr().unwrap().port()
    );
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        let _ = stream.read_to_end(&mut Vec::new()).await;
    });
    let client = Client::builder()
        .endpoint(endpoint)
        .retry(RetryPolicy::never())
        .build()
        .unwrap();
    let error = client.call("api_brand_new", [("id", 1)]).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Connect, Outcome::NotDone),
        "{error:?}"
    );
}

#[tokio::test]
async fn the_connect_timeout_covers_the_handshake() {
    // It accepts, and waits for a request that never comes in the clear.
    let server = Server::plain(modules).await;
    let client = builder(&server)
        .connect_timeout(Duration::from_millis(50))
        .build()
        .unwrap();
    let error = client.call("api_brand_new", [("id", 1)]).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Timeout, Outcome::NotDone),
        "{error:?}"
    );
    assert!(error.message().contains("connecting"), "{error}");
}

#[test]
fn an_authority_that_is_no_pem_is_a_wrong_setting() {
    for pem in [
        "",
        "/etc/ssl/company.pem",
        "-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        &KeyPair::generate().unwrap().serialize_pem(),
    ] {
        let error = Client::builder()
            .certificate_authority(pem)
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{pem}");
        assert!(error.message().contains("certificate_authority"), "{error}");
    }
}

#[tokio::test]
async fn redirects_are_refused_and_never_followed() {
    let authority = Authority::new();
    let elsewhere = Server::tls(authority.certify("localhost", |_| {}), modules).await;
    for status in [
        "301 Moved",
        "302 Found",
        "303 See Other",
        "307 Temporary",
        "308 Permanent",
    ] {
        let location = elsewhere.tls_endpoint();
        // Not even a redirect with a good answer in it counts.
        let server = Server::tls(authority.certify("localhost", |_| {}), move |_| {
            Reply::Send(http(status, &[("location", &location)], &module_list()))
        })
        .await;
        let client = builder(&server)
            .certificate_authority(authority.pem())
            .build()
            .unwrap();
        let read = client.general().modules().await.unwrap_err();
        let write = client.call("api_brand_new", [("id", 1)]).await.unwrap_err();
        let code = status.split(' ').next().unwrap().parse().ok();
        let seen = |error: &Error| (error.kind(), error.http_status(), error.outcome());
        assert_eq!(seen(&read), (ErrorKind::Http, code, Outcome::NotDone));
        assert_eq!(seen(&write), (ErrorKind::Http, code, Outcome::Unknown));
        assert!(read.message().contains("redirects"), "{read}");
        assert_eq!(server.seen().len(), 2, "each was sent once");
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn plain_http_is_for_this_machine_only() {
    for endpoint in [
        "http://my.interserver.net/api.php",
        "http://192.0.2.1/api.php",
        "http://localhost.example.com/api.php",
        "http://127.0.0.1.example.com/api.php",
        "http://[2001:db8::1]/api.php",
    ] {
        let error = Client::builder().endpoint(endpoint).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{endpoint}");
        assert!(error.message().contains("https"), "{error}");
    }
    let server = Server::plain(modules).await;
    for host in ["127.0.0.1", "localhost", "LOCALHOST"] {
        let endpoint = format!("http://{host}:{}/api.php", server.addr.port());
        let client = Client::builder().endpoint(endpoint).build().unwrap();
        assert_eq!(client.general().modules().await.unwrap(), ["vps"], "{host}");
    }
}
