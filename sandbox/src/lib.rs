//! A stand-in for the InterServer API, for tests: it speaks the real wire dialect, keeps state and
//! has consequences, and needs no account and no network.
//!
//! Start with [`Sandbox`]. It gives a [`Client`](interserver::Client) in the same process, or a
//! server on this machine for programs in any language:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), interserver::Error> {
//! use std::time::Duration;
//! use interserver_sandbox::{Fault, Sandbox};
//!
//! let sandbox = Sandbox::new(1);
//! let client = sandbox.client();
//!
//! // It has consequences, in its own time.
//! let id = client.vps().list().await?[0].id;
//! client.vps().restart(id).await?;
//! sandbox.advance(Duration::from_secs(2));
//! let vps = client.vps().get(id).await?;
//! assert_eq!(vps.server_status.unwrap().to_string(), "restarting");
//!
//! // It fails on demand.
//! sandbox.fail("vps.list", Fault::Status { code: 503, retry_after: Some(2) }, 1);
//! client.vps().list().await?; // asked again after two seconds of the sandbox's time
//! assert_eq!(sandbox.count("vps.list"), 3);
//! # Ok(())
//! # }
//! ```
//!
//! # Time and chance
//! A sandbox begins at the same moment every time, and its time moves only when it is told to
//! ([`Sandbox::advance`]), when its in-process client waits, or, behind the HTTP server, with real
//! time. All chance comes from the seed. So a test gives the same answers every time.
//!
//! # Over HTTP
//! With the feature `http` (on by default), `serve` puts a sandbox on a loopback port. The API is at
//! `/api.php`, its description at `/api.php?wsdl`, and tests in any language find what they need at
//! `/sandbox/`, in JSON:
//!
//! | request | body | does |
//! | --- | --- | --- |
//! | `GET /sandbox/state` | | shows the account |
//! | `GET /sandbox/requests` | | shows what came in: `counts` by operation, and `requests` |
//! | `POST /sandbox/reset` | | goes back to the first state |
//! | `POST /sandbox/advance` | `{"seconds": 3}` | moves the time |
//! | `POST /sandbox/expire` | | ends all sessions |
//! | `POST /sandbox/fail` | `{"operation": "vps.buy", "fault": "status", "code": 503, "count": 1}` | plans a [`Fault`] |
//! | `POST /sandbox/charset` | `{"charset": "utf8"}` | chooses a [`Charset`]: `latin1`, `utf8`, `mislabelled` |
//! | `POST /sandbox/dead-session` | `{"answer": "nil"}` | chooses a [`DeadSession`] by its [name](DeadSession::name) |
//!
//! `operation` is a wire name, a method path or `*` (the default), `count` is 1 unless given.
//! `fault` is one of:
//!
//! | `fault` | besides |
//! | --- | --- |
//! | `latency` | `milliseconds` |
//! | `slow_drip` | `bytes`, `milliseconds` |
//! | `connection_refused`, `reset_before_effect`, `reset_after_effect`, `cut` | |
//! | `status` | `code`, perhaps `retry_after` in seconds |
//! | `html_500` | perhaps `executed` |
//! | `empty_body`, `truncated`, `byte_order_mark`, `blank_lines`, `php_warning`, `expired_session` | |
//! | `soap_fault` | perhaps `code` and `text` |
//! | `rows` | `rows` |
//! | `huge_body`, `gzip_bomb` | `bytes` |
//!
//! # The account
//! One account, [`USERNAME`] with [`PASSWORD`], and data that are made up: services in all ten
//! modules, tickets, DNS zones, invoices paid and unpaid, and prepays to pay them from. What there is
//! to buy is what the documentation lists. The coupons `SANDBOX10` and `SANDBOX50` take 10 and 50
//! percent off the first invoice.

mod behaviour;
mod catalogue;
mod control;
mod dead_session;
mod dress;
mod fault;
mod http;
mod log;
mod sandbox;
#[cfg(all(feature = "http", not(target_family = "wasm")))]
mod server;
mod soap;
mod state;
mod transport;
mod value;
mod world;

pub use dead_session::DeadSession;
pub use fault::Fault;
pub use http::{Delivery, Drip, Ending, HttpRequest, HttpResponse};
pub use log::LoggedRequest;
pub use sandbox::Sandbox;
#[cfg(all(feature = "http", not(target_family = "wasm")))]
pub use server::{Server, serve};
pub use soap::charset::Charset;
pub use world::World;

/// User name of the account.
pub const USERNAME: &str = "demo@example.com";
/// Password of the account.
pub const PASSWORD: &str = "secret";
/// API key of the account; it works in the password's place.
pub const API_KEY: &str = "sandbox-api-key";
