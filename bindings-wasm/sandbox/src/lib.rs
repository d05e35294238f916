//! The Rust half of `interserver-client/sandbox`: a world that answers requests.
#![cfg(target_family = "wasm")]

use std::time::Duration;

use interserver_sandbox::{Ending, HttpRequest, HttpResponse, World};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;

/// User name of the account.
#[wasm_bindgen]
pub fn username() -> String {
    interserver_sandbox::USERNAME.to_owned()
}

/// Password of the account.
#[wasm_bindgen]
pub fn password() -> String {
    interserver_sandbox::PASSWORD.to_owned()
}

/// A sandbox, for the JavaScript half.
#[wasm_bindgen]
pub struct SandboxWorld(World);

#[wasm_bindgen]
impl SandboxWorld {
    /// A world in its first state.
    #[wasm_bindgen(constructor)]
    pub fn new(seed: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Self(World::new(seed as u64))
    }

    /// Answers a request. `headers` are names and values in turn.
    pub fn handle(
        &mut self,
        method: String,
        path: String,
        query: String,
        headers: Vec<String>,
        body: Vec<u8>,
    ) -> Answer {
        let mut flat = headers.into_iter();
        let mut headers = Vec::new();
        while let (Some(name), Some(value)) = (flat.next(), flat.next()) {
            headers.push((name, value));
        }
        Answer(self.0.handle(&HttpRequest {
            method,
            path,
            query,
            headers,
            body,
        }))
    }

    /// Moves the time.
    pub fn advance(&mut self, milliseconds: f64) {
        let time = Duration::try_from_secs_f64(milliseconds / 1000.0);
        self.0.advance(time.unwrap_or_default());
    }

    /// How many requests of an operation came in, by wire name, method path, or `*` for all.
    pub fn count(&self, operation: &str) -> usize {
        self.0.count(operation)
    }
}

/// An answer, and how it is to arrive.
#[wasm_bindgen]
pub struct Answer(HttpResponse);

#[wasm_bindgen]
impl Answer {
    /// HTTP status.
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// Names and values in turn.
    pub fn headers(&self) -> Vec<String> {
        self.0
            .headers
            .iter()
            .flat_map(|(name, value)| [name.clone(), value.clone()])
            .collect()
    }

    /// The body.
    pub fn body(&self) -> Uint8Array {
        Uint8Array::from(&*self.0.body)
    }

    /// Milliseconds that it takes in all.
    pub fn takes(&self) -> f64 {
        let delivery = &self.0.delivery;
        let drips = delivery.drip.map_or(Duration::ZERO, |drip| {
            let pieces = u32::try_from(drip.pieces(self.0.body.len())).unwrap_or(u32::MAX);
            drip.pause.saturating_mul(pieces)
        });
        delivery.latency.saturating_add(drips).as_secs_f64() * 1000.0
    }

    /// `whole`, `cut`, `reset` or `refused`.
    pub fn ending(&self) -> String {
        match self.0.delivery.ending {
            Ending::Whole => "whole",
            Ending::Refused => "refused",
            Ending::Reset => "reset",
            _ => "cut",
        }
        .to_owned()
    }
}
