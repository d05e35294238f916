//! [`Limits`]: how much of an answer is believed before it is refused.

use std::fmt;

/// Bounds on what an answer may cost. Each is refused with an error of its own
/// ([`Error::limit`](crate::Error::limit)) that names it.
///
/// ```
/// let client = interserver::Client::builder()
///     .limits(interserver::Limits { body: 256 << 20, nodes: 10_000_000, ..Default::default() })
///     .build()?;
/// # Ok::<(), interserver::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// Bytes of a body as it comes over the network. Default 8 MiB.
    pub compressed_body: usize,
    /// Bytes of a body after decompression. Default 32 MiB.
    pub body: usize,
    /// Decompressed bytes below which the ratio does not matter. Default 16 MiB.
    pub ratio_from: usize,
    /// Decompressed bytes for each compressed one, past `ratio_from`. Default 100.
    pub ratio: usize,
    /// Nesting of elements. Default 64.
    pub depth: usize,
    /// Attributes of one element. Default 64.
    pub attributes: usize,
    /// Elements in all. Default 1,000,000.
    pub nodes: usize,
    /// Bytes that references (`href="#…"`) may add by being followed. Default 32 MiB.
    pub references: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            compressed_body: 8 << 20,
            body: 32 << 20,
            ratio_from: 16 << 20,
            ratio: 100,
            depth: 64,
            attributes: 64,
            nodes: 1_000_000,
            references: 32 << 20,
        }
    }
}

impl Limits {
    /// The limit that the bytes received ran into: where both are the same, as for a transport that
    /// decompresses before anyone can count, it is that of the body.
    pub(crate) fn of_received_bytes(&self) -> Limit {
        if self.body <= self.compressed_body {
            Limit::Body
        } else {
            Limit::CompressedBody
        }
    }
}

/// The limit that an answer ran into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// [`Limits::compressed_body`].
    CompressedBody,
    /// [`Limits::body`].
    Body,
    /// [`Limits::ratio`].
    Ratio,
    /// [`Limits::depth`].
    Depth,
    /// [`Limits::attributes`].
    Attributes,
    /// [`Limits::nodes`].
    Nodes,
    /// [`Limits::references`].
    References,
    /// References that lead back to themselves; not settable.
    ReferenceCycle,
    /// A document type definition; not settable.
    Dtd,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CompressedBody => "the body is larger than `limits.compressed_body`",
            Self::Body => "the decompressed body is larger than `limits.body`",
            Self::Ratio => "the body is compressed harder than `limits.ratio`",
            Self::Depth => "elements nest deeper than `limits.depth`",
            Self::Attributes => "an element has more attributes than `limits.attributes`",
            Self::Nodes => "there are more elements than `limits.nodes`",
            Self::References => "references add more than `limits.references`",
            Self::ReferenceCycle => "references lead back to themselves",
            Self::Dtd => "it has a document type definition, which is never accepted",
        })
    }
}
