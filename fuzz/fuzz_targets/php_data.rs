//! Bytes of a server, read as: php_data.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| interserver::fuzzing::php_data(bytes));
