//! Examples in TypeScript.

use heck::ToLowerCamelCase;
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta};

use super::{arguments, list, quoted};
use crate::plan::{Given, Literal, Plan, Shown};

const WIDTH: usize = 100;

pub(super) fn program(plan: &Plan) -> String {
    let (lines, arguments) = arguments(plan.passed(), literal, |param, _, fields| {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| {
                let name = field.param.name.to_lower_camel_case();
                format!("{name}: {}", literal(field))
            })
            .collect();
        let name = param.name.to_lower_camel_case();
        let short = format!("const {name} = {{ {} }};", fields.join(", "));
        if short.len() <= WIDTH {
            return (short, name);
        }
        let long = list(&format!("const {name} = {{"), &fields, "};", 0, "\t");
        (long, name)
    });
    let operation = plan.operation;
    let open = format!(
        "await client.{}.{}(",
        operation.service.to_lower_camel_case(),
        operation.name.to_lower_camel_case()
    );
    let call = list(&open, &arguments, ")", WIDTH, "\t");
    let rest = match &plan.shown {
        Shown::Nothing => format!("{call};\n"),
        Shown::Whole => format!("console.log({call});\n"),
        Shown::Texts => format!("for (const text of {call}) console.log(text);\n"),
        Shown::Record(record, fields) => {
            let (variable, fields) = printed(record, fields);
            format!("const {variable} = {call};\nconsole.log({fields});\n")
        }
        Shown::Records(record, fields) => {
            let (variable, fields) = printed(record, fields);
            format!("for (const {variable} of {call}) {{\n\tconsole.log({fields});\n}}\n")
        }
    };
    format!(
        "import {{ Client }} from \"interserver-client\";\n\n\
         const client = Client.fromEnv();\n{lines}{rest}"
    )
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("kind: \"{kind}\"")
}

fn printed(record: &RecordMeta, fields: &[&Field]) -> (String, String) {
    let variable = record.name.to_lower_camel_case();
    let fields: Vec<_> = fields
        .iter()
        .map(|field| format!("{variable}.{}", field.name.to_lower_camel_case()))
        .collect();
    (variable, fields.join(", "))
}

fn literal(given: &Given) -> String {
    match given.literal() {
        Literal::Absent => "undefined".to_owned(),
        Literal::Word(_, word) => quoted(word.wire, &[]),
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        // As a formatter would have it: `10.5`, not `10.50`.
        Literal::Money(amount) => {
            let amount = amount.trim_end_matches('0').trim_end_matches('.');
            amount.to_owned()
        }
        Literal::Text(text) => quoted(text, &[]),
    }
}
