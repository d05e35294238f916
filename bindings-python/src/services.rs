//! The services and their methods, for `Client` and `AsyncClient`, made from the core's tables.

#![allow(
    clippy::too_many_arguments,
    reason = "a method has as many arguments as its table says"
)]

use interserver::records::*;
use interserver::{Decimal, Secret};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;

use crate::awaiting::{Coroutine, coroutine};
use crate::blocking::{answer, operation, wait};
use crate::client::{AsyncClient, Client};
use crate::records::classes;
use crate::values::{Take, ToPy};

/// Warns that an operation should not be used any more.
fn warn(py: Python<'_>, reason: &str) -> PyResult<()> {
    let category = py.get_type::<pyo3::exceptions::PyDeprecationWarning>();
    let message = std::ffi::CString::new(reason)?;
    PyErr::warn(py, &category, &message, 1)
}

/// A method of both services. Walks through its parameters, since those with a default and those
/// that may be None are written differently.
macro_rules! method {
    (
        { $service:ident $handle:ident $op:ident $returns:ty { $($doc:literal)* } $({ $reason:literal })? }
        [$($sig:tt)*] [$($param:ident: $type:ty,)*] [$($about:expr,)*]
    ) => {
        #[pymethods]
        impl classes::$handle {
            $(#[doc = $doc])*
            $(#[doc = $about])*
            #[pyo3(signature = ($($sig)*))]
            fn $op(
                &self,
                py: Python<'_>,
                $($param: <$type as Take>::Py),*
            ) -> PyResult<<$returns as ToPy>::Py> {
                $(warn(py, $reason)?;)?
                #[allow(deprecated)]
                let call = self.0.client(py)?.$service().$op($(<$type as Take>::take($param)),*);
                let value = wait(py, operation(call.erased()))?;
                Ok(answer::<$returns>(value)?.to_py())
            }
        }

        pastey::paste! {
            #[pymethods]
            impl classes::[<Async $handle>] {
                $(#[doc = $doc])*
                $(#[doc = $about])*
                #[pyo3(signature = ($($sig)*))]
                fn $op(
                    &self,
                    py: Python<'_>,
                    $($param: <$type as Take>::Py),*
                ) -> PyResult<Coroutine<<$returns as ToPy>::Py>> {
                    $(warn(py, $reason)?;)?
                    #[allow(deprecated)]
                    let call = self.0.client(py)?.$service().$op($(<$type as Take>::take($param)),*);
                    coroutine(
                        py,
                        |_| Ok(operation(call.erased())),
                        |py, value| answer::<$returns>(value)?.to_py().into_py_any(py),
                    )
                }
            }
        }
    };
    (
        $head:tt [$($sig:tt)*] [$($params:tt)*] [$($about:tt)*]
        $(#[doc = $doc:literal])* $param:ident $(($wire:literal))? : Option<$type:ty>
            $(where $check:ident)? $(, $($rest:tt)*)?
    ) => {
        method! {
            $head
            [$($sig)* $param = None,]
            [$($params)* $param: Option<$type>,]
            [$($about)* concat!("    ", stringify!($param), ":", $($doc),*),]
            $($($rest)*)?
        }
    };
    (
        $head:tt [$($sig:tt)*] [$($params:tt)*] [$($about:tt)*]
        $(#[doc = $doc:literal])* $param:ident $(($wire:literal))? : $type:ty
            $(where $check:ident)? = $default:expr $(, $($rest:tt)*)?
    ) => {
        method! {
            $head
            [$($sig)* $param = <<$type as Take>::Py as From<_>>::from($default),]
            [$($params)* $param: $type,]
            [$($about)* concat!("    ", stringify!($param), ":", $($doc,)* " Default: ", stringify!($default), "."),]
            $($($rest)*)?
        }
    };
    (
        $head:tt [$($sig:tt)*] [$($params:tt)*] [$($about:tt)*]
        $(#[doc = $doc:literal])* $param:ident $(($wire:literal))? : $type:ty
            $(where $check:ident)? $(, $($rest:tt)*)?
    ) => {
        method! {
            $head
            [$($sig)* $param,]
            [$($params)* $param: $type,]
            [$($about)* concat!("    ", stringify!($param), ":", $($doc),*),]
            $($($rest)*)?
        }
    };
}

/// Opens the list of arguments in a docstring, where there are any.
macro_rules! with_arguments {
    ($head:tt) => {
        method! { $head [] [] [] }
    };
    ($head:tt $($params:tt)+) => {
        method! { $head [] [] ["", "Args:",] $($params)+ }
    };
}

macro_rules! section {
    (
        $(#[doc = $service_doc:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums { $($enums:tt)* }
        records { $($records:tt)* }
        inputs { $($inputs:tt)* }
        operations {$(
            $(#[doc = $op_doc:literal])*
            $effect:ident $([$($flags:tt)*])? $op:ident ( $($params:tt)* )
                -> $returns:ty = $wire:expr $(, deprecated $reason:literal)?;
        )*}
    ) => {
        $(with_arguments! {
            { $service $handle $op $returns { $($op_doc)* } $({ $reason })? } $($params)*
        })*

        #[pymethods]
        impl Client {
            $(#[doc = $service_doc])*
            #[getter]
            fn $service(&self) -> classes::$handle {
                classes::$handle(self.link())
            }
        }

        pastey::paste! {
            #[pymethods]
            impl AsyncClient {
                $(#[doc = $service_doc])*
                #[getter]
                fn $service(&self) -> classes::[<Async $handle>] {
                    classes::[<Async $handle>](self.link())
                }
            }
        }
    };
}
interserver::for_each_section!(section);
