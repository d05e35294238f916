//! [`Cli`]: what can be typed besides the services, and the options that hold for every command.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The InterServer hosting API from the command line (SOAP, api.php; unofficial).
///
/// Log in once with `interserver login`, or set INTERSERVER_USERNAME with INTERSERVER_PASSWORD or
/// INTERSERVER_API_KEY. INTERSERVER_ENDPOINT chooses another address, such as a sandbox's.
#[derive(Debug, Parser)]
#[command(name = "interserver", version, after_help = EXIT_STATUSES, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_STATUSES: &str = "\
Examples:
  interserver login
  interserver inventory
  interserver vps list --filter status=active --columns id,hostname,ip
  interserver vps restart web1.example.com --wait

Exit status: 0 done, 2 usage or invalid argument, 3 authentication, 4 not found, 5 the API refused, \
6 network or timeout, 7 outcome unknown, 8 answer not understood or too large, 130 interrupted, \
1 anything else.";

/// Options that every command takes.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Globals {
    /// Form of the data on standard output
    #[arg(long, short, global = true, value_enum, value_name = "FORM")]
    pub(crate) output: Option<Format>,
    /// Columns to show, by name and with commas between; `all` for every one
    #[arg(long, global = true, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) columns: Option<Vec<String>>,
    /// Column to sort by; a hyphen before it turns the order around
    #[arg(long, global = true, value_name = "COLUMN", allow_hyphen_values = true)]
    pub(crate) sort: Option<String>,
    /// Rows to keep: column=value, column!=value, or column~part
    #[arg(long, global = true, value_name = "CONDITION")]
    pub(crate) filter: Vec<String>,
    /// Leaves the header of a table or of CSV out
    #[arg(long, global = true)]
    pub(crate) no_header: bool,
    /// Says nothing on standard error but errors
    #[arg(long, short, global = true, conflicts_with_all = ["verbose", "trace"])]
    pub(crate) quiet: bool,
    /// Tells what is going on
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,
    /// Tells everything, requests included, secrets masked
    #[arg(long, global = true)]
    pub(crate) trace: bool,
    /// Account to use, by the name that `login --profile` gave it
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Time for a call with its repetitions, such as 30s or 2m
    #[arg(long, global = true, value_name = "TIME", value_parser = duration)]
    pub(crate) timeout: Option<Duration>,
    /// Shows passwords, one-time links and undeclared data in tables
    #[arg(long, global = true)]
    pub(crate) show_secrets: bool,
    /// Whether to use colours
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        hide_default_value = true,
        value_name = "WHEN"
    )]
    pub(crate) color: Color,
}

impl Globals {
    /// The form of data where a table is the usual one.
    pub(crate) fn format(&self) -> Format {
        self.output.unwrap_or(Format::Table)
    }

    /// Whether programs read what this command says, errors included.
    pub(crate) fn for_programs(&self) -> bool {
        matches!(self.output, Some(Format::Json | Format::Jsonl))
    }
}

/// Forms of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Aligned columns for people
    Table,
    /// One JSON document with everything, secrets included
    Json,
    /// A JSON document a line, one for each row
    Jsonl,
    /// YAML with everything, secrets included
    Yaml,
    /// CSV with everything, secrets included
    Csv,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lists every service of the account, all modules at once
    #[command(display_order = 1)]
    Inventory,
    /// Logs in and keeps the credentials
    #[command(display_order = 2, after_help = LOGIN_HELP)]
    Login(Login),
    /// Forgets the credentials of a profile
    #[command(display_order = 2)]
    Logout,
    /// Lists the accounts that `login` keeps
    #[command(display_order = 2)]
    Profiles,
    /// Calls any function of the API by its wire name
    #[command(after_help = CALL_HELP)]
    Call(Call),
    /// Lists every function of the API: names, parameters, effects
    Operations,
    /// Compares the server's own description of the API with this program's
    #[command(subcommand)]
    Wsdl(Wsdl),
    /// Serves a stand-in for the API on this machine, for tests
    Sandbox(Sandbox),
    /// Plays a tour of the client against a sandbox; needs no account and no network
    Demo(Demo),
    /// Prints what a shell needs to complete commands, ids and host names
    #[command(after_help = COMPLETION_HELP)]
    Completion(Completion),
    /// Writes the manual pages into a folder
    Man(Man),
    /// Prints the table of docs/from-the-samples.md
    #[command(hide = true)]
    SamplesTable,
}

const LOGIN_HELP: &str = "\
Examples:
  interserver login you@example.com
  interserver login you@example.com --profile work
  pass show interserver | interserver login you@example.com --password @-

Credentials in the environment come before a profile; --profile comes before both.";

const CALL_HELP: &str = "\
Examples:
  interserver call api_vps_get_services
  interserver call api_vps_get_service id=1234
  interserver call api_ticketPost ticketID=KVO-530-34143 content=@reply.txt
  pass show vps | interserver call api_api_buy_vps … rootpass=@-";

const COMPLETION_HELP: &str = "\
Examples:
  source <(interserver completion bash)            # in ~/.bashrc
  source <(interserver completion zsh)             # in ~/.zshrc
  interserver completion fish | source             # in config.fish
  interserver completion powershell | Out-String | Invoke-Expression
  eval (interserver completion elvish | slurp)";

#[derive(Args, Debug)]
pub(crate) struct Login {
    /// E-mail address of the account; asked for if left out
    pub(crate) username: Option<String>,
    /// Where the password or API key comes from: @FILE, @- or env:NAME; asked for if left out
    #[arg(long, value_name = "SOURCE")]
    pub(crate) password: Option<String>,
    /// Where to keep it
    #[arg(
        long,
        value_enum,
        env = "INTERSERVER_STORE",
        default_value = "auto",
        hide_env_values = true
    )]
    pub(crate) store: Store,
}

/// Where a password is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Store {
    /// In the system's keyring if there is one, else in a file
    Auto,
    /// In the system's keyring
    Keyring,
    /// In a file that only you can read
    File,
}

#[derive(Args, Debug)]
pub(crate) struct Call {
    /// Name of the function, such as api_vps_get_service
    pub(crate) wire_name: String,
    /// Arguments by wire name, without `sid`
    ///
    /// name=value; name=@FILE takes the value from a file and name=@- from standard input, less one
    /// line end at the end; name=@@… is a text that begins with @. A secret must come from one of the two. An optional argument that
    /// is left out is sent as null. For a function that this version does not know, the order is
    /// kept, and name:int=, name:float= and name:bool= say what is no text.
    #[arg(value_name = "NAME=VALUE")]
    pub(crate) arguments: Vec<String>,
    /// Sends the session id first, to a function that this version does not know
    #[arg(long)]
    pub(crate) with_session: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Wsdl {
    /// Names every difference in operations, parameters, types and structs
    Check {
        /// A saved WSDL; without it, the server's own is fetched
        file: Option<PathBuf>,
    },
}

#[derive(Args, Debug)]
pub(crate) struct Sandbox {
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// Chooses what chance brings; the same seed and the same calls give the same answers
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
}

#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// Chooses what chance brings in the sandbox
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
}

#[derive(Args, Debug)]
pub(crate) struct Completion {
    /// Shell to complete for
    #[arg(value_parser = ["bash", "zsh", "fish", "powershell", "elvish"])]
    pub(crate) shell: String,
}

#[derive(Args, Debug)]
pub(crate) struct Man {
    /// Folder to write them into; it is made if need be
    pub(crate) folder: PathBuf,
}

/// A time as people write it: `90`, `90s`, `5m`, `2h`.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = match &text[digits.len()..] {
        "" | "s" => 1.0,
        "ms" => 0.001,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        other => return Err(format!("there is no unit {other}: take ms, s, m or h")),
    };
    digits
        .parse::<f64>()
        .ok()
        .and_then(|number| Duration::try_from_secs_f64(number * unit).ok())
        .filter(|time| !time.is_zero())
        .ok_or_else(|| "must be a time above zero, such as 30s or 2m".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, milliseconds) in [
            ("90", 90_000),
            ("1.5s", 1500),
            ("2m", 120_000),
            ("20ms", 20),
        ] {
            assert_eq!(duration(text), Ok(Duration::from_millis(milliseconds)));
        }
        for text in ["", "0", "-1s", "5d", "s"] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
