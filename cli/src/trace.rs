//! `--verbose` and `--trace`: the client's own events on standard error, secrets masked by it.

use tracing_subscriber::filter::LevelFilter;

use crate::cli::Globals;

/// Starts to tell, if it was asked for. Warnings are told unless it should be quiet.
pub(crate) fn start(globals: &Globals) {
    let level = match (globals.trace, globals.verbose, globals.quiet) {
        (true, _, _) => LevelFilter::TRACE,
        (_, true, _) => LevelFilter::DEBUG,
        (_, _, true) => return,
        _ => LevelFilter::WARN,
    };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .with_target(false)
        .init();
}
