//! `name=value` on the command line of `call`.

use interserver::meta::Operation;
use interserver::{Error, Value};

use crate::sources::Sources;

/// Reads the arguments of a call by wire name. What is a secret must not be a literal, since other
/// users of the machine can read the command line.
pub(crate) fn read(wire: &str, given: &[String]) -> Result<Vec<(String, Value)>, Error> {
    let operation = interserver::meta::operation(wire);
    let mut sources = Sources::default();
    given
        .iter()
        .map(|argument| one(operation, argument, &mut sources))
        .collect::<Result<_, _>>()
        .map_err(|error: Error| error.with_operation(wire.to_owned()))
}

fn one(
    operation: Option<&'static Operation>,
    argument: &str,
    sources: &mut Sources,
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
            let secret = declared.is_some_and(|scalar| scalar.secret);
            let text = sources.read(name, text, secret, &format!("{name}="))?;
            Ok((name.to_owned(), Value::Text(text)))
        }
        None => {
            let (name, kind) = name.split_once(':').unwrap_or((name, "string"));
            let text = sources.read(name, text, false, "")?;
            Ok((name.to_owned(), typed(name, kind, text)?))
        }
    }
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
