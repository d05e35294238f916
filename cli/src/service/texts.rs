//! [`Texts`]: what was typed for the parameters of an operation, by their names in code.

use std::collections::BTreeMap;

use clap::ArgMatches;
use clap::parser::ValueSource;
use interserver::Error;
use interserver::meta::Operation;

use super::names;
use crate::sources::Sources;

/// Texts by name. They may be secrets: this has no `Debug`.
#[derive(Clone, Default)]
pub(crate) struct Texts(BTreeMap<&'static str, String>);

impl Texts {
    /// Reads what was typed, from files and standard input where it says so, and asks for secrets
    /// that were left out.
    pub(crate) fn collect(
        operation: &'static Operation,
        matches: &ArgMatches,
    ) -> Result<Self, Error> {
        let mut sources = Sources::default();
        let mut texts = Self::default();
        for (param, scalar) in operation.wire_params() {
            let given = match matches.value_source(param.name) {
                Some(ValueSource::CommandLine) => matches.get_one::<String>(param.name),
                _ => None,
            };
            let option = format!("--{} ", names::kebab(param.name));
            let text = match given {
                Some(text) => Some(sources.read(param.name, text, scalar.secret, &option)?),
                None if scalar.secret => Some(ask(param.name, &option)?),
                None => None,
            };
            if let Some(text) = text {
                texts.0.insert(param.name, text);
            }
        }
        Ok(texts)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub(crate) fn set(&mut self, name: &'static str, text: String) {
        self.0.insert(name, text);
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// Asks for a secret without showing what is typed.
fn ask(name: &str, option: &str) -> Result<String, Error> {
    if !crate::prompt::possible() {
        return Err(Error::invalid(
            name,
            format_args!(
                "is missing, and without a terminal no one can be asked: give it as \
                 {option}@FILE, as {option}@- from standard input, or as {option}env:NAME"
            ),
        ));
    }
    crate::prompt::secret(&name.replace('_', " "))
}
