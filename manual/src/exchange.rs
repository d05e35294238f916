//! [`Exchange`]: one request and its answer as they go over the wire, for people to read.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use interserver::meta::{Kind, Operation, RecordMeta, Shape};
use interserver::transport::{BoxFuture, Request, Response, Transport, TransportError};
use quick_xml::events::{BytesText, Event};
use quick_xml::{Reader, Writer};

use crate::Result;

/// What stands where a secret would.
const MASK: &str = "••••";
/// How many items of a list are shown.
const ITEMS: usize = 2;

/// A request and its answer, indented, secrets masked, long lists cut short.
pub(crate) struct Exchange {
    pub(crate) request: String,
    pub(crate) answer: String,
}

impl Exchange {
    /// Makes the bytes of an operation's exchange readable. The request's secrets are masked
    /// already: it is the client's own preview.
    pub(crate) fn new(operation: &Operation, request: &str, answer: &[u8]) -> Result<Self> {
        // The sandbox answers in Latin-1 unless it is told otherwise.
        let answer: String = answer.iter().map(|&byte| char::from(byte)).collect();
        Ok(Self {
            request: readable(request, &[])?,
            answer: readable(&answer, &secrets(operation.returns))?,
        })
    }
}

/// The elements of an answer that hold secrets.
fn secrets(shape: Shape) -> Vec<&'static str> {
    let mut names = Vec::new();
    match shape {
        Shape::Secret => names.push("return"),
        Shape::Record(record) | Shape::Records(record) => secret_fields(record, &mut names),
        _ => {}
    }
    names
}

fn secret_fields(record: &RecordMeta, names: &mut Vec<&'static str>) {
    for field in record.fields {
        match field.kind {
            Kind::Secret | Kind::Extra => names.push(field.wire),
            Kind::Record(inner) | Kind::Records(inner) => secret_fields(inner, names),
            _ => {}
        }
    }
}

fn readable(xml: &str, secret: &[&str]) -> Result<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().trim_text(true);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    let mut open: Vec<String> = Vec::new();
    let mut items = 0;
    let mut skipping = None;
    let mut left_out = 0;
    loop {
        let event = reader.read_event()?;
        match &event {
            Event::Eof => break,
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                // Rows of the outermost list; what they hold may be a list again.
                if open.last().is_some_and(|parent| parent == "return") && name == "item" {
                    items += 1;
                    if items > ITEMS && skipping.is_none() {
                        skipping = Some(open.len());
                        left_out += 1;
                    }
                }
                open.push(name);
            }
            Event::End(_) => {
                open.pop();
                if skipping == Some(open.len()) {
                    skipping = None;
                    continue;
                }
                if left_out > 0 && skipping.is_none() && open.last().is_none_or(|p| p != "return") {
                    let note = format!(" and {left_out} more ");
                    writer.write_event(Event::Comment(BytesText::from_escaped(note)))?;
                    left_out = 0;
                }
            }
            _ => {}
        }
        if skipping.is_some() {
            continue;
        }
        match event {
            Event::Text(_) | Event::GeneralRef(_)
                if open
                    .last()
                    .is_some_and(|name| secret.contains(&name.as_str())) =>
            {
                // A text comes in pieces where it has entities.
                if !writer.get_ref().ends_with(MASK.as_bytes()) {
                    writer.write_event(Event::Text(BytesText::from_escaped(MASK)))?;
                }
            }
            event => writer.write_event(event)?,
        }
    }
    let bytes = writer.into_inner();
    Ok(String::from_utf8(bytes)?)
}

/// A transport that keeps the last answer that went through it.
pub(crate) struct Tap {
    inner: Arc<dyn Transport>,
    last: Arc<Mutex<Vec<u8>>>,
}

impl Tap {
    pub(crate) fn new(inner: Arc<dyn Transport>) -> Self {
        Self {
            inner,
            last: Arc::default(),
        }
    }

    /// Where the last answer's body can be read.
    pub(crate) fn last(&self) -> Arc<Mutex<Vec<u8>>> {
        Arc::clone(&self.last)
    }
}

impl Transport for Tap {
    fn send(&self, mut request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        // People read no gzip.
        request
            .headers
            .retain(|(name, _)| *name != "accept-encoding");
        Box::pin(async move {
            let response = self.inner.send(request).await?;
            let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
            last.clone_from(&response.body);
            Ok(response)
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.sleep(duration)
    }

    fn alarm(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.inner.alarm(duration)
    }

    fn now(&self) -> Duration {
        self.inner.now()
    }
}
