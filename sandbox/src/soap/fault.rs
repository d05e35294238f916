//! Faults, byte for byte as NuSOAP writes them.

use super::charset::Charset;
use super::encode::escape;

/// A SOAP fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// `Client` or `Server`, without a prefix.
    pub(crate) code: String,
    pub(crate) text: String,
    /// Whether the operation returned it. Then its declaration says ISO-8859-1 on every server.
    pub(crate) raised: bool,
}

impl Fault {
    /// A fault of the caller, noticed by the server.
    pub(crate) fn client(text: impl Into<String>) -> Self {
        Self {
            code: "Client".to_owned(),
            text: text.into(),
            raised: false,
        }
    }

    /// The operation returned a scalar where a struct is declared.
    pub(crate) fn unserializable() -> Self {
        Self {
            code: "Server".to_owned(),
            text: "unable to serialize result".to_owned(),
            raised: false,
        }
    }

    /// The envelope that holds it.
    pub(crate) fn envelope(&self, charset: Charset) -> Vec<u8> {
        let declared = if self.raised {
            Charset::Latin1
        } else {
            charset
        }
        .declared();
        let (code, text) = (escape(&self.code), escape(&self.text));
        let envelope = format!(
            "<?xml version=\"1.0\" encoding=\"{declared}\"?>\
             <SOAP-ENV:Envelope \
             SOAP-ENV:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"\n  \
             xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"\n  \
             xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"\n  \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n  \
             xmlns:SOAP-ENC=\"http://schemas.xmlsoap.org/soap/encoding/\">\n\
             <SOAP-ENV:Body><SOAP-ENV:Fault>\
             <faultcode xsi:type=\"xsd:string\">SOAP-ENV:{code}</faultcode>\
             <faultstring xsi:type=\"xsd:string\">{text}</faultstring>\
             <faultactor xsi:type=\"xsd:string\"></faultactor>\
             <detail xsi:type=\"xsd:string\"></detail>\
             </SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>"
        );
        let mut bytes = Vec::with_capacity(envelope.len());
        charset.write(&envelope, &mut bytes);
        bytes
    }
}
