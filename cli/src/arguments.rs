//! `name=value` on the command line: literals, files and standard input.

use std::io::{self, Read};

use interserver::meta::{Operation, ScalarType};
use interserver::{Error, Value};

/// Reads the arguments of a call by wire name. What is a secret must not be a literal, since other
/// users of the machine can read the command line.
pub(crate) fn read(wire: &str, given: &[String]) -> Result<Vec<(String, Value)>, Error> {
    let operation = interserver::meta::operation(wire);
    let mut stdin = Stdin::default();
    given
        .iter()
        .map(|argument| one(operation, argument, &mut stdin))
        .collect::<Result<_, _>>()
        .map_err(|error: Error| error.with_operation(wire.to_owned()))
}

fn one(
    operation: Option<&'static Operation>,
    argument: &str,
    stdin: &mut Stdin,
) -> Result<(String, Value), Error> {
    let Some((name, text)) = argument.split_once('=') else {
        // It may be a password without its name, so it is not repeated.
        return Err(Error::invalid(
            "NAME=VALUE",
            "is the form of an argument; one of them has no `=`",
        ));
    };
    match operation {
        Some(operation) => {
            let declared = operation
                .wire_params()
                .find(|(param, _)| param.wire == name)
                .map(|(_, scalar)| scalar);
            let text = resolve(name, text, declared, stdin)?;
            Ok((name.to_owned(), Value::Text(text)))
        }
        None => {
            let (name, kind) = name.split_once(':').unwrap_or((name, "string"));
            let text = resolve(name, text, None, stdin)?;
            Ok((name.to_owned(), typed(name, kind, text)?))
        }
    }
}

fn resolve(
    name: &str,
    text: &str,
    declared: Option<ScalarType>,
    stdin: &mut Stdin,
) -> Result<String, Error> {
    let from = match text.strip_prefix('@') {
        Some(rest) if rest.starts_with('@') => Err(rest),
        Some("-") => Ok(stdin.read(name)?),
        Some(path) => Ok(std::fs::read_to_string(path).map_err(|error| {
            Error::invalid(name, format_args!("cannot be read from {path}: {error}"))
        })?),
        None => Err(text),
    };
    match from {
        Ok(content) => Ok(without_line_end(content)),
        Err(_) if declared.is_some_and(|scalar| scalar.secret) => Err(Error::invalid(
            name,
            format_args!(
                "is a secret, and a command line shows: give it as {name}=@FILE, or as {name}=@- from \
                 standard input"
            ),
        )),
        Err(literal) => Ok(literal.to_owned()),
    }
}

fn without_line_end(mut text: String) -> String {
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    text
}

/// An argument of a function that is not declared: only the caller knows its type.
fn typed(name: &str, kind: &str, text: String) -> Result<Value, Error> {
    let wrong = |what: &str| Error::invalid(name, format_args!("must be {what}"));
    match kind {
        "string" => Ok(Value::Text(text)),
        "int" => text
            .parse()
            .map(Value::Int)
            .map_err(|_| wrong("a whole number")),
        "float" => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Value::Float(number)),
            _ => Err(wrong("a number")),
        },
        "bool" => text
            .parse()
            .map(Value::Bool)
            .map_err(|_| wrong("true or false")),
        _ => Err(Error::invalid(
            name,
            format_args!("has the type {kind}; there are string, int, float and bool"),
        )),
    }
}

/// Standard input, which can be read once.
#[derive(Default)]
struct Stdin {
    taken_by: Option<String>,
}

impl Stdin {
    fn read(&mut self, name: &str) -> Result<String, Error> {
        if let Some(other) = &self.taken_by {
            return Err(Error::invalid(
                name,
                format_args!("cannot come from standard input: `{other}` does already"),
            ));
        }
        self.taken_by = Some(name.to_owned());
        let mut text = String::new();
        match io::stdin().lock().read_to_string(&mut text) {
            Ok(_) => Ok(text),
            Err(error) => Err(Error::invalid(
                name,
                format_args!("cannot be read from standard input: {error}"),
            )),
        }
    }
}
