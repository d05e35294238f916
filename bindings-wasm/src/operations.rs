//! Every operation by its wire name, made from the tables of the core.

use interserver::records::*;
use interserver::{Call, Client, Decimal, Erased, Error, Secret};
use wasm_bindgen::JsValue;

use crate::args::{Args, Fields, FromJs, Mismatch};
use crate::json::{self, Json};

/// A call that has its arguments, and what writes its answer.
pub(crate) struct Prepared {
    pub(crate) call: Call<Erased>,
    pub(crate) write: fn(Erased) -> Option<String>,
}

type Prepare = fn(&Client, &mut Args) -> Result<Prepared, Error>;

fn prepared<T: Json + 'static>(call: Call<Erased>) -> Prepared {
    Prepared {
        call,
        write: |answer| {
            let value: T = answer.into_typed().ok()?;
            Some(json::text(&value))
        },
    }
}

macro_rules! wire_name {
    ($prefix:literal $name:ident ($wire:literal)) => {
        $wire
    };
    ($prefix:literal $name:ident) => {
        concat!($prefix, stringify!($name))
    };
}

macro_rules! maybe {
    () => {
        None
    };
    ($value:expr) => {
        Some($value.into())
    };
}

macro_rules! section {
    (
        $(#[doc = $d0:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums {$(
            $(#[doc = $d1:literal])*
            $enum:ident { $($words:tt)* }
        )*}
        records {$(
            $(#[doc = $d2:literal])*
            $record:ident $struct:literal $prefix:literal {$(
                $(#[doc = $d3:literal])*
                $field:ident $(($field_wire:literal))? : $field_type:ty $([$($flags:tt)*])?
            ),* $(,)?}
        )*}
        inputs {$(
            $(#[doc = $d4:literal])*
            $input:ident {$(
                $(#[doc = $d5:literal])*
                $arg:ident $(($arg_wire:literal))? : $arg_type:ty
                    $(where $arg_check:ident)? $(= $arg_default:expr)?
            ),* $(,)?}
        )*}
        operations {$(
            $(#[doc = $d6:literal])*
            $effect:ident $([$($op_flags:tt)*])? $op:ident ($(
                $(#[doc = $d7:literal])*
                $param:ident $(($param_wire:literal))? : $param_type:ty
                    $(where $param_check:ident)? $(= $param_default:expr)?
            ),* $(,)?) -> $returns:ty = $wire:expr $(, deprecated $reason:literal)?;
        )*}
    ) => {
        mod $service {
            #[allow(unused_imports)]
            use super::*;

            $(
                impl Json for $enum {
                    fn write(&self, out: &mut String) {
                        self.as_str().write(out);
                    }
                }

                impl FromJs for $enum {
                    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
                        String::from_js(value).map(Self::from)
                    }
                }
            )*

            $(impl Json for $record {
                fn write(&self, out: &mut String) {
                    let mut first = true;
                    let mut lost = Vec::new();
                    $(
                        json::key(out, std::mem::take(&mut first), stringify!($field));
                        self.$field.write(out);
                        if let Some(number) = self.$field.too_large() {
                            lost.push((wire_name!($prefix $field $(($field_wire))?), number));
                        }
                    )*
                    json::other(out, &self.other, &lost);
                }
            })*

            $(impl FromJs for $input {
                fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
                    let mut fields = Fields::new(value.clone())?;
                    let read = |fields: &mut Fields| Ok(Self {
                        $($arg: fields.take(stringify!($arg), maybe!($($arg_default)?))?,)*
                    });
                    let input = read(&mut fields).map_err(Mismatch::Inside)?;
                    fields
                        .finish(concat!("no field of ", stringify!($input)))
                        .map_err(Mismatch::Inside)?;
                    Ok(input)
                }
            })*

            pub(super) const TABLE: &[(&str, Prepare)] = &[$(($wire, |client, _args| {
                #[allow(deprecated)]
                let call = client.$service().$op($(
                    _args.take::<$param_type>(stringify!($param), maybe!($($param_default)?))?
                ),*);
                Ok(prepared::<$returns>(call.erased()))
            })),*];
        }
    };
}

interserver::for_each_section!(section);

/// How to prepare the operation of a wire name.
pub(crate) fn find(wire: &str) -> Option<Prepare> {
    macro_rules! look {
        ($(#[doc = $doc:literal])* service $service:ident $($rest:tt)*) => {
            if let Some((_, prepare)) = $service::TABLE.iter().find(|(name, _)| *name == wire) {
                return Some(*prepare);
            }
        };
    }
    interserver::for_each_section!(look);
    None
}
