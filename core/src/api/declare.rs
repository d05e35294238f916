//! Turns a section's table into structs, enums, methods and metadata.
//!
//! A table reads like Rust. A name in parentheses is the wire name where it is not the obvious
//! one, `[…]` holds flags (methods in `meta.rs`), `where` names a check (constants in `check.rs`),
//! `=` gives an argument's default.

macro_rules! declare_section {
    (
        $(#[doc = $service_doc:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums {$(
            $(#[doc = $enum_doc:literal])*
            $enum:ident {$(
                $(#[doc = $word_doc:literal])*
                $word:ident = $word_wire:literal
            ),+ $(,)?}
        )*}
        records {$(
            $(#[doc = $record_doc:literal])*
            $record:ident $struct:literal $prefix:literal {$(
                $(#[doc = $field_doc:literal])*
                $field:ident $(($field_wire:literal))? : $field_type:ty
                    $([$($field_flag:ident $(= $field_flag_value:literal)?),*])?
            ),* $(,)?}
        )*}
        inputs {$(
            $(#[doc = $input_doc:literal])*
            $input:ident {$(
                $(#[doc = $arg_doc:literal])*
                $arg:ident $(($arg_wire:literal))? : $arg_type:ty
                    $(where $arg_check:ident)? $(= $arg_default:expr)?
            ),* $(,)?}
        )*}
        operations {$(
            $(#[doc = $op_doc:literal])*
            $effect:ident $([$($op_flag:ident $(= $op_flag_value:literal)?),*])? $op:ident ($(
                $(#[doc = $param_doc:literal])*
                $param:ident $(($param_wire:literal))? : $param_type:ty
                    $(where $param_check:ident)? $(= $param_default:expr)?
            ),* $(,)?) -> $returns:ty = $wire:expr $(, deprecated $reason:literal)?;
        )*}
    ) => {
        $(
            $crate::value::open_enum! {
                $(#[doc = $enum_doc])*
                $enum {$( $(#[doc = $word_doc])* $word = $word_wire, )+}
            }

            impl $crate::api::declare::Word for $enum {
                const META: &'static $crate::meta::EnumMeta = &$crate::meta::EnumMeta {
                    name: stringify!($enum),
                    docs: docs!($($enum_doc)*),
                    words: &[$($crate::meta::Word {
                        name: stringify!($word),
                        wire: $word_wire,
                        docs: docs!($($word_doc)*),
                    }),+],
                };
            }

            impl $crate::soap::FieldValue for Option<$enum> {
                const WIRE: $crate::meta::WireType = $crate::meta::WireType::String;
                const KIND: $crate::meta::Kind =
                    $crate::meta::Kind::Word(<$enum as $crate::api::declare::Word>::META);

                fn absent() -> Self {
                    None
                }

                fn read<'a>(
                    &mut self,
                    scanner: &mut $crate::soap::Scanner<'a>,
                    start: $crate::soap::Start<'a>,
                ) -> $crate::soap::Scan<$crate::soap::Fit> {
                    $crate::soap::read_word(self, scanner, start)
                }
            }
        )*

        $(
            $(#[doc = $record_doc])*
            #[doc = concat!("\n\nWire struct: `", $struct, "`.")]
            #[derive(Clone, Debug, PartialEq, serde::Serialize)]
            #[cfg_attr(feature = "deserialize", derive(serde::Deserialize))]
            #[non_exhaustive]
            pub struct $record {
                $(
                    $(#[doc = $field_doc])*
                    #[doc = concat!(
                        "\n\nWire field: `", wire_name!($prefix $field $(($field_wire))?), "`"
                        $($(, origin_note!($field_flag))*)?, "."
                    )]
                    pub $field: $field_type,
                )*
                /// What the answer held besides, by wire name.
                #[serde(skip_serializing_if = "crate::Other::is_empty")]
                #[cfg_attr(feature = "deserialize", serde(default))]
                pub other: $crate::Other,
            }

            impl $crate::soap::Record for $record {
                const META: &'static $crate::meta::RecordMeta = &$crate::meta::RecordMeta {
                    name: stringify!($record),
                    wire: $struct,
                    docs: docs!($($record_doc)*),
                    fields: &[$(
                        $crate::api::declare::field::<$field_type>(
                            stringify!($field),
                            wire_name!($prefix $field $(($field_wire))?),
                            docs!($($field_doc)*),
                        )
                        $($(.$field_flag($($field_flag_value)?))*)?
                    ),*],
                };

                fn blank() -> Self {
                    Self {
                        $($field: <$field_type as $crate::soap::FieldValue>::absent(),)*
                        other: $crate::Other::default(),
                    }
                }
            }

            impl $crate::soap::Fields for $record {
                fn read<'a>(
                    &mut self,
                    index: usize,
                    scanner: &mut $crate::soap::Scanner<'a>,
                    start: $crate::soap::Start<'a>,
                ) -> $crate::soap::Scan<$crate::soap::Fit> {
                    by_index!(index, |field| $crate::soap::FieldValue::read(field, scanner, start),
                        $(&mut self.$field),*)
                }

                fn settle(&mut self, ok: bool) {
                    $($crate::soap::FieldValue::settle(
                        &mut self.$field,
                        ok,
                        wire_name!($prefix $field $(($field_wire))?),
                        &mut self.other,
                    );)*
                }

                fn shown(&self, index: usize) -> Option<String> {
                    by_index!(index, |field| $crate::soap::FieldValue::shown(field),
                        $(&self.$field),*)
                }

                fn other_mut(&mut self) -> &mut $crate::Other {
                    &mut self.other
                }
            }
        )*

        $(
            $(#[doc = $input_doc])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $input {
                $(
                    $(#[doc = $arg_doc])*
                    #[doc = concat!("\n\nWire argument: `", wire_name!("" $arg $(($arg_wire))?), "`.")]
                    pub $arg: $arg_type,
                )*
            }

            impl Default for $input {
                fn default() -> Self {
                    Self { $($arg: default_value!($($arg_default)?),)* }
                }
            }

            impl From<&$input> for $input {
                fn from(input: &$input) -> Self {
                    input.clone()
                }
            }

            impl $input {
                /// Checks it as the operation will, before there is a client: nothing is sent.
                ///
                /// Text that the server would turn into `?` passes here; whether it may pass is
                /// the client's setting.
                ///
                /// # Errors
                /// `InvalidArgument`, naming the argument.
                pub fn check(&self) -> $crate::Result<()> {
                    let mut values = Vec::new();
                    $crate::api::declare::Argument::push(self.clone(), &mut values);
                    $crate::client::check_input(Self::META, values)
                }

                pub(crate) const META: &'static $crate::meta::InputMeta = &$crate::meta::InputMeta {
                    name: stringify!($input),
                    docs: docs!($($input_doc)*),
                    fields: &[$($crate::meta::Param {
                        name: stringify!($arg),
                        wire: wire_name!("" $arg $(($arg_wire))?),
                        docs: docs!($($arg_doc)*),
                        kind: <$arg_type as $crate::api::declare::Argument>::KIND,
                        check: maybe!($($crate::check::$arg_check)?),
                        default: maybe!($(stringify!($arg_default))?),
                        default_value: maybe!($({
                            fn value() -> $crate::Value {
                                let value: $arg_type = $arg_default.into();
                                $crate::api::declare::single(value)
                            }
                            value as fn() -> $crate::Value
                        })?),
                    }),*],
                };
            }

            impl $crate::api::declare::Argument for $input {
                const KIND: $crate::meta::ParamKind = $crate::meta::ParamKind::Input(Self::META);

                fn push(self, args: &mut Vec<$crate::Value>) {
                    $($crate::api::declare::Argument::push(self.$arg, args);)*
                }
            }
        )*

        /// The operations' metadata, one static each, so that a method can point at its own.
        #[allow(non_upper_case_globals)]
        pub(crate) mod operation {
            #[allow(unused_imports)]
            use super::*;

            $(
                pub(crate) static $op: $crate::meta::Operation = $crate::meta::Operation {
                    wire: $wire,
                    service: stringify!($service),
                    name: stringify!($op),
                    docs: docs!($($op_doc)*),
                    params: &[$($crate::meta::Param {
                        name: stringify!($param),
                        wire: wire_name!("" $param $(($param_wire))?),
                        docs: docs!($($param_doc)*),
                        kind: <$param_type as $crate::api::declare::Argument>::KIND,
                        check: maybe!($($crate::check::$param_check)?),
                        default: maybe!($(stringify!($param_default))?),
                        default_value: maybe!($({
                            fn value() -> $crate::Value {
                                let value: $param_type = $param_default.into();
                                $crate::api::declare::single(value)
                            }
                            value as fn() -> $crate::Value
                        })?),
                    }),*],
                    returns: <$returns as $crate::soap::Answer>::SHAPE,
                    effect: effect!($effect),
                    session: true,
                    since: 2015,
                    deprecated: maybe!($($reason)?),
                    creates: false,
                    problems_are_data: false,
                    awaits: None,
                    quoted_by: None,
                    wire_return: None,
                }
                $($(.$op_flag($($op_flag_value)?))*)?;
            )*
        }

        pub(crate) static SERVICE: $crate::meta::Service = $crate::meta::Service {
            name: stringify!($service),
            title: $title,
            docs: docs!($($service_doc)*),
            module: maybe!($(<$module as $crate::soap::Record>::META)?),
            operations: &[$(&operation::$op),*],
            records: &[$(<$record as $crate::soap::Record>::META),*],
            inputs: &[$($input::META),*],
            enums: &[$(<$enum as $crate::api::declare::Word>::META),*],
        };

        $(#[doc = $service_doc])*
        #[derive(Clone, Debug)]
        pub struct $handle {
            pub(crate) client: $crate::Client,
        }

        impl $handle {
            $(
                $(#[doc = $op_doc])*
                #[doc = concat!(
                    "\n\nEffect: ", stringify!($effect), ". Wire function: `", $wire, "`."
                )]
                $(#[deprecated(note = $reason)])?
                pub fn $op(&self, $($param: impl Into<$param_type>),*) -> $crate::Call<$returns> {
                    #[allow(unused_mut)]
                    let mut args = Vec::new();
                    $(
                        let value: $param_type = $param.into();
                        $crate::api::declare::Argument::push(value, &mut args);
                    )*
                    $crate::Call::new(&self.client, &operation::$op, args)
                }
            )*
        }

        impl $crate::Client {
            $(#[doc = $service_doc])*
            #[must_use]
            pub fn $service(&self) -> $handle {
                $handle { client: self.clone() }
            }
        }
    };
}

/// Documentation as metadata. A page that loads the client has no use for it, and it would be a
/// sixth of what it loads.
#[cfg(not(target_family = "wasm"))]
macro_rules! docs {
    ($($line:literal)*) => {
        concat!($($line, "\n",)* "")
    };
}
#[cfg(target_family = "wasm")]
macro_rules! docs {
    ($($line:literal)*) => {
        ""
    };
}

/// The wire name: the one given, or prefix and name in code.
macro_rules! wire_name {
    ($prefix:literal $name:ident ($wire:literal)) => {
        $wire
    };
    ($prefix:literal $name:ident) => {
        concat!($prefix, stringify!($name))
    };
}

/// What the docs say of a field that only one side knows.
macro_rules! origin_note {
    (documented) => {
        ", documented in 2015 and not sent by the live service"
    };
    (live) => {
        ", not in the documentation of 2015"
    };
    ($other:ident) => {
        ""
    };
}

/// Does something with the field at an index; the compiler makes a jump table of it.
macro_rules! by_index {
    ($index:ident, |$field:ident| $do:expr, $($place:expr),*) => {{
        #[allow(unused_mut)]
        let mut at = 0;
        $(
            if $index == at {
                let $field = $place;
                return $do;
            }
            #[allow(unused_assignments)]
            {
                at += 1;
            }
        )*
        unreachable!("an index past the fields: {}", $index)
    }};
}

macro_rules! effect {
    (read) => {
        $crate::meta::Effect::Read
    };
    (write) => {
        $crate::meta::Effect::Write
    };
    (purchase) => {
        $crate::meta::Effect::Purchase
    };
    (destroy) => {
        $crate::meta::Effect::Destroy
    };
}

macro_rules! maybe {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! default_value {
    () => {
        Default::default()
    };
    ($value:expr) => {
        $value.into()
    };
}

use rust_decimal::Decimal;

use crate::meta::{EnumMeta, Field, Origin, ParamKind, ScalarType, WireType};
use crate::soap::FieldValue;
use crate::value::{Secret, Value};

/// An open enum of the tables.
pub(crate) trait Word {
    const META: &'static EnumMeta;
}

/// What may stand as an argument: a scalar, or an input that is several of them.
pub(crate) trait Argument: Sized {
    const KIND: ParamKind;

    /// Appends the wire arguments, in order.
    fn push(self, args: &mut Vec<Value>);
}

/// The value of an argument that is one on the wire.
pub(crate) fn single(argument: impl Argument) -> Value {
    let mut values = Vec::new();
    argument.push(&mut values);
    values.pop().unwrap_or_default()
}

/// The metadata of a field of type `T`.
pub(crate) const fn field<T: FieldValue>(
    name: &'static str,
    wire: &'static str,
    docs: &'static str,
) -> Field {
    Field {
        name,
        wire,
        docs,
        wire_type: T::WIRE,
        kind: T::KIND,
        required: T::REQUIRED,
        rounded_up: T::ROUNDED_UP,
        origin: Origin::Both,
    }
}

const fn scalar(wire: WireType) -> ScalarType {
    ScalarType {
        wire,
        optional: false,
        secret: false,
        words: None,
    }
}

macro_rules! arguments {
    ($($type:ty => $scalar:expr, |$value:ident| $into:expr;)*) => {$(
        impl Argument for $type {
            const KIND: ParamKind = ParamKind::Scalar($scalar);

            fn push(self, args: &mut Vec<Value>) {
                let $value = self;
                args.push($into);
            }
        }
    )*};
}

arguments! {
    i64 => scalar(WireType::Int), |number| Value::Int(number);
    bool => scalar(WireType::Boolean), |flag| Value::Bool(flag);
    String => scalar(WireType::String), |text| Value::Text(text);
    Decimal => scalar(WireType::Float), |amount| Value::Text(amount.to_string());
    Secret => ScalarType { secret: true, ..scalar(WireType::String) },
        |secret| Value::Text(secret.into_exposed());
    Option<String> => ScalarType { optional: true, ..scalar(WireType::String) },
        |text| text.into();
}

impl<W: Word + Into<String>> Argument for W {
    const KIND: ParamKind = ParamKind::Scalar(ScalarType {
        words: Some(W::META),
        ..scalar(WireType::String)
    });

    fn push(self, args: &mut Vec<Value>) {
        args.push(Value::Text(self.into()));
    }
}
