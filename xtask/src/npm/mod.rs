//! The generated half of the npm package, in `bindings-wasm/js/generated/`: the WebAssembly
//! modules with their glue, the classes of the services, the types, and what the tests need to know.

mod api;
mod docs;
mod samples;
mod types;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

type Result<T, E = Box<dyn Error>> = std::result::Result<T, E>;

/// Builds everything.
pub(crate) fn generate() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("the workspace has no folder")?;
    let out = root.join("bindings-wasm/js/generated");
    fs::create_dir_all(&out)?;
    let built = compile(root)?;
    glue(&built.join("interserver_wasm.wasm"), "client", &out)?;
    glue(
        &built.join("interserver_sandbox_wasm.wasm"),
        "sandbox",
        &out,
    )?;
    fs::write(out.join("api.js"), api::classes())?;
    fs::write(out.join("operations.json"), samples::operations())?;
    let types = root.join("bindings-wasm/types");
    let head = fs::read_to_string(types.join("client.d.ts"))?;
    fs::write(out.join("index.d.ts"), types::declarations(&head))?;
    fs::write(
        out.join("sandbox.d.ts"),
        fs::read_to_string(types.join("sandbox.d.ts"))?,
    )?;
    Ok(())
}

/// Compiles both modules and gives the folder that they are in.
fn compile(root: &Path) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .current_dir(root)
        .args(["build", "--profile", "wasm", "--target", TARGET])
        .args(["-p", "interserver-wasm", "-p", "interserver-sandbox-wasm"]);
    // Paths of this machine would be in the texts of panics, for every visitor to read and to load.
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=", root.display());
    if let Some(home) = home {
        flags += &format!(
            " --remap-path-prefix={}=",
            home.join("registry/src").display()
        );
    }
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
    if env::var_os("CI").is_some() {
        command.arg("--locked");
    }
    if !command.status()?.success() {
        return Err("the WebAssembly modules do not compile".into());
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    Ok(root.join(target).join(TARGET).join("wasm"))
}

/// Writes a module as its glue wants it, and the glue.
fn glue(wasm: &Path, name: &str, out: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .generate(out)?;
    Ok(())
}
