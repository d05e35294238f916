//! How much of an answer is believed: each limit, its error, and its setting.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod support;

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use interserver::{Error, ErrorKind, Limit, Limits, Outcome};
use support::{Played, envelope};

/// Reads a list of texts from a body, within limits.
async fn read(limits: Limits, encoding: Option<&str>, body: Vec<u8>) -> Result<Vec<String>, Error> {
    let client = Played::recorded(200, encoding, body)
        .builder()
        .limits(limits)
        .build()
        .unwrap();
    client.general().modules().await
}

/// The body is refused by one limit as it is set first, and read as it is set then.
async fn is_a_matter_of(
    limit: Limit,
    tight: Limits,
    wide: Limits,
    encoding: Option<&str>,
    body: &[u8],
) {
    let error = read(tight, encoding, body.to_vec()).await.unwrap_err();
    assert_eq!(error.limit(), Some(limit), "{error}");
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error}");
    assert_eq!(error.operation(), Some("get_modules"));
    assert!(error.message().contains(&limit.to_string()), "{error}");
    assert!(!error.retryable(), "the answer would be as large again");
    let texts = read(wide, encoding, body.to_vec()).await;
    assert!(texts.is_ok(), "{limit:?}: {texts:?}");
}

fn texts(count: usize) -> Vec<u8> {
    let items = "<item xsi:type=\"xsd:string\">vps</item>".repeat(count);
    envelope(&format!("<return>{items}</return>"))
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn the_body_as_it_comes_is_limited() {
    let body = texts(100);
    let of = |compressed_body| Limits {
        compressed_body,
        ..Limits::default()
    };
    is_a_matter_of(
        Limit::CompressedBody,
        of(body.len() - 1),
        of(body.len()),
        None,
        &body,
    )
    .await;
}

#[tokio::test]
async fn the_body_after_decompression_is_limited() {
    let body = texts(1_000);
    let of = |most| Limits {
        body: most,
        ..Limits::default()
    };
    for (encoding, sent) in [(None, body.clone()), (Some("gzip"), gzip(&body))] {
        is_a_matter_of(
            Limit::Body,
            of(body.len() - 1),
            of(body.len()),
            encoding,
            &sent,
        )
        .await;
    }
}

#[tokio::test]
async fn a_body_that_is_compressed_too_hard_is_refused_past_a_size() {
    let body = texts(20_000);
    let sent = gzip(&body);
    let ratio = body.len() / sent.len();
    assert!(ratio > 20, "{ratio}");
    let of = |ratio, ratio_from| Limits {
        ratio,
        ratio_from,
        ..Limits::default()
    };
    let (tight, wide) = (of(ratio - 1, 1_000), of(ratio + 1, 1_000));
    is_a_matter_of(Limit::Ratio, tight.clone(), wide, Some("gzip"), &sent).await;
    let small_enough = of(ratio - 1, body.len());
    is_a_matter_of(Limit::Ratio, tight, small_enough, Some("gzip"), &sent).await;
}

#[tokio::test]
async fn by_default_a_bomb_is_refused_and_an_honest_list_is_not() {
    let bomb = gzip(&texts(600_000));
    let error = read(Limits::default(), Some("gzip"), bomb)
        .await
        .unwrap_err();
    assert_eq!(error.limit(), Some(Limit::Ratio), "{error}");
    // Honest lists compress as hard, but are small.
    let list = gzip(&texts(100_000));
    let texts = read(Limits::default(), Some("gzip"), list).await.unwrap();
    assert_eq!(texts.len(), 100_000);
}

#[tokio::test]
async fn nesting_is_limited() {
    let deep = format!("{}{}", "<a>".repeat(50), "</a>".repeat(50));
    let body = envelope(&format!("<return><item>{deep}</item></return>"));
    let of = |depth| Limits {
        depth,
        ..Limits::default()
    };
    // The envelope, its body, the answer, the result and the item are five.
    is_a_matter_of(Limit::Depth, of(54), of(55), None, &body).await;
    let deeper = format!("{}{}", "<a>".repeat(60), "</a>".repeat(60));
    let body = envelope(&format!("<return><item>{deeper}</item></return>"));
    let error = read(Limits::default(), None, body).await.unwrap_err();
    assert_eq!(error.limit(), Some(Limit::Depth));
}

#[tokio::test]
async fn attributes_are_limited() {
    let attributes: String = (0..65).map(|n| format!(" a{n}=\"=\"")).collect();
    let body = envelope(&format!("<return><item{attributes}>x</item></return>"));
    let of = |attributes| Limits {
        attributes,
        ..Limits::default()
    };
    is_a_matter_of(Limit::Attributes, Limits::default(), of(65), None, &body).await;
}

#[tokio::test]
async fn elements_are_limited() {
    let of = |nodes| Limits {
        nodes,
        ..Limits::default()
    };
    // The envelope, its body, the answer and the result are four.
    is_a_matter_of(Limit::Nodes, of(103), of(104), None, &texts(100)).await;
}

#[tokio::test]
async fn what_references_add_is_limited() {
    let target = format!("<multiRef id=\"a\">{}</multiRef>", "x".repeat(1_000));
    let items = "<item href=\"#a\"/>".repeat(10);
    let body = String::from_utf8(envelope(&format!("<return>{items}</return>"))).unwrap();
    let body = body.replace("</SOAP-ENV:Body>", &format!("{target}</SOAP-ENV:Body>"));
    let of = |references| Limits {
        references,
        ..Limits::default()
    };
    let all = 10 * target.len();
    is_a_matter_of(
        Limit::References,
        of(all - 1),
        of(all),
        None,
        body.as_bytes(),
    )
    .await;
}

#[tokio::test]
async fn references_that_lead_back_to_themselves_are_refused() {
    let target = "<multiRef id=\"a\"><item href=\"#a\"/></multiRef>";
    let body = String::from_utf8(envelope("<return href=\"#a\"/>")).unwrap();
    let body = body.replace("</SOAP-ENV:Body>", &format!("{target}</SOAP-ENV:Body>"));
    let error = read(Limits::default(), None, body.into_bytes())
        .await
        .unwrap_err();
    assert_eq!(error.limit(), Some(Limit::ReferenceCycle), "{error}");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

/// Empty elements add no depth, so only the following itself can be counted.
#[tokio::test]
async fn references_that_lead_on_and_on_are_refused() {
    let of = |depth| Limits {
        depth,
        ..Limits::default()
    };
    let chain = |length: usize| {
        let links: String = (1..length)
            .map(|n| format!("<multiRef id=\"{n}\" href=\"#{}\"/>", n + 1))
            .collect();
        let end = format!("<multiRef id=\"{length}\">vps</multiRef>");
        let body = envelope("<return><item href=\"#1\"/></return>");
        String::from_utf8(body)
            .unwrap()
            .replace("</SOAP-ENV:Body>", &format!("{links}{end}</SOAP-ENV:Body>"))
            .into_bytes()
    };
    is_a_matter_of(Limit::Depth, of(64), of(65), None, &chain(65)).await;
    let error = read(Limits::default(), None, chain(50_000))
        .await
        .unwrap_err();
    assert_eq!(error.limit(), Some(Limit::Depth));
}

/// Time that grew with the square of its length would not let this end.
#[tokio::test]
async fn a_tag_may_be_as_long_as_the_body() {
    let value = "=".repeat(2 << 20);
    for tag in [
        format!("<new a=\"{value}\">"),
        format!("<new a=\"{}\">", "nil='".repeat(400_000)),
        format!("<new {value}>"),
    ] {
        let row = format!("<return><vps_id>1</vps_id>{tag}x</new></return>");
        let client = Played::recorded(200, None, envelope(&row)).client();
        let vps = client.vps().get(1).await.unwrap();
        assert_eq!(vps.other.get("new").and_then(|v| v.as_str()), Some("x"));
    }
}

#[tokio::test]
async fn a_document_type_is_refused_whatever_it_says() {
    for dtd in [
        "<!DOCTYPE a>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "<!DOCTYPE a SYSTEM \"http://203.0.113.1/x\">",
    ] {
        let body = String::from_utf8(texts(1))
            .unwrap()
            .replace("?>", &format!("?>{dtd}"));
        let error = read(Limits::default(), None, body.into_bytes())
            .await
            .unwrap_err();
        assert_eq!(error.limit(), Some(Limit::Dtd), "{error}");
        assert_eq!(error.kind(), ErrorKind::Decode);
    }
}

#[tokio::test]
async fn an_announced_length_is_not_believed() {
    let body = "<return SOAP-ENC:arrayType=\"xsd:string[999999999999]\"><item>vps</item></return>";
    let texts = read(Limits::default(), None, envelope(body)).await.unwrap();
    assert_eq!(texts, ["vps"]);
}

#[tokio::test]
async fn a_change_whose_answer_is_too_large_has_an_unknown_outcome() {
    let client = Played::recorded(200, None, texts(100))
        .builder()
        .limits(Limits {
            body: 100,
            ..Limits::default()
        })
        .build()
        .unwrap();
    let error = client.vps().restart(1).await.unwrap_err();
    // The login's answer is too large already, and then nothing was changed.
    assert_eq!(
        (error.operation(), error.outcome()),
        (Some("api_login"), Outcome::NotDone)
    );
    let error = client.call("api_brand_new", [("id", 1)]).await.unwrap_err();
    assert_eq!(
        (error.limit(), error.outcome()),
        (Some(Limit::Body), Outcome::Unknown)
    );
}
