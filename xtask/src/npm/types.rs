//! `index.d.ts`: the hand-written head, and everything that the declaration says.

use interserver::ErrorKind;
use interserver::meta::{
    self, EnumMeta, InputMeta, Kind, Operation, Origin, Param, ParamKind, RecordMeta, ScalarType,
    Shape, WireType,
};
use interserver_wasm::names::camel;

use super::api::{class_name, required};
use super::docs::{comment, in_javascript};

/// The whole file.
pub(crate) fn declarations(head: &str) -> String {
    let mut out = head.trim_end().to_owned();
    out.push('\n');
    out.push('\n');
    error_kinds(&mut out);
    out.push_str("\n/** The services of a client. */\nexport interface Services {\n");
    for service in meta::services() {
        out.push_str(&comment("\t", service.docs, &[]));
        out += &format!(
            "\treadonly {}: {};\n",
            camel(service.name),
            class_name(service)
        );
    }
    out.push_str("}\n");
    for service in meta::services() {
        service
            .enums
            .iter()
            .for_each(|words| open_enum(&mut out, words));
        service
            .records
            .iter()
            .for_each(|meta| record(&mut out, meta));
        service.inputs.iter().for_each(|meta| input(&mut out, meta));
        out.push('\n');
        out.push_str(&comment("", service.docs, &[]));
        out += &format!("export interface {} {{\n", class_name(service));
        service
            .operations
            .iter()
            .for_each(|meta| operation(&mut out, meta));
        out.push_str("}\n");
    }
    out
}

fn error_kinds(out: &mut String) {
    out.push_str("/** What kind of failure it was.");
    // An abort ends as the platform's do, so that kind is Rust's alone.
    let kinds = || {
        ErrorKind::ALL
            .iter()
            .filter(|kind| **kind != ErrorKind::Cancelled)
    };
    for kind in kinds() {
        *out += &format!(
            "\n *\n * - `{kind}`: {} {}",
            kind.docs().trim(),
            in_javascript(kind.advice())
        );
    }
    out.push_str("\n */\nexport type ErrorKind =");
    for kind in kinds() {
        *out += &format!("\n\t| \"{kind}\"");
    }
    out.push_str(";\n");
}

fn open_enum(out: &mut String, words: &EnumMeta) {
    let mut tags = vec!["Words that this version does not know are given as they came.".to_owned()];
    tags.extend(
        words
            .words
            .iter()
            .map(|word| format!("- `{}`: {}", word.wire, in_javascript(word.docs.trim()))),
    );
    out.push('\n');
    out.push_str(&comment("", words.docs, &tags));
    *out += &format!("export type {} =", words.name);
    for word in words.words {
        *out += &format!("\n\t| \"{}\"", word.wire);
    }
    out.push_str("\n\t| (string & {});\n");
}

fn record(out: &mut String, record: &RecordMeta) {
    out.push('\n');
    out.push_str(&comment("", record.docs, &[]));
    *out += &format!("export interface {} {{\n", record.name);
    for field in record.fields {
        let mut wire = format!("Wire field: `{}`", field.wire);
        wire += match field.origin {
            Origin::Documented => ", documented in 2015 and not sent by the live service.",
            Origin::Live => ", not in the documentation of 2015.",
            _ => ".",
        };
        out.push_str(&comment("\t", field.docs, &[wire]));
        let type_name = field_type(field.kind);
        let lists = matches!(field.kind, Kind::Ids | Kind::Problems | Kind::Records(_));
        let absent = if field.required || lists {
            ""
        } else {
            " | null"
        };
        *out += &format!("\t{}: {type_name}{absent};\n", camel(field.name));
    }
    out.push_str("\t/** What the answer held besides, by wire name. */\n");
    out.push_str("\tother: { [wireName: string]: PlainValue };\n}\n");
}

fn field_type(kind: Kind) -> String {
    match kind {
        Kind::Int | Kind::Decimal => "number".to_owned(),
        Kind::Flag => "boolean".to_owned(),
        Kind::Extra => "PlainValue".to_owned(),
        Kind::Ids => "number[]".to_owned(),
        Kind::Problems => "string[]".to_owned(),
        Kind::Word(words) => words.name.to_owned(),
        Kind::Record(record) => record.name.to_owned(),
        Kind::Records(record) => format!("{}[]", record.name),
        // Text, secrets, civil times and instants.
        _ => "string".to_owned(),
    }
}

fn input(out: &mut String, input: &InputMeta) {
    out.push('\n');
    out.push_str(&comment("", input.docs, &[]));
    *out += &format!("export interface {} {{\n", input.name);
    for field in input.fields {
        out.push_str(&comment("\t", field.docs, &notes(field)));
        optional_or_not(out, field);
    }
    out.push_str("}\n");
}

/// A member of an order or of the options.
fn optional_or_not(out: &mut String, param: &Param) {
    let (mark, absent) = if param.required() {
        ("", "")
    } else {
        ("?", " | null | undefined")
    };
    *out += &format!(
        "\treadonly {}{mark}: {}{absent};\n",
        camel(param.name),
        param_type(param.kind)
    );
}

/// What may be given and what stands for nothing.
fn notes(param: &Param) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(check) = param.check {
        notes.push(format!("Must be {}.", check.rule));
    }
    if let Some(default) = param.default {
        // Of a word of an enum, the word.
        let word = match param.kind {
            ParamKind::Scalar(ScalarType {
                words: Some(words), ..
            }) => words
                .words
                .iter()
                .find(|word| {
                    default.ends_with(&format!(":: {}", word.name))
                        || default.ends_with(&format!("::{}", word.name))
                })
                .map(|word| format!("\"{}\"", word.wire)),
            _ => None,
        };
        notes.push(format!("@default {}", word.as_deref().unwrap_or(default)));
    }
    notes
}

fn param_type(kind: ParamKind) -> String {
    match kind {
        ParamKind::Input(input) => input.name.to_owned(),
        ParamKind::Scalar(ScalarType {
            words: Some(words), ..
        }) => words.name.to_owned(),
        ParamKind::Scalar(scalar) => match scalar.wire {
            WireType::Int => "number",
            // A decimal as text keeps its digits.
            WireType::Float => "number | string",
            WireType::Boolean => "boolean",
            _ => "string",
        }
        .to_owned(),
        _ => unreachable!("a kind of parameter that this task does not know"),
    }
}

fn operation(out: &mut String, operation: &Operation) {
    let optional: Vec<_> = operation
        .params
        .iter()
        .filter(|param| !param.required())
        .collect();
    let mut tags: Vec<_> = required(operation)
        .map(|param| {
            let docs = in_javascript(&param.summary());
            format!(
                "@param {} {docs} {}",
                camel(param.name),
                notes(param).join(" ")
            )
            .trim_end()
            .to_owned()
        })
        .collect();
    if let Some(reason) = operation.deprecated {
        tags.push(format!("@deprecated {reason}"));
    }
    let effect = format!(
        "Effect: {}. Wire function: `{}`.",
        operation.effect.as_str(),
        operation.wire
    );
    let docs = format!("{}\n\n{effect}", operation.docs.trim());
    out.push_str(&comment("\t", &docs, &tags));
    let mut parameters: Vec<_> = required(operation)
        .map(|param| format!("{}: {}", camel(param.name), param_type(param.kind)))
        .collect();
    if optional.is_empty() {
        parameters.push("options?: CallOptions".to_owned());
    } else {
        let mut options = String::from("options?: CallOptions & {\n");
        for param in optional {
            let mut member = comment("\t", param.docs, &notes(param));
            optional_or_not(&mut member, param);
            options.extend(member.lines().map(|line| format!("\t{line}\n")));
        }
        options.push_str("\t}");
        parameters.push(options);
    }
    *out += &format!(
        "\t{}({}): Promise<{}>;\n",
        camel(operation.name),
        parameters.join(", "),
        answer_type(operation.returns)
    );
}

fn answer_type(shape: Shape) -> String {
    match shape {
        Shape::Done => "void".to_owned(),
        Shape::Int => "number".to_owned(),
        Shape::Texts => "string[]".to_owned(),
        Shape::Record(record) => record.name.to_owned(),
        Shape::Records(record) => format!("{}[]", record.name),
        _ => "string".to_owned(),
    }
}
