//! Calls any operation through its typed method, with arguments that pass its checks.
//!
//! Made from the declaration's own tables, as a binding is: no operation is listed here.

#![allow(unreachable_pub, reason = "test crates use it as their module")]

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use interserver::records::*;
use interserver::{Client, Decimal, Error, Secret};

pub type Called = Pin<Box<dyn Future<Output = Result<serde_json::Value, Error>> + Send>>;
pub type Caller = fn(&Client) -> Called;

/// An argument that passes a check.
trait Sample {
    fn sample(check: &str) -> Self;
}

impl Sample for i64 {
    fn sample(_: &str) -> Self {
        1
    }
}

impl Sample for bool {
    fn sample(_: &str) -> Self {
        true
    }
}

impl Sample for Decimal {
    fn sample(_: &str) -> Self {
        Decimal::new(1050, 2)
    }
}

impl Sample for Secret {
    fn sample(_: &str) -> Self {
        "s3cret-Sample!".into()
    }
}

impl Sample for String {
    fn sample(check: &str) -> Self {
        match check {
            "IP" | "IPV4" => "203.0.113.9",
            "EMAIL" => "demo@example.com",
            _ => "www.example.com",
        }
        .into()
    }
}

impl Sample for Option<String> {
    fn sample(_: &str) -> Self {
        None
    }
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
            #[allow(unused_imports)]
            use super::*;

            $(impl Sample for $enum {
                fn sample(_: &str) -> Self {
                    Self::KNOWN[0].clone()
                }
            })*

            $(impl Sample for $input {
                fn sample(_: &str) -> Self {
                    Self { $($arg: Sample::sample(concat!($(stringify!($arg_check))?)),)* }
                }
            })*

            pub(super) fn add(callers: &mut BTreeMap<&'static str, Caller>) {
                $(callers.insert($wire, |client| {
                    let service = client.$service();
                    Box::pin(async move {
                        #[allow(deprecated)]
                        let answer = service.$op($(
                            <$param_type as Sample>::sample(concat!($(stringify!($param_check))?))
                        ),*).await?;
                        Ok(serde_json::to_value(answer).expect("every answer serialises"))
                    })
                });)*
            }
        }
    };
}

interserver::for_each_section!(callers);

/// The typed method of every operation, by wire name.
pub fn callers() -> BTreeMap<&'static str, Caller> {
    let mut callers = BTreeMap::new();
    macro_rules! add {
        ($(#[doc = $doc:literal])* service $service:ident $($rest:tt)*) => {
            $service::add(&mut callers);
        };
    }
    interserver::for_each_section!(add);
    callers
}
