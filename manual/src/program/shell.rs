//! Examples for the command line.

use heck::{ToKebabCase, ToShoutySnakeCase};
use interserver::ErrorKind;
use interserver::meta::Effect;

use crate::plan::{Argument, Given, Literal, Plan, Shown};

const WIDTH: usize = 96;

pub(super) fn program(plan: &Plan) -> String {
    let operation = plan.operation;
    let mut words = vec![format!(
        "interserver {} {}",
        operation.service.to_kebab_case(),
        operation.name.to_kebab_case()
    )];
    for argument in plan.passed() {
        match argument {
            Argument::Scalar(given) if !given.scalar.secret => words.push(plain(given)),
            Argument::Scalar(given) | Argument::Default(given) => words.push(option(given)),
            Argument::Input(_, _, fields) => words.extend(fields.iter().map(option)),
        }
    }
    if let Shown::Record(_, fields) | Shown::Records(_, fields) = &plan.shown
        && !fields.is_empty()
    {
        let names: Vec<_> = fields.iter().map(|field| field.name).collect();
        words.push(format!("--columns {}", names.join(",")));
    }
    if matches!(operation.effect, Effect::Purchase | Effect::Destroy) {
        words.push("--yes".to_owned());
    }
    let secrets: String = plan
        .given()
        .filter(|given| given.scalar.secret && !is_own(given))
        .map(|given| {
            let text = quoted(given.value.as_str().unwrap_or_default());
            format!("export {}={text}\n", variable(given))
        })
        .collect();
    let line = words.join(" ");
    if line.len() <= WIDTH {
        format!("{secrets}{line}\n")
    } else {
        format!("{secrets}{}\n", words.join(" \\\n  "))
    }
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("\"kind\": \"{kind}\"")
}

fn option(given: &Given) -> String {
    format!("--{} {}", given.param.name.to_kebab_case(), plain(given))
}

/// A value as it is typed; a secret is never on a command line, where all can see it.
fn plain(given: &Given) -> String {
    if given.scalar.secret {
        return format!("env:{}", variable(given));
    }
    match given.literal() {
        Literal::Absent => String::new(),
        Literal::Word(_, word) => quoted(word.wire),
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Money(text) | Literal::Text(text) => quoted(text),
    }
}

/// The account's own password is in the environment already.
fn is_own(given: &Given) -> bool {
    given.param.name == "password"
}

fn variable(given: &Given) -> String {
    let name = given.param.name.to_shouty_snake_case();
    if is_own(given) {
        format!("INTERSERVER_{name}")
    } else {
        name
    }
}

fn quoted(text: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_./:@=,".contains(c);
    if !text.is_empty() && text.chars().all(safe) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
