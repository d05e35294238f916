//! The real binary, and a sandbox that it serves.

#![allow(dead_code, unreachable_pub, reason = "each test crate uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value as Json;

/// `interserver`, with nothing of this machine's environment that it reads.
pub fn interserver() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interserver"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("INTERSERVER_") {
            command.env_remove(name);
        }
    }
    command
        // Neither this machine's profiles and sessions nor its keyring.
        .env("XDG_CONFIG_HOME", home().join("config"))
        .env("XDG_CACHE_HOME", home().join("cache"))
        .env("INTERSERVER_STORE", "file")
        .env_remove("COLUMNS")
        .env_remove("COMPLETE");
    command
}

/// A folder for what the commands of this test program keep.
pub fn home() -> &'static Path {
    static HOME: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
    HOME.path()
}

/// `interserver sandbox` on a free port; it ends with the test.
pub struct Sandbox {
    process: Child,
    pub endpoint: String,
}

impl Sandbox {
    pub fn start() -> Self {
        let mut process = interserver()
            .args(["sandbox", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut lines = BufReader::new(process.stdout.take().unwrap());
        lines.read_line(&mut first).unwrap();
        // The rest fits into the pipe, which stays open so that writing it does not fail.
        process.stdout = Some(lines.into_inner());
        Self {
            process,
            endpoint: first.trim_end().to_owned(),
        }
    }

    /// `interserver` with the sandbox's address and account.
    pub fn interserver(&self) -> Command {
        let mut command = interserver();
        command
            // Its own: a session that is kept for an earlier sandbox of the same port is dead, and
            // within a minute nobody would ask.
            .env(
                "XDG_CACHE_HOME",
                home().join(format!("cache-{}", self.process.id())),
            )
            .env("INTERSERVER_ENDPOINT", &self.endpoint)
            .env("INTERSERVER_USERNAME", "demo@example.com")
            .env("INTERSERVER_PASSWORD", "secret");
        command
    }

    /// `interserver` with the words of a line, and nothing on standard input.
    pub fn run(&self, line: &str) -> Output {
        self.interserver()
            .args(line.split_whitespace())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// `interserver call …`.
    pub fn call(&self, arguments: &[&str]) -> Output {
        self.interserver()
            .arg("call")
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// `interserver call …` with something on standard input.
    pub fn call_with(&self, arguments: &[&str], input: &str) -> Output {
        let mut child = self
            .interserver()
            .arg("call")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        child.wait_with_output().unwrap()
    }

    /// A command of the sandbox's own, by HTTP.
    pub fn control(&self, method: &str, command: &str, body: &str) -> Json {
        let address = self.endpoint.trim_start_matches("http://");
        let address = address.trim_end_matches("/api.php");
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(
            stream,
            "{method} /sandbox/{command} HTTP/1.0\r\nHost: {address}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
        let (_, json) = answer.split_once("\r\n\r\n").unwrap();
        serde_json::from_str(json).unwrap()
    }

    /// Its description of the API.
    pub fn wsdl(&self) -> String {
        let address = self.endpoint.trim_start_matches("http://");
        let address = address.trim_end_matches("/api.php");
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(
            stream,
            "GET /api.php?wsdl HTTP/1.0\r\nHost: {address}\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
        answer.split_once("\r\n\r\n").unwrap().1.to_owned()
    }

    /// How often the sandbox was asked for an operation.
    pub fn count(&self, wire: &str) -> u64 {
        self.control("GET", "requests", "")["counts"][wire]
            .as_u64()
            .unwrap_or(0)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Standard output of a command that succeeded.
pub fn text(output: &Output) -> String {
    assert!(output.status.success(), "{}", errors(output));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard output as JSON, of a command that succeeded.
pub fn json(output: &Output) -> Json {
    assert!(output.status.success(), "{}", errors(output));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Standard error as the one JSON object that a failed call leaves there.
pub fn error(output: &Output) -> Json {
    assert!(output.stdout.is_empty(), "a failure printed data");
    serde_json::from_slice(&output.stderr).unwrap_or_else(|_| panic!("{}", errors(output)))
}

pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
