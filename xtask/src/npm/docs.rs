//! Documentation of the declaration as JSDoc.

use std::fmt::Write;

use interserver_wasm::names::camel;

/// A comment of some paragraphs and tags, indented.
pub(crate) fn comment(indent: &str, docs: &str, tags: &[String]) -> String {
    let docs = in_javascript(docs.trim());
    let mut lines: Vec<&str> = docs.lines().map(str::trim).collect();
    if !tags.is_empty() {
        lines.push("");
        lines.extend(tags.iter().map(String::as_str));
    }
    let mut out = String::new();
    if let [line] = lines.as_slice() {
        line_of(&mut out, indent, &format!("/** {line} */"));
        return out;
    }
    line_of(&mut out, indent, "/**");
    for line in lines {
        line_of(&mut out, indent, format!(" * {line}").trim_end());
    }
    line_of(&mut out, indent, " */");
    out
}

fn line_of(out: &mut String, indent: &str, line: &str) {
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "{indent}{line}");
}

/// Text of the declaration with the names that JavaScript has: `Vps::server` is `Vps.server`,
/// `find_order` is `findOrder`, and a kind of error is a word.
pub(crate) fn in_javascript(docs: &str) -> String {
    let mut out = String::new();
    for (index, piece) in docs.split('`').enumerate() {
        if index > 0 {
            out.push('`');
        }
        if index % 2 == 0 {
            out.push_str(&piece.replace("*/", "*\\/"));
            continue;
        }
        let kind = interserver::ErrorKind::ALL
            .iter()
            .find(|kind| format!("{kind:?}") == piece);
        match kind {
            Some(kind) => out.push_str(kind.as_str()),
            // Wire names and words stay as they are.
            None if is_wire(piece) => out.push_str(piece),
            None => out.push_str(&camel(&piece.replace("::", "."))),
        }
    }
    out
}

fn is_wire(name: &str) -> bool {
    name.starts_with("api_") || interserver::meta::operation(name).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_rust_become_names_of_javascript() {
        assert_eq!(
            in_javascript("See `Vps::server_status`, `find_order`; fails with `NotFound`."),
            "See `Vps.serverStatus`, `findOrder`; fails with `not_found`."
        );
        assert_eq!(in_javascript("`api_get_ima`"), "`api_get_ima`");
    }
}
