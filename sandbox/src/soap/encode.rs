//! Answers, byte for byte as NuSOAP writes them.
//!
//! Any value can meet any declared type: a null is `xsi:nil`, false in a number field is empty, an
//! array where text is declared is the word `Array`, and a scalar where a struct is declared
//! cannot be written at all.

use interserver::meta::{Field, Kind, Operation, RecordMeta, Shape, WireType};

use super::NAMESPACE;
use super::charset::Charset;
use crate::value::{Row, Val};

/// NuSOAP gave up: the value is a scalar where a struct is declared.
#[derive(Debug)]
pub(crate) struct Unserializable;

type Written = Result<(), Unserializable>;

/// The envelope that answers an operation with a value.
pub(crate) fn answer(
    operation: &'static Operation,
    value: &Val,
    charset: Charset,
) -> Result<Vec<u8>, Unserializable> {
    let declared = operation.wire_return();
    let (returns, uses_tns) = match operation.returns {
        Shape::Done => (Type::Simple(WireType::Boolean), false),
        Shape::Int => (Type::Simple(WireType::Int), false),
        Shape::Texts => (Type::Texts, false),
        Shape::Record(record) => {
            let name = declared.strip_prefix("tns:").unwrap_or(&declared);
            (Type::Record(record, name), true)
        }
        Shape::Records(record) => (Type::Records(record), true),
        // Texts of either kind; the enum may grow.
        _ => (Type::Simple(WireType::String), false),
    };
    let mut out = Writer {
        charset,
        bytes: Vec::with_capacity(1024),
    };
    out.put(&format!(
        "<?xml version=\"1.0\" encoding=\"{}\"?>\
         <SOAP-ENV:Envelope SOAP-ENV:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\" \
         xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:SOAP-ENC=\"http://schemas.xmlsoap.org/soap/encoding/\"",
        charset.declared()
    ));
    if uses_tns {
        out.put(&format!(" xmlns:tns=\"{NAMESPACE}\""));
    }
    let name = operation.wire;
    out.put(&format!(
        "><SOAP-ENV:Body><ns1:{name}Response xmlns:ns1=\"{NAMESPACE}\">"
    ));
    out.value("return", &returns, value)?;
    out.put(&format!(
        "</ns1:{name}Response></SOAP-ENV:Body></SOAP-ENV:Envelope>"
    ));
    Ok(out.bytes)
}

/// A declared type.
enum Type<'a> {
    Simple(WireType),
    Texts,
    Record(&'static RecordMeta, &'a str),
    Records(&'static RecordMeta),
}

impl Type<'static> {
    fn of(field: &'static Field) -> Self {
        match field.kind {
            Kind::Record(record) => Self::Record(record, record.wire),
            Kind::Records(record) => Self::Records(record),
            _ => Self::Simple(field.wire_type),
        }
    }
}

struct Writer {
    charset: Charset,
    bytes: Vec<u8>,
}

impl Writer {
    fn put(&mut self, text: &str) {
        self.charset.write(text, &mut self.bytes);
    }

    fn value(&mut self, name: &str, declared: &Type<'_>, value: &Val) -> Written {
        match declared {
            Type::Simple(simple) => {
                self.simple(name, *simple, value);
                Ok(())
            }
            Type::Record(record, wire) => self.record(name, record, wire, value),
            Type::Texts => self.list(name, "xsd:string", value, &Type::Simple(WireType::String)),
            Type::Records(record) => {
                let item = format!("tns:{}", record.wire);
                self.list(name, &item, value, &Type::Record(record, record.wire))
            }
        }
    }

    fn simple(&mut self, name: &str, declared: WireType, value: &Val) {
        let type_name = declared.name();
        if *value == Val::Null {
            return self.put(&format!(
                "<{name} xsi:nil=\"true\" xsi:type=\"{type_name}\"/>"
            ));
        }
        let text = match (declared, value) {
            (WireType::Boolean, Val::Text(text)) if text == "false" => "false".to_owned(),
            (WireType::Boolean, value) => value.is_truthy().to_string(),
            (WireType::String, Val::Text(text)) => escape(text),
            // Numbers, and text in a number field, go out as they are.
            (_, value) => value.print(),
        };
        self.put(&format!("<{name} xsi:type=\"{type_name}\">{text}</{name}>"));
    }

    fn record(
        &mut self,
        name: &str,
        record: &'static RecordMeta,
        wire: &str,
        value: &Val,
    ) -> Written {
        let none = Row::default();
        let row = match value {
            Val::Null => {
                self.put(&format!(
                    "<{name} xsi:nil=\"true\" xsi:type=\"tns:{wire}\"/>"
                ));
                return Ok(());
            }
            Val::Row(row) => row,
            Val::List(_) => &none,
            _ => return Err(Unserializable),
        };
        self.put(&format!("<{name} xsi:type=\"tns:{wire}\">"));
        let all = record.live_fields().count() == row.len();
        for field in record.live_fields() {
            let value = row.get(field.wire);
            // A row with another number of columns is taken for one with optional columns.
            if all || *value != Val::Null {
                self.value(field.wire, &Type::of(field), value)?;
            }
        }
        self.put(&format!("</{name}>"));
        Ok(())
    }

    fn list(&mut self, name: &str, item: &str, value: &Val, declared: &Type<'_>) -> Written {
        let array = "xsi:type=\"SOAP-ENC:Array\" SOAP-ENC:arrayType";
        let items: &[Val] = match value {
            Val::Null => {
                self.put(&format!("<{name} xsi:nil=\"true\" {array}=\"{item}[0]\"/>"));
                return Ok(());
            }
            Val::List(items) => items,
            // A status where a list is declared: its words are no structs.
            Val::Row(row) if row.len() > 0 => return Err(Unserializable),
            _ => &[],
        };
        self.put(&format!("<{name} {array}=\"{item}[{}]\">", items.len()));
        for value in items {
            self.value("item", declared, value)?;
        }
        self.put(&format!("</{name}>"));
        Ok(())
    }
}

/// Escapes all five characters, as NuSOAP does in text, too.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '\'' => out.push_str("&apos;"),
            '"' => out.push_str("&quot;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}
