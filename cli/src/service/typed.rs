//! Typed calls made from texts: one macro over the declaration's tables, no operation by hand.

use std::collections::HashMap;
use std::sync::LazyLock;

use interserver::meta::Shape;
use interserver::records::*;
use interserver::{Call, Client, Decimal, Erased, Error, Secret};
use serde_json::Value as Json;

use super::texts::Texts;

/// A call that can be previewed or sent, and its answer by the names in code.
pub(crate) struct Prepared {
    pub(crate) call: Call<Erased>,
    read: fn(Erased) -> Json,
}

impl Prepared {
    fn new<T: serde::Serialize + 'static>(call: Call<Erased>) -> Self {
        Self {
            call,
            read: |value| {
                let Ok(value) = value.into_typed::<T>() else {
                    unreachable!("a call's value has the type that the call was made with");
                };
                serde_json::to_value(value).expect("records are made of texts, numbers and lists")
            },
        }
    }

    /// Sends the call; `configure` may set its time and what cancels it.
    pub(crate) async fn send(
        self,
        configure: impl FnOnce(Call<Erased>) -> Call<Erased>,
    ) -> Result<Json, Error> {
        let (operation, read) = (self.call.operation(), self.read);
        let value = configure(self.call).await?;
        Ok(match operation.returns {
            // Success without a value.
            Shape::Done => Json::Bool(true),
            _ => read(value),
        })
    }
}

/// The call of an operation, its arguments taken from texts by their names in code.
pub(crate) fn prepare(wire: &str, client: &Client, texts: &Texts) -> Result<Prepared, Error> {
    static CALLERS: LazyLock<HashMap<&'static str, Caller>> = LazyLock::new(|| {
        let mut callers = HashMap::new();
        macro_rules! add {
            ($(#[doc = $doc:literal])* service $service:ident $($rest:tt)*) => {
                $service::add(&mut callers);
            };
        }
        interserver::for_each_section!(add);
        callers
    });
    let caller = CALLERS
        .get(wire)
        .expect("every declared operation has a typed method");
    caller(client, texts).map_err(|error| error.with_operation(wire.to_owned()))
}

type Caller = fn(&Client, &Texts) -> Result<Prepared, Error>;

/// What can be made from texts: a scalar from its own, an order or draft from those of its fields.
pub(crate) trait Argument: Sized {
    /// `None` if there is no text for it.
    fn read(texts: &Texts, name: &'static str) -> Result<Option<Self>, Error>;
}

macro_rules! scalars {
    ($($type:ty, $what:literal, |$text:ident| $into:expr;)*) => {$(
        impl Argument for $type {
            fn read(texts: &Texts, name: &'static str) -> Result<Option<Self>, Error> {
                let Some($text) = texts.get(name) else {
                    return Ok(None);
                };
                match $into {
                    Some(value) => Ok(Some(value)),
                    None => Err(Error::invalid(name, $what)),
                }
            }
        }
    )*};
}

scalars! {
    i64, "must be a whole number", |text| text.trim().parse().ok();
    bool, "must be true or false", |text| text.parse().ok();
    Decimal, "must be a number such as 10.50", |text| text.parse().ok();
    String, "must be a text", |text| Some(text.to_owned());
    Secret, "must be a text", |text| Some(text.into());
    Option<String>, "must be a text", |text| Some(Some(text.to_owned()));
}

macro_rules! callers {
    (
        $(#[doc = $d0:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums {$($(#[doc = $d1:literal])* $enum:ident { $($words:tt)* })*}
        records { $($records:tt)* }
        inputs {$(
            $(#[doc = $d2:literal])*
            $input:ident {$(
                $(#[doc = $d3:literal])*
                $arg:ident $(($arg_wire:literal))? : $arg_type:ty
                    $(where $arg_check:ident)? $(= $arg_default:expr)?
            ),* $(,)?}
        )*}
        operations {$(
            $(#[doc = $d4:literal])*
            $effect:ident $([$($flags:tt)*])? $op:ident ($(
                $(#[doc = $d5:literal])*
                $param:ident $(($param_wire:literal))? : $param_type:ty
                    $(where $param_check:ident)? $(= $param_default:expr)?
            ),* $(,)?) -> $returns:ty = $wire:expr $(, deprecated $reason:literal)?;
        )*}
    ) => {
        mod $service {
            #[allow(unused_imports, reason = "not every section names a record")]
            use super::*;

            $(scalars! { $enum, "must be a word", |text| Some(text.into()); })*

            $(impl Argument for $input {
                fn read(texts: &Texts, _: &'static str) -> Result<Option<Self>, Error> {
                    Ok(Some(Self {
                        $($arg: value!(texts, $arg: $arg_type $(= $arg_default)?),)*
                    }))
                }
            })*

            pub(super) fn add(callers: &mut HashMap<&'static str, Caller>) {
                $(callers.insert($wire, |client, _texts| {
                    #[allow(deprecated, reason = "what the server withdrew can still be tried")]
                    let call = client.$service().$op($(
                        value!(_texts, $param: $param_type $(= $param_default)?)
                    ),*);
                    Ok(Prepared::new::<$returns>(call.erased()))
                });)*
            }
        }
    };
}

/// An argument from its text, else from its default, else missing.
macro_rules! value {
    ($texts:ident, $name:ident: $type:ty = $default:expr) => {
        match <$type as Argument>::read($texts, stringify!($name))? {
            Some(value) => value,
            None => $default.into(),
        }
    };
    ($texts:ident, $name:ident: $type:ty) => {
        match <$type as Argument>::read($texts, stringify!($name))? {
            Some(value) => value,
            None => super::missing(stringify!($name))?,
        }
    };
}

/// What stands for an argument without a text or a default: null if it may be that.
fn missing<T: Missing>(name: &'static str) -> Result<T, Error> {
    T::missing().ok_or_else(|| Error::invalid(name, "is missing"))
}

trait Missing: Sized {
    fn missing() -> Option<Self>;
}

impl Missing for Option<String> {
    fn missing() -> Option<Self> {
        Some(None)
    }
}

macro_rules! never_null {
    ($($type:ty),* $(,)?) => {$(
        impl Missing for $type {
            fn missing() -> Option<Self> {
                None
            }
        }
    )*};
}
never_null! { i64, bool, Decimal, String, Secret }

macro_rules! never_null_either {
    (
        $(#[doc = $d0:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums {$($(#[doc = $d1:literal])* $enum:ident { $($words:tt)* })*}
        records { $($records:tt)* }
        inputs {$(
            $(#[doc = $d2:literal])*
            $input:ident { $($fields:tt)* }
        )*}
        operations { $($operations:tt)* }
    ) => {
        never_null! { $($enum,)* $($input),* }
    };
}
interserver::for_each_section!(never_null_either);
interserver::for_each_section!(callers);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_can_be_called() {
        let client = Client::builder().build().expect("needs no network");
        for operation in interserver::meta::operations() {
            // Without arguments it is a call, or says which argument is missing: it never panics.
            match prepare(operation.wire, &client, &Texts::default()) {
                Ok(prepared) => assert_eq!(prepared.call.operation().wire, operation.wire),
                Err(error) => assert_eq!(error.operation(), Some(operation.wire)),
            }
        }
    }
}
