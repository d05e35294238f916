//! [`serve`]: a sandbox behind a loopback port, in real time.

mod body;
mod line;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use http_body_util::{BodyExt, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::http::{Ending, HttpRequest, HttpResponse};
use crate::sandbox::Sandbox;
use body::Paced;
use line::Line;

/// Bytes of a request past which it is not taken.
const LARGEST: usize = 16 << 20;

/// Puts a sandbox on a port of this machine; port 0 takes a free one.
///
/// It needs no async runtime: the server has a thread of its own. From now on real time moves the
/// sandbox's clock.
///
/// ```
/// use interserver_sandbox::{Sandbox, serve};
///
/// let server = serve(&Sandbox::new(1), 0)?;
/// assert!(server.endpoint().ends_with("/api.php"));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// If the port is taken, or no thread can be had.
pub fn serve(sandbox: &Sandbox, port: u16) -> io::Result<Server> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let addr = listener.local_addr()?;
    let site = Arc::new(Site {
        sandbox: sandbox.clone(),
        synced: Mutex::new(Instant::now()),
    });
    let (stop, stopped) = oneshot::channel();
    let (ready, is_ready) = std::sync::mpsc::channel();
    // The runtime lives and dies in its own thread: a caller may be in one of its own.
    let thread = std::thread::Builder::new()
        .name("interserver-sandbox".to_owned())
        .spawn(move || match begin(listener, site) {
            Ok(runtime) => {
                let _ = ready.send(Ok(()));
                // An error means that whoever could stop it is gone: it goes on.
                if runtime.block_on(stopped).is_err() {
                    runtime.block_on(std::future::pending::<()>());
                }
            }
            Err(error) => {
                let _ = ready.send(Err(error));
            }
        })?;
    is_ready
        .recv()
        .unwrap_or_else(|_| Err(io::Error::other("the server's thread ended")))?;
    Ok(Server {
        addr,
        stop: Some(stop),
        thread: Some(thread),
    })
}

fn begin(listener: std::net::TcpListener, site: Arc<Site>) -> io::Result<Runtime> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let listener = {
        let _inside = runtime.enter();
        TcpListener::from_std(listener)?
    };
    runtime.spawn(accept(listener, site));
    Ok(runtime)
}

/// A sandbox that listens. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Where it listens.
    #[must_use]
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The address of the API, such as `http://127.0.0.1:8080/api.php`.
    #[must_use]
    pub fn endpoint(&self) -> String {
        format!("http://{}/api.php", self.addr)
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic of the server's thread has been printed by then.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // It may have stopped by itself.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What all connections share.
struct Site {
    sandbox: Sandbox,
    /// Up to when real time has been passed on to the sandbox.
    synced: Mutex<Instant>,
}

impl Site {
    fn answer(&self, request: &HttpRequest) -> HttpResponse {
        {
            let mut synced = self.synced.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Instant::now();
            self.sandbox.advance(now.saturating_duration_since(*synced));
            *synced = now;
        }
        self.sandbox.handle(request)
    }
}

async fn accept(listener: TcpListener, site: Arc<Site>) {
    loop {
        // A connection that fails before it begins is the other side's affair.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        };
        tokio::spawn(converse(stream, Arc::clone(&site)));
    }
}

async fn converse(stream: TcpStream, site: Arc<Site>) {
    let _ = stream.set_nodelay(true);
    let line = Line::new(stream);
    let breaker = line.breaker();
    let service = service_fn(move |request| {
        let (site, breaker) = (Arc::clone(&site), Arc::clone(&breaker));
        async move {
            let answer = respond(request, &site).await;
            if answer.is_err() {
                line::break_off(&breaker);
            }
            answer
        }
    });
    // Ends with an error whenever a fault breaks the connection: that is what it is for.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(line, service)
        .await;
}

async fn respond(
    request: hyper::Request<Incoming>,
    site: &Site,
) -> Result<hyper::Response<Paced>, Broken> {
    let (parts, incoming) = request.into_parts();
    let Ok(body) = Limited::new(incoming, LARGEST).collect().await else {
        let refusal = HttpResponse::new(413, "text/plain", "the request is too large\n");
        return Ok(delivered(refusal));
    };
    let request = HttpRequest {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts
            .headers
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                (name.to_string(), value)
            })
            .collect(),
        body: body.to_bytes().to_vec(),
    };
    let answer = site.answer(&request);
    if !answer.delivery.latency.is_zero() {
        tokio::time::sleep(answer.delivery.latency).await;
    }
    match answer.delivery.ending {
        Ending::Reset | Ending::Refused => Err(Broken),
        Ending::Whole | Ending::Cut => Ok(delivered(answer)),
    }
}

fn delivered(answer: HttpResponse) -> hyper::Response<Paced> {
    let mut response = hyper::Response::builder().status(answer.status);
    for (name, value) in answer.headers {
        // Latin-1 header values have no place here; the sandbox writes none.
        response = response.header(name, value);
    }
    let body = Paced::new(
        answer.body,
        answer.delivery.drip,
        answer.delivery.ending == Ending::Cut,
    );
    response.body(body).unwrap_or_else(|_| {
        let mut response = hyper::Response::new(Paced::new(Vec::new(), None, false));
        *response.status_mut() = hyper::StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}

/// The connection is to break.
#[derive(Debug)]
pub(crate) struct Broken;

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a fault breaks the connection")
    }
}

impl std::error::Error for Broken {}
