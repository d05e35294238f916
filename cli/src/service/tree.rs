//! The command line as clap sees it: the fixed commands, and one for each operation declared.

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory, value_parser};
use clap_complete::engine::ArgValueCandidates;
use interserver::Value;
use interserver::meta::{self, Effect, Operation, Param, ParamKind, ScalarType, WireType};

use super::{example, names};
use crate::cli::Cli;
use crate::completion;

/// The whole command line.
pub(crate) fn command() -> Command {
    let mut cli = Cli::command().max_term_width(100);
    for service in meta::services() {
        let command = Command::new(names::kebab(service.name))
            .about(names::paragraph(service.docs))
            .display_order(0)
            .subcommand_required(true)
            .arg_required_else_help(true)
            // A hundred commands are made only where one of them is asked for.
            .defer(operations);
        cli = cli.subcommand(command);
    }
    cli
}

/// The service that was typed, if it was one.
pub(crate) fn service_of(matches: &ArgMatches) -> Option<(&str, &ArgMatches)> {
    matches.subcommand().filter(|(name, _)| {
        meta::services()
            .iter()
            .any(|service| names::kebab(service.name) == *name)
    })
}

fn operations(command: Command) -> Command {
    let service = meta::services()
        .iter()
        .find(|service| names::kebab(service.name) == command.get_name())
        .expect("only services are deferred");
    command
        .long_about(names::prose(service.docs))
        .subcommands(service.operations.iter().copied().map(operation))
}

fn operation(operation: &'static Operation) -> Command {
    let mut command = Command::new(names::kebab(operation.name))
        .about(operation.summary())
        .long_about(names::prose(operation.docs))
        .after_help(after_help(operation));
    for param in operation.params {
        match param.kind {
            ParamKind::Scalar(scalar) => {
                let argument = scalar_argument(operation, param, scalar);
                command = command.arg(if param.required() && !scalar.secret {
                    argument.required(true)
                } else {
                    argument.long(names::kebab(param.name))
                });
            }
            ParamKind::Input(input) => {
                for field in input.fields {
                    if let ParamKind::Scalar(scalar) = field.kind {
                        let argument = scalar_argument(operation, field, scalar)
                            .long(names::kebab(field.name))
                            .required(field.required() && !scalar.secret);
                        command = command.arg(argument);
                    }
                }
            }
            _ => unreachable!("a parameter is a scalar or an input"),
        }
    }
    with_effect(command, operation)
}

/// The options that follow from what a call changes.
fn with_effect(mut command: Command, operation: &'static Operation) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name.replace('-', "_"))
            .long(name)
            .help(help)
            .action(ArgAction::SetTrue)
    };
    if operation.effect != Effect::Read {
        command = command.arg(flag(
            "dry-run",
            "Prints the request, secrets masked, and sends nothing",
        ));
    }
    if matches!(operation.effect, Effect::Purchase | Effect::Destroy) {
        command = command.arg(flag("yes", "Does it without asking").short('y'));
    }
    if let Some(status) = operation.awaits {
        let wait = format!("Waits until the service is {status}");
        command = command.arg(flag("wait", "").help(wait)).arg(
            Arg::new("wait_timeout")
                .long("wait-timeout")
                .value_name("TIME")
                .value_parser(crate::cli::duration)
                .default_value("10m")
                .requires("wait")
                .help("How long to wait"),
        );
    }
    command
}

fn scalar_argument(
    operation: &'static Operation,
    param: &'static Param,
    scalar: ScalarType,
) -> Arg {
    let order_number = names::is_order_number(operation, param);
    let mut argument = Arg::new(param.name)
        .value_name(match (scalar.secret, order_number) {
            (true, _) => "SOURCE".to_owned(),
            (_, true) => "ID|HOST".to_owned(),
            _ => param.name.to_uppercase(),
        })
        .help(help(param, scalar, order_number))
        .allow_hyphen_values(matches!(scalar.wire, WireType::Int | WireType::Float))
        .value_parser(parser(param, scalar, order_number));
    if scalar.wire == WireType::Boolean && param.default.is_some() {
        argument = argument
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("true");
    }
    if let Some(words) = scalar.words {
        argument = argument.add(ArgValueCandidates::new(move || completion::words(words)));
    } else if order_number {
        argument = argument.add(ArgValueCandidates::new(move || {
            completion::services(operation)
        }));
    } else if let Some((list, field)) = names::value_list(names::service(operation), param) {
        argument = argument.add(ArgValueCandidates::new(move || {
            completion::values(list, field)
        }));
    }
    argument
}

fn help(param: &Param, scalar: ScalarType, order_number: bool) -> String {
    let mut help = names::paragraph(param.docs);
    if order_number {
        help.push_str(" Or its host name.");
    }
    if scalar.secret {
        help.push_str(" From @FILE, @- or env:NAME; asked for if left out.");
    }
    if let Some(words) = scalar.words {
        let words: Vec<_> = words.words.iter().map(|word| word.wire).collect();
        help.push_str(&format!(" [words: {}]", words.join(", ")));
    }
    if let Some((low, high)) = param.check.and_then(|check| check.range)
        && high != i64::MAX
    {
        help.push_str(&format!(" [{low} to {high}]"));
    }
    if let Some(default) = example::default(param, scalar) {
        help.push_str(&format!(" [default: {default}]"));
    }
    help
}

/// Refuses what the call would refuse, while clap can still say which argument it was. A text that
/// comes from a file is checked when it has been read.
fn parser(param: &'static Param, scalar: ScalarType, order_number: bool) -> ValueParser {
    if scalar.secret {
        return value_parser!(String);
    }
    ValueParser::from(move |text: &str| -> Result<String, String> {
        if text.starts_with('@') && !text.starts_with("@@") {
            return Ok(text.to_owned());
        }
        let value = match scalar.wire {
            WireType::Int => match text.trim().parse() {
                Ok(number) => Value::Int(number),
                Err(_) if order_number => return Ok(text.to_owned()),
                Err(_) => return Err("must be a whole number".to_owned()),
            },
            WireType::Boolean if !matches!(text, "true" | "false") => {
                return Err("must be true or false".to_owned());
            }
            WireType::Boolean => return Ok(text.to_owned()),
            _ => Value::from(text.strip_prefix('@').unwrap_or(text)),
        };
        match param.check {
            Some(check) if !check.accepts(&value) => Err(format!("must be {}", check.rule)),
            _ => Ok(text.to_owned()),
        }
    })
}

fn after_help(operation: &'static Operation) -> String {
    let mut text = format!(
        "Example:\n  {}\n\nEffect: {}. Function: {}.",
        example::line(operation),
        operation.effect.as_str(),
        operation.wire
    );
    if let Some(reason) = operation.deprecated {
        text.push_str(&format!(" Deprecated: {reason}."));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        let mut command = command();
        command.build();
        command.clone().debug_assert();
        let made: usize = command
            .get_subcommands()
            .filter(|command| {
                meta::services()
                    .iter()
                    .any(|service| names::kebab(service.name) == command.get_name())
            })
            .map(|command| {
                command
                    .get_subcommands()
                    .filter(|command| command.get_name() != "help")
                    .count()
            })
            .sum();
        assert_eq!(made, meta::operations().count());
    }

    #[test]
    fn every_example_can_be_typed() {
        for operation in meta::operations() {
            let line = example::line(operation);
            if let Err(error) = super::command().try_get_matches_from(line.split(' ')) {
                panic!("{line}\n{error}");
            }
        }
    }
}
