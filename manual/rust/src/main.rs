//! Runs the program of the manual that is named: `interserver-manual-rust vps.restart`.

use std::process::ExitCode;

/// How a program ended: as its `main` would have.
enum End {
    Well,
    Badly(String),
}

impl From<()> for End {
    fn from((): ()) -> Self {
        Self::Well
    }
}

impl<E: std::fmt::Debug> From<Result<(), E>> for End {
    fn from(result: Result<(), E>) -> Self {
        match result {
            Ok(()) => Self::Well,
            Err(error) => Self::Badly(format!("{error:?}")),
        }
    }
}

type Run = fn() -> End;

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

fn main() -> ExitCode {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some((_, run)) = PROGRAMS.iter().find(|(known, _)| *known == name) else {
        eprintln!("there is no program called {name}");
        return ExitCode::FAILURE;
    };
    match run() {
        End::Well => ExitCode::SUCCESS,
        End::Badly(error) => {
            eprintln!("Error: {error}");
            ExitCode::FAILURE
        }
    }
}
