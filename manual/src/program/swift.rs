//! Examples in Swift.

use heck::ToLowerCamelCase;
use interserver::ErrorKind;
use interserver::meta::{Field, Kind, RecordMeta, Shape, WireType};

use super::{closed_list, indented, quoted, word};
use crate::plan::{Argument, Given, Plan, Shown};

const WIDTH: usize = 100;

pub(super) fn program(plan: &Plan) -> String {
    let money = plan
        .given()
        .any(|given| given.scalar.wire == WireType::Float);
    let foundation = if money { "import Foundation\n" } else { "" };
    let body = body(plan);
    format!("{foundation}import InterServer\n\nlet client = try Client.fromEnv()\n{body}")
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("InterServerError.{}", camel(&format!("{kind:?}")))
}

fn body(plan: &Plan) -> String {
    let mut out = String::new();
    let mut arguments = Vec::new();
    for argument in &plan.arguments {
        match argument {
            Argument::Scalar(given) => arguments.push(labelled(given)),
            Argument::Default(_) => {}
            Argument::Input(param, input, fields) => {
                let fields: Vec<_> = fields.iter().map(labelled).collect();
                let name = camel(param.name);
                let open = format!("let {name} = {}(", input.name);
                out += &closed_list(&open, &fields, ")", WIDTH, "    ");
                out.push('\n');
                arguments.push(format!("{name}: {name}"));
            }
        }
    }
    let operation = plan.operation;
    let open = format!(
        "try await client.{}().{}(",
        camel(operation.service),
        camel(operation.name)
    );
    let call = |around: usize| closed_list(&open, &arguments, ")", WIDTH - around, "    ");
    out + &match (&plan.shown, operation.returns) {
        (Shown::Nothing, Shape::Done) => format!("{}\n", call(0)),
        (Shown::Nothing, _) => format!("_ = {}\n", call("_ = ".len())),
        (Shown::Whole, _) => format!("print({})\n", call("print()".len())),
        (Shown::Texts, _) => {
            let call = call("for text in  {".len());
            format!("for text in {call} {{\n    print(text)\n}}\n")
        }
        (Shown::Record(fields), Shape::Record(record)) => {
            let (variable, fields) = printed(record, fields);
            let call = call(format!("let {variable} = ").len());
            let print = closed_list("print(", &fields, ")", WIDTH, "    ");
            format!("let {variable} = {call}\n{print}\n")
        }
        (Shown::Records(fields), Shape::Records(record)) => {
            let (variable, fields) = printed(record, fields);
            let call = call(format!("for {variable} in  {{").len());
            let print = closed_list("print(", &fields, ")", WIDTH - 4, "    ");
            let print = indented(&print, "    ");
            format!("for {variable} in {call} {{\n{print}}}\n")
        }
        (Shown::Record(_) | Shown::Records(_), _) => unreachable!("fields are a record's"),
    }
}

fn printed(record: &RecordMeta, fields: &[&Field]) -> (String, Vec<String>) {
    let variable = camel(record.name);
    let fields = fields
        .iter()
        .map(|field| format!("{variable}.{}{}", camel(field.name), absent(field)))
        .collect();
    (variable, fields)
}

/// What is printed for a field that may be absent: not `Optional(…)`.
fn absent(field: &Field) -> &'static str {
    match field.kind {
        _ if field.required => "",
        Kind::Text => " ?? \"-\"",
        _ => "?.description ?? \"-\"",
    }
}

fn camel(name: &str) -> String {
    name.to_lower_camel_case()
}

fn labelled(given: &Given) -> String {
    format!("{}: {}", camel(given.param.name), literal(given))
}

fn literal(given: &Given) -> String {
    if let Some((_, word)) = word(given) {
        return format!(".{}", camel(word.name));
    }
    if let Some(flag) = given.value.as_bool() {
        return flag.to_string();
    }
    if let Some(number) = given.value.as_i64() {
        return number.to_string();
    }
    let text = quoted(given.value.as_str().unwrap_or_default(), &[]);
    if given.scalar.wire == WireType::Float {
        // A literal would go through a binary float.
        return format!("Decimal(string: {text})!");
    }
    text
}
