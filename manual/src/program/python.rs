//! Examples in Python, blocking and with asyncio.

use std::collections::BTreeSet;

use heck::{ToShoutySnakeCase, ToSnakeCase};
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta};

use super::{arguments, indented, list, quoted};
use crate::plan::{Given, Literal, Plan, Shown};

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

fn imports(plan: &Plan, client: &'static str) -> String {
    let names: BTreeSet<_> = plan.types().chain([client]).collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    let decimal = if plan.has_money() {
        "from decimal import Decimal\n\n"
    } else {
        ""
    };
    format!("{decimal}from interserver import {names}")
}

fn body(plan: &Plan, wait: &str) -> String {
    let (lines, arguments) = arguments(plan.passed(), literal, |param, input, fields| {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| format!("{}={}", field.param.name, literal(field)))
            .collect();
        let open = format!("{} = {}(", param.name, input.name);
        let made = list(&open, &fields, ")", WIDTH - 8, "    ");
        (made, param.name.to_owned())
    });
    let operation = plan.operation;
    let open = format!("client.{}.{}(", operation.service, operation.name);
    // The keywords around the call take their share of the line.
    let call = wait.to_owned() + &list(&open, &arguments, ")", WIDTH - 24, "    ");
    lines
        + &match &plan.shown {
            Shown::Nothing => format!("{call}\n"),
            Shown::Whole => format!("print({call})\n"),
            Shown::Texts => format!("for text in {call}:\n    print(text)\n"),
            Shown::Record(record, fields) => {
                let variable = variable(record);
                let fields = printed(&variable, fields);
                format!("{variable} = {call}\nprint({fields})\n")
            }
            Shown::Records(record, fields) => {
                let variable = variable(record);
                let fields = printed(&variable, fields);
                format!("for {variable} in {call}:\n    print({fields})\n")
            }
        }
}

fn printed(variable: &str, fields: &[&Field]) -> String {
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
    match given.literal() {
        Literal::Absent => "None".to_owned(),
        Literal::Word(words, word) => {
            format!("{}.{}", words.name, word.name.to_shouty_snake_case())
        }
        Literal::Flag(true) => "True".to_owned(),
        Literal::Flag(false) => "False".to_owned(),
        Literal::Number(number) => number.to_string(),
        // Money is never a binary float; a text is taken as it is written.
        Literal::Money(amount) => format!("Decimal(\"{amount}\")"),
        Literal::Text(text) => quoted(text, &[]),
    }
}
