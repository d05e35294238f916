//! `interserver-uniffi-bindgen LANGUAGE LIBRARY FOLDER` writes the Kotlin or the Swift for a built
//! library into a folder.

use anyhow::{Result, bail};
use camino::Utf8PathBuf;
use interserver_uniffi_bindgen::{kotlin, swift};

fn main() -> Result<()> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [language, library, folder] = arguments.as_slice() else {
        bail!("usage: interserver-uniffi-bindgen kotlin|swift LIBRARY FOLDER");
    };
    let (library, folder) = (Utf8PathBuf::from(library), Utf8PathBuf::from(folder));
    match language.as_str() {
        "kotlin" => kotlin::write(&library, &folder),
        "swift" => swift::write(&library, &folder),
        other => bail!("{other} is neither kotlin nor swift"),
    }
}
