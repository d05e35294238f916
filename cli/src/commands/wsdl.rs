//! `interserver wsdl check`: what a WSDL says, against the declaration.

use std::collections::{BTreeMap, BTreeSet};

use interserver::meta::{self, Kind, WireType};
use roxmltree::{Document, Node};

use crate::account::connect::Connection;
use crate::cli::{Globals, Wsdl};
use crate::failure::Failure;
use crate::interrupt;
use crate::output;

/// Functions and structs by name, each with its named types in order.
#[derive(Default)]
struct Described {
    functions: BTreeMap<String, (Vec<Named>, String)>,
    structs: BTreeMap<String, Vec<Named>>,
}

type Named = (String, String);

pub(crate) async fn run(command: Wsdl, globals: &Globals) -> Result<(), Failure> {
    let Wsdl::Check { file } = command;
    let (text, whence) = match &file {
        Some(path) => (std::fs::read_to_string(path)?, path.display().to_string()),
        None => {
            let connection = Connection::open(globals, false)?;
            let text = interrupt::or(connection.client.wsdl()).await??;
            (text, format!("{}?wsdl", connection.client.endpoint()))
        }
    };
    let described = read(&text)?;
    let differences = compare(&described);
    for difference in &differences {
        output::line(difference)?;
    }
    let functions = described.functions.len();
    if differences.is_empty() {
        output::note(
            globals,
            format_args!("{whence} agrees with this program: {functions} functions."),
        );
        return Ok(());
    }
    Err(Failure::Broken(format!(
        "{whence} differs from this program in {} places",
        differences.len()
    )))
}

fn read(text: &str) -> Result<Described, Failure> {
    let document = Document::parse(text)
        .map_err(|error| Failure::Broken(format!("this is no XML: {error}")))?;
    let root = document.root_element();
    let all = |name: &'static str| {
        root.descendants()
            .filter(move |node| node.is_element() && node.tag_name().name() == name)
    };
    let attribute = |node: Node<'_, '_>, name: &str| node.attribute(name).unwrap_or("").to_owned();
    let messages: BTreeMap<String, Vec<Named>> = all("message")
        .map(|message| {
            let parts = message
                .children()
                .filter(|node| node.tag_name().name() == "part")
                .map(|part| (attribute(part, "name"), attribute(part, "type")));
            (attribute(message, "name"), parts.collect())
        })
        .collect();
    let mut described = Described::default();
    for port in all("portType") {
        for operation in port
            .children()
            .filter(|node| node.tag_name().name() == "operation")
        {
            let parts = |direction: &str| {
                let message = operation
                    .children()
                    .find(|node| node.tag_name().name() == direction)
                    .map(|node| local(&attribute(node, "message")).to_owned());
                message
                    .and_then(|message| messages.get(&message).cloned())
                    .unwrap_or_default()
            };
            let returns = parts("output")
                .pop()
                .map(|(_, wire)| wire)
                .unwrap_or_default();
            described
                .functions
                .insert(attribute(operation, "name"), (parts("input"), returns));
        }
    }
    if described.functions.is_empty() {
        return Err(Failure::Broken(
            "this is no WSDL: it has no functions".to_owned(),
        ));
    }
    for complex in all("complexType") {
        let fields: Vec<Named> = complex
            .descendants()
            .filter(|node| node.tag_name().name() == "element" && node.has_attribute("name"))
            .map(|field| (attribute(field, "name"), attribute(field, "type")))
            .collect();
        // Without elements it is an array.
        if !fields.is_empty() {
            described.structs.insert(attribute(complex, "name"), fields);
        }
    }
    Ok(described)
}

fn declared() -> Described {
    let mut declared = Described::default();
    for operation in meta::operations() {
        let session = operation
            .session
            .then(|| ("sid".to_owned(), WireType::String.name()));
        let params = operation
            .wire_params()
            .map(|(param, scalar)| (param.wire.to_owned(), scalar.wire.name()));
        let params = session.into_iter().chain(params).collect();
        declared
            .functions
            .insert(operation.wire.to_owned(), (params, operation.wire_return()));
    }
    for record in meta::records() {
        let fields: &mut Vec<Named> = declared.structs.entry(record.wire.to_owned()).or_default();
        for field in record.live_fields() {
            let named = (field.wire.to_owned(), field.wire_type.name());
            let stands_in = matches!(field.kind, Kind::Secret);
            // Several records of the tables may read one struct of the wire.
            match fields.iter_mut().find(|(name, _)| *name == named.0) {
                Some(_) if stands_in => {}
                Some(known) => *known = named,
                None => fields.push(named),
            }
        }
    }
    declared
}

fn compare(found: &Described) -> Vec<String> {
    let declared = declared();
    let mut differences = Vec::new();
    let mut say = |text: String| differences.push(text);
    names("function", &declared.functions, &found.functions, &mut say);
    for (name, (params, returns)) in &declared.functions {
        let Some((found_params, found_returns)) = found.functions.get(name) else {
            continue;
        };
        fields(name, "parameter", params, found_params, &mut say);
        let order = |list: &[Named]| {
            list.iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        };
        let (here, there) = (order(params), order(found_params));
        let same: BTreeSet<_> = here.iter().collect();
        if here != there && same == there.iter().collect() {
            say(format!(
                "{name}: the parameters come in the order {}",
                there.join(", ")
            ));
        }
        if !is_same_type(returns, found_returns) {
            say(format!("{name}: it returns {found_returns}, not {returns}"));
        }
    }
    // Structs that no operation of the declaration uses are of no concern.
    for (name, known) in &declared.structs {
        match found.structs.get(name) {
            None => say(format!("struct {name} is missing")),
            Some(found) => fields(&format!("struct {name}"), "field", known, found, &mut say),
        }
    }
    differences
}

fn names<T>(
    what: &str,
    declared: &BTreeMap<String, T>,
    found: &BTreeMap<String, T>,
    say: &mut impl FnMut(String),
) {
    for name in declared.keys().filter(|name| !found.contains_key(*name)) {
        say(format!("{what} {name} is missing"));
    }
    for name in found.keys().filter(|name| !declared.contains_key(*name)) {
        say(format!("{what} {name} is new"));
    }
}

fn fields(
    owner: &str,
    what: &str,
    declared: &[Named],
    found: &[Named],
    say: &mut impl FnMut(String),
) {
    for (name, wire) in declared {
        match found.iter().find(|(other, _)| other == name) {
            None => say(format!("{owner}: {what} {name} is missing")),
            Some((_, other)) if !is_same_type(wire, other) => {
                say(format!("{owner}: {what} {name} is {other}, not {wire}"));
            }
            Some(_) => {}
        }
    }
    for (name, wire) in found {
        if !declared.iter().any(|(known, _)| known == name) {
            say(format!("{owner}: {what} {name} is new ({wire})"));
        }
    }
}

/// Prefixes are the document's own; what they stand for is told by the name behind them.
fn is_same_type(a: &str, b: &str) -> bool {
    local(a) == local(b)
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
