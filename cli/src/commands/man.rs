//! `interserver man`: the manual pages, made from the same command line that is parsed.

use std::fs;
use std::path::Path;

use clap::Command;

use crate::failure::Failure;
use crate::service::tree;

/// Writes a page for each command, named as Git's are: `interserver-vps-restart.1`.
pub(crate) fn write(folder: &Path) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    let mut command = tree::command();
    command.build();
    page(&command, "interserver", folder)
}

fn page(command: &Command, name: &str, folder: &Path) -> Result<(), Failure> {
    // clap keeps static names only, and a program that writes its manual ends soon.
    let title: &'static str = Box::leak(name.to_owned().into_boxed_str());
    let mut text = Vec::new();
    clap_mangen::Man::new(command.clone().name(title)).render(&mut text)?;
    fs::write(folder.join(format!("{name}.1")), text)?;
    for inner in command.get_subcommands() {
        if !inner.is_hide_set() && inner.get_name() != "help" {
            page(inner, &format!("{name}-{}", inner.get_name()), folder)?;
        }
    }
    Ok(())
}
