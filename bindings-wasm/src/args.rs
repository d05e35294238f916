//! [`Args`]: what JavaScript passed to an operation, as the values that the core takes.

use interserver::meta::{InputMeta, Param, ParamKind, ScalarType, WireType};
use interserver::{Error, Secret, Value, data};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::MAX_SAFE;
use crate::names::camel;
use crate::settings::Time;

/// A value that an option or a setting can hold.
pub(crate) trait FromJs: Sized {
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

    /// The values of an operation's parameters, in wire order. One with a default, or that may be
    /// null, is among the options.
    pub(crate) fn values(&mut self, params: &'static [Param]) -> Result<Vec<Value>, Error> {
        let mut values = Vec::new();
        for param in params {
            let name = camel(param.name);
            let given = if param.required() {
                self.next += 1;
                self.given.get(self.next - 1)
            } else {
                self.options.get(&name)
            };
            value(&mut values, &name, param, given)?;
        }
        Ok(values)
    }

    /// An option of this call alone.
    pub(crate) fn option<T: FromJs>(&mut self, name: &str) -> Result<Option<T>, Error> {
        self.options.take(name)
    }

    /// What every call may be told.
    pub(crate) fn wishes(mut self) -> Result<Wishes, Error> {
        let timeout = self.options.take("timeout_ms")?;
        let lossy = self.options.take("allow_lossy_text")?;
        // The signal is JavaScript's to read; it comes as a promise of its own.
        self.options.skip("signal");
        self.options.finish(&["no option of this operation"])?;
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

    /// A member, if it is there.
    pub(crate) fn take<T: FromJs>(&mut self, name: &str) -> Result<Option<T>, Error> {
        let name = camel(name);
        let value = self.get(&name);
        if is_absent(&value) {
            return Ok(None);
        }
        match T::from_js(&value) {
            Ok(value) => Ok(Some(value)),
            Err(mismatch) => Err(mismatch.named(&name)),
        }
    }

    fn get(&mut self, name: &str) -> JsValue {
        self.known.push(name.to_owned());
        if self.object.is_undefined() {
            return JsValue::UNDEFINED;
        }
        Reflect::get(&self.object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
    }

    /// Refuses what nobody asked for.
    pub(crate) fn finish(self, what: &[&str]) -> Result<(), Error> {
        let Some(object) = self.object.dyn_ref::<Object>() else {
            return Ok(());
        };
        for key in Object::keys(object) {
            let key = key.as_string().unwrap_or_default();
            if !self.known.contains(&key) {
                let (what, known) = (what.concat(), self.known.join(", "));
                return Err(Error::invalid(
                    &key,
                    format_args!("is {what}; known are {known}"),
                ));
            }
        }
        Ok(())
    }
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// Appends what a parameter is on the wire: one value, or those of the fields of an input.
fn value(
    values: &mut Vec<Value>,
    name: &str,
    param: &'static Param,
    given: JsValue,
) -> Result<(), Error> {
    let absent = is_absent(&given);
    match param.kind {
        ParamKind::Input(meta) if !absent => values.extend(input(name, meta, given)?),
        ParamKind::Scalar(scalar) if !absent => {
            values.push(scalar_value(scalar, &given).map_err(|mismatch| mismatch.named(name))?);
        }
        ParamKind::Scalar(ScalarType { optional: true, .. }) => values.push(Value::Null),
        _ => {
            let default = param.default_value();
            values.push(default.ok_or_else(|| Error::invalid(name, "is missing"))?);
        }
    }
    Ok(())
}

/// The values of an order or draft, in wire order.
pub(crate) fn input(
    name: &str,
    meta: &'static InputMeta,
    given: JsValue,
) -> Result<Vec<Value>, Error> {
    let mut fields = Fields::new(given).map_err(|mismatch| mismatch.named(name))?;
    let mut values = Vec::new();
    for field in meta.fields {
        let name = camel(field.name);
        let given = fields.get(&name);
        value(&mut values, &name, field, given)?;
    }
    fields.finish(&["no field of ", meta.name])?;
    Ok(values)
}

fn scalar_value(scalar: ScalarType, given: &JsValue) -> Result<Value, Mismatch> {
    Ok(match scalar.wire {
        WireType::Int => Value::Int(i64::from_js(given)?),
        WireType::Boolean => Value::Bool(bool::from_js(given)?),
        WireType::Float => Value::Text(decimal(given)?),
        _ => {
            let text = String::from_js(given)?;
            let spelling = scalar.words.and_then(|words| words.spelling(&text));
            spelling.map_or(Value::Text(text), Value::from)
        }
    })
}

/// A number goes by its shortest decimal text, which is what was written in the source.
fn decimal(given: &JsValue) -> Result<String, Mismatch> {
    let text = match given.as_f64() {
        Some(number) => data::float_text(number),
        None => given.as_string().unwrap_or_default(),
    };
    data::decimal(&text).ok_or(Mismatch::MustBe("a decimal number such as 10.5"))
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
