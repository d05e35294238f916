//! [`Request`]: what a SOAP request asks for, understood as NuSOAP understands it.
//!
//! Arguments go by position; their names mean nothing, and an argument without a type is text.

use std::collections::HashMap;
use std::io::Read;

use interserver::meta::Operation;

use super::charset::{self, Charset};
use super::fault::Fault;
use super::parse::{self, Node, Trouble};
use crate::http::HttpRequest;

/// Bytes of a request past which nothing is read.
const LARGEST: usize = 8 << 20;

/// An argument, as PHP sees it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arg {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    /// A structure, where the API takes none.
    Array,
}

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
        .map(|node| argument(node, &referred, charset))
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

fn argument(node: &Node, referred: &HashMap<&str, &Node>, charset: Charset) -> Arg {
    let mut node = node;
    // Followed only so far, in case references lead in a circle.
    for _ in 0..8 {
        match node.reference.as_deref().map(|id| referred.get(id)) {
            Some(Some(target)) => node = target,
            Some(None) => return Arg::Null,
            None => break,
        }
    }
    if node.nil {
        return Arg::Null;
    }
    if !node.children.is_empty() {
        return Arg::Array;
    }
    let text = charset.keep(node.text.clone());
    match node.claimed.as_deref() {
        Some(
            "int" | "integer" | "short" | "byte" | "nonPositiveInteger" | "negativeInteger"
            | "nonNegativeInteger" | "positiveInteger" | "unsignedInt" | "unsignedShort"
            | "unsignedByte",
        ) => Arg::Int(php_int(&text)),
        Some("float" | "double" | "decimal") => Arg::Float(php_float(&text)),
        Some("boolean") => Arg::Bool(!matches!(
            text.to_ascii_lowercase().as_str(),
            "false" | "f" | "" | "0"
        )),
        Some("base64" | "base64Binary") => Arg::Text(charset.keep(text_of_base64(&text))),
        Some("Array" | "array") => Arg::Array,
        _ => Arg::Text(text),
    }
}

impl Arg {
    /// What PHP's `(int)` makes of it: `1,5` is 1, and no number is 0.
    pub(crate) fn int(&self) -> i64 {
        match self {
            Self::Null => 0,
            Self::Bool(flag) => i64::from(*flag),
            Self::Int(number) => *number,
            #[allow(clippy::cast_possible_truncation)] // As PHP does it.
            Self::Float(number) => *number as i64,
            Self::Text(text) => php_int(text),
            Self::Array => 1,
        }
    }

    /// What PHP's `(float)` makes of it.
    pub(crate) fn float(&self) -> f64 {
        match self {
            Self::Float(number) => *number,
            Self::Text(text) => php_float(text),
            #[allow(clippy::cast_precision_loss)] // As PHP does it.
            other => other.int() as f64,
        }
    }

    /// What PHP's `(string)` makes of it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Bool(flag) => if *flag { "1" } else { "" }.to_owned(),
            Self::Int(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Array => "Array".to_owned(),
        }
    }

    /// What PHP's `(bool)` makes of it: the text `false` is true.
    pub(crate) fn truth(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(flag) => *flag,
            Self::Int(number) => *number != 0,
            Self::Float(number) => *number != 0.0,
            Self::Text(text) => !matches!(text.as_str(), "" | "0"),
            Self::Array => true,
        }
    }
}

fn php_int(text: &str) -> i64 {
    let number = number_at_start(text);
    match number.parse::<i64>() {
        Ok(number) => number,
        #[allow(clippy::cast_possible_truncation)] // As PHP does it.
        Err(_) => php_float(text) as i64,
    }
}

fn php_float(text: &str) -> f64 {
    number_at_start(text).parse().unwrap_or(0.0)
}

/// The longest start of a text that is a number.
fn number_at_start(text: &str) -> &str {
    let text = text.trim_start();
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let start = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut end = digits(start);
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1);
    }
    if end > start && matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    text[..end].trim_start_matches('+')
}

/// SOAP::Lite sends text that is not ASCII this way. What is no base64 is left out, as PHP does.
fn text_of_base64(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect())
}
