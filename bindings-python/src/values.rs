//! What the core's values are in Python: [`ToPy`] for what is given, [`Take`] for what is taken.

use std::hash::{DefaultHasher, Hash};

use interserver::{DateTime, Decimal, Extra, Other, Secret, Timestamp, Value};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyNone, PyString, PyType};
#[cfg(feature = "stubs")]
use pyo3::{inspect::PyStaticExpr, type_hint_identifier, type_hint_subscript, type_hint_union};

/// What stands in a `repr` where a secret is.
const MASK: &str = "'••••'";

/// A value of the core that Python gets.
pub(crate) trait ToPy: Clone {
    /// What it is in Python.
    type Py: for<'py> IntoPyObject<'py>;

    fn to_py(self) -> Self::Py;

    /// As `to_dict` shows it: records become dicts and words become text.
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.clone().to_py().into_bound_py_any(py)
    }

    /// As `repr` shows it.
    fn shown(&self, py: Python<'_>) -> PyResult<String> {
        let value = self.clone().to_py().into_bound_py_any(py)?;
        Ok(value.repr()?.to_str()?.to_owned())
    }

    /// Adds it to a hash, where equal values are sure to add the same.
    fn feed(&self, _: &mut DefaultHasher) {}
}

macro_rules! as_it_is {
    ($($type:ty),*) => {$(
        impl ToPy for $type {
            type Py = Self;

            fn to_py(self) -> Self {
                self
            }

            fn feed(&self, hasher: &mut DefaultHasher) {
                self.hash(hasher);
            }
        }
    )*};
}
as_it_is!(i64, u32, bool, String, Decimal);

/// None, as the answer of what answers nothing.
pub(crate) struct Nothing;

impl<'py> IntoPyObject<'py> for Nothing {
    type Target = PyNone;
    type Output = Borrowed<'py, 'py, PyNone>;
    type Error = std::convert::Infallible;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = <PyNone as pyo3::PyTypeInfo>::TYPE_HINT;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(PyNone::get(py))
    }
}

impl ToPy for () {
    type Py = Nothing;

    fn to_py(self) -> Nothing {
        Nothing
    }
}

impl<T: ToPy> ToPy for Option<T> {
    type Py = Option<T::Py>;

    fn to_py(self) -> Self::Py {
        self.map(T::to_py)
    }

    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(value) => value.plain(py),
            None => Ok(py.None().into_bound(py)),
        }
    }

    fn shown(&self, py: Python<'_>) -> PyResult<String> {
        match self {
            Some(value) => value.shown(py),
            None => Ok("None".to_owned()),
        }
    }

    fn feed(&self, hasher: &mut DefaultHasher) {
        if let Some(value) = self {
            value.feed(hasher);
        }
    }
}

impl<T: ToPy> ToPy for Vec<T> {
    type Py = Vec<T::Py>;

    fn to_py(self) -> Self::Py {
        self.into_iter().map(T::to_py).collect()
    }

    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let list = PyList::empty(py);
        for item in self {
            list.append(item.plain(py)?)?;
        }
        Ok(list.into_any())
    }

    fn shown(&self, py: Python<'_>) -> PyResult<String> {
        let items: PyResult<Vec<_>> = self.iter().map(|item| item.shown(py)).collect();
        Ok(format!("[{}]", items?.join(", ")))
    }

    fn feed(&self, hasher: &mut DefaultHasher) {
        self.len().hash(hasher);
        for item in self {
            item.feed(hasher);
        }
    }
}

impl ToPy for Secret {
    type Py = String;

    fn to_py(self) -> String {
        self.into_exposed()
    }

    fn shown(&self, _: Python<'_>) -> PyResult<String> {
        Ok(MASK.to_owned())
    }
}

impl ToPy for Extra {
    type Py = Plain;

    fn to_py(self) -> Plain {
        Plain(self.value().clone())
    }

    fn shown(&self, _: Python<'_>) -> PyResult<String> {
        // It may hold a root password.
        Ok(MASK.to_owned())
    }
}

/// A date-time of the server, without a zone.
#[derive(Clone)]
pub(crate) struct CivilTime(DateTime);

impl ToPy for DateTime {
    type Py = CivilTime;

    fn to_py(self) -> CivilTime {
        CivilTime(self)
    }

    fn feed(&self, hasher: &mut DefaultHasher) {
        self.hash(hasher);
    }
}

fn datetime_class(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "datetime", "datetime")
}

impl<'py> IntoPyObject<'py> for CivilTime {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "datetime");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let time = self.0;
        datetime_class(py)?.call1((
            time.year(),
            time.month(),
            time.day(),
            time.hour(),
            time.minute(),
            time.second(),
            time.subsec_nanosecond() / 1000,
        ))
    }
}

/// Reads a `datetime` without a zone.
pub(crate) fn civil_time(value: &Bound<'_, PyAny>) -> PyResult<DateTime> {
    if !value.is_instance(datetime_class(value.py())?)? {
        return Err(PyTypeError::new_err("expected an int or a datetime"));
    }
    if !value.getattr("tzinfo")?.is_none() {
        return Err(PyValueError::new_err(
            "expected a datetime without a zone: the server's own time",
        ));
    }
    let text: String = value.call_method0("isoformat")?.extract()?;
    text.parse()
        .map_err(|error| PyValueError::new_err(format!("no date and time: {error}")))
}

/// A moment, in UTC.
#[derive(Clone)]
pub(crate) struct Instant(Timestamp);

impl ToPy for Timestamp {
    type Py = Instant;

    fn to_py(self) -> Instant {
        Instant(self)
    }

    fn feed(&self, hasher: &mut DefaultHasher) {
        self.hash(hasher);
    }
}

impl<'py> IntoPyObject<'py> for Instant {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("datetime", "datetime");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let utc = py.import("datetime")?.getattr("timezone")?.getattr("utc")?;
        datetime_class(py)?.call_method1("fromtimestamp", (self.0.as_second(), utc))
    }
}

/// Plain data of any shape.
pub(crate) struct Plain(pub(crate) Value);

impl<'py> IntoPyObject<'py> for Plain {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("typing", "Any");

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self.0 {
            Value::Null => Ok(py.None().into_bound(py)),
            Value::Bool(flag) => flag.into_bound_py_any(py),
            Value::Int(number) => number.into_bound_py_any(py),
            Value::Float(number) => number.into_bound_py_any(py),
            Value::Text(text) => text.into_bound_py_any(py),
            Value::List(items) => {
                let list = PyList::empty(py);
                for item in items {
                    list.append(Self(item))?;
                }
                Ok(list.into_any())
            }
            Value::Map(entries) => {
                let dict = PyDict::new(py);
                for (key, value) in entries {
                    dict.set_item(key, Self(value))?;
                }
                Ok(dict.into_any())
            }
        }
    }
}

/// Plain data by name.
pub(crate) struct Named(Vec<(String, Value)>);

impl From<&Other> for Named {
    fn from(other: &Other) -> Self {
        let entries = other.iter();
        Self(
            entries
                .map(|(name, value)| (name.to_owned(), value.clone()))
                .collect(),
        )
    }
}

impl<'py> IntoPyObject<'py> for Named {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_identifier!("typing", "Any")
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        let dict = PyDict::new(py);
        for (name, value) in self.0 {
            dict.set_item(name, Plain(value))?;
        }
        Ok(dict)
    }
}

/// Reads a single plain value, for the raw door.
pub(crate) fn plain_value(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    if value.is_none() {
        return Ok(Value::Null);
    }
    // Before the numbers: a bool is an int.
    if let Ok(flag) = value.cast::<PyBool>() {
        return Ok(Value::Bool(flag.is_true()));
    }
    if value.is_instance_of::<PyInt>() {
        return value.extract().map(Value::Int);
    }
    if value.is_instance_of::<PyFloat>() {
        return value.extract().map(Value::Float);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(Value::from(text.to_str()?));
    }
    if let Some(word) = crate::records::word(value) {
        return Ok(Value::from(word.as_str()));
    }
    Amount::read(value)
        .map(|amount| Value::Text(amount.0.to_string()))
        .map_err(|_| {
            let kind = value
                .get_type()
                .name()
                .map_or_else(|_| String::new(), |name| name.to_string());
            PyTypeError::new_err(format!(
                "an argument must be None, a bool, an int, a float, a str or a Decimal, not {kind}"
            ))
        })
}

/// A value of the core that Python gives.
pub(crate) trait Take {
    /// What Python may give.
    type Py;

    fn take(py: Self::Py) -> Self;
}

macro_rules! taken_as_it_is {
    ($($type:ty),*) => {$(
        impl Take for $type {
            type Py = Self;

            fn take(py: Self) -> Self {
                py
            }
        }
    )*};
}
taken_as_it_is!(i64, bool, String, Option<String>);

impl Take for Secret {
    type Py = String;

    fn take(py: String) -> Self {
        py.into()
    }
}

/// Money. A float is refused: it would not be the amount that was meant.
pub(crate) struct Amount(Decimal);

impl Amount {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let class = CLASS.import(value.py(), "decimal", "Decimal")?;
        let is_whole = value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>();
        if !is_whole && !value.is_instance(class)? {
            return Err(PyTypeError::new_err(
                "an amount must be a Decimal or an int; a float is not exact",
            ));
        }
        let text = value.str()?;
        Decimal::from_scientific(text.to_str()?)
            .or_else(|_| text.to_str().unwrap_or_default().parse())
            .map(Self)
            .map_err(|_| PyValueError::new_err("the amount has too many digits, or is none"))
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Amount {
    type Error = PyErr;
    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("decimal", "Decimal"),
        type_hint_identifier!("builtins", "int")
    );

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Self::read(&value)
    }
}

impl Take for Decimal {
    type Py = Amount;

    fn take(py: Amount) -> Self {
        py.0
    }
}

/// A word of an open enum: the class's or plain text.
pub(crate) struct Word<E>(pub(crate) E);

impl<E> From<E> for Word<E> {
    fn from(word: E) -> Self {
        Self(word)
    }
}
