//! `interserver inventory`: every service of the account.

use indicatif::{ProgressBar, ProgressStyle};
use interserver::{Inventory, Value};

use crate::account::connect::Connection;
use crate::cli::Globals;
use crate::failure::Failure;
use crate::interrupt;
use crate::output;
use crate::render::Answer;

const COLUMNS: [&str; 8] = [
    "module",
    "id",
    "label",
    "status",
    "server_status",
    "ip",
    "service_type",
    "order_date",
];

pub(crate) async fn run(globals: &Globals) -> Result<(), Failure> {
    let connection = Connection::open(globals, true)?;
    let progress = progress(globals);
    let listed = connection.client.inventory_watched(|module| {
        progress.set_message(module.to_string());
        progress.inc(1);
    });
    let result = interrupt::or(listed).await;
    progress.finish_and_clear();
    connection.close(globals);
    let Inventory {
        items, failures, ..
    } = result??;
    let rows = items
        .iter()
        .map(|item| {
            let json = serde_json::to_value(item).map_err(std::io::Error::from)?;
            let value = |name: &str| Value::from(json[name].clone());
            Ok(COLUMNS
                .iter()
                .map(|name| ((*name).to_owned(), value(name)))
                .collect())
        })
        .collect::<Result<_, Failure>>()?;
    Answer::table(&COLUMNS, rows).print(globals)?;
    // What is missing must not go unnoticed, by a program least of all.
    match failures.split_first() {
        None => Ok(()),
        Some((first, more)) => {
            for failure in more {
                output::note(
                    globals,
                    format_args!("{} is missing: {}", failure.module, failure.error),
                );
            }
            Err(Failure::from(first.error.clone())
                .advising(format!("{} is missing from the list.", first.module)))
        }
    }
}

/// A bar on a terminal, nothing elsewhere.
fn progress(globals: &Globals) -> ProgressBar {
    if globals.quiet || globals.trace || globals.verbose {
        return ProgressBar::hidden();
    }
    let modules = interserver::meta::modules().count() as u64;
    // It draws on standard error, and only if that is a terminal.
    ProgressBar::new(modules).with_style(
        ProgressStyle::with_template("{bar:20} {pos}/{len} {msg}").expect("the template is right"),
    )
}
