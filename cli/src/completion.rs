//! Completion with live values: ids with host names, templates, words.
//!
//! A shell asks at every key, so what the server said is kept for a minute. Whatever goes wrong
//! here gives no candidates: a shell that completes is no place for an error.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::time::{Duration, SystemTime};

use clap::Parser;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::Shells;
use interserver::meta::{EnumMeta, Operation, Shape};
use serde::{Deserialize, Serialize};

use crate::account::connect::Connection;
use crate::account::private;
use crate::cli::{Cli, Globals};
use crate::failure::Failure;
use crate::output;
use crate::service::names;

/// How long values are good for.
const FRESH: Duration = Duration::from_secs(60);
/// Longer than this, no one waits for a candidate.
const PATIENCE: Duration = Duration::from_secs(3);

/// Prints what a shell has to run once, so that it asks this program from then on.
pub(crate) fn register(shell: &str) -> Result<(), Failure> {
    let shells = Shells::builtins();
    let shell = shells
        .completer(shell)
        .ok_or_else(|| Failure::Usage(format!("there is no completion for {shell}")))?;
    let mut script = Vec::new();
    shell.write_registration(
        "COMPLETE",
        "interserver",
        "interserver",
        "interserver",
        &mut script,
    )?;
    Ok(output::bytes(&script)?)
}

/// The words of an enum.
pub(crate) fn words(words: &'static EnumMeta) -> Vec<CompletionCandidate> {
    words
        .words
        .iter()
        .map(|word| {
            let help = names::paragraph(word.docs);
            CompletionCandidate::new(word.wire).help(Some(help.into()))
        })
        .collect()
}

/// Order numbers with host names.
pub(crate) fn services(operation: &'static Operation) -> Vec<CompletionCandidate> {
    names::sibling(operation.service, "list")
        .map(|list| values(list, "id"))
        .unwrap_or_default()
}

/// The values of a field in a list, with what tells them apart.
pub(crate) fn values(list: &'static Operation, field: &'static str) -> Vec<CompletionCandidate> {
    let Ok(mut values) = fetched(list, field) else {
        return Vec::new();
    };
    values.dedup_by(|a, b| a.value == b.value);
    values
        .into_iter()
        .map(|Candidate { value, help }| CompletionCandidate::new(value).help(help.map(Into::into)))
        .collect()
}

/// A value as its file keeps it. None is a secret.
#[derive(Serialize, Deserialize)]
struct Candidate {
    value: String,
    help: Option<String>,
}

fn fetched(list: &'static Operation, field: &'static str) -> Result<Vec<Candidate>, Failure> {
    // The words before the cursor may name a profile; what cannot be parsed yet is left out.
    let globals = globals();
    let connection = Connection::open(&globals, list.session)?;
    let mut hasher = DefaultHasher::new();
    (connection.account(), list.wire, field).hash(&mut hasher);
    let path = private::cache(&format!("completion-{:016x}.json", hasher.finish()))?;
    if is_fresh(&path)
        && let Some(text) = private::read(&path)?
        && let Ok(kept) = serde_json::from_str(&text)
    {
        return Ok(kept);
    }
    let rows = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            connection
                .client
                .call(list.wire, [] as [(&str, interserver::Value); 0])
                .timeout(PATIENCE)
                .await
        })?;
    connection.close(&globals);
    let Shape::Records(meta) = list.returns else {
        return Ok(Vec::new());
    };
    let wire = |name: &str| {
        meta.fields
            .iter()
            .find(|field| field.name == name)
            .map(|f| f.wire)
    };
    let text = |row: &interserver::Value, name: &str| match row.get(wire(name)?)? {
        interserver::Value::Int(number) => Some(number.to_string()),
        interserver::Value::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    };
    let rows = rows.as_list().unwrap_or_default().iter();
    let candidates: Vec<_> = rows
        .filter_map(|row| {
            let help = ["hostname", "username", "title", "name", "ip"]
                .iter()
                .filter(|name| **name != field)
                .find_map(|name| text(row, name));
            Some(Candidate {
                value: text(row, field)?,
                help,
            })
        })
        .collect();
    let json = serde_json::to_vec(&candidates).map_err(io::Error::from)?;
    private::replace(&path, &json)?;
    Ok(candidates)
}

fn is_fresh(path: &std::path::Path) -> bool {
    std::fs::metadata(path)
        .and_then(|data| data.modified())
        .is_ok_and(|at| {
            SystemTime::now()
                .duration_since(at)
                .is_ok_and(|age| age < FRESH)
        })
}

/// Global options as the line that is being completed has them, `--profile` above all.
fn globals() -> Globals {
    let words: Vec<String> = std::env::args().collect();
    let profile = words
        .iter()
        .zip(words.iter().skip(1))
        .find(|(word, _)| *word == "--profile")
        .map(|(_, name)| name.clone());
    let mut globals = Cli::parse_from(["interserver", "--quiet", "operations"]).globals;
    globals.profile = profile;
    globals
}
