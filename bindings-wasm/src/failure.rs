//! Errors on their way to JavaScript: JSON, and the value that caused them.

use std::error::Error as _;

use interserver::Error;
use interserver::transport::TransportError;
use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::host::Cause;
use crate::json::{self, Json};

impl Json for Error {
    fn write(&self, out: &mut String) {
        macro_rules! fields {
            ($($name:literal: $value:expr),* $(,)?) => {
                let mut first = true;
                $(
                    json::key(out, std::mem::take(&mut first), $name);
                    $value.write(out);
                )*
                out.push('}');
            };
        }
        fields! {
            "kind": self.kind().as_str(),
            "operation": self.operation().map(str::to_owned),
            "message": self.to_string(),
            "retryable": self.retryable(),
            "outcome": self.outcome().as_str(),
            "attempts": self.attempts(),
            "retry_after": self.retry_after().map(Seconds),
            "http_status": self.http_status().map(u32::from),
            "fault_code": self.fault_code().map(str::to_owned),
            "status_text": self.status_text().map(str::to_owned),
        }
    }
}

struct Seconds(std::time::Duration);

impl Json for Seconds {
    fn write(&self, out: &mut String) {
        out.push_str(&interserver::data::float_text(self.0.as_secs_f64()));
    }
}

/// What a promise is rejected with, or a constructor throws; `errors.js` makes the class of it.
pub(crate) fn thrown(error: &Error) -> JsValue {
    let cause = error
        .source()
        .and_then(|source| source.downcast_ref::<TransportError>())
        .and_then(|transport| transport.source.as_deref())
        .and_then(|source| source.downcast_ref::<Cause>())
        .map_or(JsValue::UNDEFINED, |cause| (*cause.0).clone());
    Array::of2(&JsValue::from_str(&json::text(error)), &cause).into()
}
