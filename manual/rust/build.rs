//! Puts the programs that `interserver-manual` wrote into modules, as they are.

use std::path::Path;
use std::{env, fs};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join("target/manual/examples/rust.json");
    println!("cargo:rerun-if-changed={}", file.display());
    // A workspace that has never made the manual has no programs to run.
    let text = fs::read_to_string(&file).unwrap_or_else(|_| "[]".to_owned());
    let programs: serde_json::Value = serde_json::from_str(&text).expect("the file is JSON");
    let (mut modules, mut names) = (String::new(), String::new());
    for (index, program) in programs.as_array().expect("a list").iter().enumerate() {
        let id = program["id"].as_str().expect("a name");
        let code = program["code"].as_str().expect("a program");
        modules += &format!(
            "mod program_{index} {{\n{code}\npub(crate) fn run() -> crate::End {{ crate::End::from(main()) }}\n}}\n"
        );
        names += &format!("    ({id:?}, program_{index}::run),\n");
    }
    let source = format!("{modules}\nconst PROGRAMS: &[(&str, Run)] = &[\n{names}];\n");
    let out = Path::new(&env::var_os("OUT_DIR").expect("Cargo sets it")).join("programs.rs");
    fs::write(out, source).expect("the folder is Cargo's own");
}
