//! Examples in Kotlin.

use heck::ToLowerCamelCase;
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta, Shape, WireType};

use super::{indented, list, quoted, word};
use crate::plan::{Argument, Given, Plan, Shown};

const WIDTH: usize = 100;
/// Inside `main` and `use`.
const INDENT: &str = "        ";

pub(super) fn program(plan: &Plan) -> String {
    let money = plan
        .given()
        .any(|given| given.scalar.wire == WireType::Float);
    let decimal = if money {
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
    let mut out = String::new();
    let mut arguments = Vec::new();
    for argument in &plan.arguments {
        match argument {
            Argument::Scalar(given) => arguments.push(literal(given)),
            Argument::Default(_) => {}
            Argument::Input(param, input, fields) => {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|field| format!("{} = {}", camel(field.param.name), literal(field)))
                    .collect();
                let name = camel(param.name);
                let open = format!("val {name} = {}(", input.name);
                out += &list(&open, &fields, ")", WIDTH - INDENT.len(), "    ");
                out.push('\n');
                arguments.push(name);
            }
        }
    }
    let operation = plan.operation;
    let open = format!(
        "client.{}().{}(",
        camel(operation.service),
        camel(operation.name)
    );
    // What is around the call takes its share of the line.
    let call = list(&open, &arguments, ")", WIDTH - INDENT.len() - 16, "    ");
    out + &match (&plan.shown, operation.returns) {
        (Shown::Nothing, _) => format!("{call}\n"),
        (Shown::Whole, _) => format!("println({call})\n"),
        (Shown::Texts, _) => format!("for (text in {call}) println(text)\n"),
        (Shown::Record(fields), Shape::Record(record)) => {
            let (variable, text) = printed(record, fields);
            format!("val {variable} = {call}\nprintln({text})\n")
        }
        (Shown::Records(fields), Shape::Records(record)) => {
            let (variable, text) = printed(record, fields);
            format!("for ({variable} in {call}) {{\n    println({text})\n}}\n")
        }
        (Shown::Record(_) | Shown::Records(_), _) => unreachable!("fields are a record's"),
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
    if let Some((words, word)) = word(given) {
        return format!("{}.{}", words.name, word.name);
    }
    if let Some(flag) = given.value.as_bool() {
        return flag.to_string();
    }
    if let Some(number) = given.value.as_i64() {
        return number.to_string();
    }
    let text = quoted(given.value.as_str().unwrap_or_default(), &['$']);
    if given.scalar.wire == WireType::Float {
        return format!("BigDecimal({text})");
    }
    text
}
