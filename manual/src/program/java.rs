//! Examples in Java.

use std::collections::BTreeSet;

use heck::{ToLowerCamelCase, ToUpperCamelCase};
use interserver::ErrorKind;
use interserver::meta::{Field, RecordMeta, Shape, WireType};

use super::{closed_list, indented, quoted, word};
use crate::plan::{Argument, Given, Plan, Shown};

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
    let inputs = plan.arguments.iter().filter_map(|argument| match argument {
        Argument::Input(_, input, _) => Some(input.name),
        Argument::Scalar(_) | Argument::Default(_) => None,
    });
    let words = plan.given().filter_map(|given| Some(word(given)?.0.name));
    let names: BTreeSet<_> = inputs
        .chain(words)
        .chain(["Client", "FutureClient"])
        .collect();
    let own = names
        .into_iter()
        .map(|name| format!("import interserver.{name};\n"));
    let money = plan
        .given()
        .any(|given| given.scalar.wire == WireType::Float);
    let decimal = money.then(|| "import java.math.BigDecimal;\n".to_owned());
    own.chain(decimal).collect()
}

fn body(plan: &Plan) -> String {
    let mut out = String::new();
    let mut arguments = Vec::new();
    for argument in &plan.arguments {
        match argument {
            Argument::Scalar(given) => arguments.push(literal(given)),
            Argument::Default(_) => {}
            Argument::Input(param, input, fields) => {
                let fields: Vec<_> = fields.iter().map(literal).collect();
                let name = param.name.to_lower_camel_case();
                let open = format!("var {name} = new {}(", input.name);
                out += &closed_list(&open, &fields, ");", WIDTH - INDENT.len(), "    ");
                out.push('\n');
                arguments.push(name);
            }
        }
    }
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
    out + &match (&plan.shown, operation.returns) {
        (Shown::Nothing, _) => format!("{};\n", call(1)),
        (Shown::Whole, _) => {
            let short = call("System.out.println();".len());
            if short.contains('\n') {
                let call = call("var answer = ;".len());
                format!("var answer = {call};\nSystem.out.println(answer);\n")
            } else {
                format!("System.out.println({short});\n")
            }
        }
        (Shown::Texts, _) => format!(
            "for (var text : {}) {{\n    System.out.println(text);\n}}\n",
            call("for (var text : ) {".len())
        ),
        (Shown::Record(fields), Shape::Record(record)) => {
            let (variable, print) = printed(record, fields, WIDTH - INDENT.len());
            let call = call(format!("var {variable} = ;").len());
            format!("var {variable} = {call};\n{print}")
        }
        (Shown::Records(fields), Shape::Records(record)) => {
            let (variable, print) = printed(record, fields, WIDTH - INDENT.len() - 4);
            let call = call(format!("for (var {variable} : ) {{").len());
            let print = indented(&print, "    ");
            format!("for (var {variable} : {call}) {{\n{print}}}\n")
        }
        (Shown::Record(_) | Shown::Records(_), _) => unreachable!("fields are a record's"),
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
    if let Some((words, word)) = word(given) {
        return format!("{}.{}.INSTANCE", words.name, word.name);
    }
    if let Some(flag) = given.value.as_bool() {
        return flag.to_string();
    }
    if let Some(number) = given.value.as_i64() {
        return number.to_string();
    }
    let text = quoted(given.value.as_str().unwrap_or_default(), &[]);
    if given.scalar.wire == WireType::Float {
        return format!("new BigDecimal({text})");
    }
    text
}
