//! The declaration as data: what every binding, the command line, the sandbox and the manual read.
//!
//! [`services`] is the root. A [`Service`] has [`Operation`]s, [`RecordMeta`]s, [`InputMeta`]s
//! and [`EnumMeta`]s; all of it is static and made from the tables in `api/`. On WebAssembly, where
//! every byte is loaded by every visitor, documentation is empty.

mod flags;

use crate::check::Check;
use crate::value::Value;

/// A group of operations: `client.vps()` and the like.
#[derive(Debug)]
#[non_exhaustive]
pub struct Service {
    /// Name in code, such as `floating_ips`.
    pub name: &'static str,
    /// Name for people, such as `Floating IPs`.
    pub title: &'static str,
    /// What the service is for.
    pub docs: &'static str,
    /// The record of its services, if it is one of the account's modules.
    pub module: Option<&'static RecordMeta>,
    /// Its operations; those that every module has come first.
    pub operations: &'static [&'static Operation],
    /// Records declared here.
    pub records: &'static [&'static RecordMeta],
    /// Orders and drafts declared here.
    pub inputs: &'static [&'static InputMeta],
    /// Enums declared here.
    pub enums: &'static [&'static EnumMeta],
}

/// One function of the API.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// Name on the wire, such as `api_vps_queue_restart`.
    pub wire: &'static str,
    /// Name of its service.
    pub service: &'static str,
    /// Name of the method, such as `restart`.
    pub name: &'static str,
    /// What it does.
    pub docs: &'static str,
    /// Its parameters, without the session id.
    pub params: &'static [Param],
    /// What it answers.
    pub returns: Shape,
    /// What a call changes; retries and confirmation follow from it.
    pub effect: Effect,
    /// Whether the first wire argument is a session id.
    pub session: bool,
    /// Year of the documentation that first had it: 2015, or 2026 for newer ones.
    pub since: u16,
    /// Why it should not be used any more.
    pub deprecated: Option<&'static str>,
    /// Whether the number it answers is the id of something new, so that 0 means refused.
    pub creates: bool,
    /// Whether a status other than ok is part of the answer instead of an error.
    pub problems_are_data: bool,
    /// The server status that follows once the request is carried out, such as `running`.
    pub awaits: Option<&'static str>,
    /// The operation of the same service that says what this one would cost, with the same
    /// arguments and without effect.
    pub quoted_by: Option<&'static str>,
    pub(crate) wire_return: Option<&'static str>,
}

/// A parameter of an operation: a scalar, or an order or draft of several wire parameters.
#[derive(Debug)]
#[non_exhaustive]
pub struct Param {
    /// Name in code.
    pub name: &'static str,
    /// Name on the wire; unused for inputs.
    pub wire: &'static str,
    /// What it is for.
    pub docs: &'static str,
    /// What may be passed.
    pub kind: ParamKind,
    /// What is checked before anything is sent.
    pub check: Option<&'static Check>,
    /// The default in languages that have defaults, as Rust source.
    pub default: Option<&'static str>,
    pub(crate) default_value: Option<fn() -> Value>,
}

/// What a parameter takes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum ParamKind {
    /// One wire argument.
    Scalar(ScalarType),
    /// An order or draft: one wire argument for each of its fields.
    Input(&'static InputMeta),
}

/// The type of a scalar argument.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ScalarType {
    /// Type on the wire.
    pub wire: WireType,
    /// Whether null may be passed.
    pub optional: bool,
    /// Whether it is never shown.
    pub secret: bool,
    /// The words it takes, if it is an enum.
    pub words: Option<&'static EnumMeta>,
}

/// An order or draft: named arguments of one operation or several.
#[derive(Debug)]
#[non_exhaustive]
pub struct InputMeta {
    /// Name in code, such as `VpsOrder`.
    pub name: &'static str,
    /// What it is for.
    pub docs: &'static str,
    /// Its fields, in wire order.
    pub fields: &'static [Param],
}

/// A record that answers hold.
#[derive(Debug)]
#[non_exhaustive]
pub struct RecordMeta {
    /// Name in code, such as `Vps`.
    pub name: &'static str,
    /// Name of its struct on the wire, such as `sql_row_vps`.
    pub wire: &'static str,
    /// What it is.
    pub docs: &'static str,
    /// Its fields: the live ones in wire order, then those only documented.
    pub fields: &'static [Field],
}

/// A field of a record.
#[derive(Debug)]
#[non_exhaustive]
pub struct Field {
    /// Name in code.
    pub name: &'static str,
    /// Name on the wire.
    pub wire: &'static str,
    /// What it is.
    pub docs: &'static str,
    /// Type on the wire.
    pub wire_type: WireType,
    /// Type in code.
    pub kind: Kind,
    /// Whether a row without it is unusable.
    pub required: bool,
    /// Whether a fraction is rounded up to a whole number.
    pub rounded_up: bool,
    /// Who knows it.
    pub origin: Origin,
}

/// Where a field is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// The documentation and the live service.
    Both,
    /// Only the documentation of 2015: the live service does not send it.
    Documented,
    /// Only the live service.
    Live,
}

/// The type of a field in code.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// A whole number.
    Int,
    /// Money or another decimal.
    Decimal,
    /// Text.
    Text,
    /// A number or word that means yes or no.
    Flag,
    /// A date and time of day without a zone, as the server writes it.
    DateTime,
    /// A moment, from epoch seconds.
    Instant,
    /// Text that is never shown.
    Secret,
    /// PHP-serialized data, JSON or text.
    Extra,
    /// Ids, written with commas.
    Ids,
    /// Lines of text that say what is wrong.
    Problems,
    /// A word of an open enum.
    Word(&'static EnumMeta),
    /// Another record.
    Record(&'static RecordMeta),
    /// A list of records.
    Records(&'static RecordMeta),
}

impl Kind {
    /// Whether a field is text of another meaning, once it is known whether the reply is ok: a
    /// price in a reply that says no is not a price, and what one says that is ok is a remark, not
    /// a problem.
    pub(crate) fn gives_way(self, ok: bool) -> bool {
        matches!((self, ok), (Self::Decimal, false) | (Self::Problems, true))
    }
}

/// An open enum.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumMeta {
    /// Name in code, such as `ServiceStatus`.
    pub name: &'static str,
    /// What it says.
    pub docs: &'static str,
    /// The words this version knows.
    pub words: &'static [Word],
}

impl EnumMeta {
    /// A wire word in the spelling of this version, if it knows it, whatever its case.
    #[must_use]
    pub fn spelling(&self, word: &str) -> Option<&'static str> {
        self.words
            .iter()
            .map(|known| known.wire)
            .find(|known| known.eq_ignore_ascii_case(word))
    }
}

/// A word of an open enum.
#[derive(Debug)]
#[non_exhaustive]
pub struct Word {
    /// Name in code.
    pub name: &'static str,
    /// Word on the wire.
    pub wire: &'static str,
    /// What it means.
    pub docs: &'static str,
}

/// What an operation answers.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// `xsd:boolean`: true is success without a value, false is a refusal.
    Done,
    /// `xsd:int`.
    Int,
    /// `xsd:string`.
    Text,
    /// `xsd:string` that is never shown: the session id.
    Secret,
    /// `tns:array`: a list of texts.
    Texts,
    /// A struct.
    Record(&'static RecordMeta),
    /// A list of structs.
    Records(&'static RecordMeta),
}

/// The scalar types of the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WireType {
    /// `xsd:int`, of 64 bits in truth.
    Int,
    /// `xsd:float`, in truth decimal text.
    Float,
    /// `xsd:boolean`.
    Boolean,
    /// `xsd:string`.
    String,
    /// A struct or array; its name is that of the field's record.
    Complex(&'static str),
}

impl WireType {
    /// The name that the WSDL gives it, such as `xsd:int`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Int => "xsd:int".to_owned(),
            Self::Float => "xsd:float".to_owned(),
            Self::Boolean => "xsd:boolean".to_owned(),
            Self::String => "xsd:string".to_owned(),
            Self::Complex(name) => format!("tns:{name}"),
        }
    }
}

/// What a call changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Effect {
    /// Nothing: it may be repeated.
    Read,
    /// It changes or adds something.
    Write,
    /// It orders something or spends money.
    Purchase,
    /// It ends or deletes something.
    Destroy,
}

impl Effect {
    /// The effect as a word: `read`, `write`, `purchase` or `destroy`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Purchase => "purchase",
            Self::Destroy => "destroy",
        }
    }
}

impl Operation {
    /// Method path such as `vps.restart`.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{}.{}", self.service, self.name)
    }

    /// The first paragraph of its documentation, on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        summary(self.docs)
    }

    /// The wire parameters in wire order, inputs taken apart, without the session id.
    pub fn wire_params(&self) -> impl Iterator<Item = (&'static Param, ScalarType)> {
        self.params.iter().flat_map(|param| {
            let (one, many): (Option<(&'static Param, ScalarType)>, &'static [Param]) =
                match param.kind {
                    ParamKind::Scalar(scalar) => (Some((param, scalar)), &[]),
                    ParamKind::Input(input) => (None, input.fields),
                };
            one.into_iter()
                .chain(many.iter().filter_map(|field| match field.kind {
                    ParamKind::Scalar(scalar) => Some((field, scalar)),
                    ParamKind::Input(_) => None,
                }))
        })
    }

    /// The wire type it returns, such as `tns:array_sql_row_vps`.
    #[must_use]
    pub fn wire_return(&self) -> String {
        match (self.wire_return, self.returns) {
            (Some(name), _) => format!("tns:{name}"),
            (None, Shape::Done) => "xsd:boolean".to_owned(),
            (None, Shape::Int) => "xsd:int".to_owned(),
            (None, Shape::Text | Shape::Secret) => "xsd:string".to_owned(),
            (None, Shape::Texts) => "tns:array".to_owned(),
            (None, Shape::Record(record)) => format!("tns:{}", record.wire),
            (None, Shape::Records(record)) => format!("tns:array_{}", record.wire),
        }
    }

    /// Whether an empty answer means that the thing asked for does not exist.
    #[must_use]
    pub fn is_get(&self) -> bool {
        match self.returns {
            Shape::Record(record) => !record.is_reply() || record.has_nested_record(),
            Shape::Text => true,
            _ => false,
        }
    }
}

impl RecordMeta {
    /// Whether it is the API's reply: a `status` with a `status_text`.
    #[must_use]
    pub const fn is_reply(&self) -> bool {
        // Row structs prefix their columns, so only replies have a bare `status`.
        let mut i = 0;
        while i < self.fields.len() {
            if const_eq(self.fields[i].wire, "status") {
                return true;
            }
            i += 1;
        }
        false
    }

    pub(crate) fn has_nested_record(&self) -> bool {
        self.fields
            .iter()
            .any(|field| matches!(field.kind, Kind::Record(_)))
    }

    /// The fields that the live service sends, in wire order.
    pub fn live_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.fields
            .iter()
            .filter(|field| field.origin != Origin::Documented)
    }
}

impl Param {
    /// The first paragraph of its documentation, on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        summary(self.docs)
    }

    /// The default in languages that have defaults, as it goes to the wire.
    #[must_use]
    pub fn default_value(&self) -> Option<Value> {
        self.default_value.map(|value| value())
    }

    /// Whether a caller must give it.
    #[must_use]
    pub fn required(&self) -> bool {
        self.default.is_none()
            && !matches!(
                self.kind,
                ParamKind::Scalar(ScalarType { optional: true, .. })
            )
    }
}

/// Every service, in the order of the manual.
#[must_use]
pub fn services() -> &'static [&'static Service] {
    crate::api::SERVICES
}

/// Every operation.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    services()
        .iter()
        .flat_map(|service| service.operations.iter().copied())
}

/// The operation of a wire name.
#[must_use]
pub fn operation(wire: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.wire == wire)
}

/// The services that are modules of an account.
pub fn modules() -> impl Iterator<Item = &'static Service> {
    services()
        .iter()
        .copied()
        .filter(|service| service.module.is_some())
}

/// Every record.
pub fn records() -> impl Iterator<Item = &'static RecordMeta> {
    services()
        .iter()
        .flat_map(|service| service.records.iter().copied())
}

fn summary(docs: &str) -> String {
    let paragraph = docs.trim().split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

const fn const_eq(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
