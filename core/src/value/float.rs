//! Binary floats to text and back, exactly as the standard library does.
//!
//! Its tables for that are a tenth of what a page would load, and floats are rare: only PHP's and
//! JSON's data have them. So on WebAssembly long numbers do the work, slowly and in little code.

/// The shortest decimal text that reads back as this number, without an exponent.
#[must_use]
pub fn text(number: f64) -> String {
    #[cfg(not(target_family = "wasm"))]
    return number.to_string();
    #[cfg(target_family = "wasm")]
    return small::text(number);
}

/// The number nearest to a decimal text: digits, perhaps with sign, point and exponent.
#[must_use]
pub(crate) fn parse(text: &str) -> Option<f64> {
    #[cfg(not(target_family = "wasm"))]
    return small::parts(text).and_then(|_| text.parse().ok());
    #[cfg(target_family = "wasm")]
    return small::parse(text);
}

#[cfg_attr(
    all(not(target_family = "wasm"), not(test)),
    allow(dead_code, reason = "elsewhere the standard library does it")
)]
mod small;
