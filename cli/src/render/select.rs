//! `--filter`, `--sort` and `--columns` on rows, the same for every form.

use std::cmp::Ordering;

use interserver::{Decimal, Value};

use super::columns::Column;
use super::{Answer, Row, cell};
use crate::cli::{Format, Globals};
use crate::failure::Failure;

/// A row's condition: `column=value`, `column!=value` or `column~part`.
struct Condition {
    column: String,
    test: Test,
    value: String,
}

enum Test {
    Is,
    IsNot,
    Has,
}

/// Keeps the rows that are wanted, in the order that is wanted, with the columns that are wanted.
pub(super) fn apply(answer: Answer, globals: &Globals) -> Result<Answer, Failure> {
    let (columns, mut rows) = match answer {
        Answer::Rows(columns, rows) => (columns, rows),
        Answer::Record(meta, row) => return Ok(Answer::Record(meta, project(row, globals)?)),
        other => return Ok(other),
    };
    for text in &globals.filter {
        let condition = Condition::parse(text)?;
        known(&columns, &condition.column, "--filter")?;
        rows.retain(|row| condition.holds(row));
    }
    if let Some(sort) = &globals.sort {
        let (name, backwards) = match sort.strip_prefix('-') {
            Some(name) => (name, true),
            None => (sort.as_str(), false),
        };
        let name = known(&columns, name, "--sort")?.name.clone();
        rows.sort_by(|a, b| {
            let order = compare(value(a, &name), value(b, &name));
            if backwards { order.reverse() } else { order }
        });
    }
    let Some(names) = wanted(globals) else {
        return Ok(Answer::Rows(columns, rows));
    };
    let chosen: Vec<Column> = names
        .map(|name| known(&columns, name, "--columns").cloned())
        .collect::<Result<_, _>>()?;
    if globals.format() != Format::Table {
        rows = rows
            .into_iter()
            .map(|row| {
                let value = |name: &str| value(&row, name).cloned().unwrap_or_default();
                let cells = chosen
                    .iter()
                    .map(|column| (column.name.clone(), value(&column.name)));
                cells.collect()
            })
            .collect();
    }
    Ok(Answer::Rows(chosen, rows))
}

/// The columns of one record that are wanted.
fn project(row: Row, globals: &Globals) -> Result<Row, Failure> {
    let Some(names) = wanted(globals) else {
        return Ok(row);
    };
    names
        .map(|name| {
            let name = code(name);
            let found = row.iter().find(|(key, _)| *key == name);
            found.cloned().ok_or_else(|| {
                no_column(&name, row.iter().map(|(key, _)| key.as_str()), "--columns")
            })
        })
        .collect()
}

fn wanted(globals: &Globals) -> Option<impl Iterator<Item = &str>> {
    let names = globals.columns.as_ref()?;
    (names != &["all"]).then(|| names.iter().map(String::as_str))
}

fn known<'c>(columns: &'c [Column], name: &str, option: &str) -> Result<&'c Column, Failure> {
    let name = code(name);
    columns
        .iter()
        .find(|column| column.name == name)
        .ok_or_else(|| {
            no_column(
                &name,
                columns.iter().map(|column| column.name.as_str()),
                option,
            )
        })
}

fn no_column<'n>(name: &str, names: impl Iterator<Item = &'n str>, option: &str) -> Failure {
    let names: Vec<_> = names.collect();
    Failure::Usage(format!(
        "{option}: there is no column {}; there are {}",
        cell::harmless(name),
        names.join(", ")
    ))
}

/// A column may be typed as its header is written, or with hyphens.
fn code(name: &str) -> String {
    name.trim().to_lowercase().replace(['-', ' '], "_")
}

fn value<'r>(row: &'r Row, name: &str) -> Option<&'r Value> {
    row.iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

impl Condition {
    fn parse(text: &str) -> Result<Self, Failure> {
        let at = text.find(['=', '!', '~']);
        let parts = at.and_then(|at| {
            let (column, rest) = text.split_at(at);
            let (test, value) = match rest {
                _ if column.is_empty() => return None,
                _ if rest.starts_with("!=") => (Test::IsNot, &rest[2..]),
                _ if rest.starts_with('=') => (Test::Is, &rest[1..]),
                _ if rest.starts_with('~') => (Test::Has, &rest[1..]),
                _ => return None,
            };
            Some(Self {
                column: code(column),
                test,
                value: value.to_lowercase(),
            })
        });
        parts.ok_or_else(|| {
            Failure::Usage(format!(
                "--filter: {} is no column=value, column!=value or column~part",
                cell::harmless(text)
            ))
        })
    }

    /// By the text of a program or of a table: `true` and `yes` are the same.
    fn holds(&self, row: &Row) -> bool {
        let value = value(row, &self.column);
        let exact = value.map(cell::exact).unwrap_or_default().to_lowercase();
        let shown = cell::line(value).to_lowercase();
        match self.test {
            Test::Is => exact == self.value || shown == self.value,
            Test::IsNot => exact != self.value && shown != self.value,
            Test::Has => exact.contains(&self.value),
        }
    }
}

/// Numbers by size, texts without regard to case, what is missing at the end.
fn compare(a: Option<&Value>, b: Option<&Value>) -> Ordering {
    let number = |value: Option<&Value>| match value {
        Some(Value::Int(number)) => Some(Decimal::from(*number)),
        Some(Value::Text(text)) => text.parse().ok(),
        _ => None,
    };
    let missing = |value: Option<&Value>| super::columns::is_empty(value);
    let text = |value: Option<&Value>| value.map(cell::exact).unwrap_or_default().to_lowercase();
    missing(a)
        .cmp(&missing(b))
        .then_with(|| match (number(a), number(b)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => text(a).cmp(&text(b)),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_size_and_nothing_comes_last() {
        let mut values = [
            Value::from("10.5"),
            Value::Null,
            Value::from("9"),
            100_i64.into(),
        ];
        values.sort_by(|a, b| compare(Some(a), Some(b)));
        let texts: Vec<_> = values.iter().map(cell::exact).collect();
        assert_eq!(texts, ["9", "10.5", "100", ""]);
    }

    #[test]
    fn conditions_compare_without_regard_to_case() {
        let row = vec![
            ("paid".to_owned(), Value::from(true)),
            ("name".to_owned(), "Web".into()),
        ];
        let holds = |text: &str| Condition::parse(text).is_ok_and(|c| c.holds(&row));
        assert!(holds("paid=yes") && holds("paid=true") && holds("name=web") && holds("name~E"));
        assert!(!holds("paid!=yes") && !holds("name=we") && holds("name!=we"));
        for text in ["paid", "=x", "!x", "name!x"] {
            assert!(Condition::parse(text).is_err(), "{text}");
        }
    }
}
