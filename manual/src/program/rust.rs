//! Examples in Rust.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use interserver::ErrorKind;
use interserver::meta::{Field, Kind, RecordMeta, Shape, WireType};

use super::{indented, list, quoted, word};
use crate::plan::{Argument, Given, Plan, Shown};

const WIDTH: usize = 96;

pub(super) fn program(plan: &Plan) -> String {
    let inputs = plan.arguments.iter().filter_map(|argument| match argument {
        Argument::Input(_, input, _) => Some(input.name),
        Argument::Scalar(_) | Argument::Default(_) => None,
    });
    let words = plan.given().filter_map(|given| Some(word(given)?.0.name));
    let money = plan
        .given()
        .any(|given| given.scalar.wire == WireType::Float);
    let names: BTreeSet<_> = inputs
        .chain(words)
        .chain(["Client"])
        .chain(money.then_some("Decimal"))
        .collect();
    let names: Vec<_> = names.into_iter().collect();
    let imports = match names.as_slice() {
        [name] => (*name).to_owned(),
        names => format!("{{{}}}", names.join(", ")),
    };
    let allow = match plan.operation.deprecated {
        Some(_) => "#[allow(deprecated)]\n",
        None => "",
    };
    let body = indented(&body(plan), "    ");
    format!(
        "use interserver::{imports};\n\n{allow}#[tokio::main]\nasync fn main() -> Result<(), interserver::Error> \
         {{\n    let client = Client::from_env()?;\n{body}    Ok(())\n}}\n"
    )
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("ErrorKind::{kind:?}")
}

fn body(plan: &Plan) -> String {
    let mut out = String::new();
    let mut arguments = Vec::new();
    for argument in &plan.arguments {
        match argument {
            // Rust has no defaults.
            Argument::Scalar(given) | Argument::Default(given) => arguments.push(literal(given)),
            Argument::Input(param, input, fields) => {
                out += &format!("let {} = {} {{\n", param.name, input.name);
                for field in fields {
                    // A field is of its own type; a method takes whatever becomes it.
                    let text = field.value.as_str().is_some() && word(field).is_none();
                    let into = if text && field.scalar.wire != WireType::Float {
                        ".into()"
                    } else {
                        ""
                    };
                    out += &format!("    {}: {}{into},\n", field.param.name, literal(field));
                }
                if input.fields.iter().any(|field| !field.required()) {
                    out += "    ..Default::default()\n";
                }
                out += "};\n";
                arguments.push(param.name.to_owned());
            }
        }
    }
    let operation = plan.operation;
    let open = format!("client.{}().{}(", operation.service, operation.name);
    let call = list(&open, &arguments, ")", WIDTH - 30, "    ") + ".await?";
    out + &match (&plan.shown, operation.returns) {
        (Shown::Nothing, _) => format!("{call};\n"),
        (Shown::Whole, _) => format!("println!(\"{{}}\", {call});\n"),
        (Shown::Texts, _) => format!("for text in {call} {{\n    println!(\"{{text}}\");\n}}\n"),
        (Shown::Record(fields), Shape::Record(record)) => {
            let (variable, print) = printed(record, fields);
            format!("let {variable} = {call};\n{print}\n")
        }
        (Shown::Records(fields), Shape::Records(record)) => {
            let (variable, print) = printed(record, fields);
            format!("for {variable} in {call} {{\n    {print}\n}}\n")
        }
        (Shown::Record(_) | Shown::Records(_), _) => unreachable!("fields are a record's"),
    }
}

fn printed(record: &RecordMeta, fields: &[&Field]) -> (String, String) {
    let variable = record.name.to_snake_case();
    let holes: Vec<_> = fields.iter().map(|field| hole(field)).collect();
    let values: Vec<_> = fields
        .iter()
        .map(|field| format!(", {variable}.{}", field.name))
        .collect();
    let print = format!("println!(\"{}\"{});", holes.join(" "), values.concat());
    (variable, print)
}

/// What may be absent has no text form of its own.
fn hole(field: &Field) -> &'static str {
    match field.kind {
        Kind::Int if field.required => "{}",
        _ => "{:?}",
    }
}

fn literal(given: &Given) -> String {
    if given.value.is_null() {
        return "None".to_owned();
    }
    if let Some((words, word)) = word(given) {
        return format!("{}::{}", words.name, word.name);
    }
    if let Some(flag) = given.value.as_bool() {
        return flag.to_string();
    }
    if let Some(number) = given.value.as_i64() {
        return number.to_string();
    }
    let text = given.value.as_str().unwrap_or_default();
    if given.scalar.wire == WireType::Float {
        let scale = text
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        return format!("Decimal::new({}, {scale})", text.replace('.', ""));
    }
    quoted(text, &[])
}
