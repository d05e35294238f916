//! Tables for people: a list in as many columns as fit, one record as a list of its fields.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, Color, ContentArrangement, LineStyle, Table, TableStyle};
use interserver::Value;
use interserver::meta::{Kind, RecordMeta};
use unicode_width::UnicodeWidthStr;

use super::columns::{self, Column};
use super::{Answer, Row, cell};
use crate::cli::Globals;
use crate::failure::Failure;
use crate::output;

/// A line under the header, and nothing else.
const STYLE: TableStyle = NOTHING.header_separator(LineStyle::new(' ', '─', '─', ' '));
/// Where neither a terminal nor COLUMNS says how wide it is.
const ROOM: usize = 120;
/// A longer text is cut in a list; a single record and `--columns` show it whole.
const LONGEST: usize = 48;

pub(super) fn print(answer: &Answer, globals: &Globals) -> Result<(), Failure> {
    match answer {
        Answer::Rows(columns, rows) => rows_of(columns, rows, globals),
        Answer::Record(meta, row) => record(meta, row, globals),
        Answer::Texts(texts) => {
            for text in texts {
                output::line(cell::line(Some(text)))?;
            }
            Ok(())
        }
        Answer::Plain(_, true) if !globals.show_secrets => {
            output::note(globals, "It is a secret: --show-secrets shows it.");
            Ok(output::line(cell::MASK)?)
        }
        Answer::Plain(Value::Bool(true), _) => {
            output::note(globals, "Done.");
            Ok(())
        }
        Answer::Plain(Value::Text(text), _) => Ok(output::line(cell::harmless_lines(text))?),
        Answer::Plain(value, _) => Ok(output::line(cell::line(Some(value)))?),
    }
}

fn rows_of(columns: &[Column], rows: &[Row], globals: &Globals) -> Result<(), Failure> {
    if rows.is_empty() {
        output::note(globals, "There are none.");
        return Ok(());
    }
    let chosen = globals.columns.is_some();
    let columns = match &globals.columns {
        Some(names) if names != &["all"] => columns.to_vec(),
        _ => columns::ranked(columns)
            .into_iter()
            .filter(|column| {
                rows.iter()
                    .any(|row| !columns::is_empty(value(row, &column.name)))
            })
            .collect(),
    };
    let cells: Vec<Vec<String>> = columns
        .iter()
        .map(|column| {
            let texts = rows
                .iter()
                .map(|row| text(column, value(row, &column.name), globals));
            texts
                .map(|text| if chosen { text } else { cut(text) })
                .collect()
        })
        .collect();
    let widths: Vec<usize> = columns
        .iter()
        .zip(&cells)
        .map(|(column, texts)| {
            let widest = texts.iter().map(|text| text.width()).max().unwrap_or(0);
            widest.max(column.name.width())
        })
        .collect();
    let shown = if chosen {
        columns.len()
    } else {
        columns::fitting(&widths, room())
    };
    let mut table = empty_table();
    if !globals.no_header {
        table.set_header(columns[..shown].iter().map(|column| header(&column.name)));
    }
    for at in 0..rows.len() {
        table.add_row(
            columns[..shown]
                .iter()
                .zip(&cells)
                .map(|(column, texts)| coloured(column, &texts[at])),
        );
    }
    output::line(table.trim_fmt())?;
    if shown < columns.len() {
        let more: Vec<_> = columns[shown..]
            .iter()
            .map(|column| column.name.as_str())
            .collect();
        output::note(
            globals,
            format_args!("{} more with --columns: {}", more.len(), more.join(",")),
        );
    }
    Ok(())
}

/// A record as a list of its fields, lists of records within it as tables beneath.
fn record(meta: &'static RecordMeta, row: &Row, globals: &Globals) -> Result<(), Failure> {
    let columns = columns::declared(meta);
    let mut table = empty_table();
    let mut beneath = Vec::new();
    for (name, value) in row {
        let Some(column) = columns.iter().find(|column| column.name == *name) else {
            continue;
        };
        let kind = meta
            .fields
            .iter()
            .find(|field| field.name == name)
            .map(|field| field.kind);
        match (kind, value) {
            (Some(Kind::Record(meta)), Value::Map(inner)) => {
                beneath.push((name, Beneath::Record(meta, inner)));
            }
            (Some(Kind::Records(meta)), Value::List(items)) => {
                beneath.push((name, Beneath::Records(meta, items)));
            }
            _ if columns::is_empty(Some(value)) && globals.columns.is_none() => {}
            _ => {
                table.add_row([
                    header(name),
                    coloured(column, &text(column, Some(value), globals)),
                ]);
            }
        }
    }
    if table.row_count() > 0 {
        output::line(table.trim_fmt())?;
    }
    for (name, inner) in beneath {
        output::line(format_args!("\n{}", name.to_uppercase()))?;
        match inner {
            Beneath::Record(meta, row) => record(meta, row, globals)?,
            Beneath::Records(meta, items) => {
                let rows: Vec<Row> = items.iter().filter_map(as_row).collect();
                let plain = Globals {
                    columns: None,
                    ..globals.clone()
                };
                rows_of(&columns::declared(meta), &rows, &plain)?;
            }
        }
    }
    Ok(())
}

enum Beneath<'r> {
    Record(&'static RecordMeta, &'r Row),
    Records(&'static RecordMeta, &'r [Value]),
}

fn as_row(value: &Value) -> Option<Row> {
    match value {
        Value::Map(row) => Some(row.clone()),
        _ => None,
    }
}

fn value<'r>(row: &'r Row, name: &str) -> Option<&'r Value> {
    row.iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

fn text(column: &Column, value: Option<&Value>, globals: &Globals) -> String {
    if column.masked && !globals.show_secrets && !columns::is_empty(value) {
        return cell::MASK.to_owned();
    }
    cell::line(value)
}

fn cut(text: String) -> String {
    if text.width() <= LONGEST {
        return text;
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if cut.width() >= LONGEST - 1 {
            break;
        }
        cut.push(letter);
    }
    cut.push('…');
    cut
}

/// As wide as the terminal; COLUMNS, where it is set, knows better.
fn room() -> usize {
    std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok())
        .or_else(|| Table::new().width().map(usize::from))
        // A terminal that does not know its size says zero.
        .filter(|columns| *columns > 0)
        .unwrap_or(ROOM)
}

fn empty_table() -> Table {
    let mut table = Table::new();
    table
        .load_style(STYLE)
        // What fits has been chosen already; nothing wraps.
        .set_content_arrangement(ContentArrangement::Disabled)
        // Colours are taken out again where they are not wanted.
        .enforce_styling();
    table
}

fn header(name: &str) -> Cell {
    Cell::new(name.to_uppercase()).fg(Color::DarkGrey)
}

fn coloured(column: &Column, text: &str) -> Cell {
    let cell = Cell::new(text);
    if !column.state {
        return cell;
    }
    match text {
        "active" | "running" | "ok" | "Open" => cell.fg(Color::Green),
        "pending" | "restarting" | "installing" => cell.fg(Color::Yellow),
        "canceled" | "expired" | "suspended" | "stopped" | "deleted" => cell.fg(Color::Red),
        _ => cell,
    }
}
