//! Checks of arguments before anything is sent.

use super::job::Argument;
use crate::error::{Error, Result};
use crate::meta::{InputMeta, Operation, Param, ParamKind, ScalarType, WireType};
use crate::soap::charset;
use crate::value::{Value, decimal, float};

/// Checks the arguments of a typed call, which are in wire order.
pub(crate) fn check(
    operation: &'static Operation,
    values: Vec<Value>,
    lossy: bool,
) -> Result<Vec<Argument>> {
    let params = operation.wire_params();
    params
        .zip(values)
        .map(|((param, scalar), value)| one(param, scalar, value, lossy))
        .collect()
}

/// Checks the fields of an order or draft, which are in wire order.
pub(crate) fn check_input(input: &'static InputMeta, values: Vec<Value>) -> Result<()> {
    for (param, value) in input.fields.iter().zip(values) {
        if let ParamKind::Scalar(scalar) = param.kind {
            one(param, scalar, value, true)?;
        }
    }
    Ok(())
}

/// Puts named values of the raw door into declared order and type, and checks them.
pub(crate) fn declared(
    operation: &'static Operation,
    mut given: Vec<(String, Value)>,
    lossy: bool,
) -> Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    for (param, scalar) in operation.wire_params() {
        let position = given.iter().position(|(name, _)| name == param.wire);
        let value = match position {
            Some(position) => given.remove(position).1,
            None if scalar.optional => Value::Null,
            None => return Err(Error::invalid(param.wire, "is missing")),
        };
        let value = convert(param.wire, scalar, value)?;
        arguments.push(one(param, scalar, value, lossy)?);
    }
    match given.first() {
        None => Ok(arguments),
        Some((name, _))
            if operation
                .wire_params()
                .any(|(param, _)| param.wire == *name) =>
        {
            Err(Error::invalid(name, "is given twice"))
        }
        Some((name, _)) if name == "sid" && operation.session => Err(Error::invalid(
            name,
            "is not given: the client puts the session id in",
        )),
        Some((name, _)) => {
            let known: Vec<_> = operation
                .wire_params()
                .map(|(param, _)| param.wire)
                .collect();
            let known = if known.is_empty() {
                "none".to_owned()
            } else {
                known.join(", ")
            };
            Err(Error::invalid(
                name,
                format_args!("is no argument of this function; it takes {known}"),
            ))
        }
    }
}

/// Checks the arguments of a function that is not declared.
pub(crate) fn undeclared(given: Vec<(String, Value)>, lossy: bool) -> Result<Vec<Argument>> {
    given
        .into_iter()
        .map(|(name, value)| {
            if !is_xml_name(&name) {
                return Err(Error::invalid(&name, "is no name that XML allows"));
            }
            let wire = match value {
                Value::Int(_) => WireType::Int,
                Value::Float(_) => WireType::Float,
                Value::Bool(_) => WireType::Boolean,
                Value::Text(_) | Value::Null => WireType::String,
                Value::List(_) | Value::Map(_) => {
                    return Err(Error::invalid(&name, "must be a single value"));
                }
            };
            check_text(&name, &value, false, lossy)?;
            // Nothing is known of it, so it is shown nowhere.
            Ok(Argument {
                name: name.into(),
                wire,
                secret: true,
                value,
            })
        })
        .collect()
}

/// Whether a name can be an element's: what the wire's names are made of, and no more.
pub(crate) fn is_xml_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

fn one(param: &'static Param, scalar: ScalarType, value: Value, lossy: bool) -> Result<Argument> {
    if value.is_null() && !scalar.optional {
        return Err(Error::invalid(param.wire, "must not be null"));
    }
    if let Some(check) = param.check
        && !check.accepts(&value)
    {
        return Err(Error::invalid(
            param.wire,
            format_args!("must be {}", check.rule),
        ));
    }
    check_text(param.wire, &value, scalar.secret, lossy)?;
    Ok(Argument {
        name: param.wire.into(),
        wire: scalar.wire,
        secret: scalar.secret,
        value,
    })
}

fn check_text(name: &str, value: &Value, secret: bool, lossy: bool) -> Result<()> {
    let Value::Text(text) = value else {
        return Ok(());
    };
    let which = |c: char| match text.chars().position(|other| other == c) {
        // Of a secret not even one character is shown.
        Some(at) if secret => format!("the character at position {}", at + 1),
        _ => format!("{c:?}"),
    };
    if let Some(c) = charset::first_control(text) {
        return Err(Error::invalid(
            name,
            format_args!("holds {}, which XML does not allow", which(c)),
        ));
    }
    match charset::first_lost(text) {
        Some(c) if !lossy => Err(Error::invalid(
            name,
            format_args!(
                "holds {}, which the server would turn into `?`: it keeps Latin-1 only (allow_lossy_text \
                 lets it through)",
                which(c)
            ),
        )),
        _ => Ok(()),
    }
}

/// Turns a plain value into one of the declared type, where nothing is lost by it.
fn convert(name: &str, scalar: ScalarType, value: Value) -> Result<Value> {
    let wrong = |what: &str| Err(Error::invalid(name, format_args!("must be {what}")));
    match (scalar.wire, value) {
        (_, Value::Null) => Ok(Value::Null),
        (WireType::Int, Value::Int(number)) => Ok(Value::Int(number)),
        (WireType::Int, Value::Text(text)) => text
            .parse()
            .map(Value::Int)
            .or_else(|_| wrong("a whole number")),
        (WireType::Int, _) => wrong("a whole number"),
        (WireType::Float, Value::Int(number)) => Ok(Value::Text(number.to_string())),
        (WireType::Float, Value::Float(number)) if number.is_finite() => {
            Ok(Value::Text(float::text(number)))
        }
        (WireType::Float, Value::Text(text)) if decimal::plain(&text).is_some() => {
            Ok(Value::Text(text))
        }
        (WireType::Float, _) => wrong("a decimal number such as 10.50"),
        (WireType::Boolean, Value::Bool(flag)) => Ok(Value::Bool(flag)),
        (WireType::Boolean, Value::Int(number @ 0..=1)) => Ok(Value::Bool(number == 1)),
        (WireType::Boolean, Value::Text(text)) => match text.to_ascii_lowercase().as_str() {
            "true" | "1" => Ok(Value::Bool(true)),
            "false" | "0" => Ok(Value::Bool(false)),
            _ => wrong("true or false"),
        },
        (WireType::Boolean, _) => wrong("true or false"),
        (_, Value::Text(text)) => Ok(Value::Text(text)),
        (_, Value::Int(number)) => Ok(Value::Text(number.to_string())),
        (_, _) => wrong("text"),
    }
}
