//! What goes to standard output: tables for people, JSON for programs.

use std::io::{self, Write};

use comfy_table::presets::NOTHING;
use serde::Serialize;

use crate::cli::Globals;
use comfy_table::{Cell, ContentArrangement, LineStyle, Table, TableStyle};

/// A line under the header, and nothing else.
const STYLE: TableStyle = NOTHING.header_separator(LineStyle::new(' ', '─', '─', ' '));

/// A table in the style of this program, at most as wide as the terminal.
pub(crate) fn table(columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_header(columns.iter().map(Cell::new));
    for row in rows {
        table.add_row(row);
    }
    table.trim_fmt()
}

/// Prints text with a line end. A closed pipe is an error for the caller, not a panic.
pub(crate) fn line(text: impl std::fmt::Display) -> io::Result<()> {
    let mut out = anstream::stdout();
    writeln!(out, "{text}")?;
    out.flush()
}

/// Prints a value as JSON, indented.
pub(crate) fn json(value: &impl Serialize) -> io::Result<()> {
    line(serde_json::to_string_pretty(value)?)
}

/// Prints bytes as they are.
pub(crate) fn bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Says something on standard error, unless it should be quiet.
pub(crate) fn note(globals: &Globals, text: impl std::fmt::Display) {
    if !globals.quiet {
        let dim = anstyle::Style::new().dimmed();
        // Where standard error is gone there is no one left to tell.
        let _ = writeln!(anstream::stderr(), "{dim}{text}{dim:#}");
    }
}
