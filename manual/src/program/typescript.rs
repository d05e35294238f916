//! Examples in TypeScript.

use heck::ToLowerCamelCase;
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta, Shape, WireType};

use super::{list, quoted};
use crate::plan::{Argument, Given, Plan, Shown};

const WIDTH: usize = 100;

pub(super) fn program(plan: &Plan) -> String {
    let mut out = String::from(
        "import { Client } from \"interserver-client\";\n\nconst client = Client.fromEnv();\n",
    );
    let mut arguments = Vec::new();
    for argument in &plan.arguments {
        match argument {
            Argument::Scalar(given) => arguments.push(literal(given)),
            Argument::Default(_) => {}
            Argument::Input(param, _, fields) => {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|field| {
                        format!(
                            "{}: {}",
                            field.param.name.to_lower_camel_case(),
                            literal(field)
                        )
                    })
                    .collect();
                let name = param.name.to_lower_camel_case();
                let short = format!("const {name} = {{ {} }};", fields.join(", "));
                if short.len() <= WIDTH {
                    out += &short;
                } else {
                    out += &list(&format!("const {name} = {{"), &fields, "};", 0, "\t");
                }
                out.push('\n');
                arguments.push(name);
            }
        }
    }
    let operation = plan.operation;
    let open = format!(
        "await client.{}.{}(",
        operation.service.to_lower_camel_case(),
        operation.name.to_lower_camel_case()
    );
    let call = list(&open, &arguments, ")", WIDTH, "\t");
    out + &match (&plan.shown, operation.returns) {
        (Shown::Nothing, _) => format!("{call};\n"),
        (Shown::Whole, _) => format!("console.log({call});\n"),
        (Shown::Texts, _) => format!("for (const text of {call}) console.log(text);\n"),
        (Shown::Record(fields), Shape::Record(record)) => {
            let (variable, fields) = printed(record, fields);
            format!("const {variable} = {call};\nconsole.log({fields});\n")
        }
        (Shown::Records(fields), Shape::Records(record)) => {
            let (variable, fields) = printed(record, fields);
            format!("for (const {variable} of {call}) {{\n\tconsole.log({fields});\n}}\n")
        }
        (Shown::Record(_) | Shown::Records(_), _) => unreachable!("fields are a record's"),
    }
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
    if let Some(flag) = given.value.as_bool() {
        return flag.to_string();
    }
    if let Some(number) = given.value.as_i64() {
        return number.to_string();
    }
    let text = given.value.as_str().unwrap_or_default();
    if given.scalar.wire == WireType::Float {
        // As a formatter would have it: `10.5`, not `10.50`.
        return text.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    quoted(text, &[])
}
