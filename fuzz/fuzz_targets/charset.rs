//! Bytes of a server, read as: charset.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| interserver::fuzzing::charset(bytes));
