//! What the generated Kotlin and Swift offer, compared with the core's metadata: every method with
//! its parameters, every field of every record and order, every word of every enum, every kind of
//! error. The names are read from the generated text itself, so nothing can be lost on the way.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use camino::{Utf8Path, Utf8PathBuf};
use heck::{ToLowerCamelCase, ToUpperCamelCase};
use interserver::ErrorKind;
use interserver::meta::{self, ParamKind};

/// Names by the type or method that has them.
type Names = BTreeMap<String, Vec<String>>;

struct Surface {
    /// `VpsService.restart`, and its parameters.
    methods: Names,
    /// `Vps`, and its fields.
    fields: Names,
    /// `ServerStatus`, and its words in lower case.
    words: Names,
    text: String,
}

/// The library that Cargo built beside this test.
fn library() -> Utf8PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().unwrap();
    let name = format!(
        "{}interserver_uniffi{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    let found: PathBuf = folder.join(name);
    assert!(found.exists(), "{} is not there", found.display());
    Utf8PathBuf::from_path_buf(found).unwrap()
}

fn generated(
    language: &str,
    write: impl Fn(&Utf8Path, &Utf8Path) -> anyhow::Result<()>,
    file: &str,
) -> String {
    let folder = Utf8PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(language);
    write(&library(), &folder).unwrap();
    std::fs::read_to_string(folder.join(file)).unwrap()
}

static KOTLIN: LazyLock<Surface> = LazyLock::new(|| {
    let text = generated(
        "kotlin",
        interserver_uniffi_bindgen::kotlin::write,
        "interserver/interserver.kt",
    );
    read(
        text,
        &Forms {
            object: ("public interface ", "Interface {"),
            function: "fun `",
            record: "data class ",
            field: "val `",
            sum: "sealed class ",
            case: &["object ", "data class ", "class "],
        },
    )
});

static SWIFT: LazyLock<Surface> = LazyLock::new(|| {
    let text = generated(
        "swift",
        interserver_uniffi_bindgen::swift::write,
        "InterServer/InterServer.swift",
    );
    read(
        text,
        &Forms {
            object: ("public protocol ", "Protocol: "),
            function: "func ",
            record: "public struct ",
            field: "public var ",
            sum: "enum ",
            case: &["case "],
        },
    )
});

/// How a language begins what is looked for.
struct Forms {
    object: (&'static str, &'static str),
    function: &'static str,
    record: &'static str,
    field: &'static str,
    sum: &'static str,
    case: &'static [&'static str],
}

/// The name that a text begins with.
fn name(text: &str) -> String {
    let is_part = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    text.trim_start_matches('`')
        .chars()
        .take_while(is_part)
        .collect()
}

/// Reads a surface line by line. A declaration at the margin opens a type, a brace there closes it.
fn read(text: String, forms: &Forms) -> Surface {
    let (mut methods, mut fields, mut words) = (Names::new(), Names::new(), Names::new());
    let (mut object, mut record, mut sum) = (None, None, None);
    for line in text.lines() {
        let declared = line.trim_start().trim_start_matches("public ");
        let inner = line.starts_with(' ');
        if !inner {
            let first = line.trim_start();
            if let Some((head, _)) = first
                .strip_prefix(forms.object.0)
                .and_then(|rest| rest.split_once(forms.object.1))
            {
                object = Some(name(head));
            } else if let Some(rest) = first.strip_prefix(forms.record) {
                record = Some(name(rest));
                fields.entry(name(rest)).or_default();
            } else if let Some(rest) = declared.strip_prefix(forms.sum) {
                sum = Some(name(rest));
                words.entry(name(rest)).or_default();
            } else if line == "}" {
                (object, record, sum) = (None, None, None);
            }
            continue;
        }
        if let (Some(object), Some(at)) = (&object, line.find(forms.function)) {
            let function = &line[at + forms.function.len()..];
            let parameters = function.split_once('(').unwrap().1;
            let parameters = parameters.split(')').next().unwrap();
            let parameters = parameters.split(": ").collect::<Vec<_>>();
            let parameters = parameters[..parameters.len() - 1]
                .iter()
                .filter_map(|part| part.rsplit([' ', '(', '`']).find(|word| !word.is_empty()));
            let parameters: Vec<_> = parameters
                .map(name)
                .filter(|name| !name.is_empty())
                .collect();
            methods.insert(format!("{object}.{}", name(function)), parameters);
        }
        if let (Some(record), Some(rest)) = (&record, line.trim_start().strip_prefix(forms.field)) {
            // Of what has braces behind it, the value is computed.
            if !rest.contains('{') {
                fields.get_mut(record).unwrap().push(name(rest));
            }
        }
        if let Some(sum) = &sum
            && line.starts_with("    ")
            && !line.starts_with("     ")
            && let Some(rest) = forms
                .case
                .iter()
                .find_map(|case| line[4..].strip_prefix(case))
        {
            let case = name(rest).to_lowercase();
            let known: &mut Vec<_> = words.get_mut(sum).unwrap();
            if !known.contains(&case) && !case.starts_with("let") {
                known.push(case);
            }
        }
    }
    Surface {
        methods,
        fields,
        words,
        text,
    }
}

fn surfaces() -> [(&'static str, &'static Surface); 2] {
    [("Kotlin", &KOTLIN), ("Swift", &SWIFT)]
}

/// `vps` is `VpsService`: the type that the service's method gives.
fn handle(service: &str) -> String {
    format!("{}Service", service.to_upper_camel_case())
}

#[test]
fn every_operation_is_a_method_with_its_parameters() {
    for (language, surface) in surfaces() {
        let mut compared = 0;
        for operation in meta::operations() {
            let path = format!(
                "{}.{}",
                handle(operation.service),
                operation.name.to_lower_camel_case()
            );
            let offered = surface.methods.get(&path);
            let offered = offered.unwrap_or_else(|| panic!("{language} lacks {path}"));
            let wanted: Vec<_> = operation
                .params
                .iter()
                .map(|p| p.name.to_lower_camel_case())
                .collect();
            assert_eq!(offered, &wanted, "{language}: {path}");
            compared += 1;
        }
        assert_eq!(compared, 102);
        for service in meta::services() {
            let path = format!("Client.{}", service.name.to_lower_camel_case());
            assert!(
                surface.methods.contains_key(&path),
                "{language} lacks {path}"
            );
        }
    }
}

#[test]
fn every_record_has_every_field_in_order() {
    for (language, surface) in surfaces() {
        for record in meta::records() {
            let mut wanted: Vec<_> = record
                .fields
                .iter()
                .map(|f| f.name.to_lower_camel_case())
                .collect();
            wanted.push("other".to_owned());
            assert_eq!(
                surface.fields.get(record.name),
                Some(&wanted),
                "{language}: {}",
                record.name
            );
        }
        for input in meta::services().iter().flat_map(|service| service.inputs) {
            let wanted: Vec<_> = input
                .fields
                .iter()
                .map(|f| f.name.to_lower_camel_case())
                .collect();
            assert_eq!(
                surface.fields.get(input.name),
                Some(&wanted),
                "{language}: {}",
                input.name
            );
        }
    }
}

#[test]
fn every_enum_has_every_word() {
    for (language, surface) in surfaces() {
        for words in meta::services().iter().flat_map(|service| service.enums) {
            let mut wanted: Vec<_> = words
                .words
                .iter()
                .map(|word| word.name.to_lowercase())
                .collect();
            wanted.push("other".to_owned());
            assert_eq!(
                surface.words.get(words.name),
                Some(&wanted),
                "{language}: {}",
                words.name
            );
        }
    }
}

#[test]
fn every_kind_of_error_is_a_case_and_nothing_else_is() {
    let wanted: BTreeSet<_> = ErrorKind::ALL
        .iter()
        .map(|kind| format!("{kind:?}").to_lowercase())
        .collect();
    for ((language, surface), error) in surfaces()
        .into_iter()
        .zip(["InterServerException", "InterServerError"])
    {
        let offered: BTreeSet<_> = surface.words[error].iter().cloned().collect();
        assert_eq!(offered, wanted, "{language}");
    }
}

#[test]
fn whatever_is_public_is_documented() {
    for operation in meta::operations() {
        let first = operation.docs.trim().lines().next().unwrap().trim();
        for (language, surface) in surfaces() {
            assert!(
                surface
                    .text
                    .contains(&format!("* {first}").replace("::", ".")),
                "{language}: {first}"
            );
        }
    }
    for (language, surface) in surfaces() {
        for record in meta::records() {
            for field in record.fields {
                let first = field.docs.trim().lines().next().unwrap();
                let first = first.split('`').next().unwrap().trim_end();
                assert!(
                    surface.text.contains(first),
                    "{language}: {}.{}",
                    record.name,
                    field.name
                );
            }
        }
    }
}

#[test]
fn what_may_be_left_out_has_a_default() {
    let (kotlin, swift) = (&KOTLIN.text, &SWIFT.text);
    for input in meta::services().iter().flat_map(|service| service.inputs) {
        for field in input.fields.iter().filter(|field| !field.required()) {
            let ParamKind::Scalar(_) = field.kind else {
                continue;
            };
            let name = field.name.to_lower_camel_case();
            let declared = |text: &str, start: String, end: &str| {
                let at = text.find(&start).unwrap();
                let part = &text[at..at + text[at..].find(end).unwrap()];
                let line = part.lines().find(|line| {
                    line.contains(&format!("`{name}`: ")) || line.contains(&format!("*/{name}: "))
                });
                line.unwrap_or_else(|| panic!("{}.{name}", input.name))
                    .to_owned()
            };
            let kotlin = declared(kotlin, format!("data class {} ", input.name), "\n)");
            assert!(
                kotlin.contains(" = "),
                "Kotlin: {}.{name}: {kotlin}",
                input.name
            );
            let swift = declared(swift, format!("public struct {}:", input.name), "self.");
            assert!(
                swift.contains(" = "),
                "Swift: {}.{name}: {swift}",
                input.name
            );
        }
    }
}
