//! What Cargo alone cannot do. `cargo run -p xtask -- npm` writes the generated half of the npm
//! package, and `cargo run -p xtask -- gzip FILE` compresses a module as hard as can be; the
//! package's scripts call them.

mod gzip;
mod npm;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let result = match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["npm"] => npm::generate(),
        ["gzip", file] => gzip::compress(file.as_ref()),
        _ => Err("usage: cargo run -p xtask -- npm | gzip FILE".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            use std::io::Write;
            // If even this cannot be written, the status still tells.
            let _ = writeln!(std::io::stderr(), "xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
