//! Files compressed as hard as can be.
//!
//! What comes out is plain gzip, a twentieth smaller than what zlib makes of it: it is made once and
//! loaded by every visitor.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;

/// Writes `FILE.gz`.
pub(crate) fn compress(file: &Path) -> Result<(), Box<dyn Error>> {
    let mut name = file.as_os_str().to_owned();
    name.push(".gz");
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        &*fs::read(file)?,
        File::create(name)?,
    )?;
    Ok(())
}
