//! Records, orders, drafts and words as Python classes, made from the core's tables.

#![allow(
    clippy::too_many_arguments,
    reason = "an order has as many arguments as its table says"
)]

use std::hash::{DefaultHasher, Hash, Hasher};

use interserver::records::*;
use interserver::{DateTime, Decimal, Extra, Secret, Timestamp};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
#[cfg(feature = "stubs")]
use pyo3::{PyTypeInfo, inspect::PyStaticExpr, type_hint_identifier, type_hint_union};

use crate::errors::raise;
use crate::values::{Named, Take, ToPy, Word};

/// The classes themselves. They are named like the core's types, so they stand apart.
pub(crate) mod classes {
    use std::sync::Arc;

    use pyo3::prelude::*;

    use crate::link::Link;

    macro_rules! declare_classes {
        (
            $(#[doc = $service_doc:literal])*
            service $service:ident $title:literal $handle:ident $(module $module:ident)?
            enums {$($(#[doc = $enum_doc:literal])* $enum:ident { $($words:tt)* })*}
            records {$(
                $(#[doc = $record_doc:literal])*
                $record:ident $struct:literal $prefix:literal { $($fields:tt)* }
            )*}
            inputs {$($(#[doc = $input_doc:literal])* $input:ident { $($args:tt)* })*}
            operations { $($operations:tt)* }
        ) => {
            $(
                $(#[doc = $enum_doc])*
                ///
                /// It equals its wire word: `status == "active"` works, too. A word that this
                /// version does not know is a value like any other.
                #[pyclass(frozen, module = "interserver")]
                pub(crate) struct $enum(pub(crate) interserver::$enum);
            )*
            $(
                $(#[doc = $record_doc])*
                #[pyclass(frozen, module = "interserver")]
                pub(crate) struct $record(pub(crate) interserver::$record);
            )*
            $(
                $(#[doc = $input_doc])*
                #[pyclass(frozen, module = "interserver")]
                pub(crate) struct $input(pub(crate) interserver::$input);
            )*
            pastey::paste! {
                $(#[doc = $service_doc])*
                #[pyclass(frozen, module = "interserver")]
                pub(crate) struct $handle(pub(crate) Arc<Link>);

                $(#[doc = $service_doc])*
                #[pyclass(frozen, module = "interserver")]
                pub(crate) struct [<Async $handle>](pub(crate) Arc<Link>);
            }
        };
    }
    interserver::for_each_section!(declare_classes);

    /// A service of whatever module, with what all of them have.
    #[pyclass(frozen, module = "interserver")]
    pub(crate) struct InventoryItem(pub(crate) interserver::InventoryItem);

    /// An order that did arrive.
    #[pyclass(frozen, module = "interserver")]
    pub(crate) struct FoundOrder(pub(crate) interserver::FoundOrder);
}

/// The wire word of an object that is a word of an open enum.
pub(crate) fn word(value: &Bound<'_, PyAny>) -> Option<String> {
    macro_rules! look {
        (
            $(#[doc = $service_doc:literal])*
            service $service:ident $title:literal $handle:ident $(module $module:ident)?
            enums {$($(#[doc = $enum_doc:literal])* $enum:ident { $($words:tt)* })*}
            $($rest:tt)*
        ) => {
            $(if let Ok(word) = value.cast::<classes::$enum>() {
                return Some(word.get().0.as_str().to_owned());
            })*
        };
    }
    interserver::for_each_section!(look);
    None
}

/// A record's methods.
macro_rules! record {
    ($record:ident { $($(#[doc = $doc:literal])* $field:ident: $type:ty,)* } $(other $other:ident)?) => {
        #[pymethods]
        impl classes::$record {
            $(
                $(#[doc = $doc])*
                #[getter]
                fn $field(&self) -> <$type as ToPy>::Py {
                    self.0.$field.clone().to_py()
                }
            )*

            $(
                /// What the answer held besides, by wire name.
                #[getter]
                fn $other(&self) -> Named {
                    Named::from(&self.0.$other)
                }
            )?

            /// The fields by name, secrets included.
            #[pyo3(signature = () -> "dict[str, typing.Any]")]
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                let dict = PyDict::new(py);
                $(dict.set_item(stringify!($field), self.0.$field.plain(py)?)?;)*
                $(dict.set_item(stringify!($other), Named::from(&self.0.$other))?;)?
                Ok(dict)
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                self.0.shown(py)
            }

            fn __eq__(&self, other: &Self) -> bool {
                self.0 == other.0
            }

            fn __hash__(&self) -> u64 {
                let mut hasher = DefaultHasher::new();
                self.0.feed(&mut hasher);
                hasher.finish()
            }

            #[pyo3(signature = () -> "typing_extensions.Self")]
            fn __copy__(this: Py<Self>) -> Py<Self> {
                this
            }

            #[pyo3(signature = (_memo) -> "typing_extensions.Self")]
            fn __deepcopy__(this: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
                this
            }

            #[pyo3(signature = () -> "tuple[typing.Any, ...]")]
            fn __reduce__<'py>(this: Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
                let text = serde_json::to_string(&this.get().0).map_err(crate::errors::unexpected)?;
                let restore = this.get_type().getattr("_restore")?;
                (restore, (text,)).into_pyobject(this.py())
            }

            #[staticmethod]
            fn _restore(text: &str) -> PyResult<Self> {
                serde_json::from_str(text).map(Self).map_err(crate::errors::unexpected)
            }
        }

        impl ToPy for $record {
            type Py = classes::$record;

            fn to_py(self) -> Self::Py {
                classes::$record(self)
            }

            fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(self.clone().to_py().to_dict(py)?.into_any())
            }

            fn shown(&self, py: Python<'_>) -> PyResult<String> {
                #[allow(unused_mut)]
                let mut parts = vec![$(
                    format!("{}={}", stringify!($field), self.$field.shown(py)?),
                )*];
                $(if !self.$other.is_empty() {
                    // Anything may be in there, so only the names are shown.
                    let names: Vec<_> = self.$other.iter().map(|(name, _)| name).collect();
                    parts.push(format!("other=<{}>", names.join(", ")));
                })?
                Ok(format!("{}({})", stringify!($record), parts.join(", ")))
            }

            fn feed(&self, hasher: &mut DefaultHasher) {
                stringify!($record).hash(hasher);
                $(self.$field.feed(hasher);)*
            }
        }
    };
}

/// The constructor of an order or draft. Walks through its arguments, since those with a default
/// and those that may be None are written differently.
macro_rules! constructor {
    ({ $input:ident } [$($sig:tt)*] [$($arg:ident: $type:ty,)*]) => {
        #[pymethods]
        impl classes::$input {
            #[new]
            #[pyo3(signature = (*, $($sig)*))]
            fn new(py: Python<'_>, $($arg: <$type as Take>::Py),*) -> PyResult<Self> {
                let input = $input { $($arg: <$type as Take>::take($arg)),* };
                input.check().map_err(|error| raise(py, &error))?;
                Ok(Self(input))
            }
        }
    };
    (
        $head:tt [$($sig:tt)*] [$($args:tt)*]
        $(#[doc = $doc:literal])* $arg:ident $(($wire:literal))? : Option<$type:ty>
            $(where $check:ident)? $(, $($rest:tt)*)?
    ) => {
        constructor! { $head [$($sig)* $arg = None,] [$($args)* $arg: Option<$type>,] $($($rest)*)? }
    };
    (
        $head:tt [$($sig:tt)*] [$($args:tt)*]
        $(#[doc = $doc:literal])* $arg:ident $(($wire:literal))? : $type:ty
            $(where $check:ident)? = $default:expr $(, $($rest:tt)*)?
    ) => {
        constructor! {
            $head
            [$($sig)* $arg = <<$type as Take>::Py as From<_>>::from($default),]
            [$($args)* $arg: $type,]
            $($($rest)*)?
        }
    };
    (
        $head:tt [$($sig:tt)*] [$($args:tt)*]
        $(#[doc = $doc:literal])* $arg:ident $(($wire:literal))? : $type:ty
            $(where $check:ident)? $(, $($rest:tt)*)?
    ) => {
        constructor! { $head [$($sig)* $arg,] [$($args)* $arg: $type,] $($($rest)*)? }
    };
}

/// An order's or a draft's methods.
macro_rules! input {
    ($input:ident { $($(#[doc = $doc:literal])* $arg:ident: $type:ty,)* }) => {
        #[pymethods]
        impl classes::$input {
            $(
                $(#[doc = $doc])*
                #[getter]
                fn $arg(&self) -> <$type as ToPy>::Py {
                    self.0.$arg.clone().to_py()
                }
            )*

            /// The arguments by name, secrets included.
            #[pyo3(signature = () -> "dict[str, typing.Any]")]
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                let dict = PyDict::new(py);
                $(dict.set_item(stringify!($arg), self.0.$arg.plain(py)?)?;)*
                Ok(dict)
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let parts = [$(format!("{}={}", stringify!($arg), self.0.$arg.shown(py)?)),*];
                Ok(format!("{}({})", stringify!($input), parts.join(", ")))
            }

            fn __eq__(&self, other: &Self) -> bool {
                self.0 == other.0
            }

            fn __hash__(&self) -> u64 {
                let mut hasher = DefaultHasher::new();
                stringify!($input).hash(&mut hasher);
                $(self.0.$arg.feed(&mut hasher);)*
                hasher.finish()
            }

            #[pyo3(signature = () -> "typing_extensions.Self")]
            fn __copy__(this: Py<Self>) -> Py<Self> {
                this
            }

            #[pyo3(signature = (_memo) -> "typing_extensions.Self")]
            fn __deepcopy__(this: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
                this
            }

            #[pyo3(signature = () -> "tuple[tuple[()], dict[str, typing.Any]]")]
            fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                (PyTuple::empty(py), self.to_dict(py)?).into_pyobject(py)
            }
        }

        impl Take for $input {
            type Py = Py<classes::$input>;

            fn take(py: Self::Py) -> Self {
                py.get().0.clone()
            }
        }
    };
}

/// A word's methods.
macro_rules! word {
    ($enum:ident { $($(#[doc = $doc:literal])* $word:ident = $wire:literal,)+ }) => {
        pastey::paste! {
            #[pymethods]
            impl classes::$enum {
                $(
                    $(#[doc = $doc])*
                    #[classattr]
                    #[allow(non_snake_case)]
                    fn [<$word:snake:upper>]() -> Self {
                        Self($enum::$word)
                    }
                )+
            }
        }

        #[pymethods]
        impl classes::$enum {
            /// The word of a text, without regard to case.
            #[new]
            fn new(value: &str) -> Self {
                Self($enum::from(value))
            }

            /// The words that this version knows.
            #[staticmethod]
            fn known() -> Vec<Self> {
                $enum::KNOWN.iter().cloned().map(Self).collect()
            }

            /// The wire word.
            #[getter]
            fn value(&self) -> &str {
                self.0.as_str()
            }

            fn __str__(&self) -> &str {
                self.0.as_str()
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                Ok(format!("{}({})", stringify!($enum), PyString::new(py, self.0.as_str()).repr()?))
            }

            fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
                match other.cast::<Self>() {
                    Ok(word) => self.0 == word.get().0,
                    Err(_) => other.cast::<PyString>().is_ok_and(|text| text == self.0.as_str()),
                }
            }

            // That of the text, which it equals.
            fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
                PyString::new(py, self.0.as_str()).hash()
            }

            #[pyo3(signature = () -> "typing_extensions.Self")]
            fn __copy__(this: Py<Self>) -> Py<Self> {
                this
            }

            #[pyo3(signature = (_memo) -> "typing_extensions.Self")]
            fn __deepcopy__(this: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
                this
            }

            #[pyo3(signature = () -> "tuple[str]")]
            fn __getnewargs__(&self) -> (String,) {
                (self.0.as_str().to_owned(),)
            }
        }

        impl ToPy for $enum {
            type Py = classes::$enum;

            fn to_py(self) -> Self::Py {
                classes::$enum(self)
            }

            fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(PyString::new(py, self.as_str()).into_any())
            }

            fn feed(&self, hasher: &mut DefaultHasher) {
                self.as_str().hash(hasher);
            }
        }

        impl Take for $enum {
            type Py = Word<Self>;

            fn take(py: Word<Self>) -> Self {
                py.0
            }
        }

        impl<'a, 'py> FromPyObject<'a, 'py> for Word<$enum> {
            type Error = PyErr;
            #[cfg(feature = "stubs")]
            const INPUT_TYPE: PyStaticExpr = type_hint_union!(
                <classes::$enum as PyTypeInfo>::TYPE_HINT,
                type_hint_identifier!("builtins", "str")
            );

            fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
                if let Ok(word) = value.cast::<classes::$enum>() {
                    return Ok(Self(word.get().0.clone()));
                }
                let text: &str = value.extract()?;
                Ok(Self($enum::from(text)))
            }
        }
    };
}

macro_rules! section {
    (
        $(#[doc = $service_doc:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums {$(
            $(#[doc = $enum_doc:literal])*
            $enum:ident {$($(#[doc = $word_doc:literal])* $word:ident = $word_wire:literal),+ $(,)?}
        )*}
        records {$(
            $(#[doc = $record_doc:literal])*
            $record:ident $struct:literal $prefix:literal {$(
                $(#[doc = $field_doc:literal])*
                $field:ident $(($field_wire:literal))? : $field_type:ty $([$($flags:tt)*])?
            ),* $(,)?}
        )*}
        inputs {$(
            $(#[doc = $input_doc:literal])*
            $input:ident { $($args:tt)* }
        )*}
        operations { $($operations:tt)* }
    ) => {
        $(word! { $enum { $($(#[doc = $word_doc])* $word = $word_wire,)+ } })*
        $(record! { $record { $($(#[doc = $field_doc])* $field: $field_type,)* } other other })*
        $(constructor! { { $input } [] [] $($args)* })*
    };
}
interserver::for_each_section!(section);

macro_rules! inputs {
    (
        $(#[doc = $service_doc:literal])*
        service $service:ident $title:literal $handle:ident $(module $module:ident)?
        enums { $($enums:tt)* }
        records { $($records:tt)* }
        inputs {$(
            $(#[doc = $input_doc:literal])*
            $input:ident {$(
                $(#[doc = $arg_doc:literal])*
                $arg:ident $(($arg_wire:literal))? : $arg_type:ty
                    $(where $check:ident)? $(= $default:expr)?
            ),* $(,)?}
        )*}
        operations { $($operations:tt)* }
    ) => {
        $(input! { $input { $($(#[doc = $arg_doc])* $arg: $arg_type,)* } })*
    };
}
interserver::for_each_section!(inputs);

use interserver::{FoundOrder, InventoryItem};

record! {
    InventoryItem {
        /// The module that it belongs to.
        module: Module,
        /// Order number, for the module's own operations.
        id: i64,
        /// Host name, else user name, else address: what people know it by.
        label: Option<String>,
        /// Where the order stands in billing.
        status: Option<ServiceStatus>,
        /// Its own state, where the module has one: `running`, say.
        server_status: Option<String>,
        /// Primary IP address.
        ip: Option<String>,
        /// Number of the package or type.
        service_type: Option<i64>,
        /// When it was ordered, in the server's own time and words.
        order_date: Option<String>,
    }
}

record! {
    FoundOrder {
        /// The VPS that came of it.
        vps: Vps,
        /// Its invoices.
        invoices: Vec<Invoice>,
    }
}
