//! What stands around an envelope: headers, compression, and what faults put there.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

use crate::fault::Fault;
use crate::http::{HttpRequest, HttpResponse};
use crate::soap::charset::Charset;

/// Answers up to this size are never compressed.
const SMALL: usize = 1024;

/// An envelope as NuSOAP sends it.
pub(crate) fn nusoap(
    request: &HttpRequest,
    status: u16,
    charset: Charset,
    body: Vec<u8>,
) -> HttpResponse {
    let mut response = HttpResponse {
        status,
        ..HttpResponse::default()
    };
    response.set_header("X-Powered-By", "PHP/8.2.36");
    response.set_header("Server", "NuSOAP Server v0.9.11");
    response.set_header("X-SOAP-Server", "NuSOAP/0.9.11 (1.123)");
    response.set_header(
        "Content-Type",
        format!("text/xml; charset={}", charset.declared()),
    );
    let accepted = request.header("accept-encoding").unwrap_or_default();
    response.body = match compressed(accepted, &body) {
        Some((encoding, compressed)) => {
            response.set_header("Content-Encoding", encoding);
            compressed
        }
        None => body,
    };
    response
}

/// Compresses as NuSOAP does: gzip if the word is there at all, else a deflate without its header.
fn compressed(accepted: &str, body: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    if body.len() <= SMALL {
        return None;
    }
    if accepted.contains("gzip") {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body).ok()?;
        Some(("gzip", encoder.finish().ok()?))
    } else if accepted.contains("deflate") {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body).ok()?;
        Some(("deflate", encoder.finish().ok()?))
    } else {
        None
    }
}

/// Something else that PHP sends.
pub(crate) fn php(mut response: HttpResponse) -> HttpResponse {
    response
        .headers
        .insert(0, ("X-Powered-By".to_owned(), "PHP/8.2.36".to_owned()));
    response
}

/// No body at all, as when PHP dies.
pub(crate) fn empty(status: u16) -> HttpResponse {
    php(HttpResponse::new(status, "text/html; charset=UTF-8", ""))
}

/// A web server's own error page.
pub(crate) fn html_500() -> HttpResponse {
    HttpResponse::new(
        500,
        "text/html; charset=UTF-8",
        "<html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server \
         Error</h1></body></html>\n",
    )
}

/// A status with a line of text.
pub(crate) fn status(code: u16, retry_after: Option<u64>) -> HttpResponse {
    // A status that is none would make it impossible to deliver.
    let code = if (200..=599).contains(&code) {
        code
    } else {
        500
    };
    let mut response = HttpResponse::new(code, "text/plain", format!("status {code}\n"));
    if let Some(seconds) = retry_after {
        response.set_header("Retry-After", seconds.to_string());
    }
    response
}

/// The body of an answer once a fault has been at it.
pub(crate) fn spoilt(mut body: Vec<u8>, fault: &Fault) -> Vec<u8> {
    let before: &[u8] = match fault {
        Fault::ByteOrderMark => b"\xef\xbb\xbf",
        Fault::BlankLines => b"\n\n\n\n\n",
        Fault::PhpWarning => {
            b"<br />\n<b>Warning</b>:  Undefined array key \"x\" in <b>/srv/api.php</b> on line \
              <b>12</b><br />\n"
        }
        Fault::Truncated => {
            body.truncate(body.len() * 7 / 10);
            b""
        }
        Fault::HugeBody(blanks) | Fault::GzipBomb(blanks) => {
            body.resize(body.len().saturating_add(*blanks), b' ');
            b""
        }
        _ => b"",
    };
    body.splice(0..0, before.iter().copied());
    body
}

/// As if the request did not take compressed answers.
pub(crate) fn refuse_compression(request: &mut HttpRequest) {
    request
        .headers
        .retain(|(name, _)| !name.eq_ignore_ascii_case("accept-encoding"));
}

/// As if the request took compressed answers.
pub(crate) fn demand_compression(request: &mut HttpRequest) {
    refuse_compression(request);
    request
        .headers
        .push(("accept-encoding".to_owned(), "gzip".to_owned()));
}

/// Lets browsers use the answer, whatever page asks.
pub(crate) fn allow_other_origins(request: &HttpRequest, response: &mut HttpResponse) {
    if request.header("origin").is_none() {
        return;
    }
    response.set_header("Access-Control-Allow-Origin", "*");
    response.set_header("Access-Control-Expose-Headers", "Retry-After, Date");
    if request.method == "OPTIONS" {
        let asked = request.header("access-control-request-headers");
        response.set_header("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        response.set_header(
            "Access-Control-Allow-Headers",
            asked.unwrap_or("content-type, soapaction"),
        );
        response.set_header("Access-Control-Max-Age", "600");
        if request
            .header("access-control-request-private-network")
            .is_some()
        {
            response.set_header("Access-Control-Allow-Private-Network", "true");
        }
    }
}
