//! [`Screen`]: how the tour looks. Colours go away where nobody would see them.

use std::cell::Cell;
use std::fmt::Display;
use std::io;
use std::time::Instant;

use anstyle::{AnsiColor, Style};

use crate::output;

const TITLE: Style = Style::new().bold();
const STATION: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan)));
const GOOD: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));
const REFUSED: Style = Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow)));
const QUIET: Style = Style::new().dimmed();

/// Where the tour is shown, and how long its stations take.
#[derive(Default)]
pub(super) struct Screen {
    stations: Cell<u32>,
    since: Cell<Option<Instant>>,
}

impl Screen {
    pub(super) fn title(&self, text: &str) -> io::Result<()> {
        output::line(format_args!("{TITLE}{text}{TITLE:#}"))
    }

    pub(super) fn note(&self, text: &str) -> io::Result<()> {
        output::line(format_args!("{QUIET}{text}{QUIET:#}"))
    }

    /// Begins a station: what is to be done, and the code that does it.
    pub(super) fn station(&self, what: &str, code: &str) -> io::Result<()> {
        self.stations.set(self.stations.get() + 1);
        output::line(format_args!(
            "\n{STATION}{:>2}  {what}{STATION:#}\n    {QUIET}{code}{QUIET:#}",
            self.stations.get()
        ))?;
        self.since.set(Some(Instant::now()));
        Ok(())
    }

    /// Says what came of it, and how long it took since the station or the last such line.
    pub(super) fn good(&self, what: impl Display) -> io::Result<()> {
        self.came(GOOD, "✓", &what)
    }

    /// Says what was refused, as it should be.
    pub(super) fn refused(&self, what: impl Display) -> io::Result<()> {
        self.came(REFUSED, "✗", &what)
    }

    fn came(&self, style: Style, sign: &str, what: &dyn Display) -> io::Result<()> {
        let now = Instant::now();
        let took = self.since.replace(Some(now)).map_or(0.0, |since| {
            now.saturating_duration_since(since).as_secs_f64() * 1000.0
        });
        output::line(format_args!(
            "    {style}{sign}{style:#} {what} {QUIET}{took:.0} ms{QUIET:#}"
        ))
    }

    pub(super) fn table(
        &self,
        columns: &[&str],
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> io::Result<()> {
        let table = output::table(columns, rows);
        for line in table.lines() {
            output::line(format_args!("    {line}"))?;
        }
        Ok(())
    }

    pub(super) fn end(&self, text: &str) -> io::Result<()> {
        output::line(format_args!("\n{GOOD}{text}{GOOD:#}"))
    }
}

/// A value of a record as a cell; nothing is a dash.
pub(super) fn cell(value: Option<impl Display>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}
