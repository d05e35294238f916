//! The network: reqwest over rustls, with bundled roots.

use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::{BoxFuture, Request, Response, Transport, TransportError, TransportErrorKind};
use crate::error::{Error, Result};
use crate::value::Secret;

/// What the network can be told.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub(crate) connect_timeout: Duration,
    pub(crate) read_timeout: Duration,
    pub(crate) proxy: Option<Secret>,
    pub(crate) certificate_authorities: Vec<Vec<u8>>,
}

pub(crate) struct Native {
    http: reqwest::Client,
    started: Instant,
}

impl Native {
    /// Sets the client up. Nothing is connected yet.
    pub(crate) fn new(network: &Network) -> Result<Self> {
        let builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls(&network.certificate_authorities)?)
            .http1_only()
            .redirect(reqwest::redirect::Policy::none())
            // Only this library knows which calls may be repeated.
            .retry(reqwest::retry::never())
            .referer(false)
            .connect_timeout(network.connect_timeout)
            .read_timeout(network.read_timeout);
        let builder = match &network.proxy {
            None => builder.no_proxy(),
            Some(url) => {
                let url = url.expose();
                check_proxy(url)?;
                builder.proxy(
                    reqwest::Proxy::all(url)
                        .map_err(|error| bad_proxy().with_source(error.without_url()))?,
                )
            }
        };
        let http = builder.build().map_err(|error| {
            Error::configuration("the HTTP client cannot be set up").with_source(error)
        })?;
        Ok(Self {
            http,
            started: Instant::now(),
        })
    }

    async fn exchange(
        &self,
        method: reqwest::Method,
        request: Request,
    ) -> Result<Response, TransportError> {
        let mut builder = self
            .http
            .request(method, &request.url)
            .timeout(request.timeout)
            .body(request.body);
        for (name, value) in request.headers {
            builder = builder.header(name, value);
        }
        let mut answer = builder.send().await.map_err(failed)?;
        let mut response = Response {
            status: answer.status().as_u16(),
            headers: answer
                .headers()
                .iter()
                .map(|(name, value)| {
                    (
                        name.as_str().to_owned(),
                        String::from_utf8_lossy(value.as_bytes()).into_owned(),
                    )
                })
                .collect(),
            body: Vec::new(),
        };
        while let Some(chunk) = answer.chunk().await.map_err(failed)? {
            if response.body.len() + chunk.len() > request.max_body {
                return Err(TransportError::new(
                    TransportErrorKind::TooLarge,
                    true,
                    "the body is larger than allowed",
                ));
            }
            response.body.extend_from_slice(&chunk);
        }
        Ok(response)
    }
}

impl Transport for Native {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        Box::pin(self.exchange(reqwest::Method::POST, request))
    }

    fn fetch(&self, request: Request) -> Option<BoxFuture<'_, Result<Response, TransportError>>> {
        Some(Box::pin(self.exchange(reqwest::Method::GET, request)))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async move { tokio::time::sleep(duration).await })
    }

    fn now(&self) -> Duration {
        self.started.elapsed()
    }
}

fn failed(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    // A failed connect phase covers TCP, proxy and TLS: no byte of the request has left. The same
    // is true of a pooled connection that closed before the request was written.
    let unsent = error.is_connect() || error.is_builder() || was_never_written(&error);
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::Connect
    };
    let message = match (kind, unsent) {
        (TransportErrorKind::Timeout, true) => "connecting took too long".to_owned(),
        (TransportErrorKind::Timeout, false) => "the answer took too long".to_owned(),
        (_, true) => format!("no connection: {}", innermost(&error)),
        (_, false) => format!("the connection broke: {}", innermost(&error)),
    };
    TransportError {
        source: Some(Box::new(error)),
        ..TransportError::new(kind, !unsent, message)
    }
}

fn chain<'a>(
    error: &'a (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

fn was_never_written(error: &reqwest::Error) -> bool {
    chain(error)
        .filter_map(|error| error.downcast_ref::<hyper::Error>())
        .any(hyper::Error::is_canceled)
}

/// The last error of the chain says the most: "connection refused", "certificate expired".
fn innermost(error: &reqwest::Error) -> String {
    chain(error)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn tls(certificate_authorities: &[Vec<u8>]) -> Result<rustls::ClientConfig> {
    let mut roots = rustls::RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    for pem in certificate_authorities {
        let certificates: Vec<_> = CertificateDer::pem_slice_iter(pem)
            .collect::<Result<_, _>>()
            .map_err(|error| bad_authority().with_source(error))?;
        if certificates.is_empty() {
            return Err(bad_authority());
        }
        for certificate in certificates {
            roots
                .add(certificate)
                .map_err(|error| bad_authority().with_source(error))?;
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::configuration("TLS cannot be set up").with_source(error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}

/// reqwest passes by a proxy that it cannot speak to, as if none had been given.
fn check_proxy(url: &str) -> Result<()> {
    let full = match url.contains("://") {
        true => url.to_owned(),
        false => format!("http://{url}"),
    };
    let uri: http::Uri = full.parse().map_err(|_| bad_proxy())?;
    match uri.scheme_str() {
        Some("http" | "https") if uri.host().is_some_and(|host| !host.is_empty()) => Ok(()),
        _ => Err(bad_proxy()),
    }
}

/// The address may hold a password, so it is not repeated.
fn bad_proxy() -> Error {
    Error::configuration("`proxy` is no address of an HTTP proxy")
}

fn bad_authority() -> Error {
    Error::configuration("`certificate_authority` holds no PEM certificate that can be used")
}
