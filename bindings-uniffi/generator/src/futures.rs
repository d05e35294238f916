//! The face for Java: a class beside each object, whose methods give a `CompletableFuture` where
//! Kotlin suspends.

use std::fmt::Write as _;

use anyhow::{Result, bail};
use heck::ToLowerCamelCase;
use interserver::meta;
use uniffi_bindgen::ComponentInterface;
use uniffi_bindgen::interface::{AsType, DefaultValue, Literal, Method, Object, Type};

use crate::docs;

const HEAD: &str = "// Written by interserver-uniffi-bindgen; do not edit.

@file:Suppress(\"DEPRECATION\", \"RemoveRedundantBackticks\")

package interserver

import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.future.future

private val calls = CoroutineScope(SupervisorJob() + Dispatchers.Default)
";

/// The text of `Futures.kt`.
pub(crate) fn source(interface: &ComponentInterface) -> Result<String> {
    let mut text = HEAD.to_owned();
    for object in interface.object_definitions() {
        class(&mut text, object)?;
    }
    Ok(docs::translate(&text))
}

fn class(text: &mut String, object: &Object) -> Result<()> {
    let name = object.name();
    let first = object.docstring().unwrap_or_default();
    write!(
        text,
        "\n{}public class Future{name}(\n    /** What does the work. */\n    public val of: {name},\n) : \
         AutoCloseable {{\n    override fun close(): Unit = of.close()\n",
        doc(
            &format!(
                "{first}\n\nFor Java: its methods give a `CompletableFuture`; cancelling that ends the call."
            ),
            ""
        ),
    )?;
    for method in object.methods() {
        text.push('\n');
        self::method(text, method)?;
    }
    text.push_str("}\n");
    Ok(())
}

fn method(text: &mut String, method: &Method) -> Result<()> {
    let name = method.name().to_lower_camel_case();
    let mut declared = Vec::new();
    let mut passed = Vec::new();
    let mut has_defaults = false;
    for argument in method.arguments() {
        let argument_name = argument.name().to_lower_camel_case();
        let mut declaration = format!("`{argument_name}`: {}", type_name(&argument.as_type())?);
        if let Some(default) = argument.default_value() {
            has_defaults = true;
            write!(declaration, " = {}", value(default, &argument.as_type())?)?;
        }
        declared.push(declaration);
        passed.push(format!("`{argument_name}`"));
    }
    text.push_str(&doc(method.docstring().unwrap_or_default(), "    "));
    let deprecated = meta::operations()
        .find(|operation| operation.name == method.name() && operation.deprecated.is_some());
    if let Some(reason) = deprecated.and_then(|operation| operation.deprecated) {
        writeln!(text, "    @Deprecated({reason:?})")?;
    }
    if has_defaults {
        text.push_str("    @JvmOverloads\n");
    }
    let (declared, passed) = (declared.join(", "), passed.join(", "));
    let returned = method.return_type();
    let returns = returned.map_or(Ok("Unit".to_owned()), type_name)?;
    match (method.is_async(), returned) {
        (true, None) => writeln!(
            text,
            "    public fun `{name}`({declared}): CompletableFuture<Void?> =\n        \
             calls.future {{ of.`{name}`({passed}); null }}"
        )?,
        (true, Some(_)) => writeln!(
            text,
            "    public fun `{name}`({declared}): CompletableFuture<{returns}> =\n        \
             calls.future {{ of.`{name}`({passed}) }}"
        )?,
        (false, Some(Type::Object { name: object, .. })) => writeln!(
            text,
            "    public fun `{name}`({declared}): Future{object} = Future{object}(of.`{name}`({passed}))"
        )?,
        (false, _) => {
            if method.throws() {
                text.push_str("    @Throws(InterServerException::class)\n");
            }
            writeln!(
                text,
                "    public fun `{name}`({declared}): {returns} = of.`{name}`({passed})"
            )?;
        }
    }
    Ok(())
}

fn doc(docs: &str, indent: &str) -> String {
    let mut text = format!("{indent}/**\n");
    for line in docs.trim().lines() {
        let line = format!("{indent} * {}", line.trim());
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.push_str(&format!("{indent} */\n"));
    text
}

fn type_name(of: &Type) -> Result<String> {
    Ok(match of {
        Type::Boolean => "Boolean".to_owned(),
        Type::Int32 => "Int".to_owned(),
        Type::Int64 => "Long".to_owned(),
        Type::Float64 => "Double".to_owned(),
        Type::String => "String".to_owned(),
        Type::Duration => "java.time.Duration".to_owned(),
        Type::Timestamp => "java.time.Instant".to_owned(),
        Type::Optional { inner_type } => format!("{}?", type_name(inner_type)?),
        Type::Sequence { inner_type } => format!("List<{}>", type_name(inner_type)?),
        Type::Record { name, .. }
        | Type::Enum { name, .. }
        | Type::Object { name, .. }
        | Type::Custom { name, .. } => name.clone(),
        other => bail!("no Kotlin name is known here for {other:?}"),
    })
}

fn value(default: &DefaultValue, of: &Type) -> Result<String> {
    Ok(match default {
        DefaultValue::Default => format!("{}()", type_name(of)?),
        DefaultValue::Literal(Literal::None) => "null".to_owned(),
        DefaultValue::Literal(Literal::EmptySequence) => "emptyList()".to_owned(),
        DefaultValue::Literal(Literal::Boolean(flag)) => flag.to_string(),
        DefaultValue::Literal(Literal::String(text)) => format!("{text:?}"),
        DefaultValue::Literal(Literal::Int(number, ..)) => format!("{number}L"),
        DefaultValue::Literal(Literal::UInt(number, ..)) => format!("{number}L"),
        other => bail!("no Kotlin text is known here for {other:?}"),
    })
}
