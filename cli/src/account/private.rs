//! Files that only their owner may read, replaced as a whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

const FOLDER: &str = "interserver";

/// Where settings are: `$XDG_CONFIG_HOME/interserver`, or what the system has instead.
pub(crate) fn config(file: &str) -> io::Result<PathBuf> {
    Ok(base()?.config_dir().join(FOLDER).join(file))
}

/// Where things are that can be lost: `$XDG_CACHE_HOME/interserver`, or what the system has.
pub(crate) fn cache(file: &str) -> io::Result<PathBuf> {
    Ok(base()?.cache_dir().join(FOLDER).join(file))
}

fn base() -> io::Result<impl BaseStrategy> {
    etcetera::choose_base_strategy().map_err(|error| io::Error::other(error.to_string()))
}

/// Replaces a file in one step, so that whoever reads it meanwhile finds the old or the new one
/// and never a part. The folder is made if need be; both are their owner's alone.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    // Made with mode 0600.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file's content; `None` if there is no such file.
pub(crate) fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
