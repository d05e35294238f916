//! The envelope of an answer: finding the result in it, or the fault.

use super::plain;
use super::scanner::{Leaf, Scan, ScanError, Scanner};
use super::tag::Start;
use crate::value::{Value, float};

/// What an envelope held.
#[derive(Debug)]
pub(crate) enum Reply<T> {
    Result(T),
    Fault(Fault),
}

/// A SOAP fault, prefixes taken off.
#[derive(Debug, Default)]
pub(crate) struct Fault {
    /// `Client` or `Server`.
    pub(crate) code: String,
    pub(crate) text: String,
    pub(crate) detail: String,
}

impl Fault {
    /// NuSOAP's word for: the function returned false where it promised a struct.
    pub(crate) fn is_false_for_a_struct(&self) -> bool {
        self.text.trim_ascii() == "unable to serialize result"
    }
}

/// Walks to the first child of the answer, which is the result, and makes sure that the rest of
/// the document is there. Names count without their prefix.
pub(crate) fn read_reply<'a, T>(
    scanner: &mut Scanner<'a>,
    read: impl FnOnce(&mut Scanner<'a>, Option<Start<'a>>) -> Scan<T>,
) -> Scan<Reply<T>> {
    let root = scanner.root()?;
    if root.name() != "Envelope" {
        return Err(ScanError::Malformed(format!(
            "it is no SOAP envelope but <{}>",
            root.name()
        )));
    }
    let mut read = Some(read);
    let mut reply = None;
    scanner.children(root, |scanner, part| {
        if part.name() != "Body" {
            return scanner.skip(part);
        }
        scanner.children(part, |scanner, answer| {
            // Behind the answer stand elements that it may refer to.
            let Some(read) = read.take() else {
                return scanner.skip(answer);
            };
            reply = Some(if answer.name() == "Fault" {
                Reply::Fault(fault(scanner, answer)?)
            } else {
                Reply::Result(result(scanner, answer, read)?)
            });
            Ok(())
        })?;
        Ok(())
    })?;
    scanner.finish()?;
    reply.ok_or_else(|| ScanError::Malformed("the envelope holds no answer".to_owned()))
}

fn result<'a, T>(
    scanner: &mut Scanner<'a>,
    answer: Start<'a>,
    read: impl FnOnce(&mut Scanner<'a>, Option<Start<'a>>) -> Scan<T>,
) -> Scan<T> {
    let mut read = Some(read);
    let mut value = None;
    scanner.children(answer, |scanner, child| match read.take() {
        Some(read) => {
            value = Some(read(scanner, Some(child))?);
            Ok(())
        }
        None => scanner.skip(child),
    })?;
    match (value, read) {
        (Some(value), _) => Ok(value),
        (None, Some(read)) => read(scanner, None),
        (None, None) => unreachable!("the result is read once and kept"),
    }
}

fn fault<'a>(scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<Fault> {
    let mut fault = Fault::default();
    scanner.children(start, |scanner, child| {
        let text = flat(scanner, child)?;
        match child.name() {
            "faultcode" => {
                fault.code = text
                    .rsplit(':')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .to_owned();
            }
            "faultstring" => fault.text = text,
            "detail" => fault.detail = text,
            _ => {}
        }
        Ok(())
    })?;
    Ok(fault)
}

/// The texts in an element, however deep, in a line.
fn flat<'a>(scanner: &mut Scanner<'a>, start: Start<'a>) -> Scan<String> {
    let mut texts = Vec::new();
    match scanner.leaf(start)? {
        Leaf::Nil => {}
        Leaf::Text(text) => texts.push(text.into_owned()),
        Leaf::Structure(value) => collect(&value, &mut texts),
    }
    Ok(texts.join(" "))
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Text(text) => texts.push(text.clone()),
        Value::Int(number) => texts.push(number.to_string()),
        Value::Bool(flag) => texts.push(flag.to_string()),
        Value::Float(number) => texts.push(float::text(*number)),
        Value::List(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if plain::says_something(value) {
                    let mut inner = Vec::new();
                    collect(value, &mut inner);
                    texts.push(format!("{key}: {}", inner.join(" ")));
                }
            }
        }
        Value::Null => {}
    }
}
