//! The Swift: what UniFFI writes, finished.

use std::fs;

use anyhow::{Context, Result};
use camino::Utf8Path;
use heck::ToLowerCamelCase;
use interserver::{ErrorKind, meta};
use uniffi_bindgen::bindings::{SwiftBindingsOptions, generate_swift_bindings};

use crate::edit::{replace, within};
use crate::{docs, interface};

/// Writes `InterServer/InterServer.swift`, and the C module of the library into `InterServerFFI`,
/// where a module map has to be alone in its folder.
///
/// # Errors
/// If the library holds no UniFFI metadata, or UniFFI writes other text than expected.
pub fn write(library: &Utf8Path, folder: &Utf8Path) -> Result<()> {
    let (swift, c) = (folder.join("InterServer"), folder.join("InterServerFFI"));
    fs::create_dir_all(&swift)?;
    let options = |sources: bool, out: &Utf8Path| SwiftBindingsOptions {
        generate_swift_sources: sources,
        generate_headers: !sources,
        generate_modulemap: !sources,
        source: library.to_owned(),
        out_dir: out.to_owned(),
        xcframework: false,
        module_name: Some("InterServerFFI".to_owned()),
        modulemap_filename: Some("module.modulemap".to_owned()),
        metadata_no_deps: true,
        link_frameworks: Vec::new(),
        config: None,
    };
    generate_swift_bindings(options(true, &swift))?;
    generate_swift_bindings(options(false, &c))?;
    let file = swift.join("InterServer.swift");
    let source = fs::read_to_string(&file).with_context(|| format!("reading {file}"))?;
    fs::write(&file, finish(source)?)?;
    Ok(())
}

fn finish(mut source: String) -> Result<String> {
    cancel_with_the_task(&mut source)?;
    name_error_cases(&mut source)?;
    default_words(&mut source)?;
    mark_deprecated(&mut source)?;
    Ok(docs::translate(&source))
}

/// UniFFI's Swift waits for the library even when the task is cancelled. Here the wait is given up,
/// and freeing the future ends the request.
fn cancel_with_the_task(source: &mut String) -> Result<()> {
    replace(
        source,
        1,
        "        pollResult = await withUnsafeContinuation {
            pollFunc(
                rustFuture,
                { handle, pollResult in
                    uniffiFutureContinuationCallback(handle: handle, pollResult: pollResult)
                },
                uniffiContinuationHandleMap.insert(obj: $0)
            )
        }
    } while pollResult != UNIFFI_RUST_FUTURE_POLL_READY
",
        "        let wait = InterServerWait()
        pollResult = await withTaskCancellationHandler {
            await withUnsafeContinuation { (continuation: UnsafeContinuation<Int8, Never>) in
                wait.begin(continuation)
                pollFunc(
                    rustFuture,
                    { handle, pollResult in
                        uniffiFutureContinuationCallback(handle: handle, pollResult: pollResult)
                    },
                    uniffiContinuationHandleMap.insert(obj: wait)
                )
            }
        } onCancel: {
            wait.end(UNIFFI_RUST_FUTURE_POLL_WAKE)
        }
        try Task.checkCancellation()
    } while pollResult != UNIFFI_RUST_FUTURE_POLL_READY
",
    )?;
    replace(
        source,
        1,
        "fileprivate let uniffiContinuationHandleMap = UniffiHandleMap<UnsafeContinuation<Int8, Never>>()",
        "fileprivate let uniffiContinuationHandleMap = UniffiHandleMap<InterServerWait>()",
    )?;
    replace(
        source,
        1,
        "        continuation.resume(returning: pollResult)\n",
        "        continuation.end(pollResult)\n",
    )
}

/// Cases begin with a small letter in Swift, and all of them share their details.
fn name_error_cases(source: &mut String) -> Result<()> {
    let mut cases = Vec::new();
    for kind in ErrorKind::ALL {
        let upper = format!("{kind:?}");
        let lower = upper.to_lower_camel_case();
        replace(
            source,
            1,
            &format!("    case {upper}(\n"),
            &format!("    case {lower}(\n"),
        )?;
        for (from, to) in [
            (format!("return .{upper}(\n"), format!("return .{lower}(\n")),
            (
                format!("case let .{upper}(details):"),
                format!("case let .{lower}(details):"),
            ),
        ] {
            replace(source, 1, &from, &to)?;
        }
        cases.push(format!(".{lower}(let details)"));
    }
    source.push_str(&format!(
        "
extension InterServerError {{
    /// What is known of the failure, whatever its kind. Each of its fields can be had from the
    /// error itself, too.
    public var details: ErrorDetails {{
        switch self {{
        case {}: return details
        }}
    }}
}}
",
        cases.join(",\n            ")
    ));
    replace(
        source,
        1,
        "public \nenum InterServerError: Swift.Error",
        "@dynamicMemberLookup\npublic enum InterServerError: Swift.Error",
    )?;
    Ok(())
}

fn default_words(source: &mut String) -> Result<()> {
    for [order, field, words, word] in interface::word_defaults()? {
        let (field, word) = (field.to_lower_camel_case(), word.to_lower_camel_case());
        let declared = format!("{field}: {words}, ");
        let defaulted = format!("{field}: {words} = {words}.{word}, ");
        within(
            source,
            &format!("public struct {order}: "),
            "self.",
            |part| replace(part, 1, &declared, &defaulted),
        )?;
    }
    Ok(())
}

fn mark_deprecated(source: &mut String) -> Result<()> {
    for operation in meta::operations() {
        if let Some(reason) = operation.deprecated {
            let function = format!("func {}(", operation.name.to_lower_camel_case());
            let mark = format!("@available(*, deprecated, message: {reason:?})\n");
            replace(
                source,
                1,
                &format!("open {function}"),
                &format!("{mark}open {function}"),
            )?;
            replace(
                source,
                1,
                &format!("    {function}"),
                &format!("    {mark}    {function}"),
            )?;
        }
    }
    Ok(())
}
