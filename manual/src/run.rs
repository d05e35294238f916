//! Runs the programs of a language, each against a sandbox of its own in its first state, and
//! compares what they print with what is stored.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use interserver_sandbox::{PASSWORD, Sandbox, USERNAME, serve};
use serde_json::json;

use crate::plan::SEED;
use crate::program::Program;
use crate::stored::Example;
use crate::{Result, stored};

/// How programs are started.
pub(crate) struct Runner<'a> {
    /// What is in front of the program.
    pub(crate) command: &'a [&'a str],
    pub(crate) form: Form<'a>,
}

/// What a command is given.
pub(crate) enum Form<'a> {
    /// A file with the program, in a folder, with an ending.
    File { folder: &'a Path, ending: &'a str },
    /// The program's name: the command has them all in it.
    Name,
    /// A file with all programs and one to write `{name: output}` to: starting is dear, so one
    /// process runs them all and resets the sandbox at `INTERSERVER_SANDBOX` before each.
    Batch { folder: &'a Path },
}

type Outputs = BTreeMap<String, String>;

/// Runs all programs of a language and compares; with `update`, what they print is stored instead.
pub(crate) fn run(
    language: &str,
    programs: &[Program],
    runner: &Runner<'_>,
    store: &Path,
    update: bool,
) -> Result<String> {
    let outputs = match runner.form {
        Form::Batch { folder } => batch(language, programs, runner.command, folder)?,
        _ => one_by_one(programs, runner)?,
    };
    let mut fresh = BTreeMap::new();
    for program in programs {
        let output = outputs
            .get(&program.id)
            .ok_or_else(|| format!("{} was not run", program.id))?;
        let example = Example {
            code: program.code.clone(),
            output: tidy(output),
        };
        fresh.insert(program.id.clone(), example);
    }
    let file = store.join(format!("{language}.json"));
    if update {
        crate::write_json(&file, &serde_json::to_value(&fresh)?)?;
        return Ok(format!(
            "{language}: {} programs run and stored",
            fresh.len()
        ));
    }
    let known = stored::load(&file)?;
    let wrong: Vec<_> = fresh
        .iter()
        .filter(|(id, example)| known.get(*id) != Some(example))
        .map(|(id, example)| match known.get(id) {
            Some(known) if known.code == example.code => {
                format!(
                    "{id} printed\n{}\ninstead of\n{}",
                    example.output, known.output
                )
            }
            Some(_) => format!("{id} is another program than the one that is stored"),
            None => format!("{id} is not stored"),
        })
        .chain(
            known
                .keys()
                .filter(|id| !fresh.contains_key(*id))
                .map(|id| format!("{id} is gone")),
        )
        .collect();
    if !wrong.is_empty() {
        return Err(format!(
            "{language}: {} of {} programs are not as `docs/examples` has them (`make examples` \
             stores what they print):\n{}",
            wrong.len(),
            fresh.len(),
            wrong.join("\n")
        )
        .into());
    }
    Ok(format!("{language}: {} passed, 0 failed", fresh.len()))
}

/// Blanks at the ends of lines and lines at the end are of no interest.
fn tidy(output: &str) -> String {
    let lines: Vec<_> = output.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}

fn one_by_one(programs: &[Program], runner: &Runner<'_>) -> Result<Outputs> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new((Outputs::new(), Vec::new()));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = single(program, runner).map_err(|error| error.to_string());
                    let mut done = done.lock().expect("no worker panics while it holds this");
                    match result {
                        Ok(output) => {
                            done.0.insert(program.id.clone(), output);
                        }
                        Err(error) => done.1.push(format!("{}: {error}", program.id)),
                    }
                }
            });
        }
    });
    let (outputs, failures) = done.into_inner().expect("no worker panicked");
    if failures.is_empty() {
        Ok(outputs)
    } else {
        Err(format!(
            "{} programs failed:\n{}",
            failures.len(),
            failures.join("\n")
        )
        .into())
    }
}

fn single(program: &Program, runner: &Runner<'_>) -> Result<String> {
    let sandbox = Sandbox::new(SEED);
    let server = serve(&sandbox, 0)?;
    let mut command = command(runner.command, &server.endpoint())?;
    match runner.form {
        Form::File { folder, ending } => {
            let folder = std::path::absolute(folder)?;
            let name = program.id.replace('/', ".");
            let file = folder.join(format!("{name}.{ending}"));
            write(&file, &program.code)?;
            // The command line keeps sessions, and another sandbox may have had this port. Some
            // programs write files, which belong there, too.
            let own = folder.join("home").join(name);
            if own.exists() {
                std::fs::remove_dir_all(&own)?;
            }
            std::fs::create_dir_all(&own)?;
            command
                .current_dir(&own)
                .env("XDG_CACHE_HOME", own.join("cache"))
                .env("XDG_CONFIG_HOME", own.join("config"))
                .env("INTERSERVER_STORE", "file");
            command.arg(file);
        }
        Form::Name | Form::Batch { .. } => {
            command.arg(&program.id);
        }
    }
    let output = command.output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{}\n{said}\n{}", output.status, program.code).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn batch(language: &str, programs: &[Program], words: &[&str], folder: &Path) -> Result<Outputs> {
    let sandbox = Sandbox::new(SEED);
    let server = serve(&sandbox, 0)?;
    let given = folder.join(format!("{language}.programs.json"));
    let written = folder.join(format!("{language}.outputs.json"));
    write(&given, &json!(programs).to_string())?;
    // What an earlier run wrote must not pass for this one's.
    if written.exists() {
        std::fs::remove_file(&written)?;
    }
    let mut command = command(words, &server.endpoint())?;
    command.env("INTERSERVER_SANDBOX", server.endpoint());
    let status = command.args([&given, &written]).status()?;
    if !status.success() {
        return Err(format!("the programs of {language} ended with {status}").into());
    }
    Ok(serde_json::from_str(&std::fs::read_to_string(written)?)?)
}

/// A command in an environment in which a client of the sandbox can be made.
fn command(words: &[&str], endpoint: &str) -> Result<Command> {
    let (program, arguments) = words.split_first().ok_or("there is no command")?;
    // A path is one from here, wherever the program is started.
    let program = match program.contains('/') {
        true => std::path::absolute(program)?,
        false => PathBuf::from(program),
    };
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("INTERSERVER_") {
            command.env_remove(name);
        }
    }
    command
        .args(arguments)
        .stdin(Stdio::null())
        .env("NO_COLOR", "1")
        .env("INTERSERVER_ENDPOINT", endpoint)
        .env("INTERSERVER_USERNAME", USERNAME)
        .env("INTERSERVER_PASSWORD", PASSWORD);
    Ok(command)
}

fn write(file: &PathBuf, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(file, text)?)
}
