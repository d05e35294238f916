//! The Kotlin: what UniFFI writes, finished; and beside it the futures for Java.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};
use camino::Utf8Path;
use heck::ToLowerCamelCase;
use interserver::{ErrorKind, meta};
use uniffi_bindgen::ComponentInterface;
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};
use uniffi_bindgen::interface::Type;

use crate::edit::{replace, within};
use crate::{docs, futures, interface};

/// Writes `interserver/interserver.kt` and `interserver/Futures.kt` into a folder of sources.
///
/// # Errors
/// If the library holds no UniFFI metadata, or UniFFI writes other text than expected.
pub fn write(library: &Utf8Path, folder: &Utf8Path) -> Result<()> {
    generate(GenerateOptions {
        languages: vec![TargetLanguage::Kotlin],
        source: library.to_owned(),
        out_dir: folder.to_owned(),
        metadata_no_deps: true,
        ..GenerateOptions::default()
    })?;
    let interface = interface::load(library)?;
    let package = folder.join("interserver");
    let file = package.join("interserver.kt");
    let source = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
    fs::write(&file, finish(source, &interface)?)?;
    fs::write(package.join("Futures.kt"), futures::source(&interface)?)?;
    Ok(())
}

fn finish(mut source: String, interface: &ComponentInterface) -> Result<String> {
    share_error_details(&mut source, interface)?;
    default_words(&mut source)?;
    overload_constructors(&mut source, interface)?;
    share_constructors(&mut source, interface)?;
    leave_the_thread_of_the_library(&mut source)?;
    mark_deprecated(&mut source)?;
    Ok(docs::translate(&source))
}

/// The details that all kinds of the exception have become properties of the exception itself, and
/// its message what the core would have printed.
fn share_error_details(source: &mut String, interface: &ComponentInterface) -> Result<()> {
    replace(
        source,
        ErrorKind::ALL.len(),
        "        val `details`: ErrorDetails
        ) : InterServerException() {
        override val message
            get() = \"details=${ `details` }\"
    }",
        "        override val `details`: ErrorDetails
        ) : InterServerException()",
    )?;
    let details = interface
        .get_record_definition("ErrorDetails")
        .context("no ErrorDetails")?;
    let mut head = "sealed class InterServerException: kotlin.Exception() {
    /** What is known of the failure, whatever its kind. */
    abstract val details: ErrorDetails

    override val message: String get() = details.report
"
    .to_owned();
    for field in details.fields() {
        let name = field.name().to_lower_camel_case();
        let docs = field.docstring().unwrap_or_default().replace('\n', " ");
        head.push_str(&format!(
            "\n    /** {docs} */\n    val `{name}` get() = details.`{name}`\n"
        ));
    }
    replace(
        source,
        1,
        "sealed class InterServerException: kotlin.Exception() {\n",
        &head,
    )
}

fn default_words(source: &mut String) -> Result<()> {
    for [order, field, words, word] in interface::word_defaults()? {
        let field = field.to_lower_camel_case();
        let declared = format!("val `{field}`: {words}\n");
        let defaulted = format!("val `{field}`: {words} = {words}.{word}\n");
        within(source, &format!("data class {order} ("), "\n)", |part| {
            replace(part, 1, &declared, &defaulted)
        })?;
    }
    Ok(())
}

/// Java has no default arguments: what it must construct gets a constructor for each number of
/// arguments that may be left out.
fn overload_constructors(source: &mut String, interface: &ComponentInterface) -> Result<()> {
    let mut records = BTreeSet::new();
    for object in interface.object_definitions() {
        let methods = object.methods().into_iter().flat_map(|m| m.arguments());
        let constructors = object
            .constructors()
            .into_iter()
            .flat_map(|c| c.arguments());
        for argument in methods.chain(constructors) {
            argument_records(
                interface,
                &uniffi_bindgen::interface::AsType::as_type(argument),
                &mut records,
            );
        }
    }
    for record in records {
        let defaults = interface
            .get_record_definition(&record)
            .is_some_and(|record| record.fields().iter().any(|f| f.default_value().is_some()));
        if defaults {
            replace(
                source,
                1,
                &format!("data class {record} ("),
                &format!("data class {record} @JvmOverloads constructor ("),
            )?;
        }
    }
    Ok(())
}

/// Java calls the other constructors of an object as static methods of its class, and may leave out
/// what has a default.
fn share_constructors(source: &mut String, interface: &ComponentInterface) -> Result<()> {
    for object in interface.object_definitions() {
        for constructor in object.alternate_constructors() {
            let has_defaults = constructor
                .arguments()
                .iter()
                .any(|argument| argument.default_value().is_some());
            let overloads = if has_defaults { "@JvmOverloads " } else { "" };
            let function = format!("fun `{}`(", constructor.name().to_lower_camel_case());
            replace(
                source,
                1,
                &format!(") {function}"),
                &format!(") @JvmStatic {overloads}{function}"),
            )?;
        }
    }
    Ok(())
}

fn argument_records(interface: &ComponentInterface, of: &Type, found: &mut BTreeSet<String>) {
    match of {
        Type::Optional { inner_type } | Type::Sequence { inner_type } => {
            argument_records(interface, inner_type, found);
        }
        Type::Record { name, .. } => {
            found.insert(name.clone());
            let fields = interface.get_record_definition(name).map(|r| r.fields());
            for field in fields.unwrap_or_default() {
                argument_records(
                    interface,
                    &uniffi_bindgen::interface::AsType::as_type(field),
                    found,
                );
            }
        }
        _ => {}
    }
}

/// A coroutine without a dispatcher (`suspend fun main`) would go on inside the library's wake-up,
/// on its only thread for input and output: the next call would then wait for itself.
fn leave_the_thread_of_the_library(source: &mut String) -> Result<()> {
    replace(
        source,
        1,
        "        uniffiContinuationHandleMap.remove(data).resume(pollResult)\n",
        "        val continuation = uniffiContinuationHandleMap.remove(data)
        kotlinx.coroutines.Dispatchers.Default.dispatch(
            continuation.context,
            Runnable { continuation.resume(pollResult) },
        )
",
    )
}

fn mark_deprecated(source: &mut String) -> Result<()> {
    for operation in meta::operations() {
        if let Some(reason) = operation.deprecated {
            let function = format!("suspend fun `{}`(", operation.name.to_lower_camel_case());
            let marked = format!("@Deprecated({reason:?}) {function}");
            // Once in the interface, once as `override` in the class.
            replace(
                source,
                1,
                &format!("override {function}"),
                &format!("@Deprecated({reason:?}) override {function}"),
            )?;
            replace(
                source,
                1,
                &format!("\n    {function}"),
                &format!("\n    {marked}"),
            )?;
        }
    }
    Ok(())
}
