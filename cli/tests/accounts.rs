//! Credentials, profiles and the session that commands share.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use support::{Sandbox, errors, interserver, text};

/// A home of its own, and no credentials in the environment.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn interserver(&self) -> Command {
        let mut command = interserver();
        command
            .env("XDG_CONFIG_HOME", self.0.path().join("config"))
            .env("XDG_CACHE_HOME", self.0.path().join("cache"))
            .stdin(Stdio::null());
        command
    }

    fn run(&self, line: &str) -> Output {
        self.interserver()
            .args(line.split_whitespace())
            .output()
            .unwrap()
    }

    fn log_in(&self, sandbox: &Sandbox, password: &str, more: &[&str]) -> Output {
        self.interserver()
            .env("INTERSERVER_ENDPOINT", &sandbox.endpoint)
            .env("PW", password)
            .args(["login", "demo@example.com", "--password", "env:PW"])
            .args(more)
            .output()
            .unwrap()
    }

    fn files(&self) -> Vec<PathBuf> {
        fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, files);
                } else {
                    files.push(path);
                }
            }
        }
        let mut files = Vec::new();
        walk(self.0.path(), &mut files);
        files
    }
}

#[test]
fn a_login_is_kept_used_and_forgotten() {
    let (sandbox, home) = (Sandbox::start(), Home::new());
    let wrong = home.log_in(&sandbox, "wrong", &[]);
    assert_eq!(wrong.status.code(), Some(3));
    assert!(home.files().is_empty(), "{:?}", home.files());
    let output = home.log_in(&sandbox, "secret", &[]);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(!errors(&output).contains("secret"));
    // The profile knows the address: nothing is in the environment any more.
    assert!(text(&home.run("vps list")).contains("10001"));
    let profiles = text(&home.run("profiles -o json"));
    assert!(profiles.contains("demo@example.com") && !profiles.contains("\"secret\""));
    assert!(home.run("logout").status.success());
    let after = home.run("vps list");
    assert_eq!(after.status.code(), Some(2));
    assert!(
        errors(&after).contains("interserver login"),
        "{}",
        errors(&after)
    );
    assert!(
        !home
            .files()
            .iter()
            .any(|path| path.to_string_lossy().contains("session-"))
    );
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (sandbox, home) = (Sandbox::start(), Home::new());
    assert!(home.log_in(&sandbox, "secret", &[]).status.success());
    let files = home.files();
    assert_eq!(files.len(), 3, "{files:?}");
    for path in files {
        let mode = path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
        let folder = path
            .parent()
            .unwrap()
            .metadata()
            .unwrap()
            .permissions()
            .mode()
            & 0o777;
        assert_eq!(folder, 0o700, "{}", path.display());
    }
}

#[test]
fn ten_commands_log_in_once() {
    let (sandbox, home) = (Sandbox::start(), Home::new());
    let run = |line: &str| {
        home.interserver()
            .env("INTERSERVER_ENDPOINT", &sandbox.endpoint)
            .env("INTERSERVER_USERNAME", "demo@example.com")
            .env("INTERSERVER_PASSWORD", "secret")
            .args(line.split(' '))
            .output()
            .unwrap()
    };
    for _ in 0..5 {
        assert!(run("vps list").status.success());
        assert!(run("vps restart 10001").status.success());
    }
    assert_eq!(sandbox.count("api_login"), 1);
    // A password that has changed since does not pass by the cache.
    let wrong = home
        .interserver()
        .env("INTERSERVER_ENDPOINT", &sandbox.endpoint)
        .env("INTERSERVER_USERNAME", "demo@example.com")
        .env("INTERSERVER_PASSWORD", "wrong")
        .args(["vps", "list"])
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(3));
}

#[test]
fn commands_at_once_do_not_spoil_the_session() {
    let (sandbox, home) = (Sandbox::start(), Home::new());
    assert!(home.log_in(&sandbox, "secret", &[]).status.success());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| home.run("vps list")))
            .collect();
        for thread in threads {
            let output = thread.join().unwrap();
            assert!(output.status.success(), "{}", errors(&output));
        }
    });
    let logins = sandbox.count("api_login");
    assert!(home.run("vps list").status.success());
    assert_eq!((logins, sandbox.count("api_login")), (1, 1));
    // Nothing half written is left behind.
    assert_eq!(home.files().len(), 3, "{:?}", home.files());
}

#[test]
fn a_cache_that_is_broken_costs_a_login() {
    let (sandbox, home) = (Sandbox::start(), Home::new());
    assert!(home.log_in(&sandbox, "secret", &[]).status.success());
    for path in home.files() {
        if path.to_string_lossy().contains("session-") {
            std::fs::write(path, "{ half").unwrap();
        }
    }
    assert!(home.run("vps list").status.success());
    assert_eq!(sandbox.count("api_login"), 2);
}

#[test]
fn a_profile_that_is_named_comes_before_the_environment() {
    let (sandbox, home) = (Sandbox::start(), Home::new());
    assert!(
        home.log_in(&sandbox, "secret", &["--profile", "work"])
            .status
            .success()
    );
    let run = |more: &[&str]| {
        home.interserver()
            .env("INTERSERVER_USERNAME", "someone@example.com")
            .env("INTERSERVER_PASSWORD", "wrong")
            .args(["vps", "list"])
            .args(more)
            .env("INTERSERVER_ENDPOINT", &sandbox.endpoint)
            .output()
            .unwrap()
            .status
            .code()
    };
    assert_eq!(run(&["--profile", "work"]), Some(0));
    assert_eq!(run(&[]), Some(3));
    let nobody = home.run("vps list --profile nobody");
    assert_eq!(nobody.status.code(), Some(2));
    assert!(errors(&nobody).contains("nobody"));
}
