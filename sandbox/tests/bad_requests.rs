//! Bad requests get what was recorded for them, byte for byte, and never a panic.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its data fails")]

mod common;

use common::{bytes, envelope, json_file, log_in, soap};
use interserver_sandbox::{HttpRequest, World};

const GOOD: &str = "<ns1:get_vps_locations_array/>";

/// What a bad request gets must be what a file of `faults/` holds.
fn gets(file: &str, request: &HttpRequest) {
    let response = World::new(1).handle(request);
    let index = json_file("faults/index.json");
    let entry = &index[file];
    assert_eq!(u64::from(response.status), entry["http_status"], "{file}");
    assert_eq!(
        response.header("content-type"),
        entry["content_type"].as_str(),
        "{file}"
    );
    let recorded = bytes(&format!("faults/{file}"));
    assert_eq!(
        String::from_utf8_lossy(&response.body),
        String::from_utf8_lossy(&recorded),
        "{file}"
    );
}

fn with_content_type(content_type: &str) -> HttpRequest {
    let mut request = soap(envelope(GOOD));
    request.headers[0].1 = content_type.to_owned();
    request
}

#[test]
fn an_unknown_operation_is_a_fault_of_the_client() {
    gets(
        "unknown-method.xml",
        &soap(envelope("<ns1:no_such_function/>")),
    );
}

#[test]
fn soap_action_counts_where_the_element_is_not_known() {
    let mut request = soap(envelope("<ns1:no_such_function/>"));
    request.headers.push((
        "SOAPAction".to_owned(),
        "\"urn:myapi#get_modules\"".to_owned(),
    ));
    gets("unknown-method-known-soapaction.xml", &request);
}

#[test]
fn xml_that_is_not_well_formed_is_a_fault_of_the_client() {
    gets(
        "malformed-xml.xml",
        &soap(envelope("<ns1:get_modules></ns1:get_module>")),
    );
    gets("not-xml.xml", &soap("{\"method\": \"get_modules\"}"));
    gets(
        "control-character-in-the-request.xml",
        &soap(envelope(
            "<ns1:get_hostname><ip>\u{1}</ip></ns1:get_hostname>",
        )),
    );
}

#[test]
fn complaints_are_those_of_phps_parser() {
    // As PHP 8.2's xml_parse says them of these very texts, without its final flag.
    let method = |inside: &str| envelope(&format!("<ns1:get_modules>{inside}</ns1:get_modules>"));
    let good = envelope("<ns1:get_modules/>");
    for (text, line, complaint) in [
        (format!("{good}junk"), 2, "Invalid document end"),
        (format!("{good}<b/>"), 2, "Invalid document end"),
        (format!("junk{good}"), 1, "Not well-formed (invalid token)"),
        (format!("\n{good}"), 2, "Reserved XML Name"),
        (method("\n&#1;"), 3, "Invalid character"),
        (method("&#xZZ;"), 2, "Invalid character"),
        (method("\u{fffe}"), 2, "Invalid character"),
        (method("&foo;"), 2, "Undeclared entity error"),
        (method("&;"), 2, "XML_ERR_NAME_REQUIRED"),
        (method("a < b"), 2, "XML_ERR_NAME_REQUIRED"),
        (method("<1a/>"), 2, "XML_ERR_NAME_REQUIRED"),
        (method("<a b='1' b='2'/>"), 2, "Attribute redefined"),
        (method("<a b/>"), 2, "Attribute without value"),
        (method("<a b=1/>"), 2, "> required"),
        (method("<a b='<'/>"), 2, "> required"),
        (method("<a b='\u{1}'/>"), 2, "> required"),
        (method("<a b='&x;'/>"), 2, "Undeclared entity error"),
        (envelope("</ns1:get_modules>"), 2, "Mismatched tag"),
        (
            method("<!-- a -- b -->"),
            2,
            "Comment must not contain '--' (double-hyphen)",
        ),
    ] {
        let response = World::new(1).handle(&soap(text.as_str()));
        let said = common::field(&response, "faultstring")
            .replace("&apos;", "'")
            .replace("&gt;", ">");
        let wanted = format!(
            "error in msg parsing:\nXML error parsing SOAP payload on line {line}: {complaint}"
        );
        assert_eq!(said, wanted, "{text}");
    }
    let bare = method("fish & chips");
    assert!(World::new(1).handle(&soap(bare)).body.is_empty());
}

#[test]
fn an_empty_body_is_a_fault_of_the_client() {
    gets("empty-post.xml", &soap(""));
}

#[test]
fn charsets_that_disagree_are_a_fault_of_the_client() {
    gets(
        "charset-mismatch.xml",
        &with_content_type("text/xml; charset=iso-8859-15"),
    );
    gets(
        "content-type-with-more-parameters.xml",
        &with_content_type("text/xml; charset=utf-8; action=\"urn:myapi#get_modules\""),
    );
}

#[test]
fn php_dies_of_arguments_that_are_missing() {
    gets(
        "missing-parameters.xml",
        &soap(envelope(
            "<ns1:api_vps_get_service><sid>x</sid></ns1:api_vps_get_service>",
        )),
    );
    gets(
        "no-parameters.xml",
        &soap(envelope("<ns1:api_vps_get_service/>")),
    );
}

#[test]
fn php_dies_of_requests_that_end_early() {
    let whole = envelope(GOOD);
    for end in [whole.len() - 1, whole.len() - 20, whole.len() / 2] {
        gets("cut-short-xml.xml", &soap(&whole[..end]));
    }
}

#[test]
fn php_dies_of_other_content_types() {
    let mut request = soap(envelope(GOOD));
    request.headers.clear();
    gets("no-content-type.xml", &request);
    gets(
        "wrong-content-type.xml",
        &with_content_type("application/soap+xml; charset=utf-8"),
    );
}

#[test]
fn swapped_arguments_are_not_noticed() {
    gets(
        "swapped-parameters.xml",
        &soap(envelope(
            "<ns1:api_vps_get_service><id>10000</id><sid>1400d4e56fe72cd483fb5d5328fb2779</sid>\
             </ns1:api_vps_get_service>",
        )),
    );
}

#[test]
fn a_missing_charset_and_a_missing_soap_action_do_no_harm() {
    let mut request = with_content_type("text/xml");
    request
        .headers
        .push(("SOAPAction".to_owned(), String::new()));
    assert_eq!(World::new(1).handle(&request).status, 200);
}

#[test]
fn more_arguments_than_declared_do_no_harm() {
    let request = soap(envelope(
        "<ns1:get_modules><a>1</a><b>2</b></ns1:get_modules>",
    ));
    assert_eq!(World::new(1).handle(&request).status, 200);
}

#[test]
fn a_document_type_and_undeclared_entities_are_refused() {
    let text = envelope("<ns1:get_hostname><ip>&boom;</ip></ns1:get_hostname>");
    assert_eq!(World::new(1).handle(&soap(text.as_str())).status, 500);
    let text = text.replacen('\n', "\n<!DOCTYPE x [<!ENTITY boom \"boom\">]>\n", 1);
    assert_eq!(World::new(1).handle(&soap(text)).status, 500);
}

#[test]
fn requests_that_nest_without_end_are_refused() {
    let deep = "<a>".repeat(100_000);
    assert_eq!(World::new(1).handle(&soap(envelope(&deep))).status, 500);
    let wide = "<a/>".repeat(100_000);
    let content = format!("<ns1:get_modules>{wide}</ns1:get_modules>");
    assert_eq!(World::new(1).handle(&soap(envelope(&content))).status, 500);
}

#[test]
fn references_in_a_circle_end() {
    let request = soap(envelope(
        "<ns1:get_hostname><ip href=\"#a\"/></ns1:get_hostname><m id=\"a\" href=\"#b\"/>\
         <m id=\"b\" href=\"#a\"/>",
    ));
    assert_eq!(World::new(1).handle(&request).status, 200);
}

/// A small generator, so that a failure can be repeated.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

#[test]
fn no_damage_to_a_request_makes_the_sandbox_panic() {
    let mut world = World::new(1);
    let sid = log_in(&mut world);
    let mut chance = Chance(7);
    for (function, _) in json_file("arguments.json").as_object().unwrap() {
        let recorded = bytes(&format!("requests/{function}.xml"));
        let recorded = String::from_utf8(recorded).unwrap();
        let good = recorded
            .replace("1400d4e56fe72cd483fb5d5328fb2779", &sid)
            .into_bytes();
        for _ in 0..60 {
            let mut body = good.clone();
            for _ in 0..=chance.below(4) {
                let at = chance.below(body.len());
                match chance.below(4) {
                    0 => body[at] = u8::try_from(chance.below(256)).unwrap(),
                    1 => drop(body.remove(at)),
                    2 => body.truncate(at.max(20)),
                    _ => body.insert(at, b"<>&\"'0-9\x00\xff/"[chance.below(11)]),
                }
            }
            world.handle(&soap(body));
        }
    }
}

#[test]
fn no_argument_makes_the_sandbox_panic() {
    const ODD: [&str; 12] = [
        "",
        "0",
        "-1",
        "9223372036854775807",
        "-9223372036854775808",
        "1e400",
        "NaN",
        "Array",
        "\u{1f600}",
        "vps",
        "::",
        "%s",
    ];
    let mut chance = Chance(3);
    let mut world = World::new(1);
    let sid = log_in(&mut world);
    for operation in interserver::meta::operations() {
        for _ in 0..60 {
            let mut content = format!("<ns1:{}>", operation.wire);
            if operation.session {
                content.push_str(&format!("<sid>{sid}</sid>"));
            }
            for (_, scalar) in operation.wire_params() {
                let wire_type = scalar.wire.name();
                let text = ODD[chance.below(ODD.len())];
                content.push_str(&match chance.below(4) {
                    0 => "<a xsi:nil=\"true\"/>".to_owned(),
                    1 => format!("<a>{text}</a>"),
                    2 => "<a><b/></a>".to_owned(),
                    _ => format!("<a xsi:type=\"{wire_type}\">{text}</a>"),
                });
            }
            content.push_str(&format!("</ns1:{}>", operation.wire));
            let response = world.handle(&soap(envelope(&content)));
            assert!(matches!(response.status, 200 | 500), "{}", operation.wire);
        }
        world.advance(std::time::Duration::from_secs(1));
    }
}
