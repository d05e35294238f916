//! The classes of the services: a method for each operation.

use std::fmt::Write;

use interserver::meta::{self, Kind, Operation, Param, RecordMeta, Service, Shape};
use interserver_wasm::names::camel;

/// `vps` as `VpsService`.
pub(crate) fn class_name(service: &Service) -> String {
    let name = camel(&format!("_{}", service.name));
    format!("{name}Service")
}

/// The parameters that a caller must give, in order; the others are among the options.
pub(crate) fn required(operation: &Operation) -> impl Iterator<Item = &'static Param> {
    operation.params.iter().filter(|param| param.required())
}

/// `api.js`.
pub(crate) fn classes() -> String {
    let mut out = String::from(
        "// Made from the declaration of the API by `cargo run -p xtask -- npm`.\n\n\
         class Service {\n\tconstructor(line) {\n\
         \t\tObject.defineProperty(this, \"line\", { value: line });\n\t}\n}\n",
    );
    for service in meta::services() {
        class(&mut out, service);
    }
    out.push_str("\nexport const services = {\n");
    for service in meta::services() {
        push(
            &mut out,
            &format!("\t{}: {},\n", camel(service.name), class_name(service)),
        );
    }
    out.push_str("};\n\nexport const secrets = {\n");
    for operation in meta::operations() {
        let names = secrets(operation.returns);
        if !names.is_empty() {
            let names: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
            push(
                &mut out,
                &format!("\t{}: [{}],\n", operation.wire, names.join(", ")),
            );
        }
    }
    out.push_str("};\n");
    out
}

fn class(out: &mut String, service: &Service) {
    push(
        out,
        &format!(
            "\nexport class {} extends Service {{\n",
            class_name(service)
        ),
    );
    for operation in service.operations {
        let names: Vec<_> = required(operation).map(|param| camel(param.name)).collect();
        let given = names.join(", ");
        let parameters = if given.is_empty() {
            "options".to_owned()
        } else {
            format!("{given}, options")
        };
        push(
            out,
            &format!(
                "\t{}({parameters}) {{\n\t\treturn this.line.invoke(\"{}\", [{given}], options);\n\t}}\n",
                camel(operation.name),
                operation.wire
            ),
        );
    }
    out.push_str("}\n");
}

/// Names of an answer's fields that are not shown: secrets, and what may hold one.
fn secrets(shape: Shape) -> Vec<String> {
    let (Shape::Record(record) | Shape::Records(record)) = shape else {
        return Vec::new();
    };
    let mut names = own_secrets(record);
    if !names.is_empty() {
        names.push("other".to_owned());
    }
    names
}

fn own_secrets(record: &RecordMeta) -> Vec<String> {
    let mut names = Vec::new();
    for field in record.fields {
        match field.kind {
            Kind::Secret | Kind::Extra => names.push(camel(field.name)),
            Kind::Record(inner) | Kind::Records(inner) => assert!(
                own_secrets(inner).is_empty(),
                "{}.{} holds a record with secrets, which `mask.js` does not reach",
                record.name,
                field.name
            ),
            _ => {}
        }
    }
    names
}

fn push(out: &mut String, text: &str) {
    // Writing to a `String` cannot fail.
    let _ = out.write_str(text);
}
