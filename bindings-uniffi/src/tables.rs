//! The core's tables, expanded into types that UniFFI can carry: records, enums, orders, and a
//! service object with an async method for each operation.

// The same names as in the tables, for what looks different on the other side.
use interserver::{DateTime, Decimal, Secret};

use crate::convert::{Inward, Outward};
use crate::{Client, InterServerError, Value};

type Timestamp = std::time::SystemTime;
type Extra = Value;
type Problems = Vec<String>;
type RoundedUp = Option<i64>;
type Other = std::collections::HashMap<String, Value>;

/// Sends a call. One future type serves all operations, because the call's type is forgotten
/// before and remembered after.
async fn send<T>(call: interserver::Call<T>) -> Result<T::Out, InterServerError>
where
    T: Outward + Send + 'static,
{
    let erased = call.erased().into_future().await?;
    let answer: T = erased
        .into_typed()
        .expect("an erased call gives what the call would have given");
    Ok(answer.outward())
}

/// Builds a struct field by field, so that each gets the default that its type or the table gives
/// it. A default that is a word of an enum is put in by the generator: UniFFI's macros take
/// literals only.
///
/// Its text form in the other language is the debug form, in which secrets are masked.
macro_rules! mirror_struct {
    ({ $($head:tt)* } { $($done:tt)* } {}) => {
        $($head)* { $($done)* }
    };
    ($head:tt { $($done:tt)* } {
        $(#[doc = $doc:literal])* $name:ident: Option<$inner:ident>, $($rest:tt)*
    }) => {
        mirror_struct! { $head {
            $($done)* $(#[doc = $doc])* #[uniffi(default = None)] pub $name: Option<$inner>,
        } { $($rest)* } }
    };
    ($head:tt { $($done:tt)* } {
        $(#[doc = $doc:literal])* $name:ident: Vec<$inner:ident>, $($rest:tt)*
    }) => {
        mirror_struct! { $head {
            $($done)* $(#[doc = $doc])* #[uniffi(default = [])] pub $name: Vec<$inner>,
        } { $($rest)* } }
    };
    ($head:tt { $($done:tt)* } {
        $(#[doc = $doc:literal])* $name:ident: $type:ident = $default:literal, $($rest:tt)*
    }) => {
        mirror_struct! { $head {
            $($done)* $(#[doc = $doc])* #[uniffi(default = $default)] pub $name: $type,
        } { $($rest)* } }
    };
    ($head:tt { $($done:tt)* } {
        $(#[doc = $doc:literal])* $name:ident: $type:ident $(= $enum:ident::$word:ident)?,
        $($rest:tt)*
    }) => {
        mirror_struct! { $head {
            $($done)* $(#[doc = $doc])* pub $name: $type,
        } { $($rest)* } }
    };
}

/// Exports one operation, having gathered the defaults of its parameters one by one.
macro_rules! mirror_operation {
    ({ $($head:tt)* } [$($defaults:tt)*] [$($params:tt)*] {}) => {
        mirror_operation! { @export $($head)* [$($defaults)*] [$($params)*] }
    };
    ($head:tt [$($defaults:tt)*] [$($params:tt)*] {
        $(#[doc = $doc:literal])* $name:ident: Option<$inner:ident>, $($rest:tt)*
    }) => {
        mirror_operation! { $head
            [$($defaults)* default($name = None),]
            [$($params)* $(#[doc = $doc])* $name: (Option<$inner>),]
            { $($rest)* }
        }
    };
    ($head:tt [$($defaults:tt)*] [$($params:tt)*] {
        $(#[doc = $doc:literal])* $name:ident: $type:ident $(= $default:literal)?, $($rest:tt)*
    }) => {
        mirror_operation! { $head
            [$($defaults)* $(default($name = $default),)?]
            [$($params)* $(#[doc = $doc])* $name: ($type),]
            { $($rest)* }
        }
    };
    (@export $handle:ident $effect:ident $op:ident ($returns:ty) ($($reason:literal)?)
        { $(#[doc = $doc:literal])* }
        [$($defaults:tt)*]
        [$($(#[doc = $param_doc:literal])* $param:ident: ($($type:tt)*),)*]
    ) => {
        pastey::paste! {
            #[uniffi::export(async_runtime = "tokio")]
            impl $handle {
                $(#[doc = $doc])*
                $(
                    #[doc = ""]
                    #[doc = "Deprecated: " $reason]
                )?
                #[doc = ""]
                #[doc = "Effect: `" $effect "`."]
                $(
                    #[doc = ""]
                    #[doc = "- `" $param "`:"]
                    $(#[doc = $param_doc])*
                )*
                #[uniffi::method($($defaults)*)]
                pub async fn $op(
                    &self, $($param: $($type)*),*
                ) -> Result<$returns, InterServerError> {
                    #[allow(deprecated, reason = "it stays available in every language")]
                    let call = self.0.$op($(Inward::inward($param)),*);
                    send(call).await
                }
            }
        }
    };
}

macro_rules! mirror_section {
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
                $field:ident $(($field_wire:literal))? : $field_type:ident $(<$field_inner:ident>)?
                    $([$($field_flags:tt)*])?
            ),* $(,)?}
        )*}
        inputs {$(
            $(#[doc = $input_doc:literal])*
            $input:ident {$(
                $(#[doc = $arg_doc:literal])*
                $arg:ident $(($arg_wire:literal))? : $arg_type:ident $(<$arg_inner:ident>)?
                    $(where $arg_check:ident)?
                    $(= $arg_literal:literal)? $(= $arg_enum:ident::$arg_word:ident)?
            ),* $(,)?}
        )*}
        operations {$(
            $(#[doc = $op_doc:literal])*
            $effect:ident $([$($op_flags:tt)*])? $op:ident ($(
                $(#[doc = $param_doc:literal])*
                $param:ident $(($param_wire:literal))? : $param_type:ident $(<$param_inner:ident>)?
                    $(where $param_check:ident)? $(= $param_default:literal)?
            ),* $(,)?) -> $returns:ty = $wire:expr $(, deprecated $reason:literal)?;
        )*}
    ) => {
        $(
            $(#[doc = $enum_doc])*
            #[doc = ""]
            #[doc = "Words that this version does not know are kept in `Other`."]
            #[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
            #[uniffi::export(Display)]
            pub enum $enum {
                $($(#[doc = $word_doc])* $word,)+
                /// A word that this version does not know.
                Other {
                    /// The word, as it came.
                    word: String,
                },
            }

            impl std::fmt::Display for $enum {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(match self {
                        $(Self::$word => $word_wire,)+
                        Self::Other { word } => word,
                    })
                }
            }

            impl Outward for interserver::records::$enum {
                type Out = $enum;

                fn outward(self) -> $enum {
                    match self {
                        $(Self::$word => $enum::$word,)+
                        other => $enum::Other { word: other.as_str().to_owned() },
                    }
                }
            }

            impl Inward for $enum {
                type In = interserver::records::$enum;

                fn inward(self) -> Self::In {
                    self.to_string().into()
                }
            }
        )*

        $(
            mirror_struct! {
                {
                    $(#[doc = $record_doc])*
                    #[derive(Clone, Debug, PartialEq, uniffi::Record)]
                    #[uniffi::export(Debug)]
                    pub struct $record
                }
                {}
                {
                    $($(#[doc = $field_doc])* $field: $field_type $(<$field_inner>)?,)*
                    /// What the answer held besides, by wire name.
                    other: Other,
                }
            }

            impl Outward for interserver::records::$record {
                type Out = $record;

                fn outward(self) -> $record {
                    $record {
                        $($field: self.$field.outward(),)*
                        other: self.other.outward(),
                    }
                }
            }
        )*

        $(
            mirror_struct! {
                {
                    $(#[doc = $input_doc])*
                    #[derive(Clone, Debug, PartialEq, uniffi::Record)]
                    #[uniffi::export(Debug)]
                    pub struct $input
                }
                {}
                {$(
                    $(#[doc = $arg_doc])*
                    $arg: $arg_type $(<$arg_inner>)? $(= $arg_literal)? $(= $arg_enum::$arg_word)?,
                )*}
            }

            impl Outward for interserver::records::$input {
                type Out = $input;

                fn outward(self) -> $input {
                    $input { $($arg: self.$arg.outward(),)* }
                }
            }

            impl Inward for $input {
                type In = interserver::records::$input;

                fn inward(self) -> Self::In {
                    interserver::records::$input { $($arg: self.$arg.inward(),)* }
                }
            }
        )*

        $(#[doc = $service_doc])*
        #[derive(uniffi::Object)]
        pub struct $handle(pub(crate) interserver::records::$handle);

        #[uniffi::export]
        impl Client {
            $(#[doc = $service_doc])*
            pub fn $service(&self) -> $handle {
                $handle(self.0.$service())
            }
        }

        $(
            mirror_operation! {
                { $handle $effect $op ($returns) ($($reason)?) { $(#[doc = $op_doc])* } }
                [] []
                {$(
                    $(#[doc = $param_doc])*
                    $param: $param_type $(<$param_inner>)? $(= $param_default)?,
                )*}
            }
        )*
    };
}

interserver::for_each_section!(mirror_section);
