//! Values as text, safe to print: what a server sends must not move a terminal's cursor.

use interserver::Value;

/// What stands where a secret would.
pub(crate) const MASK: &str = "••••";

/// A value on one line.
pub(crate) fn line(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "-".to_owned(),
        Some(Value::Text(text)) if text.trim().is_empty() => "-".to_owned(),
        Some(Value::Text(text)) => harmless(text.trim()),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(Value::Bool(false)) => "no".to_owned(),
        Some(Value::List(items)) if items.is_empty() => "-".to_owned(),
        Some(Value::List(items)) => {
            let items: Vec<_> = items.iter().map(|item| line(Some(item))).collect();
            items.join(", ")
        }
        Some(value) => harmless(&exact(value)),
    }
}

/// A value as a program would want it in a column: texts as they are, the rest as JSON.
pub(crate) fn exact(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => text.clone(),
        value => serde_json::to_string(value).expect("plain data is plain"),
    }
}

/// Without line ends, tabs and escape sequences.
pub(crate) fn harmless(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if is_dangerous(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The same, with the line ends that a text of several lines has.
pub(crate) fn harmless_lines(text: &str) -> String {
    text.lines().map(harmless).collect::<Vec<_>>().join("\n")
}

/// Control characters, and those that turn the direction of text around.
fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_sends_cannot_move_the_cursor() {
        let text = Value::from("a\u{1b}[2Jb\nc\u{202e}d");
        assert_eq!(line(Some(&text)), "a\u{fffd}[2Jb c\u{fffd}d");
        let nested = Value::List(vec![text]);
        assert!(!line(Some(&nested)).contains('\u{1b}'));
    }

    #[test]
    fn nothing_is_a_dash_and_a_truth_is_a_word() {
        assert_eq!(line(None), "-");
        assert_eq!(line(Some(&Value::from("  "))), "-");
        assert_eq!(line(Some(&Value::List(Vec::new()))), "-");
        assert_eq!(line(Some(&Value::from(true))), "yes");
        assert_eq!(exact(&Value::Null), "");
    }
}
