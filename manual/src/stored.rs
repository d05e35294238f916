//! What the programs of the manual printed when they were last run: `docs/examples/*.json`, written
//! by the tests of each language.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::Result;
use crate::program::{LANGUAGES, Programs};

/// What a program printed, by language and name.
#[derive(Default)]
pub(crate) struct Stored(BTreeMap<String, BTreeMap<String, Example>>);

/// A program, and what it printed.
#[derive(Deserialize, PartialEq, Serialize)]
pub(crate) struct Example {
    pub(crate) code: String,
    pub(crate) output: String,
}

/// Whether everything has to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    TakeWhatIsThere,
    Complete,
}

impl Stored {
    /// What a program printed; nothing if it was not run yet.
    pub(crate) fn output(&self, language: &str, name: &str) -> &str {
        let example = self.0.get(language).and_then(|examples| examples.get(name));
        example.map_or("", |example| &example.output)
    }
}

/// What is stored of a language.
pub(crate) fn load(file: &Path) -> Result<BTreeMap<String, Example>> {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// Reads what is stored. A complete store has each program as it is written today, and no other.
pub(crate) fn read(folder: &Path, programs: &Programs, strictness: Strictness) -> Result<Stored> {
    let mut stored = Stored::default();
    let mut wrong = Vec::new();
    for (language, examples) in programs {
        let file = folder.join(format!("{language}.json"));
        let known = match load(&file) {
            Err(_) if strictness == Strictness::TakeWhatIsThere => BTreeMap::new(),
            known => known?,
        };
        for example in examples {
            match known.get(&example.id) {
                Some(known) if known.code == example.code => {}
                Some(_) => wrong.push(format!("{language} {} is another program now", example.id)),
                None => wrong.push(format!("{language} {} was never run", example.id)),
            }
        }
        let names = || examples.iter().map(|example| &example.id);
        for name in known
            .keys()
            .filter(|name| !names().any(|known| known == *name))
        {
            wrong.push(format!("{language} {name} is gone"));
        }
        stored.0.insert(language.clone(), known);
    }
    if strictness == Strictness::Complete {
        for language in LANGUAGES {
            if !programs.contains_key(language.id) {
                wrong.push(format!("{} has no programs at all", language.id));
            }
        }
        if !wrong.is_empty() {
            let count = wrong.len();
            wrong.truncate(10);
            let list = wrong.join("\n  ");
            return Err(format!(
                "{count} of the manual's programs differ from what was run; `make examples` runs \
                 them and keeps what they print:\n  {list}"
            )
            .into());
        }
    }
    Ok(stored)
}
