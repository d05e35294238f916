//! Examples in Kotlin.

use heck::ToLowerCamelCase;
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta};

use super::{arguments, indented, list, quoted};
use crate::plan::{Given, Literal, Plan, Shown};

const WIDTH: usize = 100;
/// Inside `main` and `use`.
const INDENT: &str = "        ";

pub(super) fn program(plan: &Plan) -> String {
    let decimal = if plan.has_money() {
        "import java.math.BigDecimal\n"
    } else {
        ""
    };
    let suppress = match plan.operation.deprecated {
        Some(_) => "@Suppress(\"DEPRECATION\")\n",
        None => "",
    };
    let body = indented(&body(plan), INDENT);
    format!(
        "import interserver.*\n{decimal}\n{suppress}suspend fun main() {{\n    \
         Client.fromEnv().use {{ client ->\n{body}    }}\n}}\n"
    )
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("InterServerException.{kind:?}")
}

fn body(plan: &Plan) -> String {
    let (lines, arguments) = arguments(plan.passed(), literal, |param, input, fields| {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| format!("{} = {}", camel(field.param.name), literal(field)))
            .collect();
        let name = camel(param.name);
        let open = format!("val {name} = {}(", input.name);
        (
            list(&open, &fields, ")", WIDTH - INDENT.len(), "    "),
            name,
        )
    });
    let operation = plan.operation;
    let open = format!(
        "client.{}().{}(",
        camel(operation.service),
        camel(operation.name)
    );
    // What is around the call takes its share of the line.
    let call = list(&open, &arguments, ")", WIDTH - INDENT.len() - 16, "    ");
    lines
        + &match &plan.shown {
            Shown::Nothing => format!("{call}\n"),
            Shown::Whole => format!("println({call})\n"),
            Shown::Texts => format!("for (text in {call}) println(text)\n"),
            Shown::Record(record, fields) => {
                let (variable, text) = printed(record, fields);
                format!("val {variable} = {call}\nprintln({text})\n")
            }
            Shown::Records(record, fields) => {
                let (variable, text) = printed(record, fields);
                format!("for ({variable} in {call}) {{\n    println({text})\n}}\n")
            }
        }
}

fn printed(record: &RecordMeta, fields: &[&Field]) -> (String, String) {
    let variable = camel(record.name);
    let values: Vec<_> = fields
        .iter()
        .map(|field| format!("{variable}.{}", camel(field.name)))
        .collect();
    let text = match values.as_slice() {
        [value] => value.clone(),
        values => format!("\"${{{}}}\"", values.join("} ${")),
    };
    (variable, text)
}

fn camel(name: &str) -> String {
    name.to_lower_camel_case()
}

fn literal(given: &Given) -> String {
    match given.literal() {
        Literal::Absent => "null".to_owned(),
        Literal::Word(words, word) => format!("{}.{}", words.name, word.name),
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Money(amount) => format!("BigDecimal(\"{amount}\")"),
        Literal::Text(text) => quoted(text, &['$']),
    }
}
