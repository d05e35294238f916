//! The service description, in NuSOAP's form, made from the declaration.

use std::collections::BTreeMap;
use std::fmt::Write;

use interserver::meta::{self, Kind, Operation, RecordMeta, Shape, WireType};

use super::NAMESPACE;
use super::encode::escape;

const ENCODING: &str = "http://schemas.xmlsoap.org/soap/encoding/";

/// The description of the service at an address.
pub(crate) fn wsdl(address: &str) -> String {
    let mut out = String::with_capacity(160 * 1024);
    out.push_str(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n\
         <definitions xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xmlns:SOAP-ENC=\"http://schemas.xmlsoap.org/soap/encoding/\" xmlns:tns=\"urn:myapi\" \
         xmlns:soap=\"http://schemas.xmlsoap.org/wsdl/soap/\" \
         xmlns:wsdl=\"http://schemas.xmlsoap.org/wsdl/\" \
         xmlns=\"http://schemas.xmlsoap.org/wsdl/\" targetNamespace=\"urn:myapi\">\n\
         <types>\n<xsd:schema targetNamespace=\"urn:myapi\"\n>\n \
         <xsd:import namespace=\"http://schemas.xmlsoap.org/soap/encoding/\" />\n \
         <xsd:import namespace=\"http://schemas.xmlsoap.org/wsdl/\" />\n",
    );
    for (name, content) in types() {
        put(
            &mut out,
            format_args!(" <xsd:complexType name=\"{name}\">\n{content}"),
        );
        out.push_str(" </xsd:complexType>\n");
    }
    out.push_str("</xsd:schema>\n</types>\n");
    meta::operations().for_each(|operation| messages(operation, &mut out));
    out.push_str("<portType name=\"MyAdminAPIPortType\">\n");
    for operation in meta::operations() {
        let (name, docs) = (operation.wire, escape(&operation.summary()));
        put(
            &mut out,
            format_args!(
                "  <operation name=\"{name}\">\n    <documentation>{docs}</documentation>\n    \
                 <input message=\"tns:{name}Request\"/>\n    \
                 <output message=\"tns:{name}Response\"/>\n  </operation>\n"
            ),
        );
    }
    out.push_str(
        "</portType>\n<binding name=\"MyAdminAPIBinding\" type=\"tns:MyAdminAPIPortType\">\n  \
         <soap:binding style=\"rpc\" transport=\"http://schemas.xmlsoap.org/soap/http\"/>\n",
    );
    for operation in meta::operations() {
        let name = operation.wire;
        let body = format!(
            "<soap:body use=\"encoded\" namespace=\"{NAMESPACE}\" encodingStyle=\"{ENCODING}\"/>"
        );
        put(
            &mut out,
            format_args!(
                "  <operation name=\"{name}\">\n    \
                 <soap:operation soapAction=\"{NAMESPACE}#{name}\" style=\"rpc\"/>\n    \
                 <input>{body}</input>\n    <output>{body}</output>\n  </operation>\n"
            ),
        );
    }
    put(
        &mut out,
        format_args!(
            "</binding>\n<service name=\"MyAdminAPI\">\n  \
             <port name=\"MyAdminAPIPort\" binding=\"tns:MyAdminAPIBinding\">\n    \
             <soap:address location=\"{}\"/>\n  </port>\n</service>\n</definitions>",
            escape(address)
        ),
    );
    out
}

fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a string takes any text");
}

fn messages(operation: &'static Operation, out: &mut String) {
    let name = operation.wire;
    put(out, format_args!("<message name=\"{name}Request\">"));
    let session = operation.session.then_some(("sid", WireType::String));
    let params = operation
        .wire_params()
        .map(|(param, scalar)| (param.wire, scalar.wire));
    for (param, wire) in session.into_iter().chain(params) {
        put(
            out,
            format_args!("\n  <part name=\"{param}\" type=\"{}\" />", wire.name()),
        );
    }
    put(
        out,
        format_args!(
            "</message>\n<message name=\"{name}Response\">\n  \
             <part name=\"return\" type=\"{}\" /></message>\n",
            operation.wire_return()
        ),
    );
}

/// Every type that an operation returns, and every type in it, by name.
fn types() -> BTreeMap<String, String> {
    let mut types = BTreeMap::new();
    for operation in meta::operations() {
        let declared = operation.wire_return();
        let name = declared.strip_prefix("tns:").unwrap_or(&declared);
        match operation.returns {
            Shape::Texts => array(name, "xsd:string", &mut types),
            Shape::Record(record) => structure(name, record, &mut types),
            Shape::Records(record) => {
                array(name, &format!("tns:{}", record.wire), &mut types);
                structure(record.wire, record, &mut types);
            }
            _ => {}
        }
    }
    types
}

fn array(name: &str, item: &str, types: &mut BTreeMap<String, String>) {
    let content = format!(
        "  <xsd:complexContent>\n   <xsd:restriction base=\"SOAP-ENC:Array\">\n    \
         <xsd:attribute ref=\"SOAP-ENC:arrayType\" wsdl:arrayType=\"{item}[]\"/>\n   \
         </xsd:restriction>\n  </xsd:complexContent>\n"
    );
    types.insert(name.to_owned(), content);
}

fn structure(name: &str, record: &'static RecordMeta, types: &mut BTreeMap<String, String>) {
    let mut content = "  <xsd:all>\n".to_owned();
    for field in record.live_fields() {
        let wire = field.wire_type.name();
        put(
            &mut content,
            format_args!(
                "   <xsd:element name=\"{}\" type=\"{wire}\"/>\n",
                field.wire
            ),
        );
        match field.kind {
            Kind::Record(inner) => structure(inner.wire, inner, types),
            Kind::Records(inner) => {
                let name = wire.strip_prefix("tns:").unwrap_or(&wire);
                array(name, &format!("tns:{}", inner.wire), types);
                structure(inner.wire, inner, types);
            }
            _ => {}
        }
    }
    content.push_str("  </xsd:all>\n");
    types.insert(name.to_owned(), content);
}
