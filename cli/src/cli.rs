//! [`Cli`]: what can be typed.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The InterServer hosting API from the command line (SOAP, api.php; unofficial).
///
/// Credentials come from the environment: INTERSERVER_USERNAME with INTERSERVER_PASSWORD or
/// INTERSERVER_API_KEY. INTERSERVER_ENDPOINT chooses another address, such as a sandbox's.
#[derive(Debug, Parser)]
#[command(name = "interserver", version, after_help = EXIT_STATUSES, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_STATUSES: &str = "\
Exit status: 0 done, 2 usage or invalid argument, 3 authentication, 4 not found, 5 the API refused, \
6 network or timeout, 7 outcome unknown, 8 answer not understood or too large, 130 interrupted, \
1 anything else.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Calls any function of the API by its wire name
    #[command(after_help = CALL_HELP)]
    Call(Call),
    /// Lists every function of the API: names, parameters, effects
    Operations(Operations),
    /// Serves a stand-in for the API on this machine, for tests
    Sandbox(Sandbox),
    /// Plays a tour of the client against a sandbox; needs no account and no network
    Demo(Demo),
}

const CALL_HELP: &str = "\
Examples:
  interserver call api_vps_get_services
  interserver call api_vps_get_service id=1234
  interserver call api_ticketPost ticketID=KVO-530-34143 content=@reply.txt
  pass show vps | interserver call api_api_buy_vps … rootpass=@-";

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
    /// Form of the answer and of an error
    #[arg(long, short, value_enum, default_value_t = CallOutput::Json)]
    pub(crate) output: CallOutput,
}

/// A plain value has no columns to make a table of.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CallOutput {
    /// The plain value: structs as objects by wire name, lists as arrays, null as null
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct Operations {
    /// Form of the list
    #[arg(long, short, value_enum, default_value_t = OperationsOutput::Table)]
    pub(crate) output: OperationsOutput,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum OperationsOutput {
    /// A line for each
    Table,
    /// An object for each, with parameters and documentation
    Json,
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
