//! What a built library exports, as UniFFI's metadata in it say.

use anyhow::{Context, Result};
use camino::Utf8Path;
use uniffi_bindgen::{BindgenLoader, BindgenPaths, ComponentInterface, GlobalConfig};

/// Reads the interface out of a library.
pub(crate) fn load(library: &Utf8Path) -> Result<ComponentInterface> {
    let loader = BindgenLoader::new(BindgenPaths::default(), GlobalConfig::default());
    let metadata = loader.load_metadata(library)?;
    let interfaces = loader.load_cis(metadata)?;
    interfaces
        .into_iter()
        .find(|interface| interface.crate_name() == "interserver_uniffi")
        .with_context(|| format!("{library} does not export interserver_uniffi"))
}

/// The orders' fields whose default is a word of an enum: order, field, enum, word.
pub(crate) fn word_defaults() -> Result<Vec<[&'static str; 4]>> {
    let inputs = interserver::meta::services()
        .iter()
        .flat_map(|service| service.inputs);
    let mut found = Vec::new();
    for input in inputs {
        for field in input.fields {
            let Some((words, word)) = field.default.and_then(|default| default.split_once("::"))
            else {
                continue;
            };
            found.push([input.name, field.name, words.trim(), word.trim()]);
        }
    }
    Ok(found)
}
