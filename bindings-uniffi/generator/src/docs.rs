//! Names in documentation, as the language writes them: the tables say `VpsTemplate::file` and
//! `find_order`, Kotlin and Swift have `VpsTemplate.file` and `findOrder`.

use heck::ToLowerCamelCase;

/// Rewrites the code spans of documentation lines. Everything else stays.
pub(crate) fn translate(source: &str) -> String {
    let mut translated = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        if line.trim_start().starts_with("* ") {
            // Outside, inside, outside, …
            for (position, part) in line.split('`').enumerate() {
                if position > 0 {
                    translated.push('`');
                }
                match position % 2 {
                    1 => translated.push_str(&span(part)),
                    _ => translated.push_str(part),
                }
            }
        } else {
            translated.push_str(line);
        }
    }
    translated
}

/// One code span: a path of names is rewritten, and anything else (wire names, values, texts) not.
fn span(code: &str) -> String {
    let is_name = |name: &str| {
        !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && !name.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_wire_name = interserver::meta::operation(code).is_some() || code == "not_found";
    if is_wire_name || code.to_uppercase() == code || !code.split("::").all(is_name) {
        return code.to_owned();
    }
    let names: Vec<_> = code
        .split("::")
        .map(|name| match name.contains('_') {
            true => name.to_lower_camel_case(),
            false => name.to_owned(),
        })
        .collect();
    names.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_the_language_does() {
        let text = " * See `VpsTemplate::file`, `find_order` and `TicketPage::total_pages`.\n";
        let wanted = " * See `VpsTemplate.file`, `findOrder` and `TicketPage.totalPages`.\n";
        assert_eq!(translate(text), wanted);
    }

    #[test]
    fn values_wire_names_and_code_stay() {
        for text in [
            " * `api_vps_get_service` `KVO-530-34143` `USD` `INTERSERVER_API_KEY` `vps10000`\n",
            "    val `root_password`: Secret // a::b\n",
        ] {
            assert_eq!(translate(text), text);
        }
    }
}
