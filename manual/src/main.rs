//! What the manual says, made from the declaration, and that it is true.
//!
//! ```text
//! cargo run -p interserver-manual                            writes target/manual/
//! cargo run -p interserver-manual -- check                   … and fails where a program was not run
//! cargo run -p interserver-manual -- sources LANGUAGE FOLDER
//! cargo run -p interserver-manual -- run LANGUAGE FORM COMMAND…
//! ```
//!
//! `target/manual/` holds the reference as data (`reference.json`), and for each language the
//! programs of the manual (`examples/*.json`): those of the reference, and those in the guides.
//! `sources` lays those of a language out to be compiled together.
//! `run` runs those of a language, against a fresh sandbox each, and compares what they print with
//! `docs/examples/`; with `UPDATE_MANUAL=1` it writes that. FORM says what the command is given:
//! `file:FOLDER:ENDING`, `name`, or `batch:FOLDER`.

mod candidates;
mod exchange;
mod guides;
mod plan;
mod pool;
mod program;
mod reference;
mod run;
mod sources;
mod stored;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use program::Programs;
use run::{Form, Runner};
use stored::Strictness;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        [] => write(Strictness::TakeWhatIsThere),
        ["check"] => write(Strictness::Complete),
        ["sources", language, folder] => sources(language, Path::new(folder)),
        ["run", language, form, command @ ..] => run(language, form, command),
        _ => Err(
            "usage: interserver-manual [check | sources LANGUAGE FOLDER | run LANGUAGE FORM COMMAND…]"
                .into(),
        ),
    };
    // If even this cannot be written, the status still tells.
    match result {
        Ok(said) => {
            let _ = writeln!(std::io::stdout(), "manual: {said}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "manual: {error}");
            ExitCode::FAILURE
        }
    }
}

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.unwrap_or(Path::new(".")).to_owned()
}

/// The programs of all languages, and what they are made from.
fn programs() -> Result<(Vec<plan::Plan>, Programs)> {
    let plans = plan::plans()?;
    let guides = guides::programs(&root().join("docs/src/content/docs"))?;
    let programs = program::all(&plans, guides)?;
    Ok((plans, programs))
}

fn programs_in(language: &str) -> Result<Vec<program::Program>> {
    let (_, mut programs) = programs()?;
    let own = programs.remove(language);
    Ok(own.ok_or_else(|| format!("there are no programs in {language}"))?)
}

fn sources(language: &str, folder: &Path) -> Result<String> {
    sources::write(language, &programs_in(language)?, folder)
}

fn write(strictness: Strictness) -> Result<String> {
    let out = root().join("target/manual");
    let (plans, programs) = programs()?;
    for (language, examples) in &programs {
        let file = out.join("examples").join(format!("{language}.json"));
        write_json(&file, &serde_json::to_value(examples)?)?;
    }
    let stored = stored::read(&root().join("docs/examples"), &programs, strictness)?;
    write_json(
        &out.join("reference.json"),
        &reference::reference(&plans, &stored),
    )?;
    let count: usize = programs.values().map(Vec::len).sum();
    Ok(format!("{count} programs of {} operations", plans.len()))
}

fn run(language: &str, form: &str, command: &[&str]) -> Result<String> {
    let parts: Vec<_> = form.split(':').collect();
    let form = match parts.as_slice() {
        ["name"] => Form::Name,
        ["batch", folder] => Form::Batch {
            folder: Path::new(folder),
        },
        ["file", folder, ending] => Form::File {
            folder: Path::new(folder),
            ending,
        },
        _ => {
            return Err(
                format!("{form}: a form is file:FOLDER:ENDING, name or batch:FOLDER").into(),
            );
        }
    };
    let own = programs_in(language)?;
    let update = std::env::var_os("UPDATE_MANUAL").is_some_and(|value| value == "1");
    let store = root().join("docs/examples");
    run::run(language, &own, &Runner { command, form }, &store, update)
}

fn write_json(file: &Path, json: &serde_json::Value) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, format!("{json:#}\n"))?;
    Ok(())
}
