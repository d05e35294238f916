//! Serves a sandbox until the process ends; the first line it prints is its address.
//!
//! `cargo run -p interserver-sandbox --example serve -- [PORT]`

use std::io::Write;

use interserver_sandbox::{Sandbox, serve};

fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok());
    let server = serve(&Sandbox::new(1), port.unwrap_or(0))?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", server.endpoint())?;
    out.flush()?;
    server.wait();
    Ok(())
}
