//! Examples in Rust.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use interserver::ErrorKind;
use interserver::meta::{Field, Kind, RecordMeta};

use super::{arguments, indented, list, quoted};
use crate::plan::{Given, Literal, Plan, Shown};

const WIDTH: usize = 96;

pub(super) fn program(plan: &Plan) -> String {
    let decimal = plan.has_money().then_some("Decimal");
    let names: BTreeSet<_> = plan.types().chain(["Client"]).chain(decimal).collect();
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
    // Rust has no defaults: each is written.
    let (lines, arguments) = arguments(plan.arguments.iter(), literal, |param, input, fields| {
        let mut made = format!("let {} = {} {{\n", param.name, input.name);
        for field in fields {
            // A field is of its own type; a method takes whatever becomes it.
            let into = match field.literal() {
                Literal::Text(_) => ".into()",
                _ => "",
            };
            made += &format!("    {}: {}{into},\n", field.param.name, literal(field));
        }
        if input.fields.iter().any(|field| !field.required()) {
            made += "    ..Default::default()\n";
        }
        made += "};";
        (made, param.name.to_owned())
    });
    let operation = plan.operation;
    let open = format!("client.{}().{}(", operation.service, operation.name);
    let call = list(&open, &arguments, ")", WIDTH - 30, "    ") + ".await?";
    lines
        + &match &plan.shown {
            Shown::Nothing => format!("{call};\n"),
            Shown::Whole => format!("println!(\"{{}}\", {call});\n"),
            Shown::Texts => format!("for text in {call} {{\n    println!(\"{{text}}\");\n}}\n"),
            Shown::Record(record, fields) => {
                let (variable, print) = printed(record, fields);
                format!("let {variable} = {call};\n{print}\n")
            }
            Shown::Records(record, fields) => {
                let (variable, print) = printed(record, fields);
                format!("for {variable} in {call} {{\n    {print}\n}}\n")
            }
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
    match given.literal() {
        Literal::Absent => "None".to_owned(),
        Literal::Word(words, word) => format!("{}::{}", words.name, word.name),
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Money(amount) => {
            let fraction = amount.split_once('.').map_or("", |(_, fraction)| fraction);
            let digits = amount.replace('.', "");
            format!("Decimal::new({digits}, {})", fraction.len())
        }
        Literal::Text(text) => quoted(text, &[]),
    }
}
