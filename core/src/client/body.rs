//! Bodies: decompressed within limits.

#[cfg(not(target_family = "wasm"))]
use std::io::Read;

#[cfg(not(target_family = "wasm"))]
use flate2::read::{DeflateDecoder, MultiGzDecoder};

use crate::limits::{Limit, Limits};
use crate::transport::Response;

/// Why a body cannot be had.
#[derive(Debug)]
pub(crate) enum BodyError {
    Limit(Limit),
    /// Its compression is broken, or of a kind that was not asked for.
    Broken(String),
}

/// The body of an answer, decompressed.
pub(crate) fn decompressed(response: Response, limits: &Limits) -> Result<Vec<u8>, BodyError> {
    if response.body.len() > limits.compressed_body {
        return Err(BodyError::Limit(limits.of_received_bytes()));
    }
    let encoding = response
        .header("content-encoding")
        .unwrap_or("identity")
        .to_ascii_lowercase();
    let compressed = response.body;
    let body = match encoding.trim() {
        "identity" | "" => compressed,
        // On WebAssembly `fetch` decompresses, so nothing is asked for and nothing is linked.
        #[cfg(not(target_family = "wasm"))]
        "gzip" | "x-gzip" => inflate(MultiGzDecoder::new(&*compressed), compressed.len(), limits)?,
        // Never asked for; NuSOAP's is raw, without the zlib header that HTTP wants.
        #[cfg(not(target_family = "wasm"))]
        "deflate" => inflate(DeflateDecoder::new(&*compressed), compressed.len(), limits)?,
        other => {
            return Err(BodyError::Broken(format!(
                "it is compressed with {other}, unasked"
            )));
        }
    };
    if body.len() > limits.body {
        return Err(BodyError::Limit(Limit::Body));
    }
    Ok(body)
}

#[cfg(not(target_family = "wasm"))]
fn inflate(mut from: impl Read, compressed: usize, limits: &Limits) -> Result<Vec<u8>, BodyError> {
    let most = compressed
        .saturating_mul(limits.ratio)
        .max(limits.ratio_from);
    let mut body = Vec::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(body),
            Ok(count) => body.extend_from_slice(&piece[..count]),
            Err(error) => {
                return Err(BodyError::Broken(format!(
                    "its compression is broken: {error}"
                )));
            }
        }
        if body.len() > limits.body {
            return Err(BodyError::Limit(Limit::Body));
        }
        if body.len() > most {
            return Err(BodyError::Limit(Limit::Ratio));
        }
    }
}
