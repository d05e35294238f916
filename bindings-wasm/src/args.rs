//! [`Args`]: what JavaScript passed to an operation, as the values that the core takes.

use interserver::{Decimal, Error, Secret, Value};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::MAX_SAFE;
use crate::names::camel;
use crate::settings::Time;

/// A value that an argument, a field of an order, or a setting can hold.
pub(crate) trait FromJs: Sized {
    /// What stands for a value that is not given; none if it must be given.
    fn absent() -> Option<Self> {
        None
    }

    /// Reads a value; the error says what it must be.
    fn from_js(value: &JsValue) -> Result<Self, Mismatch>;
}

/// Why a value does not do.
pub(crate) enum Mismatch {
    /// What it must be.
    MustBe(&'static str),
    /// A field of it is wrong, and this error names it.
    Inside(Error),
}

impl Mismatch {
    pub(crate) fn named(self, name: &str) -> Error {
        match self {
            Self::MustBe(what) => Error::invalid(name, format_args!("must be {what}")),
            Self::Inside(error) => error,
        }
    }
}

/// Positional arguments, and the options behind them.
pub(crate) struct Args {
    given: Array,
    next: u32,
    options: Fields,
}

impl Args {
    pub(crate) fn new(given: Array, options: JsValue) -> Result<Self, Error> {
        Ok(Self {
            given,
            next: 0,
            options: Fields::new(options).map_err(|mismatch| mismatch.named("options"))?,
        })
    }

    /// The next argument. One with a default, or that may be null, is among the options instead.
    pub(crate) fn take<T: FromJs>(
        &mut self,
        name: &'static str,
        default: Option<T>,
    ) -> Result<T, Error> {
        if default.is_some() || T::absent().is_some() {
            return self.options.take(name, default);
        }
        let value = self.given.get(self.next);
        self.next += 1;
        read(&camel(name), &value, None)
    }

    /// What every call may be told.
    pub(crate) fn wishes(mut self) -> Result<Wishes, Error> {
        let timeout: Option<Time> = self.options.take("timeout_ms", None)?;
        let lossy = self.options.take("allow_lossy_text", None)?;
        // The signal is JavaScript's to read; it comes as a promise of its own.
        self.options.skip("signal");
        self.options.finish("no option of this operation")?;
        Ok(Wishes { timeout, lossy })
    }
}

/// What a caller said about one call.
pub(crate) struct Wishes {
    pub(crate) timeout: Option<Time>,
    pub(crate) lossy: Option<bool>,
}

/// The members of an object, each to be asked for once, so that a misspelt one is noticed.
pub(crate) struct Fields {
    object: JsValue,
    known: Vec<String>,
}

impl Fields {
    pub(crate) fn new(object: JsValue) -> Result<Self, Mismatch> {
        if !object.is_undefined() && !object.is_object() {
            return Err(Mismatch::MustBe("an object"));
        }
        Ok(Self {
            object,
            known: Vec::new(),
        })
    }

    pub(crate) fn skip(&mut self, name: &str) {
        self.known.push(camel(name));
    }

    pub(crate) fn take<T: FromJs>(&mut self, name: &str, default: Option<T>) -> Result<T, Error> {
        let name = camel(name);
        let value = if self.object.is_undefined() {
            JsValue::UNDEFINED
        } else {
            Reflect::get(&self.object, &JsValue::from_str(&name)).unwrap_or(JsValue::UNDEFINED)
        };
        let value = read(&name, &value, default);
        self.known.push(name);
        value
    }

    /// Refuses what nobody asked for.
    pub(crate) fn finish(self, what: &str) -> Result<(), Error> {
        let Some(object) = self.object.dyn_ref::<Object>() else {
            return Ok(());
        };
        for key in Object::keys(object) {
            let key = key.as_string().unwrap_or_default();
            if !self.known.contains(&key) {
                let known = self.known.join(", ");
                return Err(Error::invalid(
                    &key,
                    format_args!("is {what}; known are {known}"),
                ));
            }
        }
        Ok(())
    }
}

fn read<T: FromJs>(name: &str, value: &JsValue, default: Option<T>) -> Result<T, Error> {
    if value.is_undefined() || value.is_null() {
        return default
            .or_else(T::absent)
            .ok_or_else(|| Error::invalid(name, "is missing"));
    }
    T::from_js(value).map_err(|mismatch| mismatch.named(name))
}

impl FromJs for i64 {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
        match value.as_f64() {
            Some(number) if number.fract() == 0.0 && number.abs() <= MAX_SAFE as f64 => {
                Ok(number as Self)
            }
            _ => Err(Mismatch::MustBe("a whole number")),
        }
    }
}

impl FromJs for f64 {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        value.as_f64().ok_or(Mismatch::MustBe("a number"))
    }
}

impl FromJs for bool {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        value.as_bool().ok_or(Mismatch::MustBe("true or false"))
    }
}

impl FromJs for String {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        value.as_string().ok_or(Mismatch::MustBe("text"))
    }
}

impl FromJs for Secret {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        String::from_js(value).map(Self::from)
    }
}

/// A number goes by its shortest decimal text, which is what was written in the source.
impl FromJs for Decimal {
    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        let text = match value.as_f64() {
            Some(number) => number.to_string(),
            None => value.as_string().unwrap_or_default(),
        };
        text.parse()
            .map_err(|_| Mismatch::MustBe("a decimal number such as 10.5"))
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn from_js(value: &JsValue) -> Result<Self, Mismatch> {
        T::from_js(value).map(Some)
    }
}

/// The arguments of the raw door: an object of single values, by wire name.
pub(crate) fn plain(object: JsValue) -> Result<Vec<(String, Value)>, Error> {
    let fields = Fields::new(object).map_err(|mismatch| mismatch.named("args"))?;
    let Some(object) = fields.object.dyn_ref::<Object>() else {
        return Ok(Vec::new());
    };
    let mut args = Vec::new();
    for entry in Object::entries(object) {
        let entry: Array = entry.unchecked_into();
        let (name, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        let value = single(&value).map_err(|mismatch| mismatch.named(&name))?;
        args.push((name, value));
    }
    Ok(args)
}

fn single(value: &JsValue) -> Result<Value, Mismatch> {
    if value.is_null() {
        return Ok(Value::Null);
    }
    if let Some(flag) = value.as_bool() {
        return Ok(flag.into());
    }
    if let Some(text) = value.as_string() {
        return Ok(text.into());
    }
    match (i64::from_js(value), value.as_f64()) {
        (Ok(number), _) => Ok(number.into()),
        (_, Some(number)) if number.is_finite() => Ok(number.into()),
        _ => Err(Mismatch::MustBe("text, a number, true, false or null")),
    }
}
