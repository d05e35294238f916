//! Doors for the fuzzer, compiled only under it: the readers of what a server sends.

use crate::limits::Limits;
use crate::meta;
use crate::soap::{Answer, Scanner, charset, data, plain, read_reply};
use crate::value::{Extra, php};

/// Reads bytes as an answer, by each shape that answers have.
pub fn envelope(bytes: &[u8]) {
    let text = charset::decode(bytes.to_vec());
    let limits = Limits {
        nodes: 10_000,
        references: 1 << 20,
        ..Limits::default()
    };
    let document = charset::document(&text);
    let _ = read_reply(
        &mut Scanner::new(document, &limits),
        Vec::<crate::Vps>::read,
    );
    let _ = read_reply(
        &mut Scanner::new(document, &limits),
        crate::TicketView::read,
    );
    let _ = read_reply(&mut Scanner::new(document, &limits), <()>::read);
    for wire in [
        "api_vps_get_service",
        "api_getTicketList",
        "get_modules",
        "api_add_prepay",
    ] {
        let operation = meta::operation(wire).expect("it is declared");
        let _ = read_reply(&mut Scanner::new(document, &limits), |scanner, start| {
            plain::declared(operation, scanner, start)
        });
        let _ = read_reply(&mut Scanner::new(document, &limits), |scanner, start| {
            data::read(operation.returns, scanner, start)
        });
    }
    let _ = read_reply(&mut Scanner::new(document, &limits), |scanner, start| {
        start
            .map(|start| plain::untyped(scanner, start))
            .transpose()
    });
}

/// Reads bytes as text, and checks what must be true of any text.
pub fn charset(bytes: &[u8]) {
    let text = charset::decode(bytes.to_vec());
    assert!(charset::first_control(&text.replace(['\u{fffe}', '\u{ffff}'], "")).is_none());
    assert!(!text.contains('\r'));
    if std::str::from_utf8(bytes).is_err() {
        let kept = bytes.iter().filter(|&&byte| byte >= 0x20).count();
        assert_eq!(
            text.chars().filter(|&c| c >= ' ').count(),
            kept,
            "no character is lost"
        );
    }
    assert!(text.ends_with(charset::document(&text)));
}

/// Reads bytes as PHP data, and as an `*_extra` field.
pub fn php_data(bytes: &[u8]) {
    let _ = php::parse(bytes);
    let _ = Extra::parse(&String::from_utf8_lossy(bytes));
}
