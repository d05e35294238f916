//! Examples in Swift.

use heck::ToLowerCamelCase;
use interserver::ErrorKind;
use interserver::meta::{Field, Kind, RecordMeta, Shape};

use super::{arguments, closed_list, indented, quoted};
use crate::plan::{Given, Literal, Plan, Shown};

const WIDTH: usize = 100;

pub(super) fn program(plan: &Plan) -> String {
    let foundation = if plan.has_money() {
        "import Foundation\n"
    } else {
        ""
    };
    let body = body(plan);
    format!("{foundation}import InterServer\n\nlet client = try Client.fromEnv()\n{body}")
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("InterServerError.{}", camel(&format!("{kind:?}")))
}

fn body(plan: &Plan) -> String {
    let (lines, arguments) = arguments(plan.passed(), labelled, |param, input, fields| {
        let fields: Vec<_> = fields.iter().map(labelled).collect();
        let name = camel(param.name);
        let open = format!("let {name} = {}(", input.name);
        let made = closed_list(&open, &fields, ")", WIDTH, "    ");
        (made, format!("{name}: {name}"))
    });
    let operation = plan.operation;
    let open = format!(
        "try await client.{}().{}(",
        camel(operation.service),
        camel(operation.name)
    );
    let call = |around: usize| closed_list(&open, &arguments, ")", WIDTH - around, "    ");
    lines
        + &match &plan.shown {
            Shown::Nothing if matches!(operation.returns, Shape::Done) => format!("{}\n", call(0)),
            Shown::Nothing => format!("_ = {}\n", call("_ = ".len())),
            Shown::Whole => format!("print({})\n", call("print()".len())),
            Shown::Texts => {
                let call = call("for text in  {".len());
                format!("for text in {call} {{\n    print(text)\n}}\n")
            }
            Shown::Record(record, fields) => {
                let (variable, fields) = printed(record, fields);
                let call = call(format!("let {variable} = ").len());
                let print = closed_list("print(", &fields, ")", WIDTH, "    ");
                format!("let {variable} = {call}\n{print}\n")
            }
            Shown::Records(record, fields) => {
                let (variable, fields) = printed(record, fields);
                let call = call(format!("for {variable} in  {{").len());
                let print = closed_list("print(", &fields, ")", WIDTH - 4, "    ");
                let print = indented(&print, "    ");
                format!("for {variable} in {call} {{\n{print}}}\n")
            }
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
    match given.literal() {
        Literal::Absent => "nil".to_owned(),
        Literal::Word(_, word) => format!(".{}", camel(word.name)),
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        // A number would go through a binary float.
        Literal::Money(amount) => format!("Decimal(string: \"{amount}\")!"),
        Literal::Text(text) => quoted(text, &[]),
    }
}
