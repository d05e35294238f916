//! Examples in Python, blocking and with asyncio.

use std::collections::BTreeSet;

use heck::{ToShoutySnakeCase, ToSnakeCase};
use interserver::ErrorKind;
use interserver::meta::{RecordMeta, Shape, WireType};

use super::{indented, list, quoted, word};
use crate::plan::{Argument, Given, Plan, Shown};

const WIDTH: usize = 88;

pub(super) fn blocking(plan: &Plan) -> String {
    let imports = imports(plan, "Client");
    let body = indented(&body(plan, ""), "    ");
    format!("{imports}\n\nwith Client.from_env() as client:\n{body}")
}

pub(super) fn asyncio(plan: &Plan) -> String {
    let imports = imports(plan, "AsyncClient");
    let body = indented(&body(plan, "await "), "        ");
    // Modules of Python itself stand together.
    let gap = if imports.starts_with("from decimal") {
        ""
    } else {
        "\n"
    };
    format!(
        "import asyncio\n{gap}{imports}\n\n\nasync def main() -> None:\n    \
         async with AsyncClient.from_env() as client:\n{body}\n\nasyncio.run(main())\n"
    )
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("{kind:?}Error")
}

fn imports(plan: &Plan, client: &str) -> String {
    let inputs = plan.arguments.iter().filter_map(|argument| match argument {
        Argument::Input(_, input, _) => Some(input.name),
        Argument::Scalar(_) | Argument::Default(_) => None,
    });
    let words = plan.given().filter_map(|given| Some(word(given)?.0.name));
    let names: BTreeSet<_> = inputs.chain(words).chain([client]).collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    let money = plan
        .given()
        .any(|given| given.scalar.wire == WireType::Float);
    let decimal = if money {
        "from decimal import Decimal\n\n"
    } else {
        ""
    };
    format!("{decimal}from interserver import {names}")
}

fn body(plan: &Plan, wait: &str) -> String {
    let mut out = String::new();
    let mut arguments = Vec::new();
    for argument in &plan.arguments {
        match argument {
            Argument::Scalar(given) => arguments.push(literal(given)),
            Argument::Default(_) => {}
            Argument::Input(param, input, fields) => {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|field| format!("{}={}", field.param.name, literal(field)))
                    .collect();
                let open = format!("{} = {}(", param.name, input.name);
                out += &list(&open, &fields, ")", WIDTH - 8, "    ");
                out.push('\n');
                arguments.push(param.name.to_owned());
            }
        }
    }
    let operation = plan.operation;
    let open = format!("client.{}.{}(", operation.service, operation.name);
    // The keywords around the call take their share of the line.
    let call = wait.to_owned() + &list(&open, &arguments, ")", WIDTH - 24, "    ");
    out + &match (&plan.shown, operation.returns) {
        (Shown::Nothing, _) => format!("{call}\n"),
        (Shown::Whole, _) => format!("print({call})\n"),
        (Shown::Texts, _) => format!("for text in {call}:\n    print(text)\n"),
        (Shown::Record(fields), Shape::Record(record)) => {
            let variable = variable(record);
            let fields = printed(&variable, fields);
            format!("{variable} = {call}\nprint({fields})\n")
        }
        (Shown::Records(fields), Shape::Records(record)) => {
            let variable = variable(record);
            let fields = printed(&variable, fields);
            format!("for {variable} in {call}:\n    print({fields})\n")
        }
        (Shown::Record(_) | Shown::Records(_), _) => unreachable!("fields are a record's"),
    }
}

fn printed(variable: &str, fields: &[&interserver::meta::Field]) -> String {
    let fields: Vec<_> = fields
        .iter()
        .map(|field| format!("{variable}.{}", field.name))
        .collect();
    fields.join(", ")
}

fn variable(record: &RecordMeta) -> String {
    record.name.to_snake_case()
}

fn literal(given: &Given) -> String {
    if let Some((words, word)) = word(given) {
        return format!("{}.{}", words.name, word.name.to_shouty_snake_case());
    }
    if let Some(flag) = given.value.as_bool() {
        return if flag { "True" } else { "False" }.to_owned();
    }
    if let Some(number) = given.value.as_i64() {
        return number.to_string();
    }
    let text = quoted(given.value.as_str().unwrap_or_default(), &[]);
    if given.scalar.wire == WireType::Float {
        // Money is never a binary float; a text is taken as it is written.
        return format!("Decimal({text})");
    }
    text
}
