//! [`Server`]: an HTTP/1.1 server on this machine, so small that a test sees every byte.

#![allow(dead_code, unreachable_pub, reason = "each test crate uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot listen fails")]

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The request line and the headers, as they were sent.
    pub head: String,
    pub body: String,
}

impl Seen {
    /// The values of a header.
    pub fn header(&self, name: &str) -> Vec<&str> {
        self.head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(": "))
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
            .collect()
    }
}

/// What a server does about a request.
pub enum Reply {
    /// Sends it and waits for the next request.
    Send(Vec<u8>),
    /// Sends it and then nothing, the connection kept open.
    Stall(Vec<u8>),
    /// Sends it and resets the connection.
    Reset(Vec<u8>),
}

/// A whole HTTP response.
pub fn http(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut response = head(status, headers, body.len());
    response.extend_from_slice(body);
    response
}

/// The head of an HTTP response that promises a body of `length` bytes.
pub fn head(status: &str, headers: &[(&str, &str)], length: usize) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    head.into_bytes()
}

/// An envelope as an HTTP response.
pub fn soap(body: &[u8]) -> Reply {
    let headers = [("content-type", "text/xml; charset=ISO-8859-1")];
    Reply::Send(http("200 OK", &headers, body))
}

/// Listens until the test's runtime ends.
#[derive(Clone)]
pub struct Server {
    pub addr: SocketAddr,
    connections: Arc<AtomicUsize>,
    seen: Arc<Mutex<Vec<Seen>>>,
}

type Answer = dyn Fn(&Seen) -> Reply + Send + Sync;

impl Server {
    pub async fn plain(answer: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Self {
        Self::start(None, Arc::new(answer)).await
    }

    pub async fn tls(
        config: ServerConfig,
        answer: impl Fn(&Seen) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let acceptor = TlsAcceptor::from(Arc::new(config));
        Self::start(Some(acceptor), Arc::new(answer)).await
    }

    async fn start(acceptor: Option<TlsAcceptor>, answer: Arc<Answer>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let server = Self {
            addr: listener.local_addr().unwrap(),
            connections: Arc::default(),
            seen: Arc::default(),
        };
        let shared = server.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                shared.connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(shared.clone().converse(
                    stream,
                    acceptor.clone(),
                    Arc::clone(&answer),
                ));
            }
        });
        server
    }

    /// Connections that were accepted.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// Requests that came in.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// Lets the server read on: a client that gave up may be ahead of it.
    pub async fn sees(&self, requests: usize) {
        for _ in 0..10_000 {
            if self.seen().len() >= requests {
                return;
            }
            tokio::task::yield_now().await;
        }
    }

    /// The API's address by number.
    pub fn endpoint(&self) -> String {
        format!("http://{}/api.php", self.addr)
    }

    /// The API's address by name, over TLS.
    pub fn tls_endpoint(&self) -> String {
        format!("https://localhost:{}/api.php", self.addr.port())
    }

    async fn converse(self, stream: TcpStream, acceptor: Option<TlsAcceptor>, answer: Arc<Answer>) {
        let Some(acceptor) = acceptor else {
            let stalled = self.talk(stream, &answer).await;
            if let Some((stream, reset)) = stalled {
                if reset {
                    stream.set_zero_linger().unwrap();
                } else {
                    std::future::pending::<()>().await;
                }
            }
            return;
        };
        // A handshake that fails is what most of the tests want.
        if let Ok(stream) = acceptor.accept(stream).await {
            self.talk(stream, &answer).await;
        }
    }

    /// Answers requests. Gives the stream back once it is to stall, or to be reset.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        mut stream: S,
        answer: &Arc<Answer>,
    ) -> Option<(S, bool)> {
        loop {
            let seen = read(&mut stream).await?;
            let reply = answer(&seen);
            self.seen.lock().unwrap().push(seen);
            let (bytes, end) = match reply {
                Reply::Send(bytes) => (bytes, None),
                Reply::Stall(bytes) => (bytes, Some(false)),
                Reply::Reset(bytes) => (bytes, Some(true)),
            };
            stream.write_all(&bytes).await.ok()?;
            stream.flush().await.ok()?;
            if let Some(reset) = end {
                return Some((stream, reset));
            }
        }
    }
}

async fn read<S: AsyncRead + Unpin>(stream: &mut S) -> Option<Seen> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
    let length = head
        .lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.parse().ok())
        .unwrap_or(0);
    while bytes.len() < end + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    let body = String::from_utf8(bytes[end..].to_vec()).ok()?;
    Some(Seen { head, body })
}
