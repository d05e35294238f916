//! The example line of a command, made from its parameters.

use interserver::meta::{Operation, Param, ParamKind, ScalarType, WireType};

use super::names;

/// A line that can be typed, such as `interserver dns add-zone example.com 203.0.113.9`.
pub(crate) fn line(operation: &Operation) -> String {
    let mut words = vec!["interserver".to_owned(), names::command(operation)];
    for param in operation.params {
        match param.kind {
            ParamKind::Scalar(scalar) if param.required() && !scalar.secret => {
                words.push(value(param, scalar));
            }
            ParamKind::Scalar(scalar) if scalar.secret => words.push(option(param, scalar)),
            ParamKind::Input(input) => {
                words.extend(input.fields.iter().filter_map(|field| match field.kind {
                    ParamKind::Scalar(scalar) if field.required() => Some(option(field, scalar)),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    words.join(" ")
}

/// The default as it would be typed: the declaration has it as Rust source.
pub(crate) fn default(param: &Param, scalar: ScalarType) -> Option<String> {
    let source = param.default?;
    let text = source.trim_matches('"');
    let word = source.rsplit("::").next()?.trim();
    let known = scalar
        .words
        .and_then(|words| words.words.iter().find(|known| known.name == word));
    let text = known.map_or(text, |known| known.wire);
    (!text.is_empty()).then(|| text.to_owned())
}

fn option(param: &Param, scalar: ScalarType) -> String {
    format!("--{} {}", names::kebab(param.name), value(param, scalar))
}

fn value(param: &Param, scalar: ScalarType) -> String {
    if scalar.secret {
        return "env:SECRET".to_owned();
    }
    if let Some(words) = scalar.words {
        // The second word is as good an example as the first, and more often what one means.
        let word = words.words.get(1).or(words.words.first());
        return word.map_or_else(String::new, |word| word.wire.to_owned());
    }
    let text = named(param)
        .or(param.check.map(|check| check.example))
        .unwrap_or(match scalar.wire {
            WireType::Int => "12",
            WireType::Float => "10.50",
            WireType::Boolean => "true",
            _ => "Thanks!",
        });
    text.to_owned()
}

/// What only the name of a parameter tells, and no check.
fn named(param: &Param) -> Option<&'static str> {
    Some(match param.name {
        "id" => "1234",
        "ticket" => "KVO-530-34143",
        "content" if param.docs.contains("address") => "203.0.113.9",
        "body" => "@letter.txt",
        "username" => "you@example.com",
        name if name.ends_with("file") => "ubuntu-24.04-x86_64.img",
        name if name.ends_with("os") => "ubuntu",
        _ => return None,
    })
}
