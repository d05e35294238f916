//! NuSOAP's dialect: requests in, answers and faults out, and the service description.

pub(crate) mod arg;
pub(crate) mod charset;
pub(crate) mod encode;
pub(crate) mod fault;
pub(crate) mod parse;
pub(crate) mod request;
#[cfg(test)]
mod tests;
pub(crate) mod wsdl;

/// Namespace of the API.
pub(crate) const NAMESPACE: &str = "urn:myapi";
