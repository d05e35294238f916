//! Examples in Java.

use std::collections::BTreeSet;

use heck::{ToLowerCamelCase, ToUpperCamelCase};
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta};

use super::{arguments, closed_list, indented, quoted};
use crate::plan::{Given, Literal, Plan, Shown};

const WIDTH: usize = 100;
/// Inside the class, `main` and `try`.
const INDENT: &str = "            ";

pub(super) fn program(plan: &Plan) -> String {
    let suppress = match plan.operation.deprecated {
        Some(_) => "    @SuppressWarnings(\"deprecation\")\n",
        None => "",
    };
    let imports = imports(plan);
    let body = indented(&body(plan), INDENT);
    format!(
        "{imports}\npublic class Main {{\n{suppress}    \
         public static void main(String[] args) throws Exception {{\n        \
         try (var client = new FutureClient(Client.fromEnv())) {{\n{body}        }}\n    }}\n}}\n"
    )
}

pub(super) fn error(kind: ErrorKind) -> String {
    format!("InterServerException.{kind:?}")
}

/// By name, because Java has a `Module` of its own.
fn imports(plan: &Plan) -> String {
    let names: BTreeSet<_> = plan.types().chain(["Client", "FutureClient"]).collect();
    let own = names
        .into_iter()
        .map(|name| format!("import interserver.{name};\n"));
    let decimal = plan
        .has_money()
        .then(|| "import java.math.BigDecimal;\n".to_owned());
    own.chain(decimal).collect()
}

fn body(plan: &Plan) -> String {
    let (lines, arguments) = arguments(plan.passed(), literal, |param, input, fields| {
        let fields: Vec<_> = fields.iter().map(literal).collect();
        let name = param.name.to_lower_camel_case();
        let open = format!("var {name} = new {}(", input.name);
        let width = WIDTH - INDENT.len();
        (closed_list(&open, &fields, ");", width, "    "), name)
    });
    let operation = plan.operation;
    let open = format!(
        "client.{}().{}(",
        operation.service.to_lower_camel_case(),
        operation.name.to_lower_camel_case()
    );
    let call = |around: usize| {
        let width = WIDTH - INDENT.len() - around;
        closed_list(&open, &arguments, ").get()", width, "    ")
    };
    lines
        + &match &plan.shown {
            Shown::Nothing => format!("{};\n", call(1)),
            Shown::Whole => {
                let short = call("System.out.println();".len());
                if short.contains('\n') {
                    let call = call("var answer = ;".len());
                    format!("var answer = {call};\nSystem.out.println(answer);\n")
                } else {
                    format!("System.out.println({short});\n")
                }
            }
            Shown::Texts => format!(
                "for (var text : {}) {{\n    System.out.println(text);\n}}\n",
                call("for (var text : ) {".len())
            ),
            Shown::Record(record, fields) => {
                let (variable, print) = printed(record, fields, WIDTH - INDENT.len());
                let call = call(format!("var {variable} = ;").len());
                format!("var {variable} = {call};\n{print}")
            }
            Shown::Records(record, fields) => {
                let (variable, print) = printed(record, fields, WIDTH - INDENT.len() - 4);
                let call = call(format!("for (var {variable} : ) {{").len());
                let print = indented(&print, "    ");
                format!("for (var {variable} : {call}) {{\n{print}}}\n")
            }
        }
}

/// The variable of a record, and what prints some fields of it: on a line, or two, or more.
fn printed(record: &RecordMeta, fields: &[&Field], width: usize) -> (String, String) {
    let variable = record.name.to_lower_camel_case();
    let values: Vec<_> = fields
        .iter()
        .map(|field| format!("{variable}.get{}()", field.name.to_upper_camel_case()))
        .collect();
    let text = values.join(" + \" \" + ");
    let print = [
        format!("System.out.println({text});\n"),
        format!("System.out.println(\n    {text});\n"),
    ]
    .into_iter()
    .find(|print| print.lines().all(|line| line.len() <= width))
    .unwrap_or_else(|| {
        let text = values.join("\n    + \" \" + ");
        format!("System.out.println(\n    {text});\n")
    });
    (variable, print)
}

fn literal(given: &Given) -> String {
    match given.literal() {
        Literal::Absent => "null".to_owned(),
        Literal::Word(words, word) => format!("{}.{}.INSTANCE", words.name, word.name),
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Money(amount) => format!("new BigDecimal(\"{amount}\")"),
        Literal::Text(text) => quoted(text, &[]),
    }
}
