//! [`Request`]: what a SOAP request asks for, understood as NuSOAP understands it.
//!
//! Arguments go by position; their names mean nothing, and an argument without a type is text.

use std::collections::HashMap;
use std::io::Read;

use interserver::meta::Operation;

use super::arg::Arg;
use super::charset::{self, Charset};
use super::fault::Fault;
use super::parse::{self, Node, Trouble};
use crate::http::HttpRequest;

/// Bytes of a request past which nothing is read.
const LARGEST: usize = 8 << 20;

/// A request that could be read.
#[derive(Debug)]
pub(crate) struct Request {
    /// The operation, by the body's element or else by `SOAPAction`.
    pub(crate) operation: &'static Operation,
    /// Arguments in their order, the session id included.
    pub(crate) args: Vec<Arg>,
}

/// How NuSOAP ends without calling anything.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Fault(Fault),
    /// Status 500 with nothing in it: PHP died.
    Dead,
}

/// Understands a request, or says how the server refuses it.
pub(crate) fn understand(request: &HttpRequest, charset: Charset) -> Result<Request, Refusal> {
    let content_type = request.header("content-type").ok_or(Refusal::Dead)?;
    if !content_type.contains("text/xml") {
        return Err(Refusal::Dead);
    }
    let body = decompressed(request)?;
    let text = decoded(content_type, &body)?;
    let envelope = parse::parse(&text).map_err(|trouble| match trouble {
        Trouble::CutShort => Refusal::Dead,
        Trouble::NotWellFormed(line, what) => unreadable(&format!(
            "XML error parsing SOAP payload on line {line}: {what}"
        )),
    })?;
    let mut envelope = envelope;
    let body = envelope
        .children
        .iter_mut()
        .find(|node| node.name == "Body");
    let mut elements = match body {
        Some(body) if envelope.name == "Envelope" => std::mem::take(&mut body.children),
        _ => Vec::new(),
    };
    let method = if elements.is_empty() {
        Node::default()
    } else {
        elements.remove(0)
    };
    let operation = interserver::meta::operation(&method.name)
        .or_else(|| by_soap_action(request))
        .ok_or_else(|| {
            Refusal::Fault(Fault::client(format!(
                "Operation '{}' is not defined in the WSDL for this service",
                method.name
            )))
        })?;
    let mut referred = HashMap::new();
    elements
        .iter()
        .for_each(|node| collect(node, &mut referred));
    let args: Vec<Arg> = method
        .children
        .iter()
        .map(|node| Arg::new(node, &referred, charset))
        .collect();
    let wanted = usize::from(operation.session) + operation.wire_params().count();
    if args.len() < wanted {
        // PHP raises ArgumentCountError. Arguments too many do not trouble it.
        return Err(Refusal::Dead);
    }
    Ok(Request { operation, args })
}

fn unreadable(what: &str) -> Refusal {
    Refusal::Fault(Fault::client(format!("error in msg parsing:\n{what}")))
}

fn by_soap_action(request: &HttpRequest) -> Option<&'static Operation> {
    let action = request.header("soapaction")?.replace('"', "");
    let name = action
        .trim()
        .strip_prefix(super::NAMESPACE)?
        .strip_prefix('#')?;
    interserver::meta::operation(name)
}

fn decompressed(request: &HttpRequest) -> Result<Vec<u8>, Refusal> {
    let encoding = request.header("content-encoding").unwrap_or_default();
    let mut body = Vec::new();
    let limit = LARGEST as u64 + 1;
    let read = match encoding {
        "gzip" => flate2::read::GzDecoder::new(&*request.body)
            .take(limit)
            .read_to_end(&mut body),
        "deflate" => flate2::read::ZlibDecoder::new(&*request.body)
            .take(limit)
            .read_to_end(&mut body),
        _ => {
            body.clone_from(&request.body);
            Ok(0)
        }
    };
    if read.is_err() {
        return Err(Refusal::Fault(Fault::client(
            "Errors occurred when trying to decode the data",
        )));
    }
    if body.len() > LARGEST {
        return Err(Refusal::Dead);
    }
    Ok(body)
}

/// Bytes to text. What HTTP says and what the XML declaration says must agree, unless HTTP says
/// nothing.
fn decoded(content_type: &str, body: &[u8]) -> Result<String, Refusal> {
    if body.is_empty() {
        return Err(unreadable("xml was empty, didn't parse!"));
    }
    let said = content_type
        .split_once('=')
        .map(|(_, rest)| rest.replace('"', "").to_uppercase());
    let http = match said.as_deref() {
        None => "ISO-8859-1",
        Some(known @ ("ISO-8859-1" | "US-ASCII" | "UTF-8")) => known,
        Some(_) => "US-ASCII",
    };
    let declared = declared_encoding(body);
    if let Some(declared) = &declared
        && declared.to_uppercase() != http
        && !(http == "ISO-8859-1" && declared.eq_ignore_ascii_case("utf-8"))
    {
        return Err(unreadable(&format!(
            "Charset from HTTP Content-Type '{http}' does not match encoding from XML declaration \
             '{declared}'"
        )));
    }
    let utf8 = declared
        .as_deref()
        .unwrap_or(http)
        .eq_ignore_ascii_case("utf-8");
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    match charset::read(body, utf8) {
        Some(text) => Ok(text.into_owned()),
        None => {
            let good = std::str::from_utf8(body).map_or_else(|error| error.valid_up_to(), str::len);
            let line = 1 + body[..good].iter().filter(|byte| **byte == b'\n').count();
            Err(unreadable(&format!(
                "XML error parsing SOAP payload on line {line}: Invalid character"
            )))
        }
    }
}

fn declared_encoding(body: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&body[..body.len().min(1024)]);
    let (_, declaration) = head.split_once("<?xml")?;
    let (declaration, _) = declaration.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding=")?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (encoding, _) = value[1..].split_once(quote)?;
    Some(encoding.to_owned())
}

/// Elements that others refer to (`multiRef`), by their id.
fn collect<'a>(node: &'a Node, referred: &mut HashMap<&'a str, &'a Node>) {
    if let Some(id) = &node.id {
        referred.insert(id, node);
    }
    node.children
        .iter()
        .for_each(|child| collect(child, referred));
}
