//! Examples as programs: a small renderer for each language, from the same [`Plan`].

mod java;
mod kotlin;
mod python;
mod rust;
mod shell;
mod swift;
mod typescript;

use std::collections::BTreeMap;

use interserver::ErrorKind;
use interserver::meta::{InputMeta, Param};
use serde::Serialize;

use crate::Result;
use crate::plan::{Argument, Given, Plan};

/// A program that can be run as it stands.
#[derive(Serialize)]
pub(crate) struct Program {
    /// Method path such as `vps.restart`, or guide and name such as `orders/buy`.
    pub(crate) id: String,
    pub(crate) code: String,
}

/// The programs of each language.
pub(crate) type Programs = BTreeMap<String, Vec<Program>>;

/// A language of the reference.
pub(crate) struct Language {
    pub(crate) id: &'static str,
    /// What its tab says.
    pub(crate) label: &'static str,
    /// What a fence calls it.
    pub(crate) fence: &'static str,
    /// Writes the example of an operation.
    program: fn(&Plan) -> String,
    /// What a kind of error is called.
    pub(crate) error: fn(ErrorKind) -> String,
}

impl Language {
    /// The example of an operation.
    pub(crate) fn program(&self, plan: &Plan) -> String {
        (self.program)(plan)
    }
}

/// The languages of the reference, in the order of the tabs.
pub(crate) const LANGUAGES: &[Language] = &[
    Language {
        id: "python",
        label: "Python",
        fence: "python",
        program: python::blocking,
        error: python::error,
    },
    Language {
        id: "python-async",
        label: "Python asyncio",
        fence: "python",
        program: python::asyncio,
        error: python::error,
    },
    Language {
        id: "typescript",
        label: "TypeScript",
        fence: "ts",
        program: typescript::program,
        error: typescript::error,
    },
    Language {
        id: "kotlin",
        label: "Kotlin",
        fence: "kotlin",
        program: kotlin::program,
        error: kotlin::error,
    },
    Language {
        id: "java",
        label: "Java",
        fence: "java",
        program: java::program,
        error: java::error,
    },
    Language {
        id: "swift",
        label: "Swift",
        fence: "swift",
        program: swift::program,
        error: swift::error,
    },
    Language {
        id: "rust",
        label: "Rust",
        fence: "rust",
        program: rust::program,
        error: rust::error,
    },
    Language {
        id: "shell",
        label: "Shell",
        fence: "sh",
        program: shell::program,
        error: shell::error,
    },
];

/// Languages that only guides use.
const GUESTS: &[(&str, &str)] = &[("php", "php"), ("perl", "perl"), ("ruby", "ruby")];

/// The language of a fence; of several, the first.
pub(crate) fn by_fence(fence: &str) -> Option<&'static str> {
    let own = LANGUAGES
        .iter()
        .map(|language| (language.fence, language.id));
    own.chain(GUESTS.iter().copied())
        .find_map(|(known, id)| (known == fence).then_some(id))
}

/// All programs: those of the reference, and those of the guides.
pub(crate) fn all(plans: &[Plan], guides: Vec<(String, Program)>) -> Result<Programs> {
    let mut programs = Programs::new();
    for language in LANGUAGES {
        let own = plans.iter().map(|plan| Program {
            id: plan.operation.path(),
            code: language.program(plan),
        });
        programs.insert(language.id.to_owned(), own.collect());
    }
    for (language, program) in guides {
        let guest = GUESTS.iter().any(|(_, id)| *id == language);
        if !guest && !programs.contains_key(&language) {
            return Err(format!("{}: there is no language {language}", program.id).into());
        }
        programs.entry(language).or_default().push(program);
    }
    Ok(programs)
}

/// The lines that make orders and drafts, and what is passed to the call. `scalar` writes an
/// argument; `input` writes the lines that make one, and the argument that it then is.
fn arguments<'a>(
    arguments: impl Iterator<Item = &'a Argument>,
    scalar: impl Fn(&Given) -> String,
    input: impl Fn(&Param, &InputMeta, &[Given]) -> (String, String),
) -> (String, Vec<String>) {
    let mut lines = String::new();
    let passed = arguments.map(|argument| match argument {
        Argument::Scalar(given) | Argument::Default(given) => scalar(given),
        Argument::Input(param, meta, fields) => {
            let (made, name) = input(param, meta, fields);
            lines += &made;
            lines.push('\n');
            name
        }
    });
    let passed = passed.collect();
    (lines, passed)
}

/// A text in double quotes, as most languages write it; `escaped` are characters that need a
/// backslash besides.
fn quoted(text: &str, escaped: &[char]) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c == '"' || c == '\\' || escaped.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Lines with an indentation in front; empty ones stay empty.
fn indented(lines: &str, by: &str) -> String {
    lines
        .lines()
        .map(|line| {
            if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("{by}{line}\n")
            }
        })
        .collect()
}

/// `open a, b close`, on one line if it fits into `width`, else an item a line.
fn list(open: &str, items: &[String], close: &str, width: usize, indent: &str) -> String {
    let line = format!("{open}{}{close}", items.join(", "));
    if line.len() <= width {
        return line;
    }
    let items: String = items
        .iter()
        .map(|item| format!("\n{indent}{item},"))
        .collect();
    format!("{open}{items}\n{close}")
}

/// As [`list`], for languages that want no comma after the last item.
fn closed_list(open: &str, items: &[String], close: &str, width: usize, indent: &str) -> String {
    let text = list(open, items, close, width, indent);
    match text.strip_suffix(&format!(",\n{close}")) {
        Some(head) => format!("{head}\n{close}"),
        None => text,
    }
}
