//! Lays the programs of a language out as the sources of one build, each in a place of its own and
//! otherwise as it stands: for languages in which compiling is dear.

use std::collections::BTreeSet;
use std::path::Path;

use heck::ToSnakeCase;

use crate::Result;
use crate::program::Program;

/// Where a program lies.
struct Place {
    /// File below the folder of sources.
    file: String,
    /// What is put in front of its first line.
    head: String,
    /// What is called to start it.
    entry: String,
}

impl Place {
    fn new(language: &str, name: &str) -> Option<Self> {
        let in_package = |file: &str, class: &str| Self {
            file: format!("manual/{language}/{name}/{file}"),
            head: format!("package manual.{language}.{name}; "),
            entry: format!("manual.{language}.{name}.{class}"),
        };
        match language {
            "kotlin" => Some(in_package("Main.kt", "MainKt")),
            "java" => Some(in_package("Main.java", "Main")),
            "swift" => Some(Self {
                file: format!("{name}.swift"),
                head: String::new(),
                entry: format!("{name}_main"),
            }),
            _ => None,
        }
    }
}

/// Writes the programs below `FOLDER/sources/`, and their names, each with what to call, into
/// `FOLDER/programs.txt`.
pub(crate) fn write(language: &str, programs: &[Program], folder: &Path) -> Result<String> {
    let sources = folder.join("sources");
    // What an earlier manual had must not be compiled with this one's.
    if sources.exists() {
        std::fs::remove_dir_all(&sources)?;
    }
    let mut names = BTreeSet::new();
    let mut list = String::new();
    for Program { id, code } in programs {
        let name = id.to_snake_case();
        let place = Place::new(language, &name)
            .ok_or_else(|| format!("the programs of {language} are not compiled together"))?;
        if !names.insert(name) {
            return Err(format!("two programs of {language} want the place of {id}").into());
        }
        let file = sources.join(place.file);
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(file, place.head + code)?;
        list += &format!("{id} {}\n", place.entry);
    }
    std::fs::write(folder.join("programs.txt"), list)?;
    Ok(format!("{language}: {} programs laid out", programs.len()))
}
