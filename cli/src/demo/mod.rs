//! `interserver demo`: a tour of the public client against a sandbox on a free port.
//!
//! [`tour`] has the stations, [`screen`] how they look. A station checks what it shows: if anything
//! is not as it should be, the tour ends there and the command fails.

mod money;
mod screen;
mod tour;

use std::time::Instant;

use interserver::Client;
use interserver_sandbox::{PASSWORD, Sandbox, USERNAME};

use crate::failure::Failure;
use screen::Screen;

pub(crate) async fn run(seed: u64) -> Result<(), Failure> {
    let started = Instant::now();
    let screen = Screen::default();
    let sandbox = Sandbox::new(seed);
    let server = interserver_sandbox::serve(&sandbox, 0)?;
    screen.title("A tour of interserver")?;
    screen.note(&format!(
        "A sandbox answers at {}; nothing here is real, and nothing leaves this machine.",
        server.endpoint()
    ))?;
    let client = Client::builder()
        .endpoint(server.endpoint())
        .credentials(USERNAME, PASSWORD)
        .user_agent_suffix("demo")
        .build()?;

    tour::log_in(&screen, &client).await?;
    tour::look_around(&screen, &client).await?;
    tour::restart(&screen, &client).await?;
    tour::read_the_catalogue(&screen, &client).await?;
    let order = money::validate(&screen, &client).await?;
    let bought = money::buy(&screen, &client, &order).await?;
    money::pay(&screen, &client, &bought).await?;
    money::lose_the_line(&screen, &client, &sandbox, &order).await?;
    tour::edit_dns(&screen, &client).await?;
    tour::ask_support(&screen, &client).await?;
    tour::cancel(&screen, &client, &bought).await?;

    let requests = sandbox.requests().len();
    screen.end(&format!(
        "Done: {requests} requests in {:.1} s. Everything was as it should be.",
        started.elapsed().as_secs_f64()
    ))?;
    Ok(())
}

/// Fails the tour unless something holds.
fn ensure(holds: bool, what: impl Into<String>) -> Result<(), Failure> {
    if holds {
        Ok(())
    } else {
        Err(Failure::Broken(what.into()))
    }
}

/// A value that has to be there.
fn expect<T>(value: Option<T>, what: &str) -> Result<T, Failure> {
    value.ok_or_else(|| Failure::Broken(format!("there is no {what}")))
}
