//! Bytes of a server, read as: envelope.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| interserver::fuzzing::envelope(bytes));
