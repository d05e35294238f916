//! [`Plan`]: what the example of an operation does, before it is written in any language.
//!
//! Nothing is listed by hand: arguments are tried on a fresh sandbox until the operation succeeds,
//! and what is printed are the fields of the answer that say most. So an operation that joins the
//! declaration has its example as soon as the sandbox can carry it out.

use std::sync::{Arc, Mutex, PoisonError};

use interserver::meta::{
    self, Effect, EnumMeta, Field, InputMeta, Kind, Operation, Param, ParamKind, RecordMeta,
    ScalarType, Shape, WireType, Word,
};
use interserver::{Client, Value};
use interserver_sandbox::{PASSWORD, Sandbox, USERNAME};

use crate::Result;
use crate::candidates::candidates;
use crate::exchange::{Exchange, Tap};
use crate::pool::Pool;

/// The sandbox's seed, which the examples of every language are run with.
pub(crate) const SEED: u64 = 1;
/// How many fields an example prints.
const FIELDS: usize = 3;
/// How many combinations of arguments are tried.
const TRIES: usize = 20_000;

/// What an example does.
pub(crate) struct Plan {
    pub(crate) operation: &'static Operation,
    /// What is passed for the parameters, in their order.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) shown: Shown,
    pub(crate) exchange: Exchange,
}

/// What is passed for a parameter.
pub(crate) enum Argument {
    Scalar(Given),
    /// What may be left out, with its default; null if it has none. Not every language has defaults.
    Default(Given),
    Input(&'static Param, &'static InputMeta, Vec<Given>),
}

/// A single value that is passed.
#[derive(Clone)]
pub(crate) struct Given {
    pub(crate) param: &'static Param,
    pub(crate) scalar: ScalarType,
    pub(crate) value: Value,
}

/// A value, by the way it is written.
pub(crate) enum Literal<'a> {
    Absent,
    /// A word of an enum.
    Word(&'static EnumMeta, &'static Word),
    Flag(bool),
    Number(i64),
    /// A decimal number, with as many places as it was given.
    Money(&'a str),
    Text(&'a str),
}

/// What an example prints of the answer.
pub(crate) enum Shown {
    /// Nothing: it worked, or it is a secret.
    Nothing,
    /// The answer itself.
    Whole,
    /// Each text of a list.
    Texts,
    /// Some fields of a record.
    Record(&'static RecordMeta, Vec<&'static Field>),
    /// Some fields of each record.
    Records(&'static RecordMeta, Vec<&'static Field>),
}

impl Plan {
    /// Every single value that is passed, orders and drafts taken apart.
    pub(crate) fn given(&self) -> impl Iterator<Item = &Given> {
        self.arguments.iter().flat_map(|argument| match argument {
            Argument::Scalar(given) => std::slice::from_ref(given),
            Argument::Default(_) => &[],
            Argument::Input(_, _, fields) => fields,
        })
    }

    /// What is written at a call where a default can be left out.
    pub(crate) fn passed(&self) -> impl Iterator<Item = &Argument> {
        let arguments = self.arguments.iter();
        arguments.filter(|argument| !matches!(argument, Argument::Default(_)))
    }

    /// The types that the arguments are made of: orders, drafts and enums.
    pub(crate) fn types(&self) -> impl Iterator<Item = &'static str> {
        let inputs = self.arguments.iter().filter_map(|argument| match argument {
            Argument::Input(_, input, _) => Some(input.name),
            Argument::Scalar(_) | Argument::Default(_) => None,
        });
        inputs.chain(self.given().filter_map(|given| match given.literal() {
            Literal::Word(words, _) => Some(words.name),
            _ => None,
        }))
    }

    /// Whether an amount of money is passed, for which many languages have a type of its own.
    pub(crate) fn has_money(&self) -> bool {
        self.given()
            .any(|given| matches!(given.literal(), Literal::Money(_)))
    }
}

impl Given {
    /// The value as a language has to write it.
    pub(crate) fn literal(&self) -> Literal<'_> {
        if self.value.is_null() {
            return Literal::Absent;
        }
        if let Some(flag) = self.value.as_bool() {
            return Literal::Flag(flag);
        }
        if let Some(number) = self.value.as_i64() {
            return Literal::Number(number);
        }
        let text = self.value.as_str().unwrap_or_default();
        if self.scalar.wire == WireType::Float {
            return Literal::Money(text);
        }
        let word = self.scalar.words.and_then(|words| {
            let word = words.words.iter().find(|word| word.wire == text)?;
            Some(Literal::Word(words, word))
        });
        word.unwrap_or(Literal::Text(text))
    }
}

/// Where attempts are made.
struct Stage {
    sandbox: Sandbox,
    runtime: tokio::runtime::Runtime,
}

/// Plans the examples of all operations, in the order of the manual.
pub(crate) fn plans() -> Result<Vec<Plan>> {
    let stage = Stage::new()?;
    let mut pool = Pool::default();
    let mut plans: Vec<(usize, Plan)> = Vec::new();
    // Reads first: what they find is what the others work on.
    let (reads, others): (Vec<_>, Vec<_>) = meta::operations()
        .enumerate()
        .partition(|(_, operation)| operation.effect == Effect::Read);
    // Reads that need nothing first: they find what the other reads ask for.
    let (free, asking): (Vec<_>, Vec<_>) = reads
        .into_iter()
        .partition(|(_, operation)| !operation.params.iter().any(Param::required));
    for (place, operation) in free.into_iter().chain(asking).chain(others) {
        plans.push((place, stage.plan(operation, &mut pool)?));
    }
    plans.sort_by_key(|(place, _)| *place);
    Ok(plans.into_iter().map(|(_, plan)| plan).collect())
}

impl Stage {
    fn new() -> Result<Self> {
        let sandbox = Sandbox::new(SEED);
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        Ok(Self { sandbox, runtime })
    }

    /// A client without a session, and where the last answer that it got can be read.
    fn client(&self) -> Result<(Client, Arc<Mutex<Vec<u8>>>)> {
        let tap = Tap::new(self.sandbox.transport());
        let last = tap.last();
        let client = Client::builder()
            .credentials(USERNAME, PASSWORD)
            .endpoint(self.sandbox.endpoint())
            .transport(Arc::new(tap))
            .build()?;
        Ok((client, last))
    }

    fn plan(&self, operation: &'static Operation, pool: &mut Pool) -> Result<Plan> {
        let arguments: Vec<Vec<Given>> = required(operation)
            .map(|(param, scalar)| {
                candidates(operation, param, scalar, pool)
                    .into_iter()
                    .map(|value| Given {
                        param,
                        scalar,
                        value,
                    })
                    .collect()
            })
            .collect();
        let mut failure = "there is nothing to pass".to_owned();
        for given in combinations(&arguments).take(TRIES) {
            match self.attempt(operation, &given) {
                Ok((answer, exchange)) => {
                    pool.learn(operation.returns, &answer);
                    return Ok(Plan {
                        operation,
                        shown: shown(operation, &answer),
                        arguments: grouped(operation, given),
                        exchange,
                    });
                }
                Err(error) => failure = error.to_string(),
            }
        }
        Err(format!(
            "no example of {} works on the sandbox; the last attempt said: {failure}",
            operation.path()
        )
        .into())
    }

    /// Calls an operation on the sandbox in its first state.
    fn attempt(&self, operation: &'static Operation, given: &[Given]) -> Result<(Value, Exchange)> {
        self.sandbox.reset();
        let given: Vec<_> = given
            .iter()
            .map(|given| (given.param.wire, given.value.clone()))
            .collect();
        // The rest is as the typed method would send it.
        let defaults = operation
            .wire_params()
            .filter(|(param, _)| !param.required());
        let arguments = given
            .into_iter()
            .chain(defaults.filter_map(|(param, _)| Some((param.wire, param.default_value()?))));
        let (client, last) = self.client()?;
        let call = client.call(operation.wire, arguments.collect::<Vec<_>>());
        let request = call.preview()?;
        let answer = self.runtime.block_on(call.into_future())?;
        if operation.problems_are_data && answer.get("status").and_then(Value::as_str) != Some("ok")
        {
            return Err("the answer lists problems".into());
        }
        let last = last.lock().unwrap_or_else(PoisonError::into_inner);
        Ok((answer, Exchange::new(operation, &request, &last)?))
    }
}

fn required(operation: &'static Operation) -> impl Iterator<Item = (&'static Param, ScalarType)> {
    operation
        .wire_params()
        .filter(|(param, _)| param.required())
}

/// Every choice of one of each place, the likeliest first: in the order of the sum of their ranks.
fn combinations(places: &[Vec<Given>]) -> impl Iterator<Item = Vec<Given>> {
    let most: usize = places
        .iter()
        .map(|place| place.len().saturating_sub(1))
        .sum();
    (0..=most).flat_map(move |sum| {
        let mut ranks = Vec::new();
        with_sum(places, sum, &mut Vec::new(), &mut ranks);
        ranks.into_iter().map(move |ranks| {
            let chosen = places.iter().zip(ranks);
            chosen.map(|(place, rank)| place[rank].clone()).collect()
        })
    })
}

/// All ranks, one for each place, that add up to a sum.
fn with_sum(places: &[Vec<Given>], sum: usize, head: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    let Some((place, rest)) = places.split_first() else {
        if sum == 0 {
            found.push(head.clone());
        }
        return;
    };
    for rank in 0..place.len().min(sum + 1) {
        head.push(rank);
        with_sum(rest, sum - rank, head, found);
        head.pop();
    }
}

/// Puts the values of an order or draft together again.
fn grouped(operation: &'static Operation, given: Vec<Given>) -> Vec<Argument> {
    let mut given = given.into_iter();
    let mut arguments = Vec::new();
    for param in operation.params {
        match param.kind {
            ParamKind::Input(input) => {
                let count = input.fields.iter().filter(|field| field.required()).count();
                arguments.push(Argument::Input(
                    param,
                    input,
                    given.by_ref().take(count).collect(),
                ));
            }
            ParamKind::Scalar(scalar) if !param.required() => {
                let value = param.default_value().unwrap_or_default();
                arguments.push(Argument::Default(Given {
                    param,
                    scalar,
                    value,
                }));
            }
            _ => arguments.extend(given.next().map(Argument::Scalar)),
        }
    }
    arguments
}

/// Names that say most about a record, the best first.
const TELLING: &[&str] = &[
    "id",
    "hostname",
    "name",
    "title",
    "domain",
    "subject",
    "username",
    "module",
    "service_cost",
    "server_status",
    "status",
    "amount",
    "ip",
    "content",
    "description",
    "cost",
];

fn shown(operation: &'static Operation, answer: &Value) -> Shown {
    match operation.returns {
        Shape::Int | Shape::Text => Shown::Whole,
        Shape::Texts => Shown::Texts,
        Shape::Record(record) => Shown::Record(record, telling(record.fields, answer)),
        Shape::Records(record) => {
            let rows = answer.as_list().unwrap_or_default();
            let first = rows.first().unwrap_or(&Value::Null);
            Shown::Records(record, telling(record.fields, first))
        }
        _ => Shown::Nothing,
    }
}

/// The fields that an example prints: those that say most, of those that hold something.
fn telling(fields: &'static [Field], answer: &Value) -> Vec<&'static Field> {
    let holds = |field: &&Field| {
        let value = answer.get(field.wire);
        let says_something = match value {
            None | Some(Value::Null) => false,
            // Addresses have the moment in them; two runs would differ.
            Some(Value::Text(text)) => {
                !text.is_empty() && !text.contains(['\n', '<']) && !text.contains("://")
            }
            Some(_) => true,
        };
        says_something
            && matches!(
                field.kind,
                Kind::Int | Kind::Text | Kind::Decimal | Kind::Word(_)
            )
    };
    let rank = |field: &&Field| TELLING.iter().position(|name| *name == field.name);
    let mut chosen: Vec<_> = fields.iter().filter(holds).collect();
    chosen.sort_by_key(|field| rank(field).unwrap_or(TELLING.len()));
    chosen.truncate(FIELDS);
    chosen
}
