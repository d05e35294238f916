//! [`Column`]s: their order by what people look for first, and how many fit.

use interserver::Value;
use interserver::meta::{Kind, RecordMeta};

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    /// Name in code.
    pub(crate) name: String,
    /// Whether tables mask it: secrets, and data for which no one promised what is in it.
    pub(crate) masked: bool,
    /// Whether its words are states, which have colours.
    pub(crate) state: bool,
    rank: u8,
}

impl Column {
    /// A column that no record declares.
    pub(crate) fn plain(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            masked: false,
            state: is_state(name),
            rank: rank(name, false),
        }
    }
}

/// The columns of a record, in declared order, then what it holds besides.
pub(crate) fn declared(meta: &RecordMeta) -> Vec<Column> {
    let fields = meta.fields.iter().map(|field| {
        let masked = matches!(field.kind, Kind::Secret | Kind::Extra);
        Column {
            name: field.name.to_owned(),
            masked,
            state: is_state(field.name),
            rank: rank(field.name, masked),
        }
    });
    let other = Column {
        name: "other".to_owned(),
        masked: true,
        state: false,
        rank: 9,
    };
    fields.chain([other]).collect()
}

/// What people look for first: the number, the name, the state, the address.
fn rank(name: &str, masked: bool) -> u8 {
    match name {
        _ if masked => 9,
        "module" => 0,
        "id" => 1,
        "hostname" | "name" | "label" | "username" | "title" | "subject" | "domain"
        | "description" => 2,
        _ if is_state(name) => 3,
        "ip" | "amount" | "content" => 4,
        _ => 5,
    }
}

fn is_state(name: &str) -> bool {
    matches!(name, "status" | "server_status")
}

/// The columns in the order of their importance.
pub(crate) fn ranked(columns: &[Column]) -> Vec<Column> {
    let mut ranked = columns.to_vec();
    ranked.sort_by_key(|column| column.rank);
    ranked
}

/// Whether there is anything to see in a cell.
pub(crate) fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Text(text)) => text.trim().is_empty(),
        Some(Value::List(items)) => items.is_empty(),
        Some(Value::Map(entries)) => entries.is_empty(),
        Some(_) => false,
    }
}

/// How many of the columns fit into a width, by the widths of their widest cells. One always does.
pub(crate) fn fitting(widths: &[usize], room: usize) -> usize {
    let mut taken = 0;
    let fit = widths.iter().take_while(|width| {
        // A blank on each side, and one between.
        taken += **width + 3;
        taken <= room
    });
    fit.count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_columns_as_fit_and_never_none() {
        assert_eq!(fitting(&[3, 5, 4], 21), 3);
        assert_eq!(fitting(&[3, 5, 4], 20), 2);
        assert_eq!(fitting(&[90, 5], 20), 1);
    }

    #[test]
    fn what_identifies_a_service_comes_first() {
        let names = ["mac", "root_password", "ip", "status", "hostname", "id"];
        let mut columns: Vec<_> = names.iter().map(|name| Column::plain(name)).collect();
        columns[1].rank = 9;
        let ranked = ranked(&columns);
        let names: Vec<_> = ranked.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(
            names,
            ["id", "hostname", "status", "ip", "mac", "root_password"]
        );
    }
}
